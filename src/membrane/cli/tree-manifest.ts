import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * A digest of every file of an installed tree, kept beside it in the tool cache. It finds a copy that was damaged, or
 * changed by somebody who did not think of it. It is no signature: who may write to the cache may write it anew.
 */
export async function writeTreeManifest(file: string, folder: string): Promise<void> {
  await writeFile(file, `${await treeDigest(folder)}\n`, { mode: 0o600 });
}

/** Whether a tree is still what its manifest says; without a manifest it is not known, and so not trusted. */
export async function matchesTreeManifest(file: string, folder: string): Promise<boolean> {
  try {
    return (await readFile(file, 'utf8')).trim() === (await treeDigest(folder));
  } catch {
    return false;
  }
}

/** SHA-512 over the sorted list of paths with their kinds and contents. */
async function treeDigest(folder: string): Promise<string> {
  const digest = createHash('sha512');
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    digest.update(`${path.replaceAll('\\', '/')}\0${await contentDigest(join(folder, path))}\n`);
  }
  return `sha512-${digest.digest('base64')}`;
}

async function contentDigest(path: string): Promise<string> {
  const status = await lstat(path);
  if (status.isSymbolicLink()) return `link ${await readlink(path)}`;
  if (!status.isFile()) return status.isDirectory() ? 'folder' : 'other';
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `file ${hash.digest('base64')}`;
}
