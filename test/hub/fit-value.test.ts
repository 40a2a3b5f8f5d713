import { expect, test } from 'vitest';
import { fitValue, schemaMistakes } from '../../src/hub/fit-value.ts';

test.each([
  ['model', { enum: ['models', 'datasets'] }, 'models'],
  ['pull_request', { enum: ['pull-request', 'discussion'] }, 'pull-request'],
  ['lastModified', { enum: ['last_modified'] }, 'last_modified'],
  [3, { type: 'string' }, '3'],
  ['3', { type: 'integer' }, 3],
  [['a'], { type: 'string' }, 'a'],
  ['a', { type: 'array', items: { type: 'string' } }, ['a']],
  [true, { type: 'boolean' }, true],
  ['x', true, 'x'],
  ['space', { enum: ['models', 'datasets'] }, undefined],
  [['a', 'b'], { type: 'string' }, undefined],
  ['abc', { type: 'string', maxLength: 2 }, undefined],
  [5, { type: 'integer', maximum: 3 }, undefined],
  [{ key: 'a' }, { type: 'string' }, undefined],
])('%j in %j is %j', (value, schema, expected) => {
  expect(fitValue(value, schema)).toEqual(expected);
});

test('mistakes are told by their place, and the schema is left as it was', () => {
  const schema = { type: 'object', properties: { a: { properties: { b: { type: 'string' } } } }, required: ['c'] };
  const before = structuredClone(schema);
  expect(schemaMistakes({ a: { b: 1 } }, schema).map(({ path }) => path)).toEqual([[], ['a', 'b']]);
  expect(schema).toEqual(before);
});

test('a schema that makes no sense finds nothing and breaks nothing', () => {
  const schema = JSON.parse('{"type": 5, "required": 7, "enum": "x", "properties": {"a": {"minLength": "x"}}}');
  expect(() => schemaMistakes({ a: 'b' }, schema)).not.toThrow();
});
