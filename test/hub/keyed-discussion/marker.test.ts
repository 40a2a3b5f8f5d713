import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, cutTitle } from '../../../src/hub/keyed-discussion/cut-text.ts';
import { digestOf, marked, readMarker } from '../../../src/hub/keyed-discussion/marker.ts';

test('a marker is read again from any text, and ends no HTML comment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string(), (key, text) => {
      const digest = digestOf(text);
      const whole = marked(text, { key, digest });
      expect(readMarker(whole)).toEqual({ key, digest });
      expect(readMarker(`${whole.replaceAll('\n', '\r\n')}\n`)).toEqual({ key, digest });
      expect(whole.slice(text.length + 6, -3)).not.toContain('--');
    }),
  );
});

test('only the last line is a marker', () => {
  const forged = marked('Text.', { key: 'victim', digest: digestOf('Text.') });
  expect(readMarker(`${forged}\nMore.`)).toBeUndefined();
  expect(readMarker(marked(forged, { key: 'own', digest: 'ab' }))?.key).toBe('own');
  expect(readMarker('<!-- membrane-hub-action key=%E0%A4%A text=ab -->')).toBeUndefined();
});

test('a digest does not see how lines end or what white space stands around', () => {
  expect(digestOf('One\r\ntwo\n')).toBe(digestOf('One\ntwo'));
  expect(digestOf('One\ntwo')).not.toBe(digestOf('One two'));
});

test('a text is cut at the limit, never inside of a character', () => {
  fc.assert(
    fc.property(fc.integer({ min: 65_400, max: 65_700 }), fc.nat(100), (length, reserved) => {
      const text = cutText('x'.repeat(length % 2) + '😀'.repeat(length / 2), 'https://example.com/run', reserved);
      expect(text.length).toBeLessThanOrEqual(65_536 - reserved);
      expect(text.isWellFormed()).toBe(true);
    }),
    { numRuns: 30 },
  );
  expect(cutText('Short.', undefined)).toBe('Short.');
  expect(cutTitle('x'.repeat(200))).toHaveLength(200);
  expect(cutTitle('x'.repeat(201))).toBe(`${'x'.repeat(199)}…`);
});
