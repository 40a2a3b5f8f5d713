import { expect, test } from 'vitest';
import { spaceOnlyProblems, visibilityProblems } from '../../../src/hub/operations/visibility-rules.ts';

test.each([
  [{ private: true }, []],
  [{ visibility: 'private' }, []],
  [{ visibility: 'protected', type: 'space' }, []],
  [{ visibility: 'protected', type: 'model' }, ['input.visibility']],
  [{ visibility: 'private', private: true }, ['input.private']],
])('%j', (params, names) => {
  expect(visibilityProblems(params).map(({ name }) => name)).toEqual(names);
});

test('what only a Space has is refused elsewhere, by the name that the documentation uses', () => {
  const params = { sdk: 'gradio', sleepTimeSeconds: 5 };
  expect(spaceOnlyProblems({ type: 'space', ...params })).toEqual([]);
  expect(spaceOnlyProblems({ type: 'model', ...params }).map(({ name }) => name)).toEqual([
    'input.sdk',
    'input.sleep-time-seconds',
  ]);
});
