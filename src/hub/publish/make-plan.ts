import { OperationError } from '../../errors.ts';
import { inputError } from '../../input-problem.ts';
import { tagCommit, tagTaken } from './announce.ts';
import { cardPath, readCard, readRemoteCard, withCard } from './card.ts';
import { type CommitHeader, proxyRequestBytes, type UploadMode } from './commit-lines.ts';
import type { PublishContext } from './context.ts';
import { compareTrees, deletions, type TreeDifference, treeConflicts } from './difference.ts';
import type { LocalFile, RemoteTree } from './files.ts';
import type { PreparedFolder } from './folder-to-publish.ts';
import { frontMatterProblem } from './front-matter.ts';
import { hashFiles } from './hash-files.ts';
import type { Hasher } from './hasher.ts';
import type { HubCalls } from './hub-calls.ts';
import type { HubState } from './look-at-hub.ts';
import type { PublishParameters } from './parameters.ts';
import { type PublishPlan, planCommits, titleOf } from './plan.ts';
import { findOwnThread } from './pull-request.ts';
import { foldPath } from './repository-path.ts';
import { settingsChange } from './settings-difference.ts';
import { askUploadModes, expectedMode } from './upload-modes.ts';
import { cardProblems } from './validate-card.ts';

export interface PlanInput {
  readonly parameters: PublishParameters;
  readonly folder: PreparedFolder;
  readonly state: HubState;
  /** Where the bytes go. */
  readonly writing: HubCalls;
  readonly hasher: Hasher;
  /** Asks once, however often plans are made. */
  readonly reachesLfs: () => Promise<boolean>;
}

export interface MadePlan {
  readonly plan: PublishPlan;
  /** SHA-256 by path, as far as comparing needed it. */
  readonly hashes: ReadonlyMap<string, string>;
}

/** Compares, asks and checks all that can be before the first write. @throws OperationError */
export async function makePlan(input: PlanInput, context: PublishContext): Promise<MadePlan> {
  const { parameters, folder, state } = input;
  const files = await filesWithCard(input, context);
  const hashes = await hashFiles(files, state.tree, input.hasher);
  const prefix = parameters.pathInRepository ?? '';
  const rule = parameters.delete;
  const deleted = deletions({ rule, remote: state.tree, files, prefix, selection: folder.selection });
  const difference = compareTrees(files, state.tree, hashes, deleted);
  checkTree(difference, state.tree, context);
  await checkCard(difference, parameters, context);
  const plan: PublishPlan = {
    createRepository: !state.exists,
    createRevision: state.branchMissing,
    settings: settingsChange(parameters.settings, state.information),
    commits: await plannedCommits(input, difference, files, context),
    unchanged: totalOf(difference.unchanged),
    tag: parameters.tag,
    discussion: parameters.discussion?.title,
  };
  return { plan: await withoutWhatIsThere(plan, input, context), hashes: sha256Hashes(hashes, state.tree) };
}

async function filesWithCard(input: PlanInput, context: PublishContext): Promise<readonly LocalFile[]> {
  const { parameters, folder, state } = input;
  if (parameters.card === undefined) return folder.files;
  const text = folder.card ?? (await presentCard(state, context));
  const problem = frontMatterProblem(text);
  if (problem !== undefined) throw inputError([{ name: 'input.card', message: `the Hub's ${cardPath} ${problem}` }]);
  return withCard(folder.files, text, parameters.card);
}

async function presentCard(state: HubState, context: PublishContext): Promise<string> {
  if (state.information === undefined || !state.exists) return '';
  return (await readRemoteCard(context.hub, state.target, state.information.sha, context.signal)) ?? '';
}

function checkTree(difference: TreeDifference, remote: RemoteTree, context: PublishContext): void {
  const conflicts = treeConflicts(difference, remote);
  if (conflicts.length > 0) {
    const shown = conflicts.slice(0, 10).join(', ');
    const message = `has files where the repository has folders of the same name, or the other way round: ${shown}. Delete those with 'delete'.`;
    throw inputError([{ name: 'input.folder', message }]);
  }
  const gone = new Set(difference.deleted.map((file) => file.path));
  const folded = new Map([...remote.keys()].filter((path) => !gone.has(path)).map((path) => [foldPath(path), path]));
  for (const { file, kind } of difference.changes) {
    const other = kind === 'added' ? folded.get(foldPath(file.path)) : undefined;
    if (other === undefined) continue;
    context.log.warning(
      `${file.path} and ${other}, which the repository has, cannot both be had on Windows and macOS.`,
    );
  }
}

