import type { Context } from '../context.ts';
import { avatarUrl } from '../store/account.ts';
import type { CommentState, Discussion, DiscussionEvent } from '../store/discussion.ts';
import { conflictingFiles } from '../store/merge.ts';
import type { Repository } from '../store/repository.ts';
import { pullRequestDiff } from './pull-request-diff.ts';

/** An author's card; undefined, and so left out, when the account is gone. */
export function describeAuthor(context: Context, name: string): Record<string, unknown> | undefined {
  const user = context.store.users.get(name);
  return (
    user && {
      _id: user._id,
      avatarUrl: avatarUrl(name),
      fullname: user.fullname,
      name,
      type: 'user',
      isPro: user.isPro,
      isHf: false,
      isHfAdmin: false,
      isMod: false,
    }
  );
}

function toHtml(markdown: string): string {
  const escaped = markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<p>${escaped}</p>\n`;
}

function describeComment(context: Context, event: DiscussionEvent, comment: CommentState): unknown {
  const hidden = comment.hiddenBy !== undefined;
  const raw = hidden ? 'This comment has been hidden' : comment.raw;
  const author = describeAuthor(context, event.author);
  return {
    edited: comment.edits.length > 0,
    hidden,
    ...(hidden && { hiddenBy: comment.hiddenBy }),
    latest: { raw, html: toHtml(raw), updatedAt: comment.updatedAt, ...(author && { author }) },
    numEdits: comment.edits.length,
    history: comment.edits.map((edit) => ({ raw: edit.raw, html: toHtml(edit.raw), updatedAt: edit.date })),
    editors: [...new Set([event.author, ...comment.edits.map((edit) => edit.author)])],
    editorAvatarUrls: [avatarUrl(event.author)],
    reactions: [],
    isReport: false,
  };
}

/** One event of a discussion's history. */
export function describeEvent(context: Context, event: DiscussionEvent): Record<string, unknown> {
  const author = describeAuthor(context, event.author);
  return {
    id: event.id,
    ...(author && { author }),
    createdAt: event.createdAt,
    type: event.type,
    data: event.comment === undefined ? event.data : describeComment(context, event, event.comment),
  };
}

function common(context: Context, repository: Repository, discussion: Discussion): Record<string, unknown> {
  const author = describeAuthor(context, discussion.author);
  return {
    num: discussion.num,
    ...(author && { author }),
    repo: { name: repository.id, type: repository.type },
    title: discussion.title,
    status: discussion.status,
    createdAt: discussion.createdAt,
    isPullRequest: discussion.pullRequest !== undefined,
    pinned: discussion.pinned,
  };
}

async function describeChanges(repository: Repository, discussion: Discussion, withDiff: boolean) {
  const { pullRequest, num } = discussion;
  if (pullRequest === undefined) return {};
  const head = repository.content.pulls.get(num);
  return {
    filesWithConflicts: discussion.status === 'merged' ? [] : conflictingFiles(repository.content, discussion),
    changes: {
      base: `refs/heads/${pullRequest.base}`,
      ...(pullRequest.mergeCommit !== undefined && { mergeCommitId: pullRequest.mergeCommit }),
      ...(head !== undefined && { headCommitId: head }),
      ...(pullRequest.refDeleted && { refDeleted: true }),
    },
    ...(withDiff && { diff: await pullRequestDiff(repository.content, discussion) }),
  };
}

/** A discussion with all that happened in it. */
export async function describeDiscussion(
  context: Context,
  repository: Repository,
  discussion: Discussion,
): Promise<Record<string, unknown>> {
  return {
    _id: discussion._id,
    ...common(context, repository, discussion),
    locked: discussion.locked,
    collection: 'discussions',
    isReport: false,
    events: discussion.events.map((event) => describeEvent(context, event)),
    ...(await describeChanges(repository, discussion, context.query.has('diff'))),
  };
}

/** A discussion as a line of the list. */
export function describeListedDiscussion(
  context: Context,
  repository: Repository,
  discussion: Discussion,
): Record<string, unknown> {
  const organization = context.store.organizations.has(repository.namespace);
  const comments = discussion.events.filter((event) => event.type === 'comment');
  return {
    ...common(context, repository, discussion),
    topReactions: [],
    numComments: comments.length,
    numReactionUsers: 0,
    repoOwner: {
      name: repository.namespace,
      type: organization ? 'org' : 'user',
      isParticipating: comments.some((event) => event.author === repository.namespace),
      isDiscussionAuthor: discussion.author === repository.namespace,
    },
  };
}
