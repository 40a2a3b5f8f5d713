import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRecord } from '../../src/hub/json.ts';
import { propertiesOf } from '../../src/hub/schema-keywords.ts';
import { placesOf } from '../../src/hub/schema-properties.ts';
import { readSchema } from '../../src/hub/schema-reader.ts';

function countObjects(value: unknown): number {
  if (Array.isArray(value)) return 1 + value.reduce<number>((sum, item) => sum + countObjects(item), 0);
  return isRecord(value) ? 1 + countObjects(Object.values(value)) : 0;
}

test('references inside the document are put in their place', () => {
  const read = readSchema({
    type: 'object',
    properties: { repo: { $ref: '#/$defs/Repo', description: 'which' } },
    $defs: { Repo: { type: 'object', properties: { id: { type: 'string' } } } },
  });
  expect(read).toEqual({
    partial: false,
    schema: {
      type: 'object',
      properties: { repo: { type: 'object', properties: { id: { type: 'string' } }, description: 'which' } },
    },
  });
});

test.each([
  ['itself', { $ref: '#' }],
  ['a ring', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } }],
  ['nowhere', { properties: { a: { $ref: '#/$defs/none' } } }],
  ['another document', { properties: { a: { $ref: 'https://example.com/schema.json' } } }],
])('a reference to %s is cut', (_name, schema) => {
  const read = readSchema(schema);
  expect(read === undefined || read.partial).toBe(true);
});

test('a recursive schema is cut where it has been followed far enough', () => {
  const read = readSchema({ properties: { child: { $ref: '#' }, other: { $ref: '#' } } });
  expect(read?.partial).toBe(true);
  expect(countObjects(read?.schema)).toBeLessThan(10_000);
  expect(placesOf(read?.schema ?? true).length).toBeLessThanOrEqual(1_000);
});

test('an object that holds itself is cut as well', () => {
  const schema: Record<string, unknown> = { type: 'object' };
  schema.properties = { self: schema };
  expect(readSchema(schema)?.partial).toBe(true);
});

test('a huge schema is read in part', () => {
  const properties = Object.fromEntries(
    Array.from({ length: 100_000 }, (_, index) => [`p${index}`, { type: 'string' }]),
  );
  const read = readSchema({ properties });
  expect(read?.partial).toBe(true);
  expect(propertiesOf(read?.schema ?? true).size).toBe(500);
});

test("regular expressions and prototypes are left out, and properties keep a keyword's name", () => {
  const schema: unknown = JSON.parse(
    '{"properties": {"pattern": {"type": "string", "pattern": "(a+)+$"}, "__proto__": {"type": "string"}, "enum": {"type": "string"}}, "default": {"__proto__": 1}}',
  );
  expect(readSchema(schema)).toEqual({
    partial: false,
    schema: { properties: { pattern: { type: 'string' }, enum: { type: 'string' } }, default: {} },
  });
});

test.each([[undefined], [null], [true], ['x'], [[]]])('%j is no schema', (schema) => {
  expect(readSchema(schema)).toBeUndefined();
});

test('anything at all is read within bounds', () => {
  fc.assert(
    fc.property(
      fc.object({
        maxDepth: 6,
        maxKeys: 8,
        key: fc.constantFrom(
          'properties',
          'anyOf',
          '$ref',
          'items',
          'enum',
          'type',
          'required',
          'a',
          '__proto__',
          'allOf',
        ),
      }),
      (schema) => {
        const read = readSchema(schema);
        if (read) placesOf(read.schema);
      },
    ),
    { numRuns: 1_000, seed: 20_262 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});