/** The Hub refuses a commit whose card it does not like: better asked before anything is written. */
async function checkCard(
  difference: TreeDifference,
  parameters: PublishParameters,
  context: PublishContext,
): Promise<void> {
  const changed = difference.changes.filter(({ file }) => file.path === cardPath).map(({ file }) => file);
  const card = readCard(changed);
  if (card?.ok !== true) return;
  const problems = await cardProblems(
    context.hub,
    { text: card.text, type: parameters.type },
    context.log,
    context.signal,
  );
  if (problems.length > 0) throw inputError(problems);
}

async function plannedCommits(
  input: PlanInput,
  difference: TreeDifference,
  files: readonly LocalFile[],
  context: PublishContext,
) {
  const { parameters } = input;
  const header: CommitHeader = {
    summary: `${titleOf(parameters)} (999 of 999)`,
    description: parameters.description ?? '',
  };
  const requestBytes = context.requestBytes ?? proxyRequestBytes;
  // Most often the Hub's answer is the expected one: the second question need not wait for the first one's answer.
  const early = difference.changes.some(({ file }) => expectedMode(file) === 'lfs');
  const [modes] = await Promise.all([
    modesOf(input, difference, { files, requestBytes }, context),
    early ? input.reachesLfs() : undefined,
  ]);
  const commits = planCommits({ difference, modes, header, requestBytes, filesPerCommit: parameters.filesPerCommit });
  const lfs = commits.flat().filter((file) => file.kind === 'lfs');
  if (lfs.length > 0 && !(await input.reachesLfs())) throw lfsOutOfReach(lfs.map((file) => file.path));
  return commits;
}

/** A dry run asks with reads alone, and a repository that is not there cannot be asked. */
async function modesOf(
  { state, writing }: PlanInput,
  difference: TreeDifference,
  { files, requestBytes }: { readonly files: readonly LocalFile[]; readonly requestBytes: number },
  context: PublishContext,
): Promise<ReadonlyMap<string, UploadMode>> {
  const changes = difference.changes;
  if (changes.length === 0) return new Map();
  if (!state.exists || state.branchMissing || context.dryRun) {
    return new Map(
      changes.map(({ file, before }) => [file.path, before?.sha256 === undefined ? expectedMode(file) : 'lfs']),
    );
  }
  const gitAttributes = files.find((file) => file.path === '.gitattributes');
  const { target } = state;
  const sent = changes.map(({ file }) => file);
  return askUploadModes(writing, { target, files: sent, gitAttributes, requestBytes }, context.signal);
}

function lfsOutOfReach(paths: readonly string[]): OperationError {
  const shown = paths.slice(0, 5).join(', ');
  const more = paths.length > 5 ? ` and ${paths.length - 5} more` : '';
  return new OperationError(
    'HUB_REJECTED',
    `Files that must go by LFS cannot be published through this connection: ${shown}${more}.`,
    {
      hint: "Membrane's proxy of this connection begins at the Hub's /api, and the LFS route is outside of it. Use 'upload-through: trusted-publisher'. Nothing was written.",
      effect: 'none',
      retryable: false,
    },
  );
}

/** A tag or a discussion that is there already is no part of the plan. */
async function withoutWhatIsThere(plan: PublishPlan, input: PlanInput, context: PublishContext): Promise<PublishPlan> {
  const { state, parameters } = input;
  if (!state.exists) return plan;
  const present = plan.tag === undefined ? undefined : await tagCommit(plan.tag, state.target, context);
  if (present !== undefined && (plan.commits.length > 0 || present !== state.information?.sha)) {
    throw tagTaken(parameters.tag ?? '', present, state.target);
  }
  return {
    ...plan,
    tag: present === undefined ? plan.tag : undefined,
    discussion: await titleToAnnounce(plan.discussion, state, context),
  };
}

async function titleToAnnounce(
  title: string | undefined,
  state: HubState,
  context: PublishContext,
): Promise<string | undefined> {
  if (title === undefined) return undefined;
  const search = { kind: 'discussion', title, closedToo: true } as const;
  const announced = await findOwnThread(context.hub, state.target, search, context.signal);
  return announced === undefined ? title : undefined;
}

function sha256Hashes(hashes: ReadonlyMap<string, string>, remote: RemoteTree): ReadonlyMap<string, string> {
  return new Map([...hashes].filter(([path]) => remote.get(path)?.sha256 !== undefined));
}

function totalOf(files: readonly LocalFile[]) {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) };
}
