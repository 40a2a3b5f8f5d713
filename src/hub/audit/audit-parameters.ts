import { z } from 'zod';
import { namespace } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { auditedTypes, severities } from './findings.ts';
import { mostShards, parseShard } from './shard.ts';

const file = () => z.string().min(1).max(1000);

const shard = () =>
  z
    .string()
    .refine((text) => parseShard(text) !== undefined, { message: "must be a part such as '3/16', of at most 256." })
    .meta({ allowed: 'a part, such as 3/16' });

const changedSince = () =>
  z
    .union([z.literal('last-run'), z.iso.date(), z.iso.datetime({ offset: true })])
    .meta({ allowed: "a date, a time such as 2026-11-23T06:00:00Z, or 'last-run'" });

const auditedNamespace = () => parameter(namespace(), 'The organization or the user.', { aliases: ['organization'] });

const types = () =>
  parameter(
    z
      .array(z.enum(auditedTypes))
      .min(1)
      .default([...auditedTypes]),
    'The kinds of repository to look at.',
  );

/** What `audit` takes. */
export const auditParameters = z.object({
  namespace: auditedNamespace(),
  types: types(),
  policy: parameter(
    z.union([file(), z.record(z.string(), z.unknown())]).optional(),
    'A policy file in the workspace (YAML or JSON), or the policy itself; without one, the recommended rules.',
  ),
  failOn: parameter(
    z.enum(['none', ...severities]).default('high'),
    'The step fails with `POLICY_VIOLATED` where a finding is at least this severe.',
  ),
  baseline: parameter(file().optional(), 'A file of accepted findings, with reasons and end dates.'),
  changedSince: parameter(
    changedSince().optional(),
    'Only repositories whose content changed since: a date, a time, or `last-run` (as the cache knows it).',
  ),
  cache: parameter(
    file().optional(),
    'A file that is kept between runs (with `actions/cache`): what did not change is not asked for again, and the report says what is new.',
  ),
  shard: parameter(shard().optional(), 'One part of the repositories, such as `3/16`: see `audit-plan`.'),
  result: parameter(file().optional(), 'Where to write what a shard found, for `audit-merge`.'),
  checkpoint: parameter(
    file().optional(),
    'A file that an interrupted audit goes on from. It is removed when the audit is done.',
  ),
  concurrency: parameter(
    z.int().min(1).max(64).default(16),
    "Requests at a time, at most; the Hub's rate limit may call for fewer.",
  ),
  fix: parameter(z.boolean().default(false), 'Whether to mend findings that a change of settings mends.'),
  maxFixes: parameter(z.int().min(1).max(1000).default(10), 'With `fix`: how many at most.'),
});

export type AuditParameters = z.output<typeof auditParameters>;

/** What `audit-plan` takes. */
export const auditPlanParameters = z.object({
  namespace: auditedNamespace(),
  types: types(),
  perShard: parameter(z.int().min(100).default(5000), 'About how many repositories one job should look at.'),
  maxShards: parameter(z.int().min(1).max(mostShards).default(16), 'How many jobs there may be.'),
});

export type AuditPlanParameters = z.output<typeof auditPlanParameters>;

/** What `audit-merge` takes. */
export const auditMergeParameters = z.object({
  results: parameter(z.array(file()).min(1).max(mostShards), 'The files that the shards wrote as `result`.'),
  failOn: parameter(
    z.enum(['none', ...severities]).optional(),
    'As for `audit`; by default what the shards were given.',
  ),
  cache: parameter(file().optional(), 'A file that is kept between runs, so that the report says what is new.'),
});

export type AuditMergeParameters = z.output<typeof auditMergeParameters>;
