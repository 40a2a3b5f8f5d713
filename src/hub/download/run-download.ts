import pRetry from 'p-retry';
import { OperationError } from '../../errors.ts';
import type { RunContext } from '../run-context.ts';
import { fetchAddress } from './fetch-address.ts';
import { openSource } from './file-source.ts';
import { findRemoteFile, type NamedFile, type RemoteFile } from './remote-file.ts';
import { saveFile } from './save-file.ts';

/** Brings a file of the Hub to a place of the workspace, checked. @throws OperationError */
export async function runDownload(
  file: NamedFile,
  to: string,
  context: RunContext,
): Promise<RemoteFile & { readonly place: string }> {
  const remote = await findRemoteFile(file, context);
  const place = await context.host.files.pathToWrite(to);
  // An address lasts for a while only: each attempt asks for its own.
  await pRetry(() => attempt(file, remote, place, context), {
    retries: context.retries,
    minTimeout: 1_000,
    maxTimeout: 30_000,
    randomize: true,
    signal: context.signal,
    shouldRetry: ({ error }) => isLost(error),
  });
  return { ...remote, place };
}

async function attempt(file: NamedFile, remote: RemoteFile, place: string, context: RunContext): Promise<void> {
  const source = await openSource(file, remote, context);
  const chunks = source.kind === 'bytes' ? whole(source.bytes) : fetchAddress(source.address, context);
  await saveFile(place, remote, chunks);
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What goes through Membrane has been repeated below already; the way to storage has nobody else. */
function isLost(error: unknown): boolean {
  return error instanceof OperationError && error.code === 'UPSTREAM_UNAVAILABLE' && error.details.effect === 'none';
}
