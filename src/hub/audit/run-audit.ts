import { OperationError } from '../../errors.ts';
import { type AuditContext, rulesPage } from './audit-context.ts';
import { type OpenedCache, openAuditCheckpoint, openCache, readPolicies } from './audit-inputs.ts';
import type { AuditParameters } from './audit-parameters.ts';
import { type Collection, collect } from './collect.ts';
import { type Composition, composeReport, rememberRun } from './compose-report.ts';
import { addUndecided, type Judgement, namespaceSubject, toFinding } from './evaluate.ts';
import type { FactCache } from './fact-cache.ts';
import { FactStore } from './fact-store.ts';
import type { AuditReport } from './findings.ts';
import { digestOf } from './fingerprint.ts';
import { applyFixes } from './fix.ts';
import { gatherNamespace, undecidedRules } from './namespace-facts.ts';
import { PacedReader } from './paced-reader.ts';
import { type AuditPart, addCounts } from './part.ts';
import { writePart } from './part-file.ts';
import { type ActiveRules, activeRules } from './policy/active-rules.ts';
import { ownerOf, prepareExemptions } from './policy/exemptions.ts';
import type { Policy } from './policy/policy-schema.ts';
import { dayMs } from './rules/options.ts';
import { parseShard, shardText } from './shard.ts';
import { violationOf } from './verdict.ts';
import type { Scope } from './walk.ts';

/** What an audit came to. Reports are to be written before a violation ends the step. */
export interface AuditOutcome {
  readonly report: AuditReport;
  /** `POLICY_VIOLATED`, where `fail-on` says so. */
  readonly violation?: OperationError;
  /** Whether a fix changed something; under a dry run, whether one would. */
  readonly changed: boolean;
}

/** Everything that is settled before the first request. */
interface Prepared {
  readonly parameters: AuditParameters;
  readonly context: AuditContext;
  readonly policy: Policy;
  readonly baseline: AuditPart['baseline'];
  readonly rules: ActiveRules;
  readonly scope: Scope;
  readonly startedAt: number;
  readonly rulesPage: string;
}

/** Audits a namespace, or one shard of it, against a policy. @throws OperationError, never for findings */
export async function runAudit(parameters: AuditParameters, context: AuditContext): Promise<AuditOutcome> {
  const { policy, baseline } = await readPolicies(parameters, context);
  const page = rulesPage(context.runtime);
  const opened = await openCache(parameters, context);
  try {
    const scope = scopeOf(parameters, opened.cache);
    const startedAt = context.runtime.now();
    const rules = activeRules(policy, page);
    const accepted = { version: 1 as const, accepted: [...baseline] };
    return await audit(
      { parameters, context, policy, baseline: accepted, rules, scope, startedAt, rulesPage: page },
      opened,
    );
  } catch (error) {
    await opened.writer?.discard();
    throw error;
  } finally {
    opened.cache.close();
  }
}

function scopeOf({ namespace, shard, changedSince }: AuditParameters, cache: FactCache): Scope {
  const last = changedSince === 'last-run' ? cache.previousStart : changedSince;
  return {
    namespace,
    shard: shard === undefined ? undefined : parseShard(shard),
    changedSince: last === undefined ? undefined : Date.parse(last),
  };
}

async function audit(prepared: Prepared, opened: OpenedCache): Promise<AuditOutcome> {
  const { parameters, context } = prepared;
  const { concurrency } = parameters;
  const reader = new PacedReader(context.calls, { ...context, concurrency });
  const { checkpoint, collection } = await gather(prepared, opened, reader);
  const part = toPart(prepared, collection, reader);
  const composition = await withFixes(prepared, opened, part, collection);
  const report = composeReport(composition);
  if (parameters.result !== undefined) await writePart(await context.files.pathToWrite(parameters.result), part);
  await finishCache(prepared, opened, collection, composition, report);
  await checkpoint.remove();
  const violation = violationOf(report, parameters.failOn);
  const changed = report.fixes.some((fix) => fix.status === 'mended' || fix.status === 'planned');
  return { report, changed, ...(violation ? { violation } : {}) };
}

async function gather(prepared: Prepared, { cache, writer }: OpenedCache, reader: PacedReader) {
  const { parameters, context, policy, rules, scope, startedAt } = prepared;
  const { types } = parameters;
  const clock = { now: startedAt, refreshAfter: policy.refreshAfter * dayMs };
  const judgement: Judgement = {
    rules: rules.repository,
    exemptions: prepareExemptions(policy, startedAt),
    ownerOf: ownerOf(policy),
    facts: new FactStore(reader, cache, clock),
    clock,
  };
  const { changedSince, ...question } = { ...scope, types, policy };
  const checkpoint = await openAuditCheckpoint(parameters, { ...question, limited: changedSince ?? null }, context);
  const reads = new Set([...rules.repository, ...rules.namespace].flatMap((rule) => rule.reads));
  const request = { scope, types, reads, reader, judgement, checkpoint, cacheWriter: writer, log: context.log };
  const collection = await collect(request);
  await addNamespace(prepared, judgement, reader, collection);
  return { checkpoint, collection };
}

