import { expect, test } from 'vitest';
import { evaluated, fillIn, holds } from './workflow-expressions.ts';

const open = '$' + '{{';
const contexts = { github: { event: { title: 'It\'s "}}" all' } }, steps: { one: { outputs: { count: '2' } } } };

test.each([
  [`${open} github.event.title }}`, 'It\'s "}}" all'],
  [`title: ${open} toJSON(github.event.title) }}`, 'title: "It\'s \\"}}\\" all"'],
  [`${open} format('{0}}}{1}', 'a', steps.one.outputs.count) }}-${open} github.event.missing || 'none' }}`, 'a}2-none'],
  ['no expression', 'no expression'],
])('%s', (text, expected) => {
  expect(fillIn(text, contexts)).toBe(expected);
});

test.each([
  `${open} unknown.context }}`,
  `${open} unknown() }}`,
  `${open} 1 + 1 }}`,
  `${open} 'no end`,
  `${open} success() }}`,
])('%s is an error', (text) => {
  expect(() => fillIn(text, contexts)).toThrow();
});

test.each([
  [undefined, true, false],
  ["steps.one.outputs.count == '2'", true, false],
  [`${open} steps.one.outputs.count == '3' }}`, false, false],
  ['always()', true, true],
  ["failure() && github.event.title != ''", false, true],
  ['!cancelled()', true, true],
])('if: %s', (condition, whileWell, afterFailure) => {
  expect(holds(condition, contexts, { failed: false })).toBe(whileWell);
  expect(holds(condition, contexts, { failed: true })).toBe(afterFailure);
});

test('a matrix is a value, not a text', () => {
  expect(evaluated(`${open} fromJSON('{"include":[{"a":1}]}') }}`, contexts)).toEqual({ include: [{ a: 1 }] });
});
