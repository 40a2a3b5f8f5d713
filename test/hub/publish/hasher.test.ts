import { createHash, randomBytes } from 'node:crypto';
import { statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LocalFile } from '../../../src/hub/publish/files.ts';
import { type Hasher, openHasher } from '../../../src/hub/publish/hasher.ts';
import { folderWith, removeFolder } from './fixture.ts';

const sizes = [0, 1, 5000, 1_048_576, 1_048_577, 3_000_000];
const contents = Object.fromEntries(
  sizes
    .concat(Array.from({ length: 12 }, (_, index) => 1_100_000 + index))
    .map((size) => [`${size}.bin`, randomBytes(size)]),
);
let folder: string;
let hasher: Hasher;

beforeAll(async () => {
  folder = await folderWith(contents);
});
afterAll(() => removeFolder(folder));
beforeEach(() => {
  hasher = openHasher(AbortSignal.timeout(20_000));
});
afterEach(() => hasher.close());

function file(name: string): LocalFile {
  const onDisk = path.join(folder, name);
  const { size, mtimeMs, ino } = statSync(onDisk);
  return { path: name, size, source: { kind: 'disk', file: onDisk, stamp: { modifiedMs: mtimeMs, inode: ino } } };
}

test('all files at once, more of them than there are threads, each its own hash', async () => {
  const names = Object.keys(contents);
  const hashes = await Promise.all(names.map((name) => hasher.hash(file(name), 'sha256')));
  expect(hashes).toEqual(
    names.map((name) =>
      createHash('sha256')
        .update(contents[name] ?? '')
        .digest('hex'),
    ),
  );
});

test.each(sizes)('%i bytes have the name that git gives to a blob', async (size) => {
  const expected = createHash('sha1')
    .update(`blob ${size}\0`)
    .update(contents[`${size}.bin`] ?? '')
    .digest('hex');
  expect(await hasher.hash(file(`${size}.bin`), 'git')).toBe(expected);
});

test.each([5000, 3_000_000])('a file of %i bytes that was written to since is refused', async (size) => {
  const looked = file(`${size}.bin`);
  utimesSync(path.join(folder, looked.path), new Date(0), new Date(0));
  await expect(hasher.hash(looked, 'sha256')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

test('what is under way ends with the signal', async () => {
  const stop = new AbortController();
  const stopped = openHasher(stop.signal);
  const hashing = Promise.all(Object.keys(contents).map((name) => stopped.hash(file(name), 'sha256')));
  stop.abort(new Error('cancelled'));
  await expect(hashing).rejects.toThrow('cancelled');
});
