import { z } from 'zod';
import { auditedTypes, type Finding, type MendedFinding, type Subject, severities } from './findings.ts';

/** Findings as files between runs and jobs hold them: read with a schema, for anybody may have written them. */
export const subjectSchema: z.ZodType<Subject> = z.union([
  z.object({ kind: z.literal('repository'), type: z.enum(auditedTypes), id: z.string(), url: z.string() }),
  z.object({ kind: z.literal('namespace'), id: z.string(), url: z.string(), member: z.string().exactOptional() }),
]);

export const findingSchema: z.ZodType<Finding> = z.object({
  rule: z.string(),
  severity: z.enum(severities),
  subject: subjectSchema,
  message: z.string(),
  evidence: z.array(z.string()),
  mend: z.string(),
  path: z.string().exactOptional(),
  fingerprint: z.string(),
  owner: z.string().exactOptional(),
  firstSeen: z.string().exactOptional(),
  fixable: z.boolean(),
});

/** What a run remembers of a finding for the next one. */
export interface RememberedFinding extends MendedFinding {
  readonly firstSeen?: string;
}

export const rememberedSchema: z.ZodType<RememberedFinding> = z.object({
  fingerprint: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  subject: subjectSchema,
  firstSeen: z.string().exactOptional(),
});
