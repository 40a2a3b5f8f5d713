import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coerceToSchema } from '../../src/hub/coerce-to-schema.ts';
import type { InputValue } from '../../src/hub/input-value.ts';
import { documentOf } from './request-of.ts';

function written(text: string): InputValue {
  return documentOf(`value: ${text}`).get('value') ?? '';
}

const text = { type: 'string' };
const gated = {
  anyOf: [
    { type: 'string', enum: ['auto', 'manual'] },
    { type: 'boolean', const: false },
  ],
};

test.each(['1.0', 'no', '2026-01-01', '007', '1e3', '~', 'on', 'true', '0x1F', 'null', '.inf', '1_000'])(
  '%s stays what was written where text is asked for',
  (source) => {
    expect(coerceToSchema(written(source), text, 'input.tag')).toEqual({ ok: true, value: source });
  },
);

test.each([
  ['true', { type: 'boolean' }, true],
  ['"false"', { type: 'boolean' }, false],
  ['FALSE', { type: 'boolean' }, false],
  ['12', { type: 'integer' }, 12],
  ['"12"', { type: 'integer' }, 12],
  ['007', { type: 'integer' }, 7],
  ['1.5', { type: 'number' }, 1.5],
  ['~', { type: ['string', 'null'] }, null],
  ['1.0', { type: ['string', 'number'] }, 1],
  ['false', gated, false],
  ['"false"', gated, false],
  ['auto', gated, 'auto'],
  ['1', { enum: ['1', '2'] }, '1'],
  ['-1', { enum: [-1, 1] }, -1],
  ['one', { type: 'array', items: text }, ['one']],
  ['[1.0, no]', { type: 'array', items: text }, ['1.0', 'no']],
  ['{a: 1.0, b: [~]}', {}, { a: 1, b: [null] }],
  ['{first-key: 1.0}', { properties: { firstKey: text } }, { firstKey: '1.0' }],
  ['{any: 1.0}', { type: 'object', additionalProperties: text }, { any: '1.0' }],
])('%s as %j is %j', (source, schema, value) => {
  expect(coerceToSchema(written(source), schema, 'input.x')).toEqual({ ok: true, value });
});

test.each([
  ['yes', { type: 'boolean' }, { name: 'input.x', message: 'must be true or false.', given: 'yes' }],
  ['""', { type: 'boolean' }, { name: 'input.x', message: 'must be true or false.', given: '' }],
  ['1.5', { type: 'integer' }, { name: 'input.x', message: 'must be a whole number.', given: '1.5' }],
  ['1e400', { type: 'number' }, { name: 'input.x', message: 'must be a number.', given: '1e400' }],
  [
    'modle',
    { enum: ['model', 'space'] },
    { name: 'input.x', message: "must be 'model' or 'space'.", given: 'modle', suggestion: 'model' },
  ],
  ['[a]', text, { name: 'input.x', message: 'must be text.', given: 'a list of 1' }],
  ['{a: b}', text, { name: 'input.x', message: 'must be text.', given: 'a mapping' }],
  ['[a, [b]]', { type: 'array', items: text }, { name: 'input.x[1]', message: 'must be text.', given: 'a list of 1' }],
  ['{}', { properties: { a: text }, required: ['a'] }, { name: 'input.x.a', message: 'is required.' }],
  ['{a-a: x, aA: y}', { properties: { aA: text } }, { name: 'input.x.aA', message: 'is given twice.' }],
  [
    '{vaule: x}',
    { properties: { value: text }, additionalProperties: false },
    { name: 'input.x.vaule', message: 'is not known here; known are value.', suggestion: 'value' },
  ],
  [
    'autp',
    gated,
    { name: 'input.x', message: "must be 'auto' or 'manual' or false.", given: 'autp', suggestion: 'auto' },
  ],
])('%s as %j is refused', (source, schema, problem) => {
  expect(coerceToSchema(written(source), schema, 'input.x')).toEqual({ ok: false, problems: [problem] });
});

test('all problems of a value are told at once', () => {
  const coerced = coerceToSchema(
    written('{a: [x], b: y}'),
    { properties: { a: text, b: { type: 'integer' } } },
    'input',
  );
  expect(coerced.ok ? [] : coerced.problems.map(({ name }) => name)).toEqual(['input.a', 'input.b']);
});

test('text in quotes is never changed by a schema that takes text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      expect(coerceToSchema(value, text, 'x')).toEqual({ ok: true, value });
      expect(coerceToSchema(value, {}, 'x')).toEqual({ ok: true, value });
    }),
  );
});
