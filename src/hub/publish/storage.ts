import type { Readable } from 'node:stream';

export interface StorageRequest {
  readonly method: 'PUT' | 'POST';
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | string;
}

export interface StorageAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly retryAfter: string | undefined;
}

/** Sends to an address that the Hub has signed: no credential goes with it. Rejects where there was no answer. */
export type SendToStorage = (request: StorageRequest, signal: AbortSignal) => Promise<StorageAnswer>;

/**
 * Over undici's own `request` and not over `fetch`, which reads a stream as fast as the disk gives it: a file of 1 GB
 * took 1 GB of memory that way, and 150 MB this way. Redirects are not followed.
 */
export const sendToStorage: SendToStorage = async (request, signal) => {
  const { request: send } = await import('undici');
  const { method, body } = request;
  const response = await send(request.address, { method, headers: request.headers, body, signal });
  // Storage says in its status all that is used here; the rest is read so that the connection can be used again.
  await response.body.dump();
  return {
    status: response.statusCode,
    etag: single(response.headers.etag),
    retryAfter: single(response.headers['retry-after']),
  };
};

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** Signed addresses are https; a Hub on this machine alone, as tests have one, may sign plain ones. */
export function isStorageAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}
