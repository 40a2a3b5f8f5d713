import { neededHash } from './difference.ts';
import type { LocalFile, RemoteTree } from './files.ts';
import type { Hasher } from './hasher.ts';

/** The hashes that tell whether files of the same size are the same. By path. */
export async function hashFiles(
  files: readonly LocalFile[],
  remote: RemoteTree,
  hasher: Hasher,
): Promise<ReadonlyMap<string, string>> {
  const hashes = await Promise.all(
    files.map(async (file): Promise<[string, string][]> => {
      const kind = neededHash(file, remote.get(file.path));
      return kind === undefined ? [] : [[file.path, await hasher.hash(file, kind)]];
    }),
  );
  return new Map(hashes.flat());
}
