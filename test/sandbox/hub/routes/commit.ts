import { requireDiscussing, requireWrite, roleAllowsWriting } from '../access.ts';
import type { Context } from '../context.ts';
import {
  COMMIT_PULL_REQUEST_STATUS,
  COMMIT_REFUSES_INVALID_CARD,
  EMPTY_COMMIT_ANSWERS_HEAD,
  LFS_THRESHOLD_BYTES,
} from '../doubts.ts';
import { badRequest, forbidden, revisionNotFound, staleParent } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Change } from '../store/apply-changes.ts';
import { applyChanges, blobId, lfsFile, regularFile, sameFiles } from '../store/apply-changes.ts';
import { texts } from '../store/card.ts';
import { judgeCard } from '../store/card-rules.ts';
import type { Commit, Content } from '../store/content.ts';
import type { Discussion } from '../store/discussion.ts';
import type { StoredObject } from '../store/object-store.ts';
import type { Repository } from '../store/repository.ts';
import type { CommitHeader, CommitOperation } from './commit-request.ts';
import { readCommitRequest } from './commit-request.ts';
import { discussedRepository, discussionUrl, newEvent, openDiscussion } from './discussions.ts';
import { repositoryUrl } from './repositories.ts';

/** Where a commit goes: a branch, a pull request's reference, or a pull request yet to be opened. */
interface Target {
  readonly repository: Repository;
  readonly head: Commit;
  readonly branch: string | undefined;
  readonly discussion: Discussion | undefined;
}

