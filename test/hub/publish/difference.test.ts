import { expect, test } from 'vitest';
import { compareTrees, deletions, neededHash, treeConflicts } from '../../../src/hub/publish/difference.ts';
import type { LocalFile, RemoteFile } from '../../../src/hub/publish/files.ts';
import { selectionOf } from '../../../src/hub/publish/selection.ts';

const local = (path: string, size = 1): LocalFile => ({
  path,
  size,
  source: { kind: 'memory', bytes: Buffer.alloc(size) },
});
const remote = (path: string, rest: Partial<RemoteFile> = {}): RemoteFile => ({
  path,
  size: 1,
  oid: `oid of ${path}`,
  ...rest,
});
const tree = (...files: RemoteFile[]) => new Map(files.map((file) => [file.path, file]));

test.each([
  ['nothing there', undefined, undefined],
  ['another size', remote('a', { size: 2 }), undefined],
  ['a blob of the same size', remote('a'), 'git'],
  ['an LFS file of the same size', remote('a', { sha256: 'x' }), 'sha256'],
])('%s needs the hash %s', (_, there, expected) => {
  expect(neededHash(local('a'), there)).toBe(expected);
});

test('files are added, changed or unchanged by their hash', () => {
  const files = [local('new'), local('same'), local('other'), local('lfs')];
  const there = tree(remote('same'), remote('other'), remote('lfs', { sha256: 'big' }));
  const hashes = new Map([
    ['same', 'oid of same'],
    ['other', 'changed'],
    ['lfs', 'big'],
  ]);
  const found = compareTrees(files, there, hashes, []);
  expect(found.changes.map(({ kind, file }) => [kind, file.path])).toEqual([
    ['added', 'new'],
    ['changed', 'other'],
  ]);
  expect(found.unchanged.map((file) => file.path)).toEqual(['same', 'lfs']);
});

const there = tree(
  ...['.gitattributes', 'README.md', 'a.bin', 'sub/a.bin', 'sub/b.txt', 'sub/.env'].map((path) => remote(path)),
);
const rows: [string, Parameters<typeof deletions>[0]['rule'], string, string[] | undefined, string[]][] = [
  ['none', 'none', '', undefined, []],
  ['missing', 'missing', '', undefined, ['README.md', 'a.bin', 'sub/b.txt']],
  ['missing below a folder', 'missing', 'sub', undefined, ['sub/b.txt']],
  ['missing, but not what exclude names', 'missing', '', ['*.bin', 'README.md'], ['sub/b.txt']],
  ['globs', ['*.bin', '.gitattributes'], '', undefined, ['.gitattributes', 'a.bin']],
  ['globs below a folder', ['.env'], 'sub', undefined, ['sub/.env']],
];

test.each(rows)('deletes by %s', (_, rule, prefix, exclude, expected) => {
  const selection = selectionOf({ include: undefined, exclude });
  const found = deletions({ rule, remote: there, files: [local('sub/a.bin')], prefix, selection });
  expect(found.map((file) => file.path)).toEqual(expected);
});

test.each([
  ['a file where a folder stays', ['sub'], [], ['sub']],
  ['a folder where a file stays', ['a.bin/x'], [], ['a.bin/x']],
  ['a folder where a file goes', ['a.bin/x'], ['a.bin'], []],
  ['neither', ['sub/c.txt'], [], []],
])('%s', (_, added, gone, expected) => {
  const changes = added.map((path) => ({ kind: 'added' as const, file: local(path), before: undefined }));
  const deleted = gone.map((path) => remote(path));
  expect(treeConflicts({ changes, deleted, unchanged: [] }, there)).toEqual(expected);
});
