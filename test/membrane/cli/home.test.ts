import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHome, removeHome, writeCredentials } from '../../../src/membrane/cli/home.ts';
import { temporaryFolder } from '../test-runtime.ts';

async function mode(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

test('a home is for its owner alone, told before it is used, and its working directory is empty', async () => {
  const told: string[] = [];
  const home = await createHome(await temporaryFolder(), (path) => told.push(path));
  expect(told).toEqual([home.path]);
  expect(await mode(home.path)).toBe('700');
  expect(await readdir(home.workingDirectory)).toEqual([]);
  await writeCredentials(home, '{"accessToken":"x"}');
  const file = join(home.path, '.membrane', 'credentials.json');
  expect(await readFile(file, 'utf8')).toBe('{"accessToken":"x"}');
  expect(await mode(file)).toBe('600');
});

test('credentials are not written through a link or over a file', async () => {
  const folder = await temporaryFolder();
  const home = await createHome(folder, () => undefined);
  await mkdir(join(folder, 'elsewhere'));
  await symlink(join(folder, 'elsewhere'), join(home.path, '.membrane'));
  await expect(writeCredentials(home, 'secret')).rejects.toThrow();
  expect(await readdir(join(folder, 'elsewhere'))).toEqual([]);
});

test('a home is removed, and again', async () => {
  const home = await createHome(await temporaryFolder(), () => undefined);
  await writeCredentials(home, '{}');
  await removeHome(home.path);
  expect(existsSync(home.path)).toBe(false);
  await removeHome(home.path);
});

test('an empty one, left by a step that was killed at once, is removed too', async () => {
  const path = join(await temporaryFolder(), 'membrane-home-abc');
  await mkdir(path);
  await removeHome(path);
  expect(existsSync(path)).toBe(false);
});

test('what is not ours stays', async () => {
  const folder = await temporaryFolder();
  const named = join(folder, 'membrane-home-theirs');
  await mkdir(named);
  await writeFile(join(named, 'precious'), '');
  const linked = join(folder, 'membrane-home-link');
  await symlink(named, linked);
  for (const path of [named, linked, folder, 'membrane-home-relative', '/']) {
    await expect(removeHome(path)).rejects.toMatchObject({ code: 'INTERNAL' });
  }
  expect(existsSync(join(named, 'precious'))).toBe(true);
});
