import { z } from 'zod';
import type { OpenDiscussions } from '../facts/open-discussions.ts';
import type { RepositoryRecord } from '../repository-record.ts';
import { type Breach, type Clock, defineRepositoryRule, type EarlierFact } from '../rule.ts';
import { dayMs, days, daysSince } from './options.ts';

/** Numbered in a finding's evidence; the page of discussions shows the rest. */
const namedDiscussions = 5;

/**
 * An answer of an earlier run decides until the oldest open discussion it saw could have become too old: what was
 * opened since then is younger than that.
 */
function decidesStill(earlier: EarlierFact<OpenDiscussions>, limit: number, pulls: boolean, { now }: Clock): boolean {
  const dates = ofKind(earlier.value, pulls).map((one) => Date.parse(one.createdAt));
  const oldest = Math.min(earlier.at, ...dates.filter((date) => !Number.isNaN(date)));
  return now < oldest + limit * dayMs;
}

function ofKind(value: OpenDiscussions, pulls: boolean) {
  return value.open.filter((one) => one.pullRequest === pulls);
}

function staleOnes(found: OpenDiscussions | undefined, pulls: boolean, limit: number, { now }: Clock): Breach[] {
  const stale = found ? ofKind(found, pulls).filter((one) => (daysSince(one.createdAt, now) ?? 0) >= limit) : [];
  const [oldest] = stale;
  if (!oldest) return [];
  const what = pulls ? 'pull request' : 'discussion';
  return [
    {
      message: `${stale.length} open ${what}${stale.length === 1 ? '' : 's'} older than ${limit} days; the oldest is #${oldest.num}, ${daysSince(oldest.createdAt, now)} days old.`,
      evidence: stale.slice(0, namedDiscussions).map((one) => `#${one.num}: ${one.createdAt.slice(0, 10)}`),
    },
  ];
}

const always = () => true;

export const staleDiscussion = defineRepositoryRule({
  id: 'stale-discussion',
  title: 'Discussions are answered',
  severity: 'low',
  protects: 'People who report a problem and wait.',
  mend: 'Answer the discussion and close it.',
  types: ['model', 'dataset', 'space'],
  reads: [],
  options: { days: days(30, 'Days an open discussion may wait.') },
  needs: {
    fact: 'discussions',
    inQuestion: always,
    stillHolds: (earlier, options, clock) => decidesStill(earlier, options.days, false, clock),
  },
  prepare({ days: limit }) {
    return (_record, { discussions }, clock) => staleOnes(discussions, false, limit, clock);
  },
});

export const stalePullRequest = defineRepositoryRule({
  id: 'stale-pull-request',
  title: 'Pull requests are reviewed',
  severity: 'low',
  protects: 'Offered work: conversions to safetensors and mended cards arrive as pull requests.',
  mend: 'Merge or close the pull request.',
  types: ['model', 'dataset', 'space'],
  reads: [],
  options: { days: days(30, 'Days an open pull request may wait.') },
  needs: {
    fact: 'discussions',
    inQuestion: always,
    stillHolds: (earlier, options, clock) => decidesStill(earlier, options.days, true, clock),
  },
  prepare({ days: limit }) {
    return (_record, { discussions }, clock) => staleOnes(discussions, true, limit, clock);
  },
});

export const discussionsDisabled = defineRepositoryRule({
  id: 'discussions-disabled',
  title: 'Discussions are open',
  severity: 'low',
  protects: 'The way by which users report problems.',
  mend: "Turn discussions on in the repository's settings.",
  fixable: true,
  types: ['model', 'dataset', 'space'],
  reads: [],
  options: { publicOnly: z.boolean().default(true).describe('Whether private repositories are left out.') },
  needs: {
    fact: 'discussions',
    inQuestion: (record: RepositoryRecord, { publicOnly }) => !publicOnly || record.private !== true,
    stillHolds: ({ value, at }, _options, { now, refreshAfter }) => !value.disabled && now - at < refreshAfter,
  },
  prepare({ publicOnly }) {
    return (record, { discussions }) =>
      discussions?.disabled === true && !(publicOnly && record.private === true)
        ? [
            {
              message: 'Its discussions are off.',
              evidence: ['discussions: disabled'],
              fix: { kind: 'settings', settings: { discussionsDisabled: false } },
            },
          ]
        : [];
  },
});
