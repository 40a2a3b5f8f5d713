import * as z from 'zod';
import { requireDiscussing } from '../access.ts';
import type { Context } from '../context.ts';
import {
  CLOSED_LISTS_MERGED,
  DISCUSSION_NOT_FOUND_STATUS,
  DISCUSSIONS_DISABLED_STATUS,
  OPEN_LISTS_DRAFTS,
} from '../doubts.ts';
import { badRequest, HubError, revisionNotFound } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Discussion, DiscussionEvent, DiscussionStatus } from '../store/discussion.ts';
import type { Repository } from '../store/repository.ts';
import { describeDiscussion, describeListedDiscussion } from './describe-discussion.ts';
import { repositoryUrl } from './repositories.ts';

/** The repository of the path, if it has discussions. */
export function discussedRepository(context: Context): Repository {
  const repository = context.repository();
  if (!repository.settings.discussionsDisabled) return repository;
  throw new HubError(DISCUSSIONS_DISABLED_STATUS, 'Discussions are disabled for this repo');
}

/** The discussion of the path. */
export function discussionOf(context: Context, repository: Repository): Discussion {
  const discussion = repository.discussions.byNumber.get(Number(context.parameter('num')));
  if (discussion === undefined) throw new HubError(DISCUSSION_NOT_FOUND_STATUS, 'Discussion not found');
  return discussion;
}

/** A new event by the viewer. */
export function newEvent(
  context: Context,
  type: DiscussionEvent['type'],
  data: Readonly<Record<string, unknown>>,
): DiscussionEvent {
  const { store } = context;
  const author = context.signedIn().user.name;
  return { id: store.identifiers.next(), createdAt: store.now(), author, type, data };
}

/** A comment by the viewer. */
export function newComment(context: Context, raw: string): DiscussionEvent {
  const event = newEvent(context, 'comment', {});
  return { ...event, comment: { raw, updatedAt: event.createdAt, edits: [], hiddenBy: undefined } };
}

/** What a discussion or pull request is opened with. */
export interface Opening {
  readonly title: string;
  readonly description: string;
  readonly status: DiscussionStatus;
  readonly base: string | undefined;
  readonly startsAt: string | undefined;
}

/** Opens a discussion, or a pull request when there is a base branch. */
export function openDiscussion(context: Context, repository: Repository, opening: Opening): Discussion {
  const { base, startsAt } = opening;
  const first = newComment(context, opening.description);
  const pullRequest =
    base === undefined || startsAt === undefined
      ? undefined
      : { base, forkedFrom: startsAt, mergeCommit: undefined, refDeleted: false };
  const discussion = repository.discussions.add({
    _id: context.store.identifiers.next(),
    title: opening.title,
    status: opening.status,
    author: first.author,
    createdAt: first.createdAt,
    pinned: false,
    locked: false,
    events: [first],
    pullRequest,
  });
  if (startsAt !== undefined) repository.writableContent.pulls.set(discussion.num, startsAt);
  context.effect(
    `open-${pullRequest ? 'pull-request' : 'discussion'} ${repository.type} ${repository.id} #${discussion.num}`,
  );
  return discussion;
}

/** The page of a discussion. */
export function discussionUrl(context: Context, repository: Repository, num: number): string {
  return `${repositoryUrl(context.origin, repository)}/discussions/${num}`;
}

const creation = z.object({
  title: z.string().trim().min(3).max(200),
  description: z.string().max(65_536),
  pullRequest: z.boolean().optional(),
});

async function create(context: Context): Promise<Reply> {
  const viewer = context.signedIn();
  const repository = discussedRepository(context);
  const { title, description, pullRequest = false } = await context.json(creation);
  requireDiscussing(viewer, repository);
  const head = repository.content.resolve('main');
  if (pullRequest && head === undefined) throw revisionNotFound('main');
  const discussion = openDiscussion(context, repository, {
    title,
    description,
    status: pullRequest ? 'draft' : 'open',
    base: pullRequest ? 'main' : undefined,
    startsAt: pullRequest ? head?.oid : undefined,
  });
  return json({
    url: discussionUrl(context, repository, discussion.num),
    num: discussion.num,
    pullRequest,
    ...(pullRequest && { references: { base: 'refs/heads/main' } }),
  });
}

function statuses(wanted: string): readonly DiscussionStatus[] {
  if (wanted === 'open') return OPEN_LISTS_DRAFTS ? ['open', 'draft'] : ['open'];
  if (wanted === 'closed') return CLOSED_LISTS_MERGED ? ['closed', 'merged'] : ['closed'];
  if (wanted === 'all') return ['open', 'draft', 'closed', 'merged'];
  throw badRequest('status: must be all, open or closed');
}

function typeMatches(wanted: string, discussion: Discussion): boolean {
  if (wanted === 'all') return true;
  return (wanted === 'pull_request') === (discussion.pullRequest !== undefined);
}

function commentCount(discussion: Discussion): number {
  return discussion.events.filter((event) => event.type === 'comment').length;
}

const ORDERS: Readonly<Record<string, (a: Discussion, b: Discussion) => number>> = {
  'recently-created': (a, b) => b.num - a.num,
  trending: (a, b) => commentCount(b) - commentCount(a),
  reactions: (a, b) => b.num - a.num,
};

function list(context: Context): Reply {
  const repository = discussedRepository(context);
  const { query } = context;
  const status = statuses(query.get('status') ?? 'all');
  const type = query.get('type') ?? 'all';
  if (!['all', 'discussion', 'pull_request'].includes(type))
    throw badRequest('type: must be all, discussion or pull_request');
  const order = ORDERS[query.get('sort') ?? repository.settings.discussionsSorting];
  if (order === undefined) throw badRequest(`sort: must be one of ${Object.keys(ORDERS).join(', ')}`);
  const author = query.get('author');
  const text = (query.get('search') ?? '').toLowerCase();
  const matching = [...repository.discussions.byNumber.values()].filter(
    (one) =>
      typeMatches(type, one) && (author === null || one.author === author) && one.title.toLowerCase().includes(text),
  );
  const found = matching.filter((one) => status.includes(one.status)).toSorted(order);
  const size = context.settings.pageSizes.discussions;
  const start = pageOf(context) * size;
  return json({
    discussions: found.slice(start, start + size).map((one) => describeListedDiscussion(context, repository, one)),
    count: found.length,
    start,
    numClosedDiscussions: matching.filter((one) => one.status === 'closed' || one.status === 'merged').length,
  });
}

async function get(context: Context): Promise<Reply> {
  const repository = discussedRepository(context);
  return json(await describeDiscussion(context, repository, discussionOf(context, repository)));
}

export const discussionRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/:kind/:repo/discussions', handle: list },
  { method: 'POST', pattern: '/api/:kind/:repo/discussions', handle: create },
  { method: 'GET', pattern: '/api/:kind/:repo/discussions/:num', handle: get },
];
