import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { findFrontMatter, frontMatterProblem, setFrontMatter } from '../../../src/hub/publish/front-matter.ts';

test.each([
  [
    'a value, its comment kept',
    '---\nlicense: "mit" # keep\nx: 1\n---\n# Hi',
    { license: 'apache-2.0' },
    '---\nlicense: apache-2.0 # keep\nx: 1\n---\n# Hi',
  ],
  [
    'a list',
    '---\ntags:\n- a  # x\n- b\n\n# c\nn:   foo\n---\n',
    { tags: ['z'] },
    '---\ntags:\n  - z\n\n# c\nn:   foo\n---\n',
  ],
  ['a new value', '---\na: 1\n---\n', { b: [1, 2] }, '---\na: 1\nb:\n  - 1\n  - 2\n---\n'],
  ['an empty value', '---\nlicense:\na: 1\n---\n', { license: 'mit' }, '---\nlicense: mit\na: 1\n---\n'],
  ['a block scalar', '---\nd: |\n  a\n  b\nx: 1\n---', { d: 'z' }, '---\nd: z\nx: 1\n---'],
  ['in an empty block', '---\n---\nx', { a: 1 }, '---\na: 1\n---\nx'],
  ['without a block', '# Hi\n', { license: 'mit' }, '---\nlicense: mit\n---\n# Hi\n'],
  ['line ends of Windows', '---\r\na: 1\r\n---\r\nx\r\n', { b: ['c'] }, '---\r\na: 1\r\nb:\r\n  - c\r\n---\r\nx\r\n'],
  ['what is there already', "---\ntags: [ a,  'b' ]\n---\n", { tags: ['a', 'b'] }, "---\ntags: [ a,  'b' ]\n---\n"],
  [
    'text that Python would misread',
    '---\n---\n',
    { language: 'no', v: '1.0', d: '2026-01-01' },
    '---\nlanguage: "no"\nv: "1.0"\nd: "2026-01-01"\n---\n',
  ],
  ['a mapping on one line', '---\n{a: 1, b: 2}\n---\n', { a: 5 }, '---\n{ a: 5, b: 2 }\n---\n'],
])('sets %s', (_, readme, values, expected) => {
  expect(setFrontMatter(readme, values)).toBe(expected);
});

const name = fc.stringMatching(/^[a-z_]{1,12}$/);
const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { minLength: 1, maxLength: 4 }));

test('whatever is set can be read back, and nothing after the block changes', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value), fc.dictionary(name, value), fc.string(), (before, after, body) => {
      const readme = setFrontMatter(`# ${body}`, before);
      const edited = setFrontMatter(readme, after);
      const block = findFrontMatter(edited);
      expect(frontMatterProblem(edited)).toBe(undefined);
      expect(edited.endsWith(`# ${body}`)).toBe(true);
      expect(parse(block?.yaml ?? '') ?? {}).toEqual({ ...before, ...after });
    }),
  );
});

test.each([
  ['---\na: [\n---\n', /does not parse.*line 3/],
  ['---\na: 1\nb: 2\na: 3\n---\n', /unique at line 4/],
  ['---\n- a\n---\n', /not a mapping/],
  ['---\na: 1\n', /no '---' that ends/],
])('%j has a problem', (readme, expected) => {
  expect(frontMatterProblem(readme)).toMatch(expected);
});

test.each(['', '# Hi', '---\n---\n', '---\na: 1\n---', '---\n# only a comment\n---\n', 'text\n---\nmore'])(
  '%j has none',
  (readme) => {
    expect(frontMatterProblem(readme)).toBe(undefined);
  },
);
