import pLimit, { type LimitFunction } from 'p-limit';
import { OperationError } from '../../errors.ts';
import { assertUnchanged } from './file-contents.ts';
import type { LocalFile } from './files.ts';
import type { Hasher } from './hasher.ts';
import type { HubCalls } from './hub-calls.ts';
import { askUploadOrders, type LfsObject, lfsMediaType, type UploadOrder } from './lfs-batch.ts';
import { type StorageContext, StorageError, sendCompletion, sendPart } from './send-part.ts';
import type { Target } from './target.ts';

/** Addresses are asked for in groups, shortly before they are used. */
const group = { files: 100, bytes: 250_000_000 } as const;
/** While one group is on its way the next is hashed. */
const groupsAtOnce = 2;
/** Parts, or whole files, on their way at once. */
const partsAtOnce = 5;
/** New addresses that are asked for one file when those it had have ended. */
const renewals = 3;

export interface LfsUpload extends StorageContext {
  readonly hub: HubCalls;
  readonly target: Target;
  readonly hasher: Hasher;
  /** SHA-256 by path, as far as it is known already. */
  readonly hashes: ReadonlyMap<string, string>;
}

/**
 * Sends what the Hub does not have yet. Each object is safe where it is as soon as it is there, before any commit names
 * it: a later run does not send it again.
 * @returns SHA-256 by path
 */
export async function uploadLfsFiles(
  files: readonly LocalFile[],
  upload: LfsUpload,
): Promise<ReadonlyMap<string, string>> {
  const groups = pLimit(groupsAtOnce);
  const parts = pLimit(partsAtOnce);
  const stop = new AbortController();
  const signal = AbortSignal.any([upload.signal, stop.signal]);
  try {
    const sent = await Promise.all(
      inGroups(files).map((some) => groups(() => uploadGroup(some, { ...upload, signal }, parts))),
    );
    return new Map(sent.flat());
  } catch (error) {
    stop.abort(error);
    throw asOperationError(error);
  }
}

function inGroups(files: readonly LocalFile[]): LocalFile[][] {
  const groups: LocalFile[][] = [];
  let bytes = 0;
  for (const file of files) {
    const current = groups.at(-1);
    if (current === undefined || current.length === group.files || bytes + file.size > group.bytes) {
      groups.push([file]);
      bytes = file.size;
    } else {
      current.push(file);
      bytes += file.size;
    }
  }
  return groups;
}

async function uploadGroup(
  files: readonly LocalFile[],
  upload: LfsUpload,
  parts: LimitFunction,
): Promise<[string, string][]> {
  upload.signal.throwIfAborted();
  const hashed = await Promise.all(
    files.map(async (file) => {
      const oid = upload.hashes.get(file.path) ?? (await upload.hasher.hash(file, 'sha256'));
      return { file, object: { oid, size: file.size } };
    }),
  );
  const distinct = new Map(hashed.map((one) => [one.object.oid, one]));
  const objects = [...distinct.values()].map((one) => one.object);
  const orders = await askUploadOrders(upload.hub, upload.target, objects, upload.signal);
  await Promise.all([...distinct.values()].map((one) => uploadObject(one, orders.get(one.object.oid), upload, parts)));
  const twice = hashed.filter((one) => distinct.get(one.object.oid) !== one);
  for (const { file } of twice) upload.progress.finished(file.size);
  return hashed.map(({ file, object }) => [file.path, object.oid]);
}

async function uploadObject(
  { file, object }: { readonly file: LocalFile; readonly object: LfsObject },
  first: UploadOrder | undefined,
  upload: LfsUpload,
  parts: LimitFunction,
): Promise<void> {
  let order = first ?? { kind: 'stored' };
  for (let renewed = 0; ; renewed += 1) {
    try {
      await follow(order, file, object, { upload, parts });
      return upload.progress.finished(order.kind === 'stored' ? file.size : 0);
    } catch (error) {
      if (!(error instanceof StorageError && error.expired) || renewed === renewals) throw error;
      upload.log.info(`The address for ${file.path} has ended: a new one is asked for.`);
      const orders = await askUploadOrders(upload.hub, upload.target, [object], upload.signal);
      order = orders.get(object.oid) ?? order;
    }
  }
}

async function follow(
  order: UploadOrder,
  file: LocalFile,
  object: LfsObject,
  { upload, parts }: { readonly upload: LfsUpload; readonly parts: LimitFunction },
): Promise<void> {
  if (order.kind === 'stored') return;
  if (order.kind === 'basic') {
    await parts(() => sendPart({ file, start: 0, end: file.size, address: order.address }, upload));
    return assertUnchanged(file);
  }
  const tags = await Promise.all(
    order.parts.map((address, index) => {
      const start = index * order.partBytes;
      const end = Math.min(file.size, start + order.partBytes);
      return parts(() => sendPart({ file, start, end, address }, upload));
    }),
  );
  assertUnchanged(file);
  const body = JSON.stringify({
    oid: object.oid,
    parts: tags.map((etag, index) => ({ partNumber: index + 1, etag: etag ?? '' })),
  });
  const headers = { accept: lfsMediaType, 'content-type': lfsMediaType };
  await sendCompletion(file, { method: 'POST', address: order.completion, headers, body }, upload);
}

function asOperationError(error: unknown): unknown {
  if (!(error instanceof StorageError)) return error;
  return new OperationError(
    'UPSTREAM_UNAVAILABLE',
    `The storage of the Hub did not take a large file: ${error.message}.`,
    {
      hint: 'Run the step again: what has arrived is not sent again. The branch was not touched.',
      cause: error,
      effect: 'none',
      retryable: true,
      ...(error.status === undefined ? {} : { status: error.status }),
    },
  );
}
