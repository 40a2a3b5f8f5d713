import * as z from 'zod';
import { requireDiscussing, requireWrite, roleAllowsWriting } from '../access.ts';
import type { Context } from '../context.ts';
import { MERGE_CONFLICT_STATUS, MERGE_REPLY_STATUS } from '../doubts.ts';
import { badRequest, forbidden, HubError, notFound } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Discussion, DiscussionEvent } from '../store/discussion.ts';
import { conflictingFiles, mergedFiles } from '../store/merge.ts';
import type { Repository } from '../store/repository.ts';
import { describeEvent } from './describe-discussion.ts';
import { discussedRepository, discussionOf, newComment, newEvent } from './discussions.ts';

interface Place {
  readonly repository: Repository;
  readonly discussion: Discussion;
}

function place(context: Context): Place {
  const viewer = context.signedIn();
  const repository = discussedRepository(context);
  const discussion = discussionOf(context, repository);
  requireDiscussing(viewer, repository);
  return { repository, discussion };
}

/** Only who may write to the repository, or who opened the discussion. */
function requireAuthority(context: Context, { repository, discussion }: Place): void {
  const viewer = context.signedIn();
  if (viewer.user.name === discussion.author || roleAllowsWriting(context.store, viewer, repository)) return;
  throw forbidden("You don't have the rights to update this discussion");
}

function note(context: Context, what: string, { repository, discussion }: Place): void {
  context.effect(`${what} ${repository.type} ${repository.id} #${discussion.num}`);
}

const body = z.object({ comment: z.string().min(1).max(65_536) });

async function comment(context: Context): Promise<Reply> {
  const where = place(context);
  const event = newComment(context, (await context.json(body)).comment);
  if (where.discussion.locked) throw forbidden('This discussion is locked');
  where.discussion.events.push(event);
  note(context, 'comment', where);
  return json({ newMessage: describeEvent(context, event) }, 201);
}

function commentOf(
  context: Context,
  { discussion }: Place,
): DiscussionEvent & { comment: NonNullable<DiscussionEvent['comment']> } {
  const event = discussion.events.find((one) => one.id === context.parameter('comment'));
  if (event?.comment === undefined) throw notFound('Comment not found');
  return { ...event, comment: event.comment };
}

const edit = z.object({ content: z.string().min(1).max(65_536) });

async function editComment(context: Context): Promise<Reply> {
  const where = place(context);
  const event = commentOf(context, where);
  const { content } = await context.json(edit);
  const author = context.signedIn().user.name;
  if (author !== event.author) throw forbidden('You can only edit your own comments');
  if (event.comment.hiddenBy !== undefined) throw forbidden('This comment is hidden');
  const { raw, updatedAt } = event.comment;
  event.comment.edits.push({ raw, date: updatedAt, author });
  event.comment.raw = content;
  event.comment.updatedAt = context.store.now();
  note(context, 'edit-comment', where);
  return json({ updatedComment: describeEvent(context, event) });
}

async function hideComment(context: Context): Promise<Reply> {
  const where = place(context);
  const event = commentOf(context, where);
  if (event.author !== context.signedIn().user.name) requireWrite(context.store, context.signedIn(), where.repository);
  event.comment.hiddenBy = context.signedIn().user.name;
  note(context, 'hide-comment', where);
  return json({ updatedComment: describeEvent(context, event) });
}

const statusChange = z.object({ status: z.enum(['open', 'closed']), comment: z.string().nullish() });

async function changeStatus(context: Context): Promise<Reply> {
  const where = place(context);
  requireAuthority(context, where);
  const { status, comment: reason } = await context.json(statusChange);
  if (where.discussion.status === 'merged') throw badRequest('This pull request is already merged');
  if (where.discussion.status === status) throw badRequest(`The discussion is already ${status}`);
  where.discussion.status = status;
  const event = newEvent(context, 'status-change', { status, ...(reason != null && { reason }) });
  where.discussion.events.push(event);
  if (reason) where.discussion.events.push(newComment(context, reason));
  note(context, `set-status-${status}`, where);
  return json({ newStatus: describeEvent(context, event) });
}

const titleChange = z.object({ title: z.string().trim().min(3).max(200) });

