import * as z from 'zod';
import type { Context } from '../context.ts';
import { badRequest, revisionNotFound } from '../errors.ts';
import { limitOf, linkTo, pageOf } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { json, text } from '../reply.ts';
import type { Route } from '../router.ts';
import { avatarUrl } from '../store/account.ts';
import type { Commit } from '../store/content.ts';
import { afterMainChanged } from './commit.ts';
import { diffOf } from './pull-request-diff.ts';

function describe(context: Context, commit: Commit, formatted: boolean): Record<string, unknown> {
  return {
    id: commit.oid,
    title: commit.title,
    message: commit.description,
    authors: commit.authors.map((user) => ({
      user,
      ...(context.store.users.has(user) && { avatar: avatarUrl(user) }),
    })),
    date: commit.date,
    ...(formatted && { formatted: { title: commit.title, message: commit.description } }),
  };
}

function list(context: Context): Reply {
  const repository = context.repository();
  const history = repository.content.history(context.commit(repository));
  const limit = limitOf(context, { initial: context.settings.pageSizes.commits, max: 1000 });
  const page = pageOf(context);
  const start = page * limit;
  const formatted = context.all('expand').includes('formatted');
  const next = new URL(context.call.url);
  next.searchParams.set('p', String(page + 1));
  return json(
    history.slice(start, start + limit).map((commit) => describe(context, commit, formatted)),
    200,
    { 'X-Total-Count': String(history.length), ...(start + limit < history.length && linkTo(next)) },
  );
}

async function compare(context: Context): Promise<Reply> {
  const repository = context.repository();
  const [from = '', to = ''] = context.parameter('range').split(/\.{2,3}/);
  const difference = await diffOf(repository.content, context.commit(repository, from), context.commit(repository, to));
  return text(difference);
}

const squashing = z.object({ message: z.string().max(500).nullish() });

async function superSquash(context: Context): Promise<Reply> {
  const repository = context.writableRepository();
  const { message } = await context.json(squashing);
  const branch = context.parameter('rev');
  const head = repository.content.resolve(`refs/heads/${branch}`);
  if (head === undefined) throw revisionNotFound(branch);
  if (branch.startsWith('refs/')) throw badRequest('Only branches can be squashed');
  const content = repository.writableContent;
  const commit = content.write(head.files, [], {
    title: message ?? `Super-squash branch '${branch}' using huggingface_hub`,
    description: '',
    authors: [context.signedIn().user.name],
    date: context.store.now(),
  });
  content.branches.set(branch, commit.oid);
  if (branch === 'main') afterMainChanged(context, repository);
  context.effect(`super-squash ${repository.type} ${repository.id} ${branch}`);
  return json({ commitId: commit.oid });
}

export const historyRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/:kind/:repo/commits/:rev', handle: list },
  { method: 'GET', pattern: '/api/:kind/:repo/compare/:range', handle: compare },
  { method: 'POST', pattern: '/api/:kind/:repo/super-squash/:rev', handle: superSquash },
];
