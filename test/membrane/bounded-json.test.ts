import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxJsonDepth, parseBoundedJson } from '../../src/membrane/bounded-json.ts';

test('parses whatever JSON writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const text = JSON.stringify(value);
      expect(parseBoundedJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test.each([
  ['nothing', ''],
  ['half a document', '{"a":'],
  ['too deep a nesting', '['.repeat(maxJsonDepth + 1) + ']'.repeat(maxJsonDepth + 1)],
  ['a bomb of brackets', '['.repeat(2_000_000)],
])('refuses %s', (_what, text) => {
  expect(parseBoundedJson(text)).toEqual({ ok: false });
});

test('brackets inside strings nest nothing', () => {
  const text = JSON.stringify('['.repeat(1000) + '\\"{'.repeat(1000));
  expect(parseBoundedJson(text).ok).toBe(true);
});

test('a key named __proto__ changes no prototype', () => {
  parseBoundedJson('{"__proto__":{"polluted":true}}');
  expect('polluted' in {}).toBe(false);
});
