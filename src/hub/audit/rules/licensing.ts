import { z } from 'zod';
import { defineRepositoryRule } from '../rule.ts';

export const licenseMissing = defineRepositoryRule({
  id: 'license-missing',
  title: 'Every repository names its license',
  severity: 'high',
  protects: "Users' right to use the work: without a license nobody may.",
  mend: 'Add `license:` to the front matter of the README.',
  recommended: true,
  types: ['model', 'dataset'],
  reads: ['licenses'],
  options: { publicOnly: z.boolean().default(true).describe('Whether private repositories are left out.') },
  prepare({ publicOnly }) {
    return (record) =>
      record.licenses.length > 0 || (publicOnly && record.private === true)
        ? []
        : [{ message: 'It names no license.', evidence: ['license: none'] }];
  },
});

export const licenseNotAllowed = defineRepositoryRule({
  id: 'license-not-allowed',
  title: 'Licenses are on the list',
  severity: 'medium',
  protects: 'The organization from terms that it has not agreed to.',
  mend: 'Choose a license of the list, or add this one to `allow` after a review.',
  types: ['model', 'dataset', 'space'],
  reads: ['licenses'],
  options: {
    allow: z.array(z.string().min(1)).min(1).describe('Identifiers as the Hub writes them, such as `apache-2.0`.'),
  },
  prepare({ allow }) {
    const allowed = new Set(allow.map((one) => one.toLowerCase()));
    return (record) =>
      record.licenses
        .filter((license) => !allowed.has(license))
        .map((license) => ({
          message: `Its license ${license} is not on the list.`,
          evidence: [`license: ${license}`],
          detail: license,
        }));
  },
});

export const derivativeUnlicensed = defineRepositoryRule({
  id: 'derivative-unlicensed',
  title: 'Derivatives of licensed models name a license',
  severity: 'high',
  protects: 'The terms of the base model, which go with everything made from it.',
  mend: "Add `license:` to the front matter of the README, one that the base model's license allows.",
  recommended: true,
  types: ['model'],
  reads: ['licenses', 'baseModels'],
  options: {},
  needs: {
    fact: 'baseLicenses',
    inQuestion: (record) => record.licenses.length === 0 && record.baseModels.length > 0,
    stillHolds: ({ at, sameCommit }, _options, { now, refreshAfter }) => sameCommit && now - at < refreshAfter,
  },
  prepare() {
    return (record, { baseLicenses }) => {
      if (record.licenses.length > 0) return [];
      const licensed = baseLicenses?.bases.filter((base) => base.licenses.length > 0) ?? [];
      return licensed.map((base) => ({
        message: `It names no license, and its base model ${base.id} is under ${base.licenses.join(', ')}.`,
        evidence: ['license: none', `base model: ${base.id} (${base.licenses.join(', ')})`],
        detail: base.id,
      }));
    };
  },
});
