import { z } from 'zod';
import { findingSchema } from './finding-schema.ts';
import { auditedTypes } from './findings.ts';
import type { SettingsChange } from './rule.ts';

/** Rules that could not be decided, for one reason. */
export const undecidedSchema = z.object({ rules: z.array(z.string()), reason: z.string(), count: z.number() });
export type Undecided = z.infer<typeof undecidedSchema>;

const settingsChange: z.ZodType<SettingsChange> = z.union([
  z.object({ kind: z.literal('settings'), settings: z.record(z.string(), z.union([z.string(), z.boolean()])) }),
  z.object({ kind: z.literal('sleep-time'), seconds: z.number() }),
]);

const queryPair = z.tuple([z.string(), z.string()]);

/** What came of one page of one list: all that is kept of its repositories. */
export const pageResultSchema = z.object({
  type: z.enum(auditedTypes),
  /** The query of the page after it; null on the last. */
  next: z.array(queryPair).readonly().nullable(),
  repositories: z.number(),
  usedStorage: z.number(),
  cacheHits: z.number(),
  findings: z.array(findingSchema),
  /** What would mend the fixable ones. */
  fixes: z.array(z.object({ fingerprint: z.string(), change: settingsChange })),
  /** By index of the policy's exemptions. */
  exempted: z.array(z.number().nullable()),
  undecided: z.array(undecidedSchema),
  /** For the cache of the next run. */
  cacheLines: z.array(z.string()),
  /** `type:id` of what was audited, kept only where an audit looks at a part. */
  audited: z.array(z.string()),
});

export type PageResult = z.infer<typeof pageResultSchema>;
