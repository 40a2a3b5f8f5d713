import fc from 'fast-check';
import { expect, test } from 'vitest';
import { display, fromJson, PlainScalar, toJson } from '../../src/hub/input-value.ts';
import type { Json } from '../../src/hub/json.ts';
import type { InputProblem } from '../../src/input-problem.ts';

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

test('JSON survives the way through what a user could have written', () => {
  fc.assert(
    fc.property(json, (value) => {
      const problems: InputProblem[] = [];
      expect(toJson(fromJson(value), 'input', problems)).toEqual(value);
      expect(problems).toEqual([]);
    }),
  );
});

test.each([
  [Number.NaN, '.nan'],
  [Number.POSITIVE_INFINITY, '.inf'],
  [1e20, '100000000000000000001'],
])('%s is refused where JSON could not carry it exactly', (value, source) => {
  const problems: InputProblem[] = [];
  toJson(new Map([['n', new PlainScalar(value, source)]]), 'input.body', problems);
  expect(problems).toEqual([
    { name: 'input.body.n', message: 'is a number that JSON cannot carry exactly: put it in quotes.', given: source },
  ]);
});

test('display shows scalars shortened and never a whole document', () => {
  expect(display('x'.repeat(100))).toBe(`${'x'.repeat(80)}…`);
  expect(display(new PlainScalar(7, '007'))).toBe('007');
  expect(display(['a', 'b'])).toBe('a list of 2');
  expect(display(new Map([['secret', 'value']]))).toBe('a mapping');
});
