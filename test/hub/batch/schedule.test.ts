import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntryOutcome } from '../../../src/hub/batch/entry-result.ts';
import { runScheduled } from '../../../src/hub/batch/schedule.ts';

const done: EntryOutcome = { kind: 'done', result: { status: 'succeeded', changed: false, output: 1, headline: '' } };
const go = () => undefined;

test('one at a time is in the order of the list', async () => {
  const started: string[] = [];
  const entries = [
    { name: 'a', needs: [] },
    { name: 'b', needs: ['a'] },
    { name: 'c', needs: [] },
  ];
  const run = async ({ name }: { name: string }) => {
    started.push(name);
    await delay(1);
    return done;
  };
  await runScheduled(entries, { concurrency: 1, run, stopped: go });
  expect(started).toEqual(['a', 'b', 'c']);
});

test('never more at a time than allowed, none before what it needs, and each one once', async () => {
  const lists = fc.array(fc.array(fc.nat(20), { maxLength: 3 }), { maxLength: 12 }).map((needs) =>
    needs.map((earlier, index) => ({
      name: `${index}`,
      needs: index === 0 ? [] : [...new Set(earlier.map((one) => `${one % index}`))],
    })),
  );
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: 1, max: 4 }), async (entries, concurrency) => {
      let running = 0;
      const finished: string[] = [];
      const run = async ({ name, needs }: { name: string; needs: readonly string[] }) => {
        running += 1;
        expect(running).toBeLessThanOrEqual(concurrency);
        for (const needed of needs) expect(finished).toContain(needed);
        await delay(0);
        finished.push(name);
        running -= 1;
        return done;
      };
      await runScheduled(entries, { concurrency, run, stopped: go });
      expect(finished.toSorted()).toEqual(entries.map(({ name }) => name).toSorted());
    }),
    { seed: 20_261_123, numRuns: 60 },
  );
});

test('what needs something that failed is not started', async () => {
  const failed: EntryOutcome = { kind: 'not-started', why: 'x' };
  const entries = [
    { name: 'a', needs: [] },
    { name: 'b', needs: ['a'] },
    { name: 'c', needs: ['b'] },
  ];
  const outcomes = await runScheduled(entries, { concurrency: 2, run: async () => failed, stopped: go });
  expect(outcomes.get('c')).toEqual({ kind: 'not-started', why: "it needs what 'b' answers" });
});
