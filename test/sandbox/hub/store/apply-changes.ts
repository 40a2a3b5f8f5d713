import { LFS_NOT_UPLOADED_STATUS } from '../doubts.ts';
import { badRequest, HubError } from '../errors.ts';
import type { Content, FileEntry } from './content.ts';
import { gitObjectId, lfsPointer } from './git-object.ts';
import { checkPath } from './names.ts';
import type { StoredObject } from './object-store.ts';

/** One change of a commit. */
export type Change =
  | { readonly kind: 'write'; readonly path: string; readonly file: FileEntry; readonly oldPath: string | undefined }
  | { readonly kind: 'delete'; readonly path: string; readonly what: 'file' | 'folder' | 'entry' };

/** A regular file; its bytes are kept only when the commit is made. */
export function regularFile(oid: string, object: StoredObject): FileEntry {
  return { oid, size: object.size, lfs: undefined };
}

/** SHA-1 of the git blob with this content. */
export function blobId(content: Buffer): string {
  return gitObjectId('blob', content);
}

function knownSize(content: Content, sha256: string): number | undefined {
  const held = content.lfsObjects.get(sha256)?.size;
  if (held !== undefined) return held;
  for (const commit of content.commits.values()) {
    for (const file of commit.files.values()) if (file.lfs?.sha256 === sha256) return file.size;
  }
  return undefined;
}

/** A file kept by LFS; its object must have been uploaded to this repository before. */
export function lfsFile(content: Content, sha256: string, size: number | undefined): FileEntry {
  const known = knownSize(content, sha256);
  if (known === undefined) {
    throw new HubError(LFS_NOT_UPLOADED_STATUS, `LFS pointer pointed to a file that does not exist: ${sha256}`);
  }
  if (size !== undefined && size !== known) {
    throw badRequest(`LFS object ${sha256} has ${known} bytes, not ${size}`);
  }
  const pointer = lfsPointer(sha256, known);
  return { oid: gitObjectId('blob', pointer), size: known, lfs: { sha256, pointerSize: pointer.length } };
}

function fileMissing(path: string): HubError {
  return new HubError(404, `A file with this name doesn't exist: ${path}`, { code: 'EntryNotFound' });
}

function remove(files: Map<string, FileEntry>, path: string, what: 'file' | 'folder' | 'entry'): void {
  if (what !== 'folder' && files.delete(path)) return;
  const inside = what === 'file' ? [] : [...files.keys()].filter((one) => one.startsWith(`${path}/`));
  if (inside.length === 0) throw fileMissing(path);
  for (const one of inside) files.delete(one);
}

/** The files after the changes, in the order given; throws and changes nothing when one is impossible. */
export function applyChanges(
  before: ReadonlyMap<string, FileEntry>,
  changes: readonly Change[],
): Map<string, FileEntry> {
  const files = new Map(before);
  for (const change of changes) {
    if (change.kind === 'delete') {
      remove(files, change.path.replace(/\/$/, ''), change.what);
      continue;
    }
    checkPath(change.path);
    if (change.oldPath !== undefined && change.oldPath !== change.path) remove(files, change.oldPath, 'file');
    files.set(change.path, change.file);
  }
  refuseFilesInFiles(files, changes);
  return files;
}

function refuseFilesInFiles(files: ReadonlyMap<string, FileEntry>, changes: readonly Change[]): void {
  const folders = new Set<string>();
  for (const path of files.keys()) {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) folders.add(path.slice(0, end));
  }
  const clash = changes.find(({ kind, path }) => kind === 'write' && folders.has(path));
  const inside = [...folders].find((folder) => files.has(folder));
  if (clash !== undefined || inside !== undefined) {
    throw badRequest(`${clash?.path ?? inside} cannot be a file and a folder`);
  }
}

/** Whether two snapshots hold the same content. */
export function sameFiles(one: ReadonlyMap<string, FileEntry>, other: ReadonlyMap<string, FileEntry>): boolean {
  if (one.size !== other.size) return false;
  for (const [path, file] of one) if (other.get(path)?.oid !== file.oid) return false;
  return true;
}
