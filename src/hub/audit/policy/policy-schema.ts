import { z } from 'zod';
import { auditedTypes, severities } from '../findings.ts';
import type { Rule } from '../rule.ts';
import { ruleCatalogue } from '../rule-catalogue.ts';
import { patterns } from '../rules/options.ts';

const severity = z.enum([...severities, 'off']);
const types = () => z.array(z.enum(auditedTypes)).min(1).optional().describe('Only these kinds of repository.');
const endDate = () =>
  z.iso.date().optional().describe('The last day it holds, `2026-12-31`; without one it holds for good.');
const reason = () => z.string().min(1).max(500).describe('Why; the report repeats it.');

/** What a rule's entry says beside the rule's own options. */
function entryOf(rule: Rule) {
  const common = { severity: severity.optional().describe(`\`off\`, or another severity than ${rule.severity}.`) };
  if (rule.scope === 'namespace') return z.strictObject({ ...common, ...rule.options }).optional();
  const limits = {
    types: types(),
    only: patterns('Globs: only repositories of these names.').optional(),
    except: patterns('Globs: all repositories but these.').optional(),
  };
  return z.strictObject({ ...common, ...limits, ...rule.options }).optional();
}

const entries = Object.fromEntries(
  ruleCatalogue.map((rule) => [rule.id, entryOf(rule).describe(`${rule.title}. ${rule.protects}`)]),
);

const customRule = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,63}$/)
      .meta({ allowed: 'lower-case letters, digits and hyphens' })
      .describe('Stable: findings are told apart by it.'),
    title: z.string().min(1).max(200),
    severity: z.enum(severities),
    types: types(),
    only: patterns('Globs: only repositories of these names.').optional(),
    except: patterns('Globs: all repositories but these.').optional(),
    jmespath: z
      .string()
      .min(1)
      .max(10_000)
      .optional()
      .describe('An expression over the record of a repository: a finding where it answers nothing or false.'),
    schema: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('A JSON Schema (2020-12) for the record of a repository: a finding where it does not fit.'),
    message: z.string().min(1).max(500).optional().describe('What a finding says.'),
    protects: z.string().max(500).default("What the policy's author has in mind."),
    mend: z.string().max(500).default("Ask the policy's author."),
  })
  .describe('A rule of your own: give `jmespath` or `schema`.');

export type CustomRuleEntry = z.infer<typeof customRule>;

const exemption = z.strictObject({
  rule: z.string().min(1).describe('The id of a rule, or `*` for all.'),
  repositories: patterns('Globs over names.').optional(),
  members: patterns('Globs over user names, for rules about members.').optional(),
  types: types(),
  until: endDate(),
  reason: reason(),
});

export type ExemptionEntry = z.infer<typeof exemption>;

const owner = z.strictObject({
  repositories: patterns('Globs over names.'),
  types: types(),
  owner: z.string().min(1).max(200).describe('Who to ask: a user, a team or an address.'),
});

/** The policy as it is read. The published schema is made from it: see published-schema.ts. */
export const policySchema = z.strictObject({
  version: z.literal(1).default(1).describe('The version of this format.'),
  extends: z
    .enum(['recommended', 'none'])
    .default('recommended')
    .describe('`recommended` turns on the rules that need no options; entries of `rules` change them.'),
  rules: z.strictObject(entries).default({}).describe('By id: a severity, `off`, or a mapping of options.'),
  custom: z.array(customRule).default([]).describe('Rules of your own.'),
  exemptions: z.array(exemption).default([]).describe('What is not asked of some repositories or members.'),
  owners: z.array(owner).default([]).describe('Who to ask about a repository; the first entry that fits.'),
  refreshAfter: z
    .int()
    .min(0)
    .max(365)
    .default(7)
    .describe('Days an answer is kept whose change nothing announces, such as that of the security scan.'),
});

export type Policy = z.output<typeof policySchema>;

const acceptedFinding = z.strictObject({
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta({ allowed: '32 hexadecimal digits, as reports show them' }),
  reason: reason(),
  until: endDate(),
  rule: z.string().optional().describe('For readers.'),
  subject: z.string().optional().describe('For readers.'),
});

export type BaselineEntry = z.infer<typeof acceptedFinding>;

/** The file of accepted findings. */
export const baselineSchema = z.strictObject({
  version: z.literal(1).default(1).describe('The version of this format.'),
  accepted: z.array(acceptedFinding).default([]).describe('Findings that are known and do not count.'),
});
