import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPackageEntry } from '../../../src/membrane/cli/package-entry.ts';
import { temporaryFolder } from '../test-runtime.ts';

async function folderWith(manifest: unknown): Promise<string> {
  const folder = join(await temporaryFolder(), 'package');
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(join(folder, 'bin', 'cli.js'), '');
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}

test.each([
  ['text', 'bin/cli.js'],
  ['a record', { other: 'x.js', membrane: './bin/cli.js' }],
  ['a record of one', { anything: 'bin/cli.js' }],
])('reads a bin that is %s', async (_what, bin) => {
  const folder = await folderWith({ version: '1.2.3', bin });
  expect(await readPackageEntry(folder)).toEqual({ entry: join(folder, 'bin', 'cli.js'), version: '1.2.3' });
});

test.each([
  ['no bin', { version: '1.2.3' }],
  ['no version', { bin: 'bin/cli.js' }],
  ['a bin outside', { version: '1.2.3', bin: '../../../etc/passwd' }],
  ['itself as its bin', { version: '1.2.3', bin: '.' }],
  ['a bin that is not there', { version: '1.2.3', bin: 'nothing.js' }],
  ['two programs of other names', { version: '1.2.3', bin: { a: 'bin/cli.js', b: 'bin/cli.js' } }],
])('refuses a package with %s', async (_what, manifest) => {
  await expect(readPackageEntry(await folderWith(manifest))).rejects.toThrow();
});

test('refuses a link that leads outside', async () => {
  const folder = await folderWith({ version: '1.2.3', bin: 'bin/link.js' });
  await symlink(process.execPath, join(folder, 'bin', 'link.js'));
  await expect(readPackageEntry(folder)).rejects.toThrow('outside');
});
