import { symlink, truncate } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type FolderRequest, scanFolder } from '../../../src/hub/publish/local-tree.ts';
import { folderWith, removeFolder } from './fixture.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function scan(
  files: Readonly<Record<string, string | Buffer>>,
  request: Partial<FolderRequest> = {},
  prepare: (workspace: string) => Promise<void> = async () => undefined,
) {
  const workspace = await folderWith(files);
  folders.push(workspace);
  await prepare(workspace);
  return scanFolder({ workspace, folder: '.', include: undefined, exclude: undefined, prefix: '', ...request });
}

async function problems(...given: Parameters<typeof scan>): Promise<string> {
  const scanned = await scan(...given);
  return scanned.ok ? '' : scanned.problems.map((problem) => `${problem.name} ${problem.message}`).join('\n');
}

async function paths(...given: Parameters<typeof scan>): Promise<string[]> {
  const scanned = await scan(...given);
  if (!scanned.ok) throw new Error(JSON.stringify(scanned.problems));
  return scanned.tree.files.map((file) => file.path);
}

test('files come in the order of their names, under the folder of the repository', async () => {
  const files = { 'out/b.txt': '', 'out/a/ä.txt': '', 'other.txt': '' };
  expect(await paths(files, { folder: 'out', prefix: 'sub/x' })).toEqual(['sub/x/a/ä.txt', 'sub/x/b.txt']);
});

test('what is left out by default is named, what exclude names is not', async () => {
  const files = { 'a.txt': '', '.env': 's', '.git/config': '', 'b.log': '' };
  const scanned = await scan(files, { exclude: ['*.log'] });
  expect(scanned).toMatchObject({
    ok: true,
    tree: {
      files: [{ path: 'a.txt' }],
      leftOut: [
        { path: '.env', why: 'secret' },
        { path: '.git', why: 'git' },
      ],
    },
  });
});

test('links inside the workspace are followed', async () => {
  const files = { 'out/a.txt': 'a', 'common/b.txt': 'b' };
  const link = async (workspace: string) => {
    await symlink('../common', path.join(workspace, 'out/linked'));
    await symlink('a.txt', path.join(workspace, 'out/again.txt'));
  };
  expect(await paths(files, { folder: 'out' }, link)).toEqual(['a.txt', 'again.txt', 'linked/b.txt']);
});

test('a link with a harmless name to a secret is left out', async () => {
  const link = (workspace: string) => symlink('../.env', path.join(workspace, 'out/notes.txt'));
  const scanned = await scan({ 'out/a.txt': 'a', '.env': 'TOKEN=1' }, { folder: 'out' }, link);
  expect(scanned).toMatchObject({ ok: true, tree: { files: [{ path: 'a.txt' }], leftOut: [{ path: 'notes.txt' }] } });
});

test.each<[string, Record<string, string>, Partial<FolderRequest>, RegExp]>([
  ['a missing folder', {}, { folder: 'dist' }, /input.folder does not exist/],
  ['a file in place of a folder', { dist: 'x' }, { folder: 'dist' }, /must be a folder/],
  ['a folder outside', {}, { folder: '..' }, /must be inside the workspace/],
  ['an absolute folder outside', {}, { folder: '/' }, /must be inside the workspace/],
  ["git's own folder", { '.git/config': 'x' }, { folder: '.git' }, /git's own folder/],
  ['a NUL', {}, { folder: 'a\0b' }, /no path can hold/],
  ['colliding names', { 'a/Readme.md': '', 'a/README.md': '' }, {}, /a\/README.md and a\/Readme.md/],
  ['colliding folders', { 'Data/x': '', 'data/y': '' }, {}, /Data and data/],
  ['a composed and a decomposed accent', { '\u00e9': '', 'e\u0301': '' }, {}, /differ by case alone/],
  ['a control character', { 'a\nb': '' }, {}, /control character/],
  ['a backslash', { 'a\\b': '' }, {}, /'\\'/],
  [
    'an LFS pointer',
    { 'model.bin': `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n` },
    {},
    /model.bin.*lfs: true/,
  ],
])('%s is a problem', async (_, files, request, expected) => {
  expect(await problems(files, request)).toMatch(expected);
});

test.each<[string, string, RegExp]>([
  ['out of the workspace', '/etc/hostname', /leads out of the workspace/],
  ['nowhere', 'not-there', /leads nowhere/],
  ['in a circle', '.', /folder that it lies in/],
])('a link that leads %s is a problem', async (_, target, expected) => {
  expect(await problems({ 'a.txt': '' }, {}, (workspace) => symlink(target, path.join(workspace, 'link')))).toMatch(
    expected,
  );
});

test('a path longer than the Hub takes is a problem', async () => {
  expect(await problems({ 'a.txt': '' }, { prefix: Array(200).fill('abcde').join('/') })).toMatch(/1000 characters/);
});

test('a file that only looks like a pointer by its size is none', async () => {
  const grow = (workspace: string) => truncate(path.join(workspace, 'a.bin'), 130);
  expect(await paths({ 'a.bin': '' }, {}, grow)).toEqual(['a.bin']);
});
