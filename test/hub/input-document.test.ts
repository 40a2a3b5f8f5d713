import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inputLimit, mergeDocuments, parseInputDocument } from '../../src/hub/input-document.ts';
import { PlainScalar } from '../../src/hub/input-value.ts';
import { documentOf } from './request-of.ts';

function messageOf(text: string): string {
  const parsed = parseInputDocument(text);
  return parsed.ok ? 'no problem' : parsed.problems.map(({ message }) => message).join(' / ');
}

test.each(['', '# nothing', '{}', '---', '\n\n'])('%j holds no parameters', (text) => {
  expect(documentOf(text).size).toBe(0);
});

test.each([
  ['1.0', 1],
  ['007', 7],
  ['1e3', 1000],
  ['0x1F', 31],
  ['0o17', 15],
  ['.5', 0.5],
  ['~', null],
  ['null', null],
  ['true', true],
  ['False', false],
])('plain %s keeps the text beside the value', (source, value) => {
  expect(documentOf(`a: ${source}`).get('a')).toEqual(new PlainScalar(value, source));
});

test.each([
  ['no', 'no'],
  ['on', 'on'],
  ['2026-01-01', '2026-01-01'],
  ['1_000', '1_000'],
  ['12:30', '12:30'],
  ['"1.0"', '1.0'],
  ["'true'", 'true'],
  ['"\\u00e9"', 'é'],
  ['|-\n  one\n  two', 'one\ntwo'],
  ['>-\n  one\n  two', 'one two'],
  ['!!str 1.0', '1.0'],
])('%j is text', (written, text) => {
  expect(documentOf(`a: ${written}`).get('a')).toBe(text);
});

test('JSON reads like YAML', () => {
  const document = documentOf('{"a": 1.0, "b": ["x", {"c": null}], "d\\n": "e"}');
  expect(document.get('a')).toEqual(new PlainScalar(1, '1.0'));
  expect(document.get('b')).toEqual(['x', new Map([['c', new PlainScalar(null, 'null')]])]);
  expect(document.get('d\n')).toBe('e');
});

test('aliases are followed, and a key is the text that was written', () => {
  const document = documentOf('base: &b {x: 1}\nother: *b\n1.0: y');
  expect(document.get('other')).toEqual(new Map([['x', new PlainScalar(1, '1')]]));
  expect(document.get('1.0')).toBe('y');
});

test.each([
  ['a: 1\na: 2', "has the key 'a' twice (line 2, column 1)."],
  ['a:\n  b: 1\n  b: 2', "has the key 'b' twice (line 3, column 3)."],
  ['a: !secret x', "uses the tag '!secret' (line 1, column 12)."],
  ['a: 1\n---\nb: 2', 'must be one document, and a second one begins (line 2, column 1).'],
  ['- a\n- b', "must be one mapping of parameters ('name: value' on each line) (line 1, column 1)."],
  ['just text', "must be one mapping of parameters ('name: value' on each line) (line 1, column 1)."],
  ['{"__proto__": {"x": 1}}', "has the key '__proto__', which no parameter is called (line 1, column 2)."],
  ['a:\n  constructor: 1', "has the key 'constructor', which no parameter is called (line 2, column 3)."],
  ['? {a: 1}\n: b', 'has a key that is not plain text (line 1, column 3).'],
  ['a: *nowhere', "uses the alias '*nowhere' before its anchor (line 1, column 4)."],
  ['a: &x [*x]', "holds itself through the alias '*x' (line 1, column 8)."],
  ['a: [1, 2', 'is not readable as YAML or JSON'],
  ['a: b: c', 'is not readable as YAML or JSON'],
])('%j is refused', (text, message) => {
  expect(messageOf(text)).toContain(message);
});

test.each([
  ['forty levels', `a: ${'['.repeat(50)}${']'.repeat(50)}`, 'is nested more than 40 levels deep'],
  ['a long run of brackets', `a: ${'['.repeat(500_000)}`, 'is not readable as YAML or JSON'],
  ['a text over the limit', `a: "${'x'.repeat(inputLimit)}"`, 'at most 1048576 bytes (1 MiB) are read.'],
])('%s is refused', (_name, text, message) => {
  expect(messageOf(text)).toContain(message);
});

test('a few lines of aliases cannot stand for billions of values', () => {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let level = 1; level < 12; level += 1) {
    lines.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
  }
  const started = performance.now();
  expect(messageOf(lines.join('\n'))).toContain('holds more than 100000 values, aliases followed');
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('many keys and many aliases are read in reasonable time', () => {
  const keys = Array.from({ length: 50_000 }, (_, index) => `key${index}: &a${index} x`).join('\n');
  const started = performance.now();
  expect(documentOf(keys).size).toBe(50_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('any text is a mapping or a problem, never a crash, and never reaches a prototype', () => {
  const pieces = fc.constantFrom(
    'a: ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '&x ',
    '*x',
    '!t ',
    '"',
    "'",
    '\n',
    '  ',
    '__proto__: ',
    '? ',
    '|',
    '>',
    '#',
    '%',
    '\u2028',
    '<<: ',
    '1.0',
    '~',
    ',',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const parsed = parseInputDocument(written);
      if (parsed.ok) expect(parsed.document).toBeInstanceOf(Map);
      else expect(parsed.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000, seed: 20_260 },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('any text that JSON can hold comes through as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(documentOf(JSON.stringify({ text })).get('text')).toBe(text);
    }),
    { numRuns: 1_000, seed: 20_261 },
  );
});

test('what is written inline wins over the file, in any spelling', () => {
  const merged = mergeDocuments(documentOf('repo-id: a\nkeep: b'), documentOf('repoId: c'));
  expect([...merged]).toEqual([
    ['keep', 'b'],
    ['repoId', 'c'],
  ]);
});
