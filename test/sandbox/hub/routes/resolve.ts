import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Context } from '../context.ts';
import { entryNotFound, HubError, lfsObjectMissing, notFound } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { text } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Commit, CommittedFile } from '../store/content.ts';
import { lfsPointer } from '../store/git-object.ts';
import type { StoredObject } from '../store/object-store.ts';
import { memoryObject } from '../store/object-store.ts';
import type { Repository } from '../store/repository.ts';

interface Found {
  readonly repository: Repository;
  readonly commit: Commit;
  readonly file: CommittedFile;
  readonly path: string;
}

function findFile(context: Context): Found {
  const repository = context.readableRepository();
  const commit = context.commit(repository);
  const path = context.parameter('path');
  const file = commit.files.get(path);
  if (file === undefined) throw entryNotFound(path, commit.oid);
  return { repository, commit, file, path };
}

/** The span of a `Range` header; undefined when there is none, or one the Hub would ignore. */
function rangeOf(context: Context, size: number): { start: number; end: number } | undefined {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(context.call.request.headers.range ?? '');
  if (parts === null) return undefined;
  const [, first = '', last = ''] = parts;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if ((first === '' && last === '') || start >= end) {
    throw new HubError(416, 'Requested Range Not Satisfiable', { headers: { 'Content-Range': `bytes */${size}` } });
  }
  return { start, end };
}

function serve(context: Context, object: StoredObject, headers: Record<string, string>): Reply {
  const range = rangeOf(context, object.size);
  const common = { 'Content-Type': 'application/octet-stream', 'Accept-Ranges': 'bytes', ...headers };
  if (range === undefined)
    return { status: 200, headers: common, body: { stream: () => object.open(), size: object.size } };
  const { start, end } = range;
  return {
    status: 206,
    headers: { ...common, 'Content-Range': `bytes ${start}-${end - 1}/${object.size}` },
    body: { stream: () => object.open(start, end), size: end - start },
  };
}

function disposition(path: string): string {
  const name = basename(path);
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
  return `inline; filename*=UTF-8''${encodeURIComponent(name)}; filename="${ascii}";`;
}

/**
 * Storage is another host on the Hub, and clients treat it as one: huggingface_hub follows a redirect
 * to the same host and then misses X-Repo-Commit, and no client sends its token to another host.
 * Loopback has two names, so the same server is that other host.
 */
export function storageOrigin(context: Context): string {
  const origin = new URL(context.origin);
  origin.hostname = origin.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return origin.origin;
}

/** A regular file is answered at once, one kept by LFS from a signed address elsewhere. */
function resolve(context: Context): Reply {
  const { repository, commit, file, path } = findFile(context);
  const about = { 'X-Repo-Commit': commit.oid, 'Content-Disposition': disposition(path) };
  const object = repository.content.object(file);
  if (file.lfs === undefined) {
    if (object === undefined) throw notFound('The content of this file is missing');
    return serve(context, object, { ...about, ETag: `"${file.oid}"` });
  }
  if (object === undefined) throw lfsObjectMissing(file.lfs.sha256);
  const address = `${storageOrigin(context)}/lfs-cdn/${context.uploads.offer(randomUUID(), object, file.lfs.sha256)}`;
  return text(`Found. Redirecting to ${address}`, 302, {
    ...about,
    'X-Linked-Size': String(file.size),
    'X-Linked-ETag': `"${file.lfs.sha256}"`,
    Location: address,
  });
}

function fromStorage(context: Context): Reply {
  const offered = context.uploads.offered(context.parameter('offer'));
  if (offered === undefined) throw new HubError(403, 'This address has expired');
  return serve(context, offered.object, { ETag: `"${offered.sha256}"` });
}

/** What git holds: the file, or the pointer of one kept by LFS. */
function raw(context: Context): Reply {
  const { repository, commit, file } = findFile(context);
  const object =
    file.lfs === undefined ? repository.content.object(file) : memoryObject(lfsPointer(file.lfs.sha256, file.size));
  if (object === undefined) throw notFound('The content of this file is missing');
  return serve(context, object, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Repo-Commit': commit.oid,
    ETag: `"${file.oid}"`,
  });
}

export const resolveRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/:prefix:repo/resolve/:rev/:path', handle: resolve },
  // Where the Hub itself sends who asks for a file it keeps in git (its OpenAPI document).
  { method: 'GET', pattern: '/api/resolve-cache/:kind/:repo/:rev/:path', handle: resolve },
  { method: 'GET', pattern: '/:prefix:repo/raw/:rev/:path', handle: raw },
  { method: 'GET', pattern: '/lfs-cdn/:offer', handle: fromStorage },
];
