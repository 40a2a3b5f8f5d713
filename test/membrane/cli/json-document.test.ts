import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonDocument } from '../../../src/membrane/cli/json-document.ts';

const hasOutput = (value: unknown) => typeof value === 'object' && value !== null && 'output' in value;

test.each([
  ['alone', '{"a":1}', { a: 1 }],
  ['after a byte order mark', '\uFEFF{"a":1}', { a: 1 }],
  ['after a notice', 'Update available!\n{"a":1}', { a: 1 }],
  ['before a notice', '{"a":1}\nDone in {0.1} s', { a: 1 }],
  ['in colours', '\u001b[32m{\u001b[39m"a":1\u001b[32m}\u001b[39m\n', { a: 1 }],
  ['after a title and a link', '\u001b]0;title\u0007\u001b]8;;https://x\u001b\\link\u001b]8;;\u001b\\\n[1]', [1]],
  ['after an overwritten progress line', '⠋ [1/2] Working…\r[2/2] Done\r{"a":[{"b":null}]}', { a: [{ b: null }] }],
  ['after brackets that are none of it', '[info] {x} "quote {"a":1}', { a: 1 }],
  ['on its own lines rather than inside one', 'see [1,2,3,4,5,6,7,8,9]!\n{"a":1}\n', { a: 1 }],
  ['the longest of several', '{}\n{"a":{"b":[1,2,3]}}\n[]', { a: { b: [1, 2, 3] } }],
  ['a bare value', ' "text"\n', 'text'],
  ['with escapes', 'x\n{"a":"\\u00e9\\\\\\"}{"}', { a: 'é\\"}{' }],
  ['with a raw C1 character', 'x\n{"a":"\u009b31m"}', { a: '\u009b31m' }],
])('finds the document %s', (_what, output, value) => {
  expect(findJsonDocument(output)).toEqual({ ok: true, value });
});

test('what was expected wins over what is longer', () => {
  const output = '{"level":"info","text":"checking for a new version of the program"}\n{"output":null}\n';
  expect(findJsonDocument(output, hasOutput)).toEqual({ ok: true, value: { output: null } });
});

test.each([
  ['nothing', ''],
  ['text', 'Everything is fine.'],
  ['a document that is cut off', 'notice\n{"output":{"a":[1,2,{"b":3}]'],
  ['one that is cut off inside a string', '{"a":{"b":1},"c":"text'],
  ['one that nests too deep', `${'['.repeat(3000)}${']'.repeat(3000)}`],
])('finds none in %s', (_what, output) => {
  expect(findJsonDocument(output).ok).toBe(false);
});

test('any document is found among any noise that is no document', () => {
  const noise = fc.array(
    fc
      .string({ unit: fc.constantFrom(...'abc ⠋✨.:!→1%\u001b[32m'), maxLength: 30 })
      .map((line) => line.replace(/[[\]]/g, '')),
    { maxLength: 5 },
  );
  const document = fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()));
  fc.assert(
    fc.property(noise, document, noise, fc.boolean(), (before, value, after, pretty) => {
      const text = JSON.stringify(value, null, pretty ? 2 : 0);
      const found = findJsonDocument([...before, text, ...after].join('\n'));
      expect(found).toEqual({ ok: true, value: JSON.parse(text) });
    }),
    { seed: 13, numRuns: 2000 },
  );
});

test('a document cut anywhere is never taken for a whole one, nor a part of it', () => {
  const document = fc
    .record({ output: fc.jsonValue(), id: fc.string() })
    .map((value) => JSON.stringify(value, null, 2));
  fc.assert(
    fc.property(document, fc.nat(), (text, at) => {
      expect(findJsonDocument(`notice\n${text.slice(0, at % text.length)}`).ok).toBe(false);
    }),
    { seed: 17, numRuns: 2000 },
  );
});

test('whatever is printed, the answer is a value or none', () => {
  const unit = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '\n',
    '\r',
    ' ',
    '1',
    '-',
    'true',
    '\u001b[',
    '\u001b]',
    '\u0007',
    'é',
    '\ud800',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (output) => {
      expect(typeof findJsonDocument(output).ok).toBe('boolean');
    }),
    { seed: 19, numRuns: 5000 },
  );
});

test.each([
  ['open brackets', '['.repeat(2_000_000)],
  ['open braces with keys', '{"a":'.repeat(400_000)],
  ['many documents', '{}\n'.repeat(500_000)],
  ['quotes', '{"'.repeat(1_000_000)],
  ['blanks', `{}${' '.repeat(3_000_000)}`],
  ['escape sequences', '\u001b]8;;'.repeat(500_000)],
  ['escape characters', '\u001b['.repeat(1_000_000)],
  ['a long number', `[${'1'.repeat(3_000_000)}`],
])('millions of %s are read in a moment', (_what, output) => {
  const started = performance.now();
  findJsonDocument(output);
  expect(performance.now() - started).toBeLessThan(3000);
});
