import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenDiscussions } from '../../../src/hub/audit/facts/open-discussions.ts';
import { readRecord } from '../../../src/hub/audit/repository-record.ts';
import { staleDiscussion } from '../../../src/hub/audit/rules/discussions.ts';

const dayMs = 86_400_000;
const begin = Date.UTC(2026, 0, 1);

interface Life {
  readonly num: number;
  readonly opened: number;
  readonly closed: number;
}

const lives = fc.array(fc.record({ opened: fc.nat(120), lasts: fc.integer({ min: 1, max: 200 }) }), { maxLength: 8 });

/** What the Hub would answer on that day, oldest first. */
function answerOn(day: number, all: readonly Life[]): OpenDiscussions {
  const open = all.filter((one) => one.opened <= day && day < one.closed);
  const sorted = open.toSorted((one, other) => one.opened - other.opened);
  return {
    disabled: false,
    open: sorted.map(({ num, opened }) => ({
      num,
      createdAt: new Date(begin + opened * dayMs).toISOString(),
      pullRequest: false,
    })),
  };
}

test('an earlier answer is used only where a new one would decide the same', () => {
  const record = readRecord('model', { id: 'my-org/a' });
  if (!record) throw new Error('no record');
  let reused = 0;
  fc.assert(
    fc.property(
      lives,
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
      (given, days, steps) => {
        const all = given.map(({ opened, lasts }, index) => ({ num: index + 1, opened, closed: opened + lasts }));
        const { need, check } = staleDiscussion.prepareWith({ days });
        let day = 0;
        let known = { value: answerOn(0, all), at: begin };
        for (const step of steps) {
          day += step;
          const clock = { now: begin + day * dayMs, refreshAfter: 7 * dayMs };
          const fresh = answerOn(day, all);
          const holds = need?.stillHolds({ discussions: known.value }, { at: known.at, sameCommit: true }, clock);
          if (holds === true) reused += 1;
          else known = { value: fresh, at: clock.now };
          const decided = check(record, { discussions: known.value }, clock).length > 0;
          expect(decided).toBe(check(record, { discussions: fresh }, clock).length > 0);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(reused).toBeGreaterThan(100);
});
