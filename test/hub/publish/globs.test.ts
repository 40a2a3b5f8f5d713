import { expect, test } from 'vitest';
import { literalPaths, matchGlobs } from '../../../src/hub/publish/globs.ts';

test.each([
  ['*.bin', 'a.bin', true],
  ['*.bin', 'deep/er/a.bin', true],
  ['*.bin', 'a.bin.txt', false],
  ['checkpoints', 'checkpoints/1/x', true],
  ['checkpoints/', 'a/checkpoints/x', true],
  ['/checkpoints/', 'a/checkpoints/x', true],
  ['a/b', 'a/b/c', true],
  ['a/b', 'z/a/b', false],
  ['./a/*.txt', 'a/x.txt', true],
  ['a/*.txt', 'a/b/x.txt', false],
  ['a/**/x.txt', 'a/b/c/x.txt', true],
  ['**', '.hidden/x', true],
  ['.*', '.hidden', true],
  ['!a', 'a', false],
  ['{a,b}.txt', 'b.txt', true],
])('%s on %s: %s', (glob, path, matches) => {
  expect(matchGlobs([glob])(path)).toBe(matches);
});

test('what is named letter by letter is told from patterns', () => {
  expect(literalPaths(['**', './.env', 'a/b/', '*.key', '.github'])).toEqual(['.env', 'a/b', '.github']);
});
