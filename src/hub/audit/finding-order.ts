import { auditedTypes, type Finding, type Subject, severities } from './findings.ts';

/** Worst first; the order is whole, so that it is the same on every machine and in every run. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (one, other) =>
      severities.indexOf(other.severity) - severities.indexOf(one.severity) ||
      compareText(one.subject.id, other.subject.id) ||
      compareText(kindOf(one.subject), kindOf(other.subject)) ||
      compareText(one.rule, other.rule) ||
      compareText(one.path ?? '', other.path ?? '') ||
      compareText(one.fingerprint, other.fingerprint),
  );
}

/** The namespace before its repositories. */
function kindOf(subject: Subject): string {
  return subject.kind === 'repository' ? `1${auditedTypes.indexOf(subject.type)}` : `0${subject.member ?? ''}`;
}

/** Code units, not a language's order. */
function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
