import { repositoryPage } from '../hub-request.ts';
import { openDiscussion, putTag } from './announce.ts';
import type { CommitOperation } from './commit-lines.ts';
import { commitAll } from './commit-series.ts';
import type { PublishContext } from './context.ts';
import { assertUnchanged } from './file-contents.ts';
import type { LocalFile } from './files.ts';
import type { Hasher } from './hasher.ts';
import type { HubCalls } from './hub-calls.ts';
import { type HubState, treeFolder } from './look-at-hub.ts';
import type { MadePlan } from './make-plan.ts';
import type { PublishParameters } from './parameters.ts';
import { type PlannedFile, titleOf } from './plan.ts';
import { openProgress } from './progress.ts';
import { counted, shownBytes } from './shown.ts';
import { sendToStorage } from './storage.ts';
import { uploadLfsFiles } from './upload-lfs.ts';

export interface Work {
  readonly parameters: PublishParameters;
  readonly made: MadePlan;
  readonly state: HubState;
  readonly writing: HubCalls;
  readonly hasher: Hasher;
}

export interface CarriedOut {
  /** The last commit; the branch's head where nothing was left to commit. */
  readonly commitId: string;
  /** Of the last commit; undefined where there was none. */
  readonly url: string | undefined;
  readonly pullRequestUrl: string | undefined;
  readonly discussionUrl: string | undefined;
  readonly bytesUploaded: number;
}

/** Uploads, commits, tags and announces, each only if needed, in this order: no commit names bytes that are not there. */
export async function carryOut(work: Work, context: PublishContext): Promise<CarriedOut> {
  const { parameters, made, state } = work;
  const { commits, tag, discussion } = made.plan;
  const sent = await uploadLarge(commits.flat(), work, context);
  const committed = await commitPlanned(work, sent.hashes, context);
  if (tag !== undefined)
    await putTag({ name: tag, message: parameters.tagMessage }, committed.id, state.target, context);
  const announcement = discussion === undefined ? undefined : parameters.discussion;
  const discussionUrl = announcement && (await openDiscussion(announcement, state.target, context));
  const inCommits = commits.flat().filter((file) => file.kind === 'file');
  return {
    commitId: committed.id,
    url: commits.length === 0 ? undefined : (committed.url ?? commitPage(parameters, committed.id)),
    pullRequestUrl: committed.pullRequestUrl,
    discussionUrl,
    bytesUploaded: sent.bytes + inCommits.reduce((sum, file) => sum + file.size, 0),
  };
}

function commitPage({ type, repository }: PublishParameters, id: string): string {
  return `${repositoryPage(type, repository)}/commit/${id}`;
}

async function uploadLarge(
  planned: readonly PlannedFile[],
  { made, state, writing, hasher }: Work,
  context: PublishContext,
): Promise<{ readonly hashes: ReadonlyMap<string, string>; readonly bytes: number }> {
  const files = planned.flatMap(({ kind, file }) => (kind === 'lfs' && file !== undefined ? [file] : []));
  if (files.length === 0) return { hashes: new Map(), bytes: 0 };
  const { log, runtime, signal, retries } = context;
  const total = { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) };
  const progress = openProgress(total, { log, now: () => runtime.now() });
  const send = context.storage ?? sendToStorage;
  const upload = {
    send,
    runtime,
    log,
    signal,
    retries,
    progress,
    hub: writing,
    target: state.target,
    hashes: made.hashes,
    hasher,
  };
  const title = `Uploading ${counted(total.files, 'large file')}, ${shownBytes(total.bytes)}`;
  const hashes = await folded(title, context, () => uploadLfsFiles(files, upload));
  return { hashes, bytes: progress.bytesSent };
}

async function commitPlanned(work: Work, hashes: ReadonlyMap<string, string>, context: PublishContext) {
  const { parameters, made, state, writing, hasher } = work;
  const { commits } = made.plan;
  const series = {
    writing,
    reading: context.hub,
    target: state.target,
    title: titleOf(parameters),
    description: parameters.description ?? '',
    commits: commits.map((files) => files.map((file) => operationOf(file, hashes))),
    head: state.information?.sha ?? '',
    base: state.tree,
    treeFolder: treeFolder(parameters),
    hasher,
    log: context.log,
    signal: context.signal,
  };
  for (const { file } of commits.flat()) if (file !== undefined) assertUnchanged(file);
  return commits.length > 1
    ? folded(`Committing in ${commits.length} commits`, context, () => commitAll(series))
    : commitAll(series);
}

function operationOf(planned: PlannedFile, hashes: ReadonlyMap<string, string>): CommitOperation {
  const { kind, path, file } = planned;
  if (kind === 'delete' || file === undefined) return { kind: 'delete', path };
  return kind === 'file' ? { kind, file } : { kind, file, sha256: sha256Of(file, hashes) };
}

function sha256Of(file: LocalFile, hashes: ReadonlyMap<string, string>): string {
  const found = hashes.get(file.path);
  if (found === undefined) throw new Error(`No hash of ${file.path} was kept.`);
  return found;
}

function folded<Result>(title: string, context: PublishContext, work: () => Promise<Result>): Promise<Result> {
  return context.fold === undefined ? work() : context.fold(title, work);
}
