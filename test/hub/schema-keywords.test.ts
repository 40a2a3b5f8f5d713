import { expect, test } from 'vitest';
import {
  allowedText,
  allowedValues,
  branchesOf,
  onlyValue,
  propertiesOf,
  requiredOf,
  typesOf,
} from '../../src/hub/schema-keywords.ts';

test.each([
  [{ type: 'string' }, 'text'],
  [{ type: 'string', minLength: 1 }, 'text'],
  [{ type: 'string', minLength: 3, maxLength: 200 }, 'text from 3 to 200 characters'],
  [{ type: 'integer', minimum: 1, maximum: 100 }, 'a whole number from 1 to 100'],
  [{ type: 'integer', minimum: -1, maximum: Number.MAX_SAFE_INTEGER }, 'a whole number of at least -1'],
  [{ type: 'boolean' }, 'true or false'],
  [{ enum: ['a', 'b', 'c'] }, "'a', 'b' or 'c'"],
  [{ enum: [-1, 1] }, '-1 or 1'],
  [{ anyOf: [{ enum: ['auto', 'manual'] }, { const: false }] }, "'auto' or 'manual' or false"],
  [{ type: 'array', items: { type: 'string' } }, 'a list of text'],
  [{ type: 'array', items: { type: 'object' } }, 'a list of mappings'],
  [{ type: ['string', 'null'] }, 'text or null'],
  [{ type: 'string', allowed: 'a date' }, 'a date'],
  [{}, 'any JSON value'],
  [true, 'any JSON value'],
])('%j must be %s', (schema, text) => {
  expect(allowedText(schema)).toBe(text);
});

test('properties come from the schema and from what it is composed of', () => {
  const schema = {
    properties: { a: true },
    allOf: [{ properties: { b: { type: 'string' } }, required: ['b'] }],
    required: ['a'],
  };
  expect([...propertiesOf(schema).keys()].toSorted()).toEqual(['a', 'b']);
  expect(requiredOf(schema)).toEqual(['a', 'b']);
  expect(typesOf(schema)).toEqual(['object']);
});

test('keywords of the wrong type say nothing', () => {
  const schema = { type: 7, enum: 'x', anyOf: {}, properties: [], required: 'abc' };
  expect([
    typesOf(schema),
    allowedValues(schema),
    branchesOf(schema),
    [...propertiesOf(schema)],
    requiredOf(schema),
  ]).toEqual([['object'], undefined, [], [], []]);
});

test('a property with one possible value has it anyway', () => {
  expect(onlyValue({ const: 'model' })).toBe('model');
  expect(onlyValue({ enum: ['model'] })).toBe('model');
  expect(onlyValue({ enum: ['model', 'space'] })).toBeUndefined();
});
