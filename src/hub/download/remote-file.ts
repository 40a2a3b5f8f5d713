import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import { encodeRevision, get, repositoryPath, send } from '../hub-request.ts';
import type { RepositoryType } from '../parameter-types.ts';
import { ask, unreadable } from '../publish/hub-calls.ts';
import type { RunContext } from '../run-context.ts';

/** A file of a repository, as the user names it. */
export interface NamedFile {
  readonly repository: string;
  readonly type: RepositoryType;
  readonly revision: string;
  readonly path: string;
}

/** What the Hub says of a file at one commit, which never changes. */
export interface RemoteFile {
  readonly commit: string;
  /** Bytes. */
  readonly size: number;
  /** How its content is told to be right: git's own name for it, or that of the large file behind a pointer. */
  readonly hash: { readonly kind: 'git-blob' | 'sha256'; readonly hex: string };
}

const info = z.object({ sha: z.string().regex(/^[0-9a-f]{40}$/) });
const entry = z.object({
  path: z.string(),
  type: z.string(),
  oid: z.string(),
  size: z.int().min(0),
  lfs: z.object({ oid: z.string().regex(/^[0-9a-f]{64}$/), size: z.int().min(0) }).optional(),
});

/**
 * Finds a file, and the commit that the revision stands for now: a branch that moves meanwhile must not mix two states.
 * @throws OperationError `HUB_NOT_FOUND`
 */
export async function findRemoteFile(file: NamedFile, { hub, signal }: RunContext): Promise<RemoteFile> {
  const { repository, type, revision, path } = file;
  const base = repositoryPath(type, repository);
  const at = get(`${base}/revision/${encodeRevision(revision)}`, { expand: ['sha'] });
  const read = info.safeParse((await ask(hub, at, signal)).body);
  if (!read.success) throw unreadable(`where ${revision} is`, read.error);
  const commit = read.data.sha;
  const asked = send('POST', `${base}/paths-info/${commit}`, { paths: [path], expand: false });
  const entries = z.array(entry).safeParse((await ask(hub, asked, signal)).body);
  if (!entries.success) throw unreadable(`what ${path} is`, entries.error);
  const found = entries.data.find((one) => one.path === path);
  if (found?.type !== 'file') throw noFile(file, found?.type);
  const { lfs, oid, size } = found;
  return lfs === undefined
    ? { commit, size, hash: { kind: 'git-blob', hex: oid } }
    : { commit, size: lfs.size, hash: { kind: 'sha256', hex: lfs.oid } };
}

function noFile({ repository, type, revision, path }: NamedFile, kind: string | undefined): OperationError {
  const what = kind === undefined ? 'there is none' : 'that is a folder';
  return new OperationError('HUB_NOT_FOUND', `${path} is no file of ${type} ${repository} at ${revision}: ${what}.`, {
    hint: '`list-repository-files` with `recursive` shows what there is; upper and lower case matter.',
    retryable: false,
    effect: 'none',
  });
}
