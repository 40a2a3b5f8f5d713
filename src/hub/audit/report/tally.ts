import type { AuditReport, Finding, RepositorySubject, RuleDescription, Severity, Subject } from '../findings.ts';
import { severities } from '../findings.ts';

/** As people read them: the worst first. */
export const worstFirst: readonly Severity[] = severities.toReversed();

export type Counts = Record<Severity, number>;

/** The findings that share something: a rule, a repository, an owner. */
export interface Tally {
  readonly counts: Counts;
  total: number;
  /** How many of them the last run did not have. */
  new: number;
}

export interface RuleTally extends Tally {
  readonly rule: RuleDescription;
}

export interface RepositoryTally extends Tally {
  readonly subject: RepositorySubject;
  readonly owners: Set<string>;
  readonly rules: Set<string>;
}

export interface OwnerTally extends Tally {
  /** Missing for findings that nobody owns. */
  readonly owner: string | undefined;
  readonly repositories: Set<string>;
}

export interface SeverityTally {
  readonly severity: Severity;
  readonly count: number;
  readonly new: number;
  readonly mended: number;
}

/** What every report shows of the findings beside themselves, worst first. */
export interface Tallies {
  readonly bySeverity: readonly SeverityTally[];
  /** Rules with findings, then those that hold. */
  readonly byRule: readonly RuleTally[];
  readonly byRepository: readonly RepositoryTally[];
  readonly byOwner: readonly OwnerTally[];
  readonly newFindings: readonly Finding[];
  /** The score's change since the last run; missing where none is known. */
  readonly scoreChange: number | undefined;
}

export function talliesOf(report: AuditReport): Tallies {
  const isNew = new Set(report.comparison?.new);
  return {
    bySeverity: bySeverity(report, isNew),
    byRule: byRule(report, isNew),
    byRepository: byRepository(report.findings, isNew),
    byOwner: byOwner(report.findings, isNew),
    newFindings: report.findings.filter((finding) => isNew.has(finding.fingerprint)),
    scoreChange: report.comparison && rounded(report.score.value - report.comparison.previousScore),
  };
}

/** A repository's own name is not enough: a model and a dataset may share one. */
export function subjectKey(subject: Subject): string {
  return subject.kind === 'repository' ? `${subject.type} ${subject.id}` : `namespace ${subject.id}`;
}

function bySeverity(report: AuditReport, isNew: ReadonlySet<string>): SeverityTally[] {
  const fresh = emptyTally();
  for (const finding of report.findings) if (isNew.has(finding.fingerprint)) fresh.counts[finding.severity] += 1;
  const mended = emptyTally();
  for (const { severity } of report.comparison?.mended ?? []) mended.counts[severity] += 1;
  return worstFirst.map((severity) => ({
    severity,
    count: report.counts.bySeverity[severity],
    new: fresh.counts[severity],
    mended: mended.counts[severity],
  }));
}

function byRule(report: AuditReport, isNew: ReadonlySet<string>): RuleTally[] {
  const tallies = new Map(report.rules.map((rule): [string, RuleTally] => [rule.id, { ...emptyTally(), rule }]));
  for (const finding of report.findings) {
    const tally = tallies.get(finding.rule) ?? { ...emptyTally(), rule: unlistedRule(finding) };
    tallies.set(finding.rule, tally);
    count(tally, finding, isNew);
  }
  return [...tallies.values()].sort(worse);
}

function byRepository(findings: readonly Finding[], isNew: ReadonlySet<string>): RepositoryTally[] {
  const tallies = new Map<string, RepositoryTally>();
  for (const finding of findings) {
    const { subject } = finding;
    if (subject.kind !== 'repository') continue;
    const key = subjectKey(subject);
    const tally = tallies.get(key) ?? { ...emptyTally(), subject, owners: new Set(), rules: new Set() };
    tallies.set(key, tally);
    count(tally, finding, isNew);
    tally.rules.add(finding.rule);
    if (finding.owner) tally.owners.add(finding.owner);
  }
  return [...tallies.values()].sort(worse);
}

/** Those whom nobody owns come last: there is nobody to ask. */
function byOwner(findings: readonly Finding[], isNew: ReadonlySet<string>): OwnerTally[] {
  const tallies = new Map<string | undefined, OwnerTally>();
  for (const finding of findings) {
    const owner = finding.owner || undefined;
    const tally = tallies.get(owner) ?? { ...emptyTally(), owner, repositories: new Set() };
    tallies.set(owner, tally);
    count(tally, finding, isNew);
    if (finding.subject.kind === 'repository') tally.repositories.add(subjectKey(finding.subject));
  }
  const nobody = (tally: OwnerTally): number => (tally.owner === undefined ? 1 : 0);
  return [...tallies.values()].sort((a, b) => nobody(a) - nobody(b) || worse(a, b));
}

function count(tally: Tally, finding: Finding, isNew: ReadonlySet<string>): void {
  tally.counts[finding.severity] += 1;
  tally.total += 1;
  if (isNew.has(finding.fingerprint)) tally.new += 1;
}

function emptyTally(): Tally {
  return { counts: { low: 0, medium: 0, high: 0, critical: 0 }, total: 0, new: 0 };
}

/** One critical finding is worse than any number of high ones. */
function worse(a: Tally, b: Tally): number {
  for (const severity of worstFirst) {
    const difference = b.counts[severity] - a.counts[severity];
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A merged report may hold findings of a rule that this policy no longer lists. */
function unlistedRule({ rule, severity, mend }: Finding): RuleDescription {
  return { id: rule, title: rule, severity, protects: '', mend, fixable: false, custom: true, helpUrl: '' };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
