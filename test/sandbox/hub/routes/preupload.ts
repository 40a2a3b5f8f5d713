import * as z from 'zod';
import { requireDiscussing, requireWrite } from '../access.ts';
import type { Context } from '../context.ts';
import { INVALID_PREUPLOAD_STATUS, LFS_THRESHOLD_BYTES, PREUPLOAD_OID_IS_SHA256 } from '../doubts.ts';
import { HubError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Commit } from '../store/content.ts';
import { ignoreMatcher, lfsMatcher } from '../store/git-attributes.ts';
import type { Repository } from '../store/repository.ts';

const request = z.object({
  files: z.array(z.object({ path: z.string().max(1000), size: z.number().int().min(0), sample: z.string() })).max(1000),
  gitAttributes: z.string().nullish(),
  gitIgnore: z.string().nullish(),
});

async function textAt(repository: Repository, commit: Commit, path: string): Promise<string> {
  const file = commit.files.get(path);
  const object = file === undefined ? undefined : repository.content.object(file);
  return object === undefined ? '' : (await object.bytes()).toString();
}

/** A NUL byte in the first bytes is git's own test for a binary file. */
function isBinary(sample: string): boolean {
  return Buffer.from(sample, 'base64').includes(0);
}

async function preupload(context: Context): Promise<Reply> {
  const viewer = context.signedIn();
  const repository = context.repository();
  const pullRequest = context.flag('create_pr') || context.parameter('rev').startsWith('refs/pr/');
  if (pullRequest) requireDiscussing(viewer, repository);
  else requireWrite(context.store, viewer, repository);
  const commit = context.commit(repository);
  const invalid = (message: string) => new HubError(INVALID_PREUPLOAD_STATUS, message);
  const body = await context.json(request, invalid);
  const isLfs = lfsMatcher(body.gitAttributes ?? (await textAt(repository, commit, '.gitattributes')));
  const isIgnored = ignoreMatcher(body.gitIgnore ?? (await textAt(repository, commit, '.gitignore')));
  const files = body.files.map(({ path, size, sample }) => {
    const known = commit.files.get(path);
    const oid = (PREUPLOAD_OID_IS_SHA256 ? known?.lfs?.sha256 : undefined) ?? known?.oid;
    const lfs = isLfs(path) || size > LFS_THRESHOLD_BYTES || isBinary(sample);
    return { path, uploadMode: lfs ? 'lfs' : 'regular', shouldIgnore: isIgnored(path), ...(oid && { oid }) };
  });
  return json({ files, commitOid: commit.oid });
}

export const preuploadRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/:kind/:repo/preupload/:rev', handle: preupload },
];
