import type { HashKind } from './file-contents.ts';
import type { LocalFile, RemoteFile, RemoteTree } from './files.ts';
import { matchGlobs } from './globs.ts';
import type { Selection } from './selection.ts';

/** A file to send. */
export interface FileChange {
  readonly kind: 'added' | 'changed';
  readonly file: LocalFile;
  /** What stands there now. */
  readonly before: RemoteFile | undefined;
}

/** What differs between the folder and the repository. */
export interface TreeDifference {
  readonly changes: readonly FileChange[];
  readonly deleted: readonly RemoteFile[];
  readonly unchanged: readonly LocalFile[];
}

/** Which hash tells whether a file is the same; undefined where its size tells already. */
export function neededHash(file: LocalFile, remote: RemoteFile | undefined): HashKind | undefined {
  if (remote === undefined || remote.size !== file.size) return undefined;
  return remote.sha256 === undefined ? 'git' : 'sha256';
}

/** @param hashes by path, for the files that `neededHash` names */
export function compareTrees(
  files: readonly LocalFile[],
  remote: RemoteTree,
  hashes: ReadonlyMap<string, string>,
  deleted: readonly RemoteFile[],
): TreeDifference {
  const changes: FileChange[] = [];
  const unchanged: LocalFile[] = [];
  for (const file of files) {
    const before = remote.get(file.path);
    if (before === undefined) changes.push({ kind: 'added', file, before });
    else if (hashes.get(file.path) === (before.sha256 ?? before.oid)) unchanged.push(file);
    else changes.push({ kind: 'changed', file, before });
  }
  return { changes, deleted, unchanged };
}

export type DeleteRule = 'none' | 'missing' | readonly string[];

export interface DeletionRequest {
  readonly rule: DeleteRule;
  readonly remote: RemoteTree;
  readonly files: readonly LocalFile[];
  /** The folder of the repository that is published to; '' for its root. */
  readonly prefix: string;
  readonly selection: Selection;
}

/** The Hub made this file; it says what is kept by LFS, and a mirror of a folder rarely has one. */
const keptByMirrors = '.gitattributes';

/** The files of the repository to delete; one that the folder has is never deleted. */
export function deletions(request: DeletionRequest): readonly RemoteFile[] {
  const { rule, remote, prefix } = request;
  if (rule === 'none') return [];
  const kept = new Set(request.files.map((file) => file.path));
  const matches = rule === 'missing' ? mirrored(request.selection) : matchGlobs(rule);
  return [...remote.values()].filter((file) => {
    const below = pathBelow(prefix, file.path);
    return below !== undefined && !kept.has(file.path) && matches(below) && !(rule === 'missing' && isKept(file));
  });
}

/** A mirror's own world is what `include` and `exclude` leave of the folder; the rest is not missing from it. */
function mirrored(selection: Selection): (path: string) => boolean {
  return (path) => selection.exclusion(path) === undefined;
}

function isKept(file: RemoteFile): boolean {
  return file.path === keptByMirrors;
}

function pathBelow(prefix: string, path: string): string | undefined {
  if (prefix === '') return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
}

/**
 * A file cannot stand where a folder of the repository stays, nor the other way round; git refuses such a tree.
 * @returns the paths in conflict
 */
export function treeConflicts(difference: TreeDifference, remote: RemoteTree): readonly string[] {
  const gone = new Set(difference.deleted.map((file) => file.path));
  const staying = [...remote.keys()].filter((path) => !gone.has(path));
  const folders = new Set(staying.flatMap(foldersOf));
  const files = new Set(staying);
  return difference.changes
    .filter(({ file }) => folders.has(file.path) || foldersOf(file.path).some((folder) => files.has(folder)))
    .map(({ file }) => file.path);
}

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
