import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { requireDiscussing, requireWrite } from '../access.ts';
import type { Context } from '../context.ts';
import { badRequest, lfsObjectMissing, notFound } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json, text } from '../reply.ts';
import type { Route } from '../router.ts';
import type { StoredObject } from '../store/object-store.ts';
import { memoryObject } from '../store/object-store.ts';
import type { Repository } from '../store/repository.ts';
import type { PendingUpload } from '../store/uploads.ts';
import { storageOrigin } from './resolve.ts';

const MEDIA_TYPE = 'application/vnd.git-lfs+json';
/** Up to here an uploaded object is read at once instead of passing through a file. */
const READ_AT_ONCE_BYTES = 1024 * 1024;

const batchRequest = z.object({
  operation: z.enum(['upload', 'download']),
  transfers: z.array(z.string()).optional(),
  // huggingface.js writes it with an underscore.
  hash_algo: z.enum(['sha256', 'sha_256']).optional(),
  ref: z.object({ name: z.string() }).nullish(),
  objects: z.array(z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().min(0) })),
});

/** Uploads for a pull request name no branch, and need no right to write. */
function requireUploading(context: Context, repository: Repository, reference: string | undefined): void {
  const viewer = context.signedIn();
  const pullRequest = reference === undefined || reference.includes('refs/pr/');
  if (pullRequest) requireDiscussing(viewer, repository);
  else requireWrite(context.store, viewer, repository);
}

function uploadAction(context: Context, id: string, size: number, multipart: boolean) {
  const { chunkBytes } = context.settings.multipart;
  if (!multipart) return { href: `${context.origin}/lfs-storage/${id}` };
  const header: Record<string, string> = { chunk_size: String(chunkBytes) };
  for (let part = 1; part <= Math.ceil(size / chunkBytes); part += 1) {
    header[String(part).padStart(5, '0')] = `${context.origin}/lfs-storage/${id}/${part}`;
  }
  return { href: `${context.origin}/api/complete_multipart/${id}`, header };
}

/** Whoever may read the files gets an address of storage for each object; no credential is needed there. */
function downloads(context: Context, objects: z.infer<typeof batchRequest>['objects']): Reply {
  const { content } = context.readableRepository();
  const answered = objects.map(({ oid, size }) => {
    const object = content.lfsObjects.get(oid);
    if (object === undefined) return { oid, size, error: { code: 404, message: 'Object does not exist' } };
    const href = `${storageOrigin(context)}/lfs-cdn/${context.uploads.offer(randomUUID(), object, oid)}`;
    return { oid, size, authenticated: true, actions: { download: { href } } };
  });
  return json({ transfer: 'basic', objects: answered }, 200, { 'Content-Type': MEDIA_TYPE });
}

async function batch(context: Context): Promise<Reply> {
  context.signedIn();
  const repository = context.repository();
  const body = await context.json(batchRequest);
  if (body.operation === 'download') return downloads(context, body.objects);
  requireUploading(context, repository, body.ref?.name);
  const canSplit = body.transfers?.includes('multipart') ?? false;
  const verify = `${context.origin}${context.call.url.pathname.replace(/batch$/, 'verify')}`;
  let multipart = false;
  const objects = body.objects.map(({ oid, size }) => {
    if (repository.content.lfsObjects.has(oid)) return { oid, size };
    const id = randomUUID();
    context.uploads.begin(id, repository, oid, size);
    const split = canSplit && size > context.settings.multipart.thresholdBytes;
    multipart ||= split;
    const upload = uploadAction(context, id, size, split);
    return { oid, size, authenticated: true, actions: { upload, verify: { href: verify } } };
  });
  return json({ transfer: multipart ? 'multipart' : 'basic', objects }, 200, { 'Content-Type': MEDIA_TYPE });
}

function pendingOf(context: Context): PendingUpload {
  const pending = context.uploads.get(context.parameter('upload'));
  if (pending === undefined) throw notFound('This upload address has expired');
  return pending;
}

async function readObject(context: Context, size: number): Promise<{ object: StoredObject; sha256: string }> {
  if (size > READ_AT_ONCE_BYTES) return context.store.objects.putStream(context.call.stream());
  const bytes = await context.call.body();
  return { object: memoryObject(bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Accepts the bytes only if they are the ones announced. */
function accept(context: Context, pending: PendingUpload, object: StoredObject, sha256: string): void {
  if (object.size !== pending.size || sha256 !== pending.sha256) {
    throw badRequest('The uploaded bytes do not match the announced SHA-256 and size');
  }
  pending.repository.writableContent.lfsObjects.set(sha256, object);
  context.uploads.end(context.parameter('upload'));
  context.effect(`upload-lfs ${pending.repository.type} ${pending.repository.id} ${sha256}`);
}

async function put(context: Context): Promise<Reply> {
  const pending = pendingOf(context);
  const { object, sha256 } = await readObject(context, pending.size);
  accept(context, pending, object, sha256);
  return text('', 200, { ETag: `"${sha256.slice(0, 32)}"` });
}

async function putPart(context: Context): Promise<Reply> {
  const pending = pendingOf(context);
  const { object, sha256 } = await readObject(context, context.settings.multipart.chunkBytes);
  pending.parts.set(Number(context.parameter('part')), object);
  return text('', 200, { ETag: `"${sha256.slice(0, 32)}"` });
}

const completion = z.object({
  oid: z.string(),
  parts: z.array(z.object({ partNumber: z.number().int(), etag: z.string().min(1) })).min(1),
});

async function complete(context: Context): Promise<Reply> {
  const pending = pendingOf(context);
  const body = await context.json(completion);
  if (body.oid !== pending.sha256) throw badRequest('oid: is not the one of this upload');
  const parts = body.parts
    .toSorted((a, b) => a.partNumber - b.partNumber)
    .map(({ partNumber }) => {
      const part = pending.parts.get(partNumber);
      if (part === undefined) throw badRequest(`Part ${partNumber} was not uploaded`);
      return part;
    });
  const { object, sha256 } = await context.store.objects.putParts(parts);
  accept(context, pending, object, sha256);
  return json({ success: true });
}

const verification = z.object({ oid: z.string(), size: z.number() });

async function verify(context: Context): Promise<Reply> {
  context.signedIn();
  const repository = context.repository();
  const { oid, size } = await context.json(verification);
  const object = repository.content.lfsObjects.get(oid);
  if (object === undefined) throw lfsObjectMissing(oid);
  if (object.size !== size) throw badRequest(`The object has ${object.size} bytes, not ${size}`);
  return json({}, 200, { 'Content-Type': MEDIA_TYPE });
}

export const lfsRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/:prefix:repo.git/info/lfs/objects/batch', handle: batch },
  { method: 'POST', pattern: '/:prefix:repo.git/info/lfs/objects/verify', handle: verify },
  { method: 'POST', pattern: '/api/complete_multipart/:upload', handle: complete },
  { method: 'PUT', pattern: '/lfs-storage/:upload', handle: put },
  { method: 'PUT', pattern: '/lfs-storage/:upload/:part', handle: putPart },
];
