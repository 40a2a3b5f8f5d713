import * as z from 'zod';
import type { Context } from '../context.ts';
import { parseJson } from '../context.ts';
import { DIRECTORY_SIZE } from '../doubts.ts';
import { entryNotFound } from '../errors.ts';
import { cursorPage, limitOf } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Commit, CommittedFile } from '../store/content.ts';
import type { Repository } from '../store/repository.ts';
import { securityFileStatus } from '../store/security.ts';

/** An entry of a tree: a file, or a folder when there is none. */
interface Entry {
  readonly path: string;
  readonly file: CommittedFile | undefined;
}

function inFolder(commit: Commit, folder: string): [string, CommittedFile][] {
  if (folder === '') return [...commit.files];
  return [...commit.files].filter(([path]) => path.startsWith(`${folder}/`));
}

/** Direct children, or all descendants; folders come before what is in them. */
function entriesOf(commit: Commit, folder: string, recursive: boolean): Entry[] {
  const start = folder === '' ? 0 : folder.length + 1;
  const entries = new Map<string, Entry>();
  for (const [path, file] of inFolder(commit, folder)) {
    const names = path.slice(start).split('/');
    const depth = recursive ? names.length - 1 : Math.min(1, names.length - 1);
    for (let level = 1; level <= depth; level += 1) {
      const parent = path.slice(0, start) + names.slice(0, level).join('/');
      entries.set(parent, { path: parent, file: undefined });
    }
    if (recursive || names.length === 1) entries.set(path, { path, file });
  }
  return [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function latestChange(repository: Repository, commit: Commit, { path, file }: Entry): Commit | undefined {
  const { commits } = repository.content;
  if (file !== undefined) return commits.get(file.changedBy);
  let latest: Commit | undefined;
  for (const [, inner] of inFolder(commit, path)) {
    const change = commits.get(inner.changedBy);
    if (change !== undefined && (latest === undefined || change.date >= latest.date)) latest = change;
  }
  return latest;
}

function describe(repository: Repository, commit: Commit, entry: Entry, expand: boolean): unknown {
  const { path, file } = entry;
  const change = expand ? latestChange(repository, commit, entry) : undefined;
  const lastCommit = change && { id: change.oid, title: change.title, date: change.date };
  if (file === undefined) {
    const oid = commit.folders.get(path);
    return { type: 'directory', oid, size: DIRECTORY_SIZE, path, ...(lastCommit && { lastCommit }) };
  }
  return {
    type: 'file',
    oid: file.oid,
    size: file.size,
    path,
    ...(file.lfs && { lfs: { oid: file.lfs.sha256, size: file.size, pointerSize: file.lfs.pointerSize } }),
    ...(lastCommit && { lastCommit }),
    ...(expand && { securityFileStatus: securityFileStatus(repository, path, file) }),
  };
}

function tree(context: Context): Reply {
  const repository = context.repository();
  const commit = context.commit(repository);
  const folder = context.parameter('path').replace(/\/$/, '');
  if (!commit.folders.has(folder)) throw entryNotFound(folder, commit.oid);
  const expand = context.flag('expand');
  const { tree: plain, treeExpanded, treeMax } = context.settings.pageSizes;
  const limit = limitOf(context, { initial: expand ? treeExpanded : plain, max: treeMax });
  const entries = entriesOf(commit, folder, context.flag('recursive'));
  const page = cursorPage(context, entries, limit, (entry) => entry.path);
  const described = page.items.map((entry) => describe(repository, commit, entry, expand));
  return json(described, 200, page.headers);
}

const pathsRequest = z.object({
  paths: z.union([z.string(), z.array(z.string()).max(2000)]),
  expand: z.boolean().optional(),
});

/** huggingface_hub sends a form, the specification says JSON. */
async function readPaths(context: Context): Promise<{ paths: string[]; expand: boolean }> {
  const source = (await context.call.body()).toString();
  if ((context.call.request.headers['content-type'] ?? '').includes('json')) {
    const { paths, expand } = parseJson(source, pathsRequest);
    return { paths: [paths].flat(), expand: expand ?? false };
  }
  const form = new URLSearchParams(source);
  return { paths: form.getAll('paths'), expand: form.get('expand')?.toLowerCase() === 'true' };
}

async function pathsInfo(context: Context): Promise<Reply> {
  const repository = context.repository();
  const commit = context.commit(repository);
  const { paths, expand } = await readPaths(context);
  const found = paths.flatMap((given) => {
    const path = given.replace(/\/$/, '');
    const file = commit.files.get(path);
    return file === undefined && !commit.folders.has(path) ? [] : [{ path, file }];
  });
  return json(found.map((entry) => describe(repository, commit, entry, expand)));
}

function treeSize(context: Context): Reply {
  const commit = context.commit(context.repository());
  const path = context.parameter('path').replace(/\/$/, '');
  const file = commit.files.get(path);
  if (file === undefined && !commit.folders.has(path)) throw entryNotFound(path, commit.oid);
  const files = file === undefined ? inFolder(commit, path).map(([, one]) => one) : [file];
  return json({ path: `/${path}`, size: files.reduce((sum, one) => sum + one.size, 0) });
}

export const treeRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/:kind/:repo/tree/:rev/:path', handle: tree },
  { method: 'POST', pattern: '/api/:kind/:repo/paths-info/:rev', handle: pathsInfo },
  { method: 'GET', pattern: '/api/:kind/:repo/treesize/:rev/:path', handle: treeSize },
];
