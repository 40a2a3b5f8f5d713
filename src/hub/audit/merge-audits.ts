import { inputError } from '../../input-problem.ts';
import type { AuditContext } from './audit-context.ts';
import { openCache } from './audit-inputs.ts';
import type { AuditMergeParameters } from './audit-parameters.ts';
import { type Composition, composeReport, rememberRun } from './compose-report.ts';
import type { IncompleteReason } from './findings.ts';
import type { AuditPart } from './part.ts';
import { readPart } from './part-file.ts';
import type { AuditOutcome } from './run-audit.ts';
import { parseShard, shardText } from './shard.ts';
import { violationOf } from './verdict.ts';

/** Joins what shards found into the report that one audit of the whole would have made. */
export async function mergeAudits(
  { results, failOn, cache: given }: AuditMergeParameters,
  context: Pick<AuditContext, 'files' | 'log' | 'runtime'>,
): Promise<AuditOutcome> {
  const parts = await Promise.all(results.map(async (file) => readPart(await context.files.pathToRead(file), file)));
  const [first, ...others] = parts.toSorted((one, other) => indexOf(one) - indexOf(other));
  if (!first) throw inputError([{ name: 'input.results', message: 'must name at least one file.' }]);
  requireAlike(first, others);
  const { cache, writer } = await openCache({ cache: given, namespace: first.namespace }, context);
  const composition: Composition = {
    parts: [first, ...others],
    previous: cache.previous(),
    remembers: writer !== undefined,
    fixes: [],
    now: Math.min(...parts.map((part) => Date.parse(part.startedAt))),
    incomplete: missingShards(parts),
  };
  cache.close();
  const report = composeReport(composition);
  await writer?.finish(rememberRun(composition, report));
  const violation = violationOf(report, failOn ?? first.failOn);
  return { report, changed: false, ...(violation ? { violation } : {}) };
}

function indexOf(part: AuditPart): number {
  return parseShard(part.shard ?? '1/1')?.index ?? 1;
}

function countOf(part: AuditPart): number {
  return parseShard(part.shard ?? '1/1')?.count ?? 1;
}

/** Shards of two audits make no one report. */
function requireAlike(first: AuditPart, others: readonly AuditPart[]): void {
  const seen = new Set([indexOf(first)]);
  const problems = others.flatMap((part) => {
    const message = difference(first, part, seen);
    seen.add(indexOf(part));
    return message === undefined ? [] : [{ name: 'input.results', message, given: part.shard ?? part.namespace }];
  });
  if (problems.length > 0) throw inputError(problems);
}

function difference(first: AuditPart, part: AuditPart, seen: ReadonlySet<number>): string | undefined {
  if (part.namespace !== first.namespace) return `are of two namespaces, ${first.namespace} and ${part.namespace}.`;
  if (part.policyDigest !== first.policyDigest) return 'were made with two policies.';
  if (part.types.join() !== first.types.join()) return 'are of different `types`.';
  if ((part.changedSince === undefined) !== (first.changedSince === undefined))
    return 'were given different `changed-since`.';
  if (countOf(part) !== countOf(first)) return `are of two splits, into ${countOf(first)} and ${countOf(part)}.`;
  return seen.has(indexOf(part)) ? 'hold the same shard twice.' : undefined;
}

/** A job that failed leaves a hole: the report says so rather than look better than things are. */
function missingShards(parts: readonly AuditPart[]): IncompleteReason[] {
  const [first] = parts;
  const count = first ? countOf(first) : 1;
  const there = new Set(parts.map(indexOf));
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !there.has(index));
  return missing.map((index) => ({
    rules: [],
    message: `The shard ${shardText({ index, count })} is missing: run its job again and merge anew.`,
  }));
}
