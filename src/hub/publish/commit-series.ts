import { OperationError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { type MadeCommit, sendCommit } from './commit.ts';
import type { CommitHeader, CommitOperation } from './commit-lines.ts';
import type { RemoteFile, RemoteTree } from './files.ts';
import type { Hasher } from './hasher.ts';
import type { HubCalls } from './hub-calls.ts';
import { findOwnThread, pullRequestNumber, pullRequestRevision } from './pull-request.ts';
import { readRemoteTree } from './remote-tree.ts';
import { readInformation } from './repository-state.ts';
import { counted } from './shown.ts';
import type { Target } from './target.ts';

/** Times one commit is brought onto a new head before it is given up. */
const mostRounds = 6;
const namedConflicts = 10;

export interface CommitSeries {
  /** Where commits are sent. */
  readonly writing: HubCalls;
  /** Where the state of the Hub is read. */
  readonly reading: HubCalls;
  readonly target: Target;
  readonly title: string;
  readonly description: string;
  readonly commits: readonly (readonly CommitOperation[])[];
  /** The commit whose tree the commits were made for. */
  readonly head: string;
  readonly base: RemoteTree;
  /** The part of the repository that is read. */
  readonly treeFolder: string;
  readonly hasher: Hasher;
  readonly log: Log;
  readonly signal: AbortSignal;
}

export interface CommittedSeries {
  /** The last one; the head that was found where nothing was left to do. */
  readonly id: string;
  readonly url: string | undefined;
  readonly pullRequestUrl: string | undefined;
  readonly target: Target;
  readonly count: number;
}

/** Commits one after the other, each on the one before; a commit of somebody else in between is built upon. */
export async function commitAll(series: CommitSeries): Promise<CommittedSeries> {
  let done: CommittedSeries = {
    id: series.head,
    url: undefined,
    pullRequestUrl: undefined,
    target: series.target,
    count: 0,
  };
  for (const [index, operations] of series.commits.entries()) {
    const header = headerOf(series, index);
    const made = await commitOne({ ...series, target: done.target }, header, operations, done.id);
    const count = done.count + (made.url === undefined ? 0 : 1);
    done = {
      ...done,
      ...made,
      url: made.url ?? done.url,
      pullRequestUrl: made.pullRequestUrl ?? done.pullRequestUrl,
      count,
    };
    series.log.info(
      `Commit ${index + 1} of ${series.commits.length}: ${counted(operations.length, 'file')}, ${made.id}.`,
    );
  }
  return done;
}

function headerOf(series: CommitSeries, index: number): CommitHeader {
  const many = series.commits.length > 1;
  const summary = many ? `${series.title} (${index + 1} of ${series.commits.length})` : series.title;
  return {
    summary: index === 0 && series.target.newPullRequest ? series.title : summary,
    description: series.description,
  };
}

interface Round {
  readonly id: string;
  readonly url?: string;
  readonly pullRequestUrl?: string | undefined;
  readonly target: Target;
}

async function commitOne(
  series: CommitSeries,
  header: CommitHeader,
  operations: readonly CommitOperation[],
  parent: string,
): Promise<Round> {
  let left = operations;
  let parentCommit = parent;
  for (let round = 1; ; round += 1) {
    try {
      const made = await sendCommit(series.writing, series.target, { ...header, parentCommit }, left, series.signal);
      return { ...made, target: targetAfter(series.target, made) };
    } catch (error) {
      if (!mayHaveMoved(error) || round === mostRounds) throw error;
      if (series.target.newPullRequest) return await adoptPullRequest(series, header, error);
      const moved = await lookAgain(series, left, parentCommit, error);
      if (moved.left.length === 0) return { id: moved.head, target: series.target };
      ({ left } = moved);
      parentCommit = moved.head;
    }
  }
}

/** A pull request's own reference takes the commits after the first. */
function targetAfter(target: Target, made: MadeCommit): Target {
  const number = pullRequestNumber(made.pullRequestUrl);
  if (!target.newPullRequest || number === undefined) return target;
  return { ...target, revision: pullRequestRevision(number), newPullRequest: false };
}

/** The Hub refused another parent (409 or 412, it is not documented which), or it is unknown what became of the call. */
function mayHaveMoved(error: unknown): boolean {
  if (!(error instanceof OperationError) || ['CANCELLED', 'TIMEOUT'].includes(error.code)) return false;
  return error.details.effect === 'unknown' || [409, 412].includes(error.details.status ?? 0);
}

/**
 * What is left to do on the branch's present head. Sending again is safe: the parent is named, so that a commit which
 * did arrive makes the second one be refused.
 */
async function lookAgain(
  series: CommitSeries,
  operations: readonly CommitOperation[],
  parent: string,
  error: unknown,
): Promise<{ readonly head: string; readonly left: readonly CommitOperation[] }> {
  const head = (await readInformation(series.reading, series.target, series.signal))?.sha;
  if (head === undefined) throw error;
  if (head === parent) {
    if (error instanceof OperationError && error.details.effect === 'unknown') return { head, left: operations };
    throw error;
  }
  const now = await readRemoteTree(series.reading, series.target, head, series.treeFolder, series.signal);
  const left: CommitOperation[] = [];
  const touched: string[] = [];
  for (const operation of operations) {
    const path = pathOf(operation);
    if (await isDone(operation, now.get(path), series.hasher)) continue;
    if (!sameFile(now.get(path), series.base.get(path))) touched.push(path);
    left.push(operation);
  }
  if (touched.length > 0) throw conflict(series, touched, head);
  if (left.length > 0)
    series.log.info(`The branch has a new commit, ${head}, of other files: publishing goes on upon it.`);
  return { head, left };
}

export function pathOf(operation: CommitOperation): string {
  return operation.kind === 'delete' ? operation.path : operation.file.path;
}

async function isDone(operation: CommitOperation, now: RemoteFile | undefined, hasher: Hasher): Promise<boolean> {
  if (operation.kind === 'delete') return now === undefined;
  if (now === undefined || now.size !== operation.file.size) return false;
  if (operation.kind === 'lfs') return now.sha256 === operation.sha256;
  return now.sha256 === undefined && now.oid === (await hasher.hash(operation.file, 'git'));
}

function sameFile(one: RemoteFile | undefined, other: RemoteFile | undefined): boolean {
  return one?.oid === other?.oid && one?.sha256 === other?.sha256;
}

function conflict(series: CommitSeries, touched: readonly string[], head: string): OperationError {
  const shown = touched.slice(0, namedConflicts).join(', ');
  const more = touched.length > namedConflicts ? ` and ${touched.length - namedConflicts} more` : '';
  const where = `${series.target.repository} at ${series.target.revision}`;
  return new OperationError(
    'HUB_CONFLICT',
    `Somebody else changed the same files of ${where}, in ${head}: ${shown}${more}.`,
    {
      hint: 'Look at that commit, then run the step again: it publishes the folder over it. A `concurrency` group keeps two runs apart.',
      effect: 'none',
      retryable: false,
    },
  );
}

/** It is unknown whether the pull request was opened: it is looked for, never opened twice. */
async function adoptPullRequest(series: CommitSeries, header: CommitHeader, error: unknown): Promise<Round> {
  const search = { kind: 'pull_request', title: header.summary } as const;
  const found = await findOwnThread(series.reading, series.target, search, series.signal);
  if (found === undefined) {
    throw new OperationError('OUTCOME_UNKNOWN', 'It is not known whether the Hub opened the pull request.', {
      hint: 'Run the step again: it finds the pull request if there is one.',
      cause: error,
      effect: 'unknown',
      retryable: true,
    });
  }
  const target = { ...series.target, revision: pullRequestRevision(found.number), newPullRequest: false };
  const head = await readInformation(series.reading, target, series.signal);
  if (head === undefined) throw error;
  return { id: head.sha, target, pullRequestUrl: found.url };
}
