import pLimit from 'p-limit';
import { neededHash } from './difference.ts';
import { hashFile } from './file-contents.ts';
import type { LocalFile, RemoteTree } from './files.ts';

/** Files read at once: hashing itself is one after the other, reading is not. */
const filesAtOnce = 8;

/** The hashes that tell whether files of the same size are the same. By path. */
export async function hashFiles(
  files: readonly LocalFile[],
  remote: RemoteTree,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const limit = pLimit(filesAtOnce);
  const hashes = await Promise.all(
    files.map(async (file): Promise<[string, string][]> => {
      const kind = neededHash(file, remote.get(file.path));
      return kind === undefined ? [] : [[file.path, await limit(() => hashFile(file, kind, signal))]];
    }),
  );
  return new Map(hashes.flat());
}
