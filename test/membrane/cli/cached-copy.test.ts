import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { keepCopy, manifestOf } from '../../../src/membrane/cli/cached-copy.ts';
import { matchesTreeManifest } from '../../../src/membrane/cli/tree-manifest.ts';

let cache: string;
let folder: string;

beforeEach(() => {
  const root = mkdtempSync(path.join(tmpdir(), 'cached-copy-'));
  cache = path.join(root, 'cache');
  folder = path.join(root, 'staged');
  mkdirSync(path.join(folder, 'bin'), { recursive: true });
  writeFileSync(path.join(folder, 'bin', 'membrane.js'), 'good');
});

test('a copy is complete, with its digest, and nothing else is left', async () => {
  const place = await keepCopy(folder, cache, 'membrane-cli', '1.2.3');
  expect(place).toBe(path.join(cache, 'membrane-cli', '1.2.3', arch()));
  expect(existsSync(`${place}.complete`)).toBe(true);
  expect(await matchesTreeManifest(manifestOf(place), place)).toBe(true);
  expect(readdirSync(path.dirname(place)).sort()).toEqual([arch(), `${arch()}.complete`, `${arch()}.sha512`]);
});

test('a good copy stays as it is: another job may be running from it', async () => {
  const place = await keepCopy(folder, cache, 'membrane-cli', '1.2.3');
  writeFileSync(path.join(folder, 'bin', 'membrane.js'), 'from another installation');
  await keepCopy(folder, cache, 'membrane-cli', '1.2.3');
  expect(readFileSync(path.join(place, 'bin', 'membrane.js'), 'utf8')).toBe('good');
});

test('a copy that was changed is replaced', async () => {
  const place = await keepCopy(folder, cache, 'membrane-cli', '1.2.3');
  writeFileSync(path.join(place, 'bin', 'membrane.js'), 'spoiled');
  await keepCopy(folder, cache, 'membrane-cli', '1.2.3');
  expect(readFileSync(path.join(place, 'bin', 'membrane.js'), 'utf8')).toBe('good');
});

test('ten jobs at once leave one good copy', async () => {
  const jobs = Array.from({ length: 10 }, () => keepCopy(folder, cache, 'membrane-cli', '1.2.3').catch(() => 'lost'));
  const places = await Promise.all(jobs);
  const place = path.join(cache, 'membrane-cli', '1.2.3', arch());
  expect(places).toContain(place);
  expect(await matchesTreeManifest(manifestOf(place), place)).toBe(true);
  expect(readdirSync(path.dirname(place)).sort()).toEqual([arch(), `${arch()}.complete`, `${arch()}.sha512`]);
});
