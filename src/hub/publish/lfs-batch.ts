import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import type { ProxyRequest } from '../../membrane/client.ts';
import { ask, type HubCalls, unreadable } from './hub-calls.ts';
import { addressOf, type Target } from './target.ts';

/** The media type that Git LFS gives its documents. */
export const lfsMediaType = 'application/vnd.git-lfs+json';

const action = z.object({ href: z.string(), header: z.record(z.string(), z.coerce.string()).default({}) });
const object = z.object({
  oid: z.string(),
  actions: z.object({ upload: action.optional() }).optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});
const answer = z.union([z.object({ objects: z.array(object) }), z.string().transform(fromText)]);

export interface LfsObject {
  /** SHA-256, hex. */
  readonly oid: string;
  /** Bytes. */
  readonly size: number;
}

/** How an object is to be sent: not at all if the Hub has it, whole to one address, or in parts. */
export type UploadOrder =
  | { readonly kind: 'stored' }
  | { readonly kind: 'basic'; readonly address: string }
  | {
      readonly kind: 'multipart';
      readonly partBytes: number;
      /** In the order of the parts. */
      readonly parts: readonly string[];
      readonly completion: string;
    };

/** Asks where objects are to be sent. The addresses are signed, and last for a while only. */
export async function askUploadOrders(
  hub: HubCalls,
  target: Target,
  objects: readonly LfsObject[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, UploadOrder>> {
  const response = await ask(hub, batchRequest(target, objects), signal);
  const read = answer.safeParse(response.body);
  if (!read.success) throw unreadable('where large files are to be sent', read.error);
  const orders = new Map(read.data.objects.map((one) => [one.oid, one]));
  return new Map(
    objects.map(({ oid, size }) => {
      const found = orders.get(oid);
      if (found === undefined) throw unreadable('where a large file is to be sent');
      return [oid, readOrder(found, size)];
    }),
  );
}

/** `ref` is left out for a pull request, whose reference may not exist yet. */
function batchRequest(target: Target, objects: readonly LfsObject[]): ProxyRequest {
  const ref = target.newPullRequest || target.revision.startsWith('refs/') ? {} : { ref: { name: target.revision } };
  const body = { operation: 'upload', transfers: ['basic', 'multipart'], hash_algo: 'sha256', objects, ...ref };
  return {
    method: 'POST',
    path: `/${addressOf(target)}.git/info/lfs/objects/batch`,
    headers: { accept: lfsMediaType, 'content-type': lfsMediaType },
    body: { kind: 'raw', text: JSON.stringify(body) },
  };
}

/** Its media type is not `application/json`: a proxy may hand it over as text. */
function fromText(text: string): { objects: z.output<typeof object>[] } {
  try {
    const read = z.object({ objects: z.array(object) }).safeParse(JSON.parse(text));
    if (read.success) return read.data;
  } catch {
    // Told by the caller, who finds no order.
  }
  return { objects: [] };
}

function readOrder(found: z.output<typeof object>, size: number): UploadOrder {
  if (found.error !== undefined) throw refusal(found.error);
  const upload = found.actions?.upload;
  if (upload === undefined) return { kind: 'stored' };
  const { chunk_size: partSize, ...header } = upload.header;
  if (partSize === undefined) return { kind: 'basic', address: upload.href };
  const partBytes = Number(partSize);
  const numbers = Object.keys(header).filter((key) => /^\d+$/.test(key));
  const parts = numbers.toSorted((one, other) => Number(one) - Number(other)).map((key) => header[key] ?? '');
  if (!(partBytes > 0) || parts.length !== Math.ceil(size / partBytes)) throw unreadable('the parts of a large file');
  return { kind: 'multipart', partBytes, parts, completion: upload.href };
}

function refusal(error: { readonly code: number; readonly message: string }): OperationError {
  return new OperationError('HUB_REJECTED', `The Hub's storage refuses a large file: ${error.message}`, {
    hint: 'Correct what the message names and run the step again.',
    status: error.code,
    effect: 'none',
    retryable: error.code >= 500,
  });
}

/**
 * Whether the route can be had at all: it is outside the Hub's API, and a proxy whose base ends in `/api` has no way
 * out of it. Whatever the Hub itself answers, also 'not found', says that it can.
 */
export async function reachesLfs(hub: HubCalls, target: Target, signal: AbortSignal): Promise<boolean> {
  try {
    await ask(hub, batchRequest(target, []), signal);
    return true;
  } catch (error) {
    if (!(error instanceof OperationError) || error.code === 'CANCELLED' || error.code === 'TIMEOUT') throw error;
    return error.details.status !== undefined || error.code !== 'HUB_REJECTED';
  }
}
