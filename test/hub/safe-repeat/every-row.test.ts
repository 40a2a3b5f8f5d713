import { describe, expect, test } from 'vitest';
import { safeRepeatsPage } from '../../../scripts/docs/safe-repeats-page.ts';
import { catalogue } from '../../../src/hub/catalogue.ts';
import { expectOneWrite, repeatableCases, runTwiceHere, type TwoRuns } from '../../action/safe-repeat-runs.ts';

const runs: TwoRuns[] = [];

describe.each(['skip', 'update'] as const)('with if-exists: %s', (mode) => {
  test.each(repeatableCases())('%s is sent once', async (...repeated) => {
    const twice = await runTwiceHere(repeated, mode);
    expectOneWrite(twice);
    runs.push(twice);
  });
});

// The page is the file that this writes: `npx vitest run test/hub/safe-repeat/every-row.test.ts --update`.
test('as docs/safe-repeats.md counts it', async () => {
  await expect(safeRepeatsPage(runs)).toMatchFileSnapshot('../../../docs/safe-repeats.md');
});

test('every write is compared, but for those that are meant to do the same once more', () => {
  const others = catalogue.filter((row) => row.kind === 'hub' && row.effect === 'write' && row.repeat === undefined);
  expect(others.map(({ key }) => key).toSorted()).toEqual([
    'comment-discussion',
    'remove-collection-item',
    'restart-space',
  ]);
});
