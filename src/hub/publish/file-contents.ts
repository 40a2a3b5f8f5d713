import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { OperationError } from '../../errors.ts';
import type { FileStamp, LocalFile } from './files.ts';

/** The path was resolved when the folder was read; a link put in its place afterwards is not followed. */
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

/** How contents are compared: as git names a blob, or as LFS names an object. */
export type HashKind = 'git' | 'sha256';

export function stampOf(details: { readonly mtimeMs: number; readonly ino: number }): FileStamp {
  return { modifiedMs: details.mtimeMs, inode: details.ino };
}

/** The hash of a file that is read at once. @throws OperationError if the file is no longer the one that was looked at */
export function hashContents(file: LocalFile, kind: HashKind): string {
  const hash = kind === 'git' ? createHash('sha1').update(gitHeader(file.size)) : createHash('sha256');
  return hash.update(readContents(file)).digest('hex');
}

/** What git hashes before the contents of a blob. */
export function gitHeader(size: number): string {
  return `blob ${size}\0`;
}

/**
 * All bytes of a file that is small enough for a commit. Read without waiting: for small files the way to a thread and
 * back takes several times as long as the reading.
 * @throws OperationError if it changed
 */
export function readContents(file: LocalFile): Buffer {
  return readBeginning(file, file.size);
}

/** The first bytes, by which the Hub tells text from binary. @throws OperationError if the file changed */
export function readBeginning(file: LocalFile, bytes: number): Buffer {
  if (file.source.kind === 'memory') return file.source.bytes.subarray(0, bytes);
  const buffer = Buffer.allocUnsafe(Math.min(bytes, file.size));
  const descriptor = openUnchanged(file, file.source.file);
  try {
    let read = 0;
    while (read < buffer.length) {
      const more = readSync(descriptor, buffer, read, buffer.length - read, read);
      if (more === 0) throw changedError(file);
      read += more;
    }
    if (!isSame(file, fstatSync(descriptor))) throw changedError(file);
    return buffer;
  } finally {
    closeSync(descriptor);
  }
}

/** What is published is what was hashed. @throws OperationError if the file was written to meanwhile */
export function assertUnchanged(file: LocalFile): void {
  if (file.source.kind === 'memory') return;
  const details = statSync(file.source.file, { throwIfNoEntry: false });
  if (details === undefined || !isSame(file, details)) throw changedError(file);
}

/** The caller closes it. @throws OperationError if another file is in its place */
export function openUnchanged(file: LocalFile, path: string): number {
  let descriptor: number;
  try {
    descriptor = openSync(path, readOnly);
  } catch (cause) {
    throw changedError(file, cause);
  }
  if (isSame(file, fstatSync(descriptor))) return descriptor;
  closeSync(descriptor);
  throw changedError(file);
}

function isSame(file: LocalFile, details: { size: number; mtimeMs: number; ino: number }): boolean {
  if (file.source.kind === 'memory') return true;
  const { stamp } = file.source;
  return details.size === file.size && details.mtimeMs === stamp.modifiedMs && details.ino === stamp.inode;
}

export function changedError(file: LocalFile, cause?: unknown): OperationError {
  return new OperationError('INPUT_INVALID', `The file ${file.path} changed while it was being published.`, {
    hint: 'Publish when the step that writes it has ended. What was published so far are whole commits; run the step again.',
    cause,
    effect: 'none',
    retryable: true,
  });
}
