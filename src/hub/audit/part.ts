import { z } from 'zod';
import { findingSchema } from './finding-schema.ts';
import { auditedTypes, severities } from './findings.ts';
import { undecidedSchema } from './page-result.ts';
import { baselineSchema, policySchema } from './policy/policy-schema.ts';

const counts = z.object({ model: z.number(), dataset: z.number(), space: z.number() });

/** What an audit found before anything is left out or compared: a whole namespace, or one shard of it. */
export const auditPartSchema = z.object({
  format: z.literal('membrane-hub-audit-part'),
  version: z.literal(1),
  namespace: z.string(),
  types: z.array(z.enum(auditedTypes)),
  /** `3/16` */
  shard: z.string().exactOptional(),
  changedSince: z.number().exactOptional(),
  startedAt: z.string(),
  finishedAt: z.string(),
  policyDigest: z.string(),
  rulesPage: z.string(),
  policy: policySchema,
  baseline: baselineSchema,
  failOn: z.enum(['none', ...severities]),
  repositories: counts,
  usedStorage: counts,
  findings: z.array(findingSchema),
  exempted: z.array(z.number().nullable()),
  undecided: z.array(undecidedSchema),
  audited: z.array(z.string()),
  cost: z.object({ requests: z.number(), cacheHits: z.number(), waits: z.number(), waitedMs: z.number() }),
});

export type AuditPart = z.output<typeof auditPartSchema>;

/** Adds numbers kept by index: exemptions that kept out a finding of one page or shard and of another. */
export function addCounts(one: readonly (number | null)[], other: readonly (number | null)[]): number[] {
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, index) => (one[index] ?? 0) + (other[index] ?? 0));
}