async function changeTitle(context: Context): Promise<Reply> {
  const where = place(context);
  requireAuthority(context, where);
  const { title } = await context.json(titleChange);
  const event = newEvent(context, 'title-change', { from: where.discussion.title, to: title });
  where.discussion.title = title;
  where.discussion.events.push(event);
  note(context, 'rename-discussion', where);
  return json({ newTitle: describeEvent(context, event) });
}

const pinning = z.object({ pinned: z.boolean() });

async function pin(context: Context): Promise<Reply> {
  const where = place(context);
  requireWrite(context.store, context.signedIn(), where.repository);
  const { pinned } = await context.json(pinning);
  where.discussion.pinned = pinned;
  where.discussion.events.push(newEvent(context, 'pinning-change', { pinned }));
  note(context, pinned ? 'pin-discussion' : 'unpin-discussion', where);
  return json({ pinned });
}

const merging = z.object({ comment: z.string().nullish() });

async function merge(context: Context): Promise<Reply> {
  const where = place(context);
  requireWrite(context.store, context.signedIn(), where.repository);
  const { comment: reason } = await context.json(merging);
  const { discussion, repository } = where;
  const { pullRequest } = discussion;
  if (pullRequest === undefined) throw badRequest('This discussion is not a pull request');
  if (discussion.status !== 'open') {
    throw new HubError(MERGE_CONFLICT_STATUS, `This pull request cannot be merged: it is ${discussion.status}`);
  }
  const conflicts = conflictingFiles(repository.content, discussion);
  const merged = mergedFiles(repository.content, discussion);
  if (conflicts.length > 0 || merged === undefined) {
    throw new HubError(MERGE_CONFLICT_STATUS, `This pull request has conflicts: ${conflicts.join(', ')}`);
  }
  const commit = repository.writableContent.write(merged.files, merged.parents, {
    title: `${discussion.title} (#${discussion.num})`,
    description: reason ?? '',
    authors: [context.signedIn().user.name],
    date: context.store.now(),
  });
  repository.writableContent.branches.set(pullRequest.base, commit.oid);
  repository.facts.lastModified = commit.date;
  context.store.version += 1;
  pullRequest.mergeCommit = commit.oid;
  discussion.status = 'merged';
  discussion.events.push(newEvent(context, 'status-change', { status: 'merged' }));
  if (reason) discussion.events.push(newComment(context, reason));
  note(context, 'merge-pull-request', where);
  return json({}, MERGE_REPLY_STATUS);
}

function remove(context: Context): Reply {
  const where = place(context);
  requireWrite(context.store, context.signedIn(), where.repository);
  where.repository.discussions.byNumber.delete(where.discussion.num);
  note(context, 'delete-discussion', where);
  return json({ success: true });
}

function removeReference(context: Context): Reply {
  const where = place(context);
  requireWrite(context.store, context.signedIn(), where.repository);
  const { discussion, repository } = where;
  if (discussion.pullRequest === undefined || !['closed', 'merged'].includes(discussion.status)) {
    throw badRequest('Only the reference of a closed or merged pull request can be deleted');
  }
  repository.writableContent.pulls.delete(discussion.num);
  discussion.pullRequest.refDeleted = true;
  discussion.events.push(newEvent(context, 'ref-deleted', {}));
  note(context, 'delete-pull-request-ref', where);
  return json({ success: true });
}

export const discussionChangeRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/:kind/:repo/discussions/:num/comment', handle: comment },
  { method: 'POST', pattern: '/api/:kind/:repo/discussions/:num/comment/:comment/edit', handle: editComment },
  { method: 'POST', pattern: '/api/:kind/:repo/discussions/:num/comment/:comment/hide', handle: hideComment },
  { method: 'POST', pattern: '/api/:kind/:repo/discussions/:num/status', handle: changeStatus },
  { method: 'POST', pattern: '/api/:kind/:repo/discussions/:num/title', handle: changeTitle },
  { method: 'POST', pattern: '/api/:kind/:repo/discussions/:num/pin', handle: pin },
  { method: 'POST', pattern: '/api/:kind/:repo/discussions/:num/merge', handle: merge },
  { method: 'DELETE', pattern: '/api/:kind/:repo/discussions/:num', handle: remove },
  { method: 'DELETE', pattern: '/api/:kind/:repo/discussions/:num/ref', handle: removeReference },
];
