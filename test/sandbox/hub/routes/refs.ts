import * as z from 'zod';
import type { Context } from '../context.ts';
import { DELETE_MAIN_STATUS, DELETE_UNKNOWN_BRANCH_STATUS } from '../doubts.ts';
import { conflict, HubError, revisionNotFound } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import { DEFAULT_GIT_ATTRIBUTES } from '../store/git-attributes.ts';
import { checkReferenceName } from '../store/names.ts';
import { addBlob } from '../store/new-repository.ts';
import type { Repository } from '../store/repository.ts';

function list(context: Context): Reply {
  const { content } = context.repository();
  const pulls = [...content.pulls].map(([num, targetCommit]) => ({
    name: `refs/pr/${num}`,
    ref: `refs/pr/${num}`,
    targetCommit,
  }));
  return json({
    branches: [...content.branches].map(([name, targetCommit]) => ({ name, ref: `refs/heads/${name}`, targetCommit })),
    tags: [...content.tags].map(([name, { commit }]) => ({ name, ref: `refs/tags/${name}`, targetCommit: commit })),
    converts: [],
    ...(context.flag('include_prs') && { pullRequests: pulls }),
  });
}

const branching = z.object({
  startingPoint: z.string().nullish(),
  emptyBranch: z.boolean().nullish(),
  overwrite: z.boolean().nullish(),
});

function startOf(context: Context, repository: Repository, body: z.infer<typeof branching>): string {
  if (body.emptyBranch !== true) return context.commit(repository, body.startingPoint ?? 'main').oid;
  const content = repository.writableContent;
  const files = new Map([['.gitattributes', addBlob(content, Buffer.from(DEFAULT_GIT_ATTRIBUTES))]]);
  const authors = [context.signedIn().user.name];
  return content.write(files, [], { title: 'initial commit', description: '', authors, date: context.store.now() }).oid;
}

async function createBranch(context: Context): Promise<Reply> {
  const repository = context.writableRepository();
  const branch = context.parameter('branch');
  checkReferenceName(branch);
  const body = await context.json(branching);
  if (repository.content.branches.has(branch) && body.overwrite !== true) {
    throw conflict(`Reference refs/heads/${branch} already exists`);
  }
  const start = startOf(context, repository, body);
  repository.writableContent.branches.set(branch, start);
  context.effect(`create-branch ${repository.type} ${repository.id} ${branch}`);
  return json({ success: true });
}

function deleteBranch(context: Context): Reply {
  const repository = context.writableRepository();
  const branch = context.parameter('branch');
  if (branch === 'main') throw new HubError(DELETE_MAIN_STATUS, 'Cannot delete refs/heads/main');
  if (!repository.content.branches.has(branch)) {
    throw new HubError(DELETE_UNKNOWN_BRANCH_STATUS, 'Invalid rev id', { code: 'RevisionNotFound' });
  }
  repository.writableContent.branches.delete(branch);
  context.effect(`delete-branch ${repository.type} ${repository.id} ${branch}`);
  return json({ success: true });
}

const tagging = z.object({ tag: z.string().min(1), message: z.string().nullish() });

/** The address names what is tagged, the body the tag. */
async function createTag(context: Context): Promise<Reply> {
  const repository = context.writableRepository();
  const target = context.commit(repository, context.parameter('branch'));
  const { tag, message } = await context.json(tagging);
  checkReferenceName(tag);
  if (repository.content.tags.has(tag)) throw conflict(`Tag reference exists already: refs/tags/${tag}`);
  repository.writableContent.tags.set(tag, { commit: target.oid, message: message ?? undefined });
  context.effect(`create-tag ${repository.type} ${repository.id} ${tag}`);
  return json({ success: true });
}

/** The address names the tag. */
function deleteTag(context: Context): Reply {
  const repository = context.writableRepository();
  const tag = context.parameter('branch');
  if (!repository.content.tags.has(tag)) throw revisionNotFound(tag);
  repository.writableContent.tags.delete(tag);
  context.effect(`delete-tag ${repository.type} ${repository.id} ${tag}`);
  return json({ success: true });
}

export const refRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/:kind/:repo/refs', handle: list },
  { method: 'POST', pattern: '/api/:kind/:repo/branch/:branch', handle: createBranch },
  { method: 'DELETE', pattern: '/api/:kind/:repo/branch/:branch', handle: deleteBranch },
  { method: 'POST', pattern: '/api/:kind/:repo/tag/:branch', handle: createTag },
  { method: 'DELETE', pattern: '/api/:kind/:repo/tag/:branch', handle: deleteTag },
];
