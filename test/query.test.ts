import { expect, test } from 'vitest';
import { readQuery } from '../src/query.ts';

function problemOf(expression: string) {
  const reading = readQuery('query', expression);
  return 'problem' in reading ? reading.problem : undefined;
}

test.each([
  ['[].id', [{ id: 1 }, { id: 2 }], [1, 2]],
  ['length(@)', [1, 2, 3], 3],
  ['nothing', { a: 1 }, null],
  ['@', undefined, null],
])('%s of %j', (expression, value, expected) => {
  const reading = readQuery('query', expression);
  expect('query' in reading && reading.query.apply(value)).toEqual(expected);
});

test.each([
  ['a[', '  ^'],
  ['a..b', '  ^'],
  ['a | b ||', '        ^'],
  ['ok.é', '   ^'],
  ['lenght(a)', '^'],
  ['a.b[?foo(x)]', '     ^'],
])('the caret stands under the mistake of %s', (expression, caret) => {
  expect(problemOf(expression)?.message.split('\n').at(-1)).toBe(`    ${caret}`);
});

test('an unknown function has a near name', () => expect(problemOf('lenght(a)')?.suggestion).toBe('length'));

test('a result that does not fit is told as done', () => {
  const reading = readQuery('query', 'length(a)');
  expect(() => 'query' in reading && reading.query.apply({ a: 1 })).toThrow(
    /was carried out, but its result does not fit query/,
  );
});
