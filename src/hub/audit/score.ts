import type { AuditScore, Severity, Subject } from './findings.ts';

/** A critical finding takes a repository's whole share, twenty low ones as well. */
const weights: Readonly<Record<Severity, number>> = { low: 1, medium: 4, high: 10, critical: 20 };
const wholeShare = 20;

const formula =
  'Each repository, and the namespace itself, begins with 100 points and loses 5 for a low finding, 20 for a medium, ' +
  '50 for a high and all for a critical one, down to 0; the score is their mean.';

/** `repositories`: how many were audited, those without findings included. */
export function scoreOf(
  findings: Iterable<{ readonly severity: Severity; readonly subject: Subject }>,
  repositories: number,
): AuditScore {
  const bySubject = new Map<string, number>();
  for (const { severity, subject } of findings) {
    const key = subject.kind === 'repository' ? `${subject.type}:${subject.id}` : 'namespace';
    bySubject.set(key, (bySubject.get(key) ?? 0) + weights[severity]);
  }
  let lost = 0;
  for (const weight of bySubject.values()) lost += Math.min(1, weight / wholeShare);
  const subjects = repositories + 1;
  const value = Math.max(0, 100 * (1 - lost / Math.max(subjects, bySubject.size)));
  // Rounded down: 100 is only said where nothing was found.
  return { value: Math.floor(value * 10) / 10, formula };
}
