import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openHubClock } from '../../../src/hub/read-back/hub-clock.ts';

const sentAt = Date.parse('2026-11-23T12:00:00Z');
const at = (seconds: number) => new Date(sentAt + seconds * 1000).toISOString();

describe("with the servers' own time", () => {
  test.each([
    [0.5, 'since'],
    [-1, 'since'],
    [30, 'since'],
    [-30, 'unclear'],
    [-61, 'before'],
    [-86_400, 'before'],
  ] as const)('%f s after the sending is %s, however wrong the runner is', (seconds, age) => {
    for (const wrong of [0, 7_200_000, -7_200_000]) {
      const clock = openHubClock(sentAt + wrong, () => sentAt + wrong + 1_000);
      clock.note({ date: new Date(sentAt + 1_000).toUTCString() });
      expect(clock.age(at(seconds))).toBe(age);
    }
  });
});

describe("by the runner's clock alone", () => {
  const clock = openHubClock(sentAt, () => sentAt + 1_000);
  test.each([
    [0.5, 'since'],
    [-61, 'unclear'],
    [-3_600, 'unclear'],
    [-86_401, 'before'],
    [3_600, 'unclear'],
  ] as const)('%f s after the sending is %s', (seconds, age) => {
    expect(clock.age(at(seconds))).toBe(age);
  });
});

test('no date from outside is taken for one, or throws', () => {
  const clock = openHubClock(sentAt, () => sentAt);
  fc.assert(
    fc.property(fc.anything(), fc.string(), (date, header) => {
      clock.note({ date: `x${header}` });
      expect(typeof date === 'string' || clock.age(date) === 'unclear').toBe(true);
      expect(['since', 'before', 'unclear']).toContain(clock.age(date));
    }),
    { seed: 5, numRuns: 2_000 },
  );
});
