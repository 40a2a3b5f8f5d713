import { randomUUID } from 'node:crypto';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { dirname, join } from 'node:path';
import { matchesTreeManifest, writeTreeManifest } from './tree-manifest.ts';

/** Beside a cached folder, as the tool cache's own mark of completeness is. */
export function manifestOf(folder: string): string {
  return `${folder}.sha512`;
}

/**
 * Puts a copy of a folder into the tool cache, in the layout of `@actions/tool-cache`. Its own `cacheDir` empties the
 * place first and fills it file by file, under the feet of another job of the same machine that runs from it; here the
 * copy is made aside and moved in whole, and a good one that is there already stays.
 * @param cache the folder that `RUNNER_TOOL_CACHE` names
 * @returns the cached folder
 */
export async function keepCopy(folder: string, cache: string, name: string, version: string): Promise<string> {
  const place = join(cache, name, version, arch());
  if (await matchesTreeManifest(manifestOf(place), place)) return place;
  const aside = `${place}.${randomUUID()}`;
  try {
    await mkdir(dirname(place), { recursive: true });
    await cp(folder, aside, { recursive: true, verbatimSymlinks: true });
    await moveIn(aside, place);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return place;
}

/** The marks come last: until then the tool cache passes the folder over. */
async function moveIn(aside: string, place: string): Promise<void> {
  await removeSpoiled(place);
  await rename(aside, place);
  await writeTreeManifest(manifestOf(place), place);
  await writeFile(`${place}.complete`, '');
}

async function removeSpoiled(place: string): Promise<void> {
  await rm(`${place}.complete`, { force: true });
  await rm(manifestOf(place), { force: true });
  const old = `${place}.${randomUUID()}`;
  const moved = await rename(place, old).then(
    () => true,
    () => false,
  );
  if (moved) await rm(old, { recursive: true, force: true });
}
