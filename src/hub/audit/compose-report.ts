import { hubAddress } from '../hub-request.ts';
import { addUndecided, namespaceSubject, toFinding } from './evaluate.ts';
import type { PreviousRun, RememberedRun } from './fact-cache.ts';
import { inOrder } from './finding-order.ts';
import type { RememberedFinding } from './finding-schema.ts';
import type { AuditReport, Comparison, Finding, FixOutcome, IncompleteReason, Subject } from './findings.ts';
import { type AuditPart, addCounts } from './part.ts';
import { activeRules } from './policy/active-rules.ts';
import { applyBaseline } from './policy/baseline.ts';
import { describeExempted, endedExemptions, prepareExemptions } from './policy/exemptions.ts';
import { scoreOf } from './score.ts';

export interface Composition {
  /** One whole audit, or the shards of one: of the same namespace, policy and question. */
  readonly parts: readonly [AuditPart, ...AuditPart[]];
  readonly previous: PreviousRun | undefined;
  /** Whether findings are remembered from run to run, so that `firstSeen` means something. */
  readonly remembers: boolean;
  readonly fixes: readonly FixOutcome[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly incomplete: readonly IncompleteReason[];
}

/** One report of the parts: the same whether the namespace was audited at once or in shards. */
export function composeReport(composition: Composition): AuditReport {
  const { parts, previous, now } = composition;
  const [first] = parts;
  const joined = join(composition);
  const { findings, accepted, notices } = applyBaseline(joined.findings, first.baseline.accepted, now);
  const sorted = inOrder(findings);
  const comparison = previous && compare(composition, previous, joined.findings, sorted, accepted);
  const total = sum(Object.values(joined.repositories));
  const whole = isWhole(parts);
  return {
    namespace: first.namespace,
    namespaceUrl: `${hubAddress}/${encodeURIComponent(first.namespace)}`,
    types: first.types,
    startedAt: earliest(parts.map((part) => part.startedAt)),
    finishedAt: latest(parts.map((part) => part.finishedAt)),
    policyDigest: first.policyDigest,
    ...(parts.length === 1 && first.shard !== undefined ? { shard: first.shard } : {}),
    rules: activeRules(first.policy, first.rulesPage).descriptions,
    repositories: joined.repositories,
    repositoriesTotal: total,
    repositoriesAffected: new Set(sorted.flatMap(({ subject }) => repositoryKey(subject) ?? [])).size,
    counts: countsOf(composition, sorted),
    score: scoreOf(sorted, total),
    findings: sorted,
    accepted,
    exempted: describeExempted(first.policy, joined.exempted),
    notices: [
      ...endedExemptions(first.policy, now),
      ...notices.filter(({ kind }) => whole || kind !== 'unused-baseline'),
    ],
    ...(comparison ? { comparison } : {}),
    fixes: composition.fixes,
    cost: costOf(parts),
    incomplete: [...composition.incomplete, ...joined.incomplete],
  };
}

function join(composition: Composition) {
  const { parts } = composition;
  const exemptedTotals: number[] = [];
  const mended = new Set(composition.fixes.filter((fix) => fix.status === 'mended').map((fix) => fix.fingerprint));
  const own = parts.flatMap((part) => part.findings).filter((finding) => !mended.has(finding.fingerprint));
  const all = [...own, ...findingsOfTotals(composition, exemptedTotals)];
  const undecided = parts.reduce((known: AuditPart['undecided'], part) => addUndecided(known, part.undecided), []);
  return {
    findings: composition.remembers ? withFirstSeen(all, composition) : all,
    exempted: [...parts.map((part) => part.exempted), exemptedTotals].reduce<readonly number[]>(addCounts, []),
    repositories: addTypes(parts.map((part) => part.repositories)),
    incomplete: undecided.map(({ rules, reason, count }) => ({
      rules,
      message: reason,
      ...(count > 0 ? { repositories: count } : {}),
    })),
  };
}

/** Rules over sums: a shard alone, or the repositories changed of late, would only see a part of them. */
function findingsOfTotals({ parts, now }: Composition, exempted: number[]): Finding[] {
  if (!isWhole(parts)) return [];
  const [{ namespace, policy, rulesPage }] = parts;
  const totals = { usedStorage: addTypes(parts.map((part) => part.usedStorage)) };
  const exemptions = prepareExemptions(policy, now);
  const subject = namespaceSubject(namespace);
  const rules = activeRules(policy, rulesPage).namespace.filter((rule) => rule.needs === 'totals');
  return rules.flatMap((rule) => {
    const breaches = rule.check({ totals });
    const exemption = exemptions.of(rule.description.id, subject);
    if (exemption === undefined) return breaches.map((one) => toFinding(rule.description, subject, one, undefined));
    exempted[exemption] = (exempted[exemption] ?? 0) + breaches.length;
    return [];
  });
}

/** Not one shard of several, and not only what changed of late. */
function isWhole(parts: Composition['parts']): boolean {
  const [{ shard, changedSince }] = parts;
  return changedSince === undefined && (parts.length > 1 || shard === undefined || shard === '1/1');
}

function withFirstSeen(findings: readonly Finding[], { parts, previous }: Composition): Finding[] {
  const remembered = new Map(previous?.findings.map((one) => [one.fingerprint, one.firstSeen]));
  const startedAt = earliest(parts.map((part) => part.startedAt));
  return findings.map((finding) => ({ ...finding, firstSeen: remembered.get(finding.fingerprint) ?? startedAt }));
}

function compare(
  { parts }: Composition,
  previous: PreviousRun,
  all: readonly Finding[],
  counted: readonly Finding[],
  accepted: AuditReport['accepted'],
): Comparison {
  const before = new Set(previous.findings.map((finding) => finding.fingerprint));
  const still = new Set(all.map((finding) => finding.fingerprint));
  const acceptedNow = new Set(accepted.map(({ finding }) => finding.fingerprint));
  const wasAsked = askedFilter(parts);
  const gone = previous.findings.filter((finding) => !still.has(finding.fingerprint) && wasAsked(finding));
  const countedBefore = previous.findings.filter((finding) => !acceptedNow.has(finding.fingerprint));
  return {
    previousFinishedAt: previous.finishedAt,
    previousScore: scoreOf(countedBefore, previous.repositories).value,
    new: counted.flatMap(({ fingerprint }) => (before.has(fingerprint) ? [] : [fingerprint])),
    mended: gone.map(({ fingerprint, rule, severity, subject }) => ({ fingerprint, rule, severity, subject })),
  };
}

/** What was not looked at has not been mended. */
function askedFilter(parts: Composition['parts']): (finding: RememberedFinding) => boolean {
  if (isWhole(parts)) return () => true;
  const [{ policy, rulesPage, changedSince }] = parts;
  const sums = activeRules(policy, rulesPage).namespace.filter((rule) => rule.needs === 'totals');
  const ofSums = new Set(sums.map((rule) => rule.description.id));
  const audited = new Set(parts.flatMap((part) => part.audited));
  return ({ rule, subject }) => {
    if (ofSums.has(rule)) return false;
    return changedSince === undefined || subject.kind === 'namespace' || audited.has(repositoryKey(subject) ?? '');
  };
}

/** What the next run is to know of this one; a finding in what was not looked at stays as it was. */
export function rememberRun(composition: Composition, report: AuditReport): RememberedRun {
  const { parts, previous } = composition;
  const partial = parts[0].changedSince !== undefined && previous !== undefined;
  return {
    startedAt: report.startedAt,
    finishedAt: report.finishedAt,
    repositories: partial ? previous.repositories : report.repositoriesTotal,
    findings: rememberedFindings(report, partial ? untouched(composition, previous, report) : []),
  };
}

function* currentFindings({ findings, accepted }: AuditReport): Generator<Finding> {
  yield* findings;
  for (const { finding } of accepted) yield finding;
}

function* rememberedFindings(report: AuditReport, others: readonly RememberedFinding[]): Generator<RememberedFinding> {
  for (const finding of currentFindings(report)) yield remember(finding);
  yield* others;
}

function untouched({ parts }: Composition, previous: PreviousRun, report: AuditReport): RememberedFinding[] {
  const wasAsked = askedFilter(parts);
  const known = new Set<string>();
  for (const { fingerprint } of currentFindings(report)) known.add(fingerprint);
  return previous.findings.filter((finding) => !wasAsked(finding) && !known.has(finding.fingerprint));
}

function remember({ fingerprint, rule, severity, subject, firstSeen }: Finding): RememberedFinding {
  return { fingerprint, rule, severity, subject, ...(firstSeen === undefined ? {} : { firstSeen }) };
}

function countsOf({ parts }: Composition, findings: readonly Finding[]): AuditReport['counts'] {
  const { descriptions } = activeRules(parts[0].policy, parts[0].rulesPage);
  const byRule = new Map(descriptions.map((rule) => [rule.id, 0]));
  const bySeverity = { low: 0, medium: 0, high: 0, critical: 0 };
  for (const { rule, severity } of findings) {
    byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
    bySeverity[severity] += 1;
  }
  return { bySeverity, byRule: Object.fromEntries(byRule) };
}

function costOf(parts: Composition['parts']): AuditReport['cost'] {
  return {
    requests: sum(parts.map((part) => part.cost.requests)),
    cacheHits: sum(parts.map((part) => part.cost.cacheHits)),
    waits: sum(parts.map((part) => part.cost.waits)),
    waitedMs: sum(parts.map((part) => part.cost.waitedMs)),
  };
}

function repositoryKey(subject: Subject): string | undefined {
  return subject.kind === 'repository' ? `${subject.type}:${subject.id}` : undefined;
}

function addTypes(counts: readonly AuditPart['repositories'][]): AuditPart['repositories'] {
  return {
    model: sum(counts.map((one) => one.model)),
    dataset: sum(counts.map((one) => one.dataset)),
    space: sum(counts.map((one) => one.space)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function earliest(dates: readonly string[]): string {
  return dates.toSorted()[0] ?? '';
}

function latest(dates: readonly string[]): string {
  return dates.toSorted().at(-1) ?? '';
}
