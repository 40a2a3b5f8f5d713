import { z } from 'zod';
import { repositoryMatcher } from '../patterns.ts';
import { defineRepositoryRule } from '../rule.ts';
import { anyPatterns, patterns, patternsOr } from './options.ts';

export const visibilityNotAllowed = defineRepositoryRule({
  id: 'visibility-not-allowed',
  title: 'Repositories are as visible as their names allow',
  severity: 'critical',
  protects: 'What is meant to stay inside the organization, and what is meant to be found by everybody.',
  mend: "Change the visibility in the repository's settings, or move the repository to a name that may have it.",
  types: ['model', 'dataset', 'space'],
  reads: [],
  fixable: true,
  options: {
    names: z
      .array(
        z.strictObject({
          names: patterns('Globs over names.'),
          visibility: z.enum(['public', 'private']).describe('What repositories of these names must be.'),
        }),
      )
      .min(1)
      .describe('The first entry whose pattern fits decides; what no pattern fits may be either.'),
  },
  prepare({ names }) {
    const entries = names.map((entry) => ({ ...entry, matches: repositoryMatcher(entry.names) }));
    return (record) => {
      const entry = entries.find(({ matches }) => matches(record.id));
      if (!entry || record.private === undefined || record.private === (entry.visibility === 'private')) return [];
      const found = record.private ? 'private' : 'public';
      const message = `It is ${found}, and repositories of this name must be ${entry.visibility}.`;
      const evidence = [`visibility: ${found}`];
      // Only towards private: opening a repository to the world cannot be taken back.
      if (entry.visibility === 'public') return [{ message, evidence }];
      return [{ message, evidence, fix: { kind: 'settings', settings: { visibility: 'private' } } }];
    };
  },
});

export const gatingRequired = defineRepositoryRule({
  id: 'gating-required',
  title: 'Repositories that need it ask before they are downloaded',
  severity: 'high',
  protects: 'Knowing who downloads, and the terms they agree to.',
  mend: "Turn on access requests in the repository's settings.",
  types: ['model', 'dataset'],
  reads: ['gated'],
  fixable: true,
  options: {
    names: patternsOr(['*'], 'Globs over the names of repositories that must be gated.'),
    mode: z.enum(['any', 'auto', 'manual']).default('any').describe('How they must be gated.'),
    publicOnly: z.boolean().default(true).describe('Whether private repositories are left out.'),
  },
  prepare({ names, mode, publicOnly }) {
    const matches = repositoryMatcher(names);
    return (record) => {
      if (record.gated === undefined || !matches(record.id) || (publicOnly && record.private === true)) return [];
      if (mode === 'any' ? record.gated !== false : record.gated === mode) return [];
      const wanted = mode === 'any' ? 'auto' : mode;
      return [
        {
          message:
            record.gated === false
              ? 'Everybody downloads it without asking.'
              : `Its access requests are ${record.gated}, and must be ${mode}.`,
          evidence: [`gated: ${record.gated}`],
          fix: { kind: 'settings', settings: { gated: wanted } },
        },
      ];
    };
  },
});

export const resourceGroupRequired = defineRepositoryRule({
  id: 'resource-group-required',
  title: 'Repositories belong to a resource group',
  severity: 'medium',
  protects: "Least privilege: a repository outside every group is open to the organization's general roles.",
  mend: 'Put the repository into a resource group in its settings.',
  types: ['model', 'dataset', 'space'],
  reads: ['resourceGroup'],
  options: {
    groups: anyPatterns('Names of groups that will do, globs; empty for any group.'),
  },
  prepare({ groups }) {
    const matches = repositoryMatcher(groups.length === 0 ? ['**'] : groups);
    return (record) => {
      const group = record.resourceGroup;
      if (!group) return [{ message: 'It is in no resource group.', evidence: ['resource group: none'] }];
      if (matches(group.name)) return [];
      return [{ message: `It is in the group ${group.name}.`, evidence: [`resource group: ${group.name}`] }];
    };
  },
});
