import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import type { ProxyRequest } from '../../membrane/client.ts';
import { hubAddress } from '../hub-request.ts';
import { ask, unreadable } from '../publish/hub-calls.ts';
import { lfsMediaType } from '../publish/lfs-batch.ts';
import { isStorageAddress } from '../publish/storage.ts';
import type { RunContext } from '../run-context.ts';
import type { NamedFile, RemoteFile } from './remote-file.ts';

/** Where the bytes of a file come from. */
export type FileSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Signed by the Hub for a while: no credential goes there. */
  | { readonly kind: 'address'; readonly address: string };

/** Membrane's own limit for one answer, bytes. */
const longestAnswer = 30 * 1024 * 1024;
/** The Hub sends on once or twice; more would be a circle. */
const mostRedirects = 4;

/**
 * A large file is asked for as Git LFS asks, which answers an address and no bytes, so that neither Membrane's limit
 * nor a CLI that prints text stands in its way. Every other file comes through the proxy itself.
 */
export async function openSource(file: NamedFile, remote: RemoteFile, context: RunContext): Promise<FileSource> {
  if (remote.hash.kind === 'sha256') {
    const address = await lfsAddress(file, remote, context);
    if (address !== undefined) return { kind: 'address', address };
  }
  return resolve(file, remote, context);
}

const prefixes = { model: '', dataset: 'datasets/', space: 'spaces/' } as const;
const encoded = (path: string) => path.split('/').map(encodeURIComponent).join('/');

const batch = z.object({
  objects: z.array(z.object({ oid: z.string(), actions: z.object({ download: z.object({ href: z.string() }) }) })),
});

/** Undefined where the connection's proxy does not reach this route, or the Hub offers no address there. */
async function lfsAddress(
  { repository, type }: NamedFile,
  { hash, size }: RemoteFile,
  { hub, signal, log }: RunContext,
): Promise<string | undefined> {
  const wanted = {
    operation: 'download',
    transfers: ['basic'],
    hash_algo: 'sha256',
    objects: [{ oid: hash.hex, size }],
  };
  const request: ProxyRequest = {
    method: 'POST',
    path: `/${prefixes[type]}${repository}.git/info/lfs/objects/batch`,
    headers: { accept: lfsMediaType, 'content-type': lfsMediaType },
    body: { kind: 'raw', text: JSON.stringify(wanted) },
  };
  try {
    const { body } = await ask(hub, request, signal);
    // Its media type is not `application/json`: a proxy may hand it over as text.
    const read = batch.safeParse(typeof body === 'string' ? JSON.parse(body) : body);
    const address = read.data?.objects.find(({ oid }) => oid === hash.hex)?.actions.download.href;
    // An address on the Hub itself would need the connection's sign-in.
    const isElsewhere = address !== undefined && isStorageAddress(address) && !address.startsWith(`${hubAddress}/`);
    return isElsewhere ? address : undefined;
  } catch (error) {
    if (error instanceof OperationError && !['HUB_REJECTED', 'HUB_NOT_FOUND'].includes(error.code)) throw error;
    log.debug('The Hub gives no address for a large file: asking for the file itself.');
    return undefined;
  }
}

async function resolve(file: NamedFile, remote: RemoteFile, context: RunContext): Promise<FileSource> {
  const { repository, type, path } = file;
  const { commit, size } = remote;
  const page = `/${prefixes[type]}${repository}/resolve/${commit}/${encoded(path)}`;
  try {
    return await follow({ method: 'GET', path: page, bytes: true }, context);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    // A proxy that begins at the Hub's /api refuses the page before it asks; this is where the Hub sends on itself.
    if (error.code === 'HUB_REJECTED' && error.details.status === undefined) {
      const cached = `/api/resolve-cache/${type}s/${repository}/${commit}/${encoded(path)}`;
      return follow({ method: 'GET', path: cached, bytes: true }, context);
    }
    throw size > longestAnswer ? tooLarge(path, size, error) : error;
  }
}

async function follow(first: ProxyRequest, { hub, signal }: RunContext): Promise<FileSource> {
  let request = first;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const answer = await ask(hub, request, signal).catch(asRedirect);
    if (!('to' in answer)) {
      const { body } = answer;
      if (!(body instanceof Uint8Array)) throw unreadable('the file');
      return { kind: 'bytes', bytes: body };
    }
    const address = new URL(answer.to, hubAddress + request.path);
    if (address.origin !== hubAddress) return { kind: 'address', address: storageAddress(address.href) };
    request = { ...first, path: address.pathname, query: [...address.searchParams] };
  }
  throw unreadable('the file, which leads in a circle');
}

/** @throws the error, where it is none of a redirect */
function asRedirect(error: unknown): { readonly to: string } {
  const { status = 0, upstream } = error instanceof OperationError ? error.details : {};
  const to = upstream?.headers.location;
  if (status < 300 || status >= 400 || to === undefined || !URL.canParse(to, hubAddress)) throw error;
  return { to };
}

function storageAddress(address: string): string {
  if (isStorageAddress(address)) return address;
  throw unreadable('the file, which leads to an address without encryption');
}

function tooLarge(path: string, size: number, cause: OperationError): OperationError {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return new OperationError(
    'HUB_REJECTED',
    `${path} has ${megabytes} MB, and an answer through Membrane holds 30 MB at most.`,
    {
      hint: 'Download it with another tool, or keep the file with Git LFS: then its size does not matter here.',
      retryable: false,
      effect: 'none',
      cause,
    },
  );
}
