import { createHash, type Hash, randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { OperationError } from '../../errors.ts';
import type { RemoteFile } from './remote-file.ts';

/**
 * Writes a file beside its place and puts it there once its content is known to be right: nothing half or wrong is ever
 * found under its name. What was there before is replaced.
 * @throws OperationError where the content is not what the Hub says it is
 */
export async function saveFile(place: string, remote: RemoteFile, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const partial = `${place}.${randomUUID()}.part`;
  try {
    await write(partial, checked(chunks, remote));
    await rename(partial, place);
  } catch (error) {
    await rm(partial, { force: true });
    throw error instanceof OperationError ? error : asWriteFailure(error);
  }
}

async function write(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  // `wx`: a file, or a link, that somebody has put there is not opened.
  const handle = await open(file, 'wx', 0o644);
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
  } finally {
    await handle.close();
  }
}

async function* checked(chunks: AsyncIterable<Uint8Array>, remote: RemoteFile): AsyncGenerator<Uint8Array> {
  const hash = beginHash(remote);
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > remote.size) throw wrongContent(`it is longer than ${remote.size} bytes`);
    hash.update(chunk);
    yield chunk;
  }
  if (size < remote.size) throw wrongContent(`it ends after ${size} of ${remote.size} bytes`);
  const hex = hash.digest('hex');
  if (hex !== remote.hash.hex) throw wrongContent(`its hash is ${hex} and not ${remote.hash.hex}`);
}

/** Git's name of a blob is the SHA-1 of its length and its content. */
function beginHash({ hash, size }: RemoteFile): Hash {
  return hash.kind === 'sha256' ? createHash('sha256') : createHash('sha1').update(`blob ${size}\0`);
}

function wrongContent(why: string): OperationError {
  return new OperationError('UPSTREAM_UNAVAILABLE', `What arrived is not the file that the Hub describes: ${why}.`, {
    hint: 'Nothing was written. Run the step again; over `transport: cli` use `api` (or `auto`), which keeps every byte.',
    retryable: true,
    effect: 'none',
  });
}

function asWriteFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const code = 'code' in error ? String(error.code) : 'unknown error';
  return new OperationError('INPUT_INVALID', `The file named by \`to\` cannot be written (${code}).`, {
    hint: 'Name a path of the workspace that can be written, with enough room.',
    retryable: false,
    effect: 'none',
    cause: error,
  });
}
