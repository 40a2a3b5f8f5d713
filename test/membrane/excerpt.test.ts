import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt } from '../../src/membrane/excerpt.ts';

test.each([
  ['two\nlines', 'two lines'],
  ['::error::\u0000\u001b[31mred', '::error:: [31mred'],
  ['left\u202eright', 'left right'],
  ['  spaces   and\ttabs ', 'spaces and tabs'],
])('puts %j on one line', (text, shown) => {
  expect(excerpt(text)).toBe(shown);
});

test('cuts with an ellipsis', () => {
  expect(excerpt('abcdefgh', 5)).toBe('abcd…');
});

test('is always one well-formed line within its limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 1, max: 80 }), (text, limit) => {
      const shown = excerpt(text, limit);
      expect(shown.length).toBeLessThanOrEqual(limit);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(shown.isWellFormed()).toBe(true);
    }),
    { seed: 7, numRuns: 500 },
  );
});
