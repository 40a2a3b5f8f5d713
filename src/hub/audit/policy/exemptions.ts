import type { ExemptedFindings, PolicyNotice, Subject } from '../findings.ts';
import { nameMatcher, repositoryMatcher } from '../patterns.ts';
import type { ExemptionEntry, Policy } from './policy-schema.ts';

const dayMs = 86_400_000;

/** Its last day is a day it still holds, by the clock of Greenwich. */
export function hasEnded(until: string | undefined, now: number): boolean {
  return until !== undefined && now >= Date.parse(until) + dayMs;
}

export interface Exemptions {
  /** The index of the entry that exempts it. */
  of(rule: string, subject: Subject): number | undefined;
}

/** Ended entries exempt nothing. */
export function prepareExemptions(policy: Policy, now: number): Exemptions {
  const prepared = policy.exemptions.map((entry) => ({ entry, matches: subjectMatcher(entry) }));
  return {
    of(rule, subject) {
      const index = prepared.findIndex(
        ({ entry, matches }) =>
          (entry.rule === '*' || entry.rule === rule) && !hasEnded(entry.until, now) && matches(subject),
      );
      return index === -1 ? undefined : index;
    },
  };
}

function subjectMatcher({ repositories, members, types }: ExemptionEntry): (subject: Subject) => boolean {
  const ofRepository = repositories ? repositoryMatcher(repositories) : () => members === undefined;
  const ofMember = members ? nameMatcher(members) : () => repositories === undefined && types === undefined;
  return (subject) => {
    if (subject.kind === 'namespace') return ofMember(subject.member ?? '');
    return ofRepository(subject.id) && (types?.includes(subject.type) ?? true);
  };
}

/** What the entries kept out, those that kept out nothing left away. `counts` goes by index of the entry. */
export function describeExempted(policy: Policy, counts: readonly number[]): ExemptedFindings[] {
  return policy.exemptions.flatMap((entry, index) => {
    const count = counts[index] ?? 0;
    if (count === 0) return [];
    const pattern = [...(entry.repositories ?? []), ...(entry.members ?? [])].join(', ') || '*';
    const { rule, reason, until } = entry;
    return [{ rule, pattern, reason, count, ...(until === undefined ? {} : { until }) }];
  });
}

export function endedExemptions(policy: Policy, now: number): PolicyNotice[] {
  const ended = policy.exemptions.filter((entry) => hasEnded(entry.until, now));
  return ended.map((entry) => ({
    kind: 'expired-exemption',
    message: `The exemption from ${entry.rule} (${entry.reason}) ended on ${entry.until}.`,
  }));
}

/** Who to ask about a repository: the first entry of `owners` that fits. */
export function ownerOf(policy: Policy): (subject: Subject) => string | undefined {
  const owners = policy.owners.map((entry) => ({ entry, matches: repositoryMatcher(entry.repositories) }));
  return (subject) => {
    if (subject.kind === 'namespace') return undefined;
    const found = owners.find(
      ({ entry, matches }) => matches(subject.id) && (entry.types?.includes(subject.type) ?? true),
    );
    return found?.entry.owner;
  };
}
