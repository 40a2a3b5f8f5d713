import { createHash, type Hash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { OperationError } from '../../errors.ts';
import type { FileStamp, LocalFile } from './files.ts';

/** Bytes read at a time: larger blocks no longer make hashing faster. */
const blockBytes = 1_048_576;
/** The path was resolved when the folder was read; a link put in its place afterwards is not followed. */
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);

export function stampOf(details: { readonly mtimeMs: number; readonly ino: number }): FileStamp {
  return { modifiedMs: details.mtimeMs, inode: details.ino };
}

/** How contents are compared: as git names a blob, or as LFS names an object. */
export type HashKind = 'git' | 'sha256';

/** The hash of a file, read as a stream. @throws OperationError if the file is no longer the one that was looked at */
export async function hashFile(file: LocalFile, kind: HashKind, signal: AbortSignal): Promise<string> {
  const hash = kind === 'git' ? createHash('sha1').update(`blob ${file.size}\0`) : createHash('sha256');
  const { source } = file;
  if (source.kind === 'memory') return hash.update(source.bytes).digest('hex');
  const read = await hashBlocks(file, source.file, hash, signal);
  if (read !== file.size) throw changedError(file);
  await assertUnchanged(file);
  return hash.digest('hex');
}

/** Two buffers in turn: one is filled from the disk while the other is hashed. */
async function hashBlocks(file: LocalFile, path: string, hash: Hash, signal: AbortSignal): Promise<number> {
  const handle = await openUnchanged(file, path);
  const size = Math.min(blockBytes, Math.max(file.size, 1));
  const buffers = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(file.size > size ? size : 0)] as const;
  let total = 0;
  try {
    let next = handle.read(buffers[0], 0, size, null);
    for (let turn = 0; ; turn += 1) {
      signal.throwIfAborted();
      const { bytesRead, buffer } = await next;
      total += bytesRead;
      if (bytesRead === 0 || total >= file.size) {
        hash.update(buffer.subarray(0, bytesRead));
        return total;
      }
      const other = turn % 2 === 0 ? buffers[1] : buffers[0];
      next = handle.read(other, 0, other.length, null);
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

/** All bytes of a file that is small enough for a commit. @throws OperationError if it changed */
export async function readContents(file: LocalFile): Promise<Buffer> {
  if (file.source.kind === 'memory') return file.source.bytes;
  const handle = await openUnchanged(file, file.source.file);
  try {
    const bytes = await handle.readFile();
    if (bytes.length !== file.size) throw changedError(file);
    return bytes;
  } finally {
    await handle.close();
  }
}

/** The first bytes, by which the Hub tells text from binary. */
export async function readBeginning(file: LocalFile, bytes: number): Promise<Buffer> {
  if (file.source.kind === 'memory') return file.source.bytes.subarray(0, bytes);
  const handle = await openUnchanged(file, file.source.file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.min(bytes, file.size)), 0, undefined, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A part of a file as a stream; `end` is the byte after the last one. */
export function streamContents(file: LocalFile, start: number, end: number): Readable {
  if (file.source.kind === 'memory') return Readable.from([file.source.bytes.subarray(start, end)]);
  return createReadStream(file.source.file, { start, end: end - 1, flags: 'r', highWaterMark: 262_144 });
}

/** What is published is what was hashed. @throws OperationError if the file was written to meanwhile */
export async function assertUnchanged(file: LocalFile): Promise<void> {
  if (file.source.kind === 'memory') return;
  const details = await stat(file.source.file).catch(() => undefined);
  if (details === undefined || !isSame(file, details)) throw changedError(file);
}

async function openUnchanged(file: LocalFile, path: string) {
  const handle = await open(path, readOnly).catch((cause: unknown) => {
    throw changedError(file, cause);
  });
  const details = await handle.stat();
  if (isSame(file, details)) return handle;
  await handle.close();
  throw changedError(file);
}

function isSame(file: LocalFile, details: { size: number; mtimeMs: number; ino: number }): boolean {
  if (file.source.kind === 'memory') return true;
  const { stamp } = file.source;
  return details.size === file.size && details.mtimeMs === stamp.modifiedMs && details.ino === stamp.inode;
}

function changedError(file: LocalFile, cause?: unknown): OperationError {
  return new OperationError('INPUT_INVALID', `The file ${file.path} changed while it was being published.`, {
    hint: 'Publish when the step that writes it has ended. What was published so far are whole commits; run the step again.',
    cause,
    effect: 'none',
    retryable: true,
  });
}