function targetOf(context: Context): Target {
  const viewer = context.signedIn();
  const opens = context.flag('create_pr');
  const repository = opens ? discussedRepository(context) : context.repository();
  const revision = context.parameter('rev');
  const num = /^refs\/pr\/(\d+)$/.exec(revision)?.[1];
  const discussion = num === undefined ? undefined : repository.discussions.byNumber.get(Number(num));
  if (opens || discussion !== undefined) requireDiscussing(viewer, repository);
  else requireWrite(context.store, viewer, repository);
  if (
    discussion !== undefined &&
    viewer.user.name !== discussion.author &&
    !roleAllowsWriting(context.store, viewer, repository)
  ) {
    throw forbidden("You don't have the rights to push to this pull request");
  }
  const branch = revision === 'HEAD' ? 'main' : revision.replace(/^refs\/heads\//, '');
  const onBranch = discussion === undefined;
  const head = repository.content.resolve(onBranch ? `refs/heads/${branch}` : revision);
  if (head === undefined) throw revisionNotFound(revision);
  return { repository, head, branch: onBranch ? branch : undefined, discussion };
}

interface Prepared {
  readonly changes: Change[];
  readonly blobs: Map<string, StoredObject>;
}

async function prepare(context: Context, content: Content, operations: readonly CommitOperation[]): Promise<Prepared> {
  const blobs = new Map<string, StoredObject>();
  const changes: Change[] = [];
  for (const operation of operations) {
    changes.push(await prepareOne(context, content, operation, blobs));
  }
  return { changes, blobs };
}

async function prepareOne(
  context: Context,
  content: Content,
  operation: CommitOperation,
  blobs: Map<string, StoredObject>,
): Promise<Change> {
  const { key, value } = operation;
  if (key === 'deletedFile') return { kind: 'delete', path: value.path, what: 'file' };
  if (key === 'deletedFolder') return { kind: 'delete', path: value.path, what: 'folder' };
  if (key === 'deletedEntry') return { kind: 'delete', path: value.path, what: 'entry' };
  if (key === 'lfsFile') {
    return { kind: 'write', path: value.path, file: lfsFile(content, value.oid, value.size), oldPath: value.oldPath };
  }
  const bytes = Buffer.from(value.content, value.encoding === 'base64' ? 'base64' : 'utf8');
  if (bytes.length > LFS_THRESHOLD_BYTES) {
    throw badRequest(`${value.path} is larger than ${LFS_THRESHOLD_BYTES} bytes and must be uploaded by LFS`);
  }
  if (value.path === 'README.md') refuseInvalidCard(context, bytes);
  const oid = blobId(bytes);
  const object = await context.store.objects.put(bytes);
  blobs.set(oid, object);
  return { kind: 'write', path: value.path, file: regularFile(oid, object), oldPath: value.oldPath };
}

function refuseInvalidCard(context: Context, readme: Buffer): void {
  const [first] = COMMIT_REFUSES_INVALID_CARD ? judgeCard(readme.toString(), context.type).errors : [];
  if (first !== undefined) throw badRequest(`Invalid metadata in README.md. ${first}`);
}

/** The parent of the new commit; refuses when the client saw an older head. */
function parentOf(context: Context, target: Target, { parentCommit }: CommitHeader): Commit {
  if (parentCommit === undefined) return target.head;
  if (context.flag('create_pr')) {
    const start = target.repository.content.resolve(parentCommit.toLowerCase());
    if (start === undefined) throw revisionNotFound(parentCommit);
    return start;
  }
  if (!target.head.oid.startsWith(parentCommit.toLowerCase())) throw staleParent();
  return target.head;
}

function refuseRace(target: Target): void {
  const reference = target.discussion ? `refs/pr/${target.discussion.num}` : `refs/heads/${target.branch}`;
  if (target.repository.content.resolve(reference)?.oid !== target.head.oid) throw staleParent();
}

async function commit(context: Context): Promise<Reply> {
  // Rights are looked at before the body is read, and the head after: a long upload is no race.
  targetOf(context);
  const { header, operations } = await readCommitRequest(context);
  const target = targetOf(context);
  const parent = parentOf(context, target, header);
  const { changes, blobs } = await prepare(context, target.repository.content, operations);
  const files = applyChanges(parent.files, changes);
  // As on the Hub a commit takes a moment, in which another one may be faster.
  await context.takeTime();
  const opens = context.flag('create_pr');
  if (!opens) refuseRace(target);
  if (!opens && EMPTY_COMMIT_ANSWERS_HEAD && sameFiles(files, parent.files)) return reply(context, target, parent);
  const content = target.repository.writableContent;
  for (const [oid, object] of blobs) content.blobs.set(oid, object);
  const made = content.write(files, [parent], {
    title: header.summary,
    description: header.description,
    authors: [context.signedIn().user.name],
    date: context.store.now(),
  });
  return reply(context, target, made, publish(context, target, parent, made));
}

/** Moves the reference; from here on the commit can be seen. */
function publish(context: Context, target: Target, parent: Commit, made: Commit): Discussion | undefined {
  const { repository, branch } = target;
  const discussion = context.flag('create_pr') ? openFor(context, target, parent, made) : target.discussion;
  if (discussion !== undefined) {
    repository.writableContent.pulls.set(discussion.num, made.oid);
    discussion.events.push(newEvent(context, 'commit', { subject: made.title, oid: made.oid }));
  } else if (branch !== undefined) {
    repository.writableContent.branches.set(branch, made.oid);
    if (branch === 'main') afterMainChanged(context, repository);
  }
  const where = discussion === undefined ? branch : `refs/pr/${discussion.num}`;
  context.effect(`commit ${repository.type} ${repository.id} ${where} ${made.oid}`);
  return discussion;
}

function openFor(context: Context, target: Target, parent: Commit, made: Commit): Discussion {
  return openDiscussion(context, target.repository, {
    title: made.title,
    description: made.description,
    status: COMMIT_PULL_REQUEST_STATUS,
    base: target.branch ?? 'main',
    startsAt: parent.oid,
  });
}

/** What follows from the files: dates, the Space's kit, and that a Space with an application runs. */
export function afterMainChanged(context: Context, repository: Repository): void {
  repository.facts.lastModified = context.store.now();
  context.store.version += 1;
  if (repository.type !== 'space') return;
  repository.facts.sdk = texts(repository.card?.sdk)[0] ?? repository.facts.sdk;
  const hasApplication = ['app.py', 'index.html', 'Dockerfile'].some((path) => repository.files.has(path));
  if (hasApplication && repository.space.stage === 'NO_APP_FILE') repository.space.stage = 'RUNNING';
}

function reply(context: Context, target: Target, made: Commit, opened?: Discussion): Reply {
  const { repository } = target;
  return json({
    success: true,
    commitOid: made.oid,
    commitUrl: `${repositoryUrl(context.origin, repository)}/commit/${made.oid}`,
    hookOutput: '',
    ...(opened && { pullRequestUrl: discussionUrl(context, repository, opened.num) }),
  });
}

export const commitRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/:kind/:repo/commit/:rev', handle: commit },
];
