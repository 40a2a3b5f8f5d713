import { expect, test } from 'vitest';
import { describeOperations } from '../../src/hub/describe-operations.ts';
import { operationCases, playOperations } from './play-operations.ts';

test('every operation of the catalogue has a case, and every case an operation', () => {
  expect(Object.keys(operationCases).toSorted()).toEqual(
    describeOperations()
      .map(({ key }) => key)
      .toSorted(),
  );
});

// The CLI with the other two dialects is played in operations.slow.ts: a process for each call takes its time.
playOperations('canonical', ['cli', 'api']);
playOperations('renamed', ['api']);
playOperations('none', ['api']);
