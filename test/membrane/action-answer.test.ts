import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { readAction, readActionPage, readActionResult } from '../../src/membrane/action-answer.ts';

test('a page holds the actions, and where the next one begins', () => {
  const items = [
    { id: 'a', key: 'k', inputSchema: { type: 'object' } },
    { id: 'b', key: '' },
    { key: 'without an id' },
    null,
    7,
  ];
  const page = readActionPage({ items, cursor: 'next' });
  expect(page.cursor).toBe('next');
  expect(page.actions.map(({ id, key }) => [id, key])).toEqual([
    ['a', 'k'],
    ['b', undefined],
  ]);
  expect(readActionPage([{ id: 'a' }])).toMatchObject({ actions: [{ id: 'a' }], cursor: undefined });
  expect(readActionPage({ items: [], cursor: '' }).cursor).toBeUndefined();
});

test('a result has its output, and the id of its run where there is one', () => {
  expect(readActionResult({ output: { a: 1 }, actionRunId: 'r' })).toEqual({ output: { a: 1 }, actionRunId: 'r' });
  expect(readActionResult({})).toEqual({ output: null, actionRunId: undefined });
});

test('any other shape is a coded error', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (answer) => {
      for (const read of [readAction, readActionPage, readActionResult]) {
        try {
          read(answer);
        } catch (error) {
          expect(error).toBeInstanceOf(OperationError);
        }
      }
    }),
    { seed: 29, numRuns: 1000 },
  );
  for (const answer of [null, 'text', 7, [], { id: '' }]) expect(() => readAction(answer)).toThrow(OperationError);
  for (const answer of [null, 'text', 7, [1], { level: 'info' }])
    expect(() => readActionResult(answer)).toThrow(OperationError);
});