/** The namespace itself is looked at once, by the first shard. */
async function addNamespace(
  { parameters: { namespace, types }, rules, scope }: Prepared,
  judgement: Judgement,
  reader: PacedReader,
  collection: Collection,
): Promise<void> {
  if (scope.shard && scope.shard.index !== 1) return;
  const asked = rules.namespace.filter((rule) => rule.needs !== 'totals');
  const { facts, refused } = await gatherNamespace(reader, namespace, new Set(asked.map((rule) => rule.needs)));
  const totals = { usedStorage: collection.usedStorage };
  const exempted: number[] = [];
  for (const rule of asked.filter((one) => !refused.has(one.needs))) {
    for (const breach of rule.check({ ...facts, totals })) {
      const subject = namespaceSubject(namespace, breach.member);
      const exemption = judgement.exemptions.of(rule.description.id, subject);
      if (exemption !== undefined) exempted[exemption] = (exempted[exemption] ?? 0) + 1;
      else collection.findings.push(toFinding(rule.description, subject, breach, undefined));
    }
  }
  collection.exempted = addCounts(
    collection.exempted,
    Array.from(exempted, (count) => count ?? null),
  );
  collection.undecided = addUndecided(collection.undecided, undecidedRules(asked, refused));
  const empty = types.every((type) => collection.repositories[type] === 0);
  if (empty && facts.members === undefined && !scope.shard) await requireNamespace(reader, namespace);
}

/** A list of a namespace that does not exist is empty, not missing: a slip of the hand must not pass an audit. */
async function requireNamespace(reader: PacedReader, namespace: string): Promise<void> {
  const name = encodeURIComponent(namespace);
  for (const path of [`/api/organizations/${name}/overview`, `/api/users/${name}/overview`]) {
    if ((await reader.get(path)).status !== 404) return;
  }
  throw new OperationError('HUB_NOT_FOUND', `There is no user or organization ${namespace} on the Hub.`, {
    hint: 'Check `namespace`.',
    effect: 'none',
    status: 404,
  });
}

function toPart(prepared: Prepared, collection: Collection, reader: PacedReader): AuditPart {
  const { parameters, context, policy, scope, baseline } = prepared;
  const { requests, waits, waitedMs } = reader;
  return {
    format: 'membrane-hub-audit-part',
    version: 1,
    namespace: parameters.namespace,
    types: parameters.types,
    ...(scope.shard ? { shard: shardText(scope.shard) } : {}),
    ...(scope.changedSince === undefined ? {} : { changedSince: scope.changedSince }),
    startedAt: new Date(prepared.startedAt).toISOString(),
    finishedAt: new Date(context.runtime.now()).toISOString(),
    policyDigest: digestOf(policy),
    rulesPage: prepared.rulesPage,
    policy,
    baseline,
    failOn: parameters.failOn,
    repositories: collection.repositories,
    usedStorage: collection.usedStorage,
    findings: collection.findings,
    exempted: [...collection.exempted],
    undecided: [...collection.undecided],
    audited: collection.audited,
    cost: { requests, cacheHits: collection.cacheHits, waits, waitedMs },
  };
}

async function withFixes(
  prepared: Prepared,
  { cache, writer }: OpenedCache,
  part: AuditPart,
  { fixes }: Collection,
): Promise<Composition> {
  const { parameters, context, startedAt: now } = prepared;
  const previous = cache.previous();
  const remembers = writer !== undefined;
  const plain: Composition = { parts: [part], previous, remembers, fixes: [], now, incomplete: [] };
  if (!parameters.fix) return plain;
  const { findings } = composeReport(plain);
  const { calls, log, dryRun } = context;
  return {
    ...plain,
    fixes: await applyFixes({ findings, fixes, maxFixes: parameters.maxFixes, dryRun, calls, log, now }),
  };
}

/** Repositories that were not looked at keep what is known of them; those that are gone are forgotten. */
async function finishCache(
  { scope }: Prepared,
  { cache, writer }: OpenedCache,
  { audited }: Collection,
  composition: Composition,
  report: AuditReport,
): Promise<void> {
  if (!writer) return;
  if (scope.changedSince !== undefined) {
    const done = new Set(audited);
    for (const key of cache.keys()) {
      const line = done.has(key) ? undefined : cache.line(key);
      if (line !== undefined) await writer.keep(line);
    }
  }
  // Not every system puts another file in the place of an open one.
  cache.close();
  await writer.finish(rememberRun(composition, report));
}
