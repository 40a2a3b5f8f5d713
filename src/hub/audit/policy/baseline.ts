import type { AcceptedFinding, Finding, PolicyNotice } from '../findings.ts';
import { hasEnded } from './exemptions.ts';
import type { BaselineEntry } from './policy-schema.ts';

export interface BaselineOutcome {
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly notices: readonly PolicyNotice[];
}

/** Takes the accepted findings out of all. An entry that has ended accepts nothing, and one that meets nothing is told. */
export function applyBaseline(
  all: readonly Finding[],
  baseline: readonly BaselineEntry[],
  now: number,
): BaselineOutcome {
  const holding = new Map(
    baseline.filter((entry) => !hasEnded(entry.until, now)).map((entry) => [entry.fingerprint, entry]),
  );
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of all) {
    const entry = holding.get(finding.fingerprint);
    if (!entry) findings.push(finding);
    else accepted.push({ finding, reason: entry.reason, ...(entry.until === undefined ? {} : { until: entry.until }) });
  }
  const seen = new Set(all.map((finding) => finding.fingerprint));
  return { findings, accepted, notices: baseline.flatMap((entry) => noticeOf(entry, seen, now)) };
}

function noticeOf(entry: BaselineEntry, seen: ReadonlySet<string>, now: number): PolicyNotice[] {
  const what = [entry.rule, entry.subject].filter((part) => part !== undefined).join(' in ') || entry.fingerprint;
  if (hasEnded(entry.until, now)) {
    if (!seen.has(entry.fingerprint)) return [];
    return [{ kind: 'expired-baseline', message: `The acceptance of ${what} ended on ${entry.until}.` }];
  }
  if (seen.has(entry.fingerprint)) return [];
  return [{ kind: 'unused-baseline', message: `The accepted finding ${what} is no longer found: remove its entry.` }];
}
