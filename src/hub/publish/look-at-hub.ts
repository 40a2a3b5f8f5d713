import { OperationError } from '../../errors.ts';
import type { PublishContext } from './context.ts';
import type { RemoteTree } from './files.ts';
import type { PublishParameters } from './parameters.ts';
import { titleOf } from './plan.ts';
import { findOwnThread, pullRequestRevision, type Thread } from './pull-request.ts';
import { readRemoteTree } from './remote-tree.ts';
import { type RepositoryInformation, readInformation, readState } from './repository-state.ts';
import type { Target } from './target.ts';

/** What is on the Hub before anything is published. */
export interface HubState {
  readonly target: Target;
  readonly exists: boolean;
  /** The branch must be made first; `tree` is that of `main`, which it will begin at. */
  readonly branchMissing: boolean;
  readonly information: RepositoryInformation | undefined;
  readonly tree: RemoteTree;
  /** Our own open pull request, which is brought up to date instead of opening another one. */
  readonly pullRequest: Thread | undefined;
}

export async function lookAtHub(parameters: PublishParameters, context: PublishContext): Promise<HubState> {
  const { repository, type, revision, asPullRequest } = parameters;
  const branch: Target = { repository, type, revision, newPullRequest: asPullRequest };
  const state = await readState(context.hub, branch, context.signal);
  if (state.kind === 'missing') return nothingYet(parameters, branch, context);
  if (state.kind === 'no-branch') return branchToMake(parameters, branch, context);
  const pullRequest = asPullRequest ? await ownPullRequest(parameters, branch, context) : undefined;
  if (pullRequest === undefined) return stateAt(branch, state.information, parameters, context);
  const target = { ...branch, revision: pullRequestRevision(pullRequest.number), newPullRequest: false };
  const information = (await readInformation(context.hub, target, context.signal)) ?? state.information;
  return { ...(await stateAt(target, information, parameters, context)), pullRequest };
}

function nothingYet(parameters: PublishParameters, target: Target, context: PublishContext): HubState {
  const { type, repository } = parameters;
  if (context.uploadThrough === 'trusted-publisher') {
    throw new OperationError(
      'HUB_NOT_FOUND',
      `The ${type} ${repository} does not exist yet, and a trusted publisher cannot create it.`,
      {
        hint: "Create it with `operation: create-repository`, add this job as its trusted publisher on its settings page, then run the step again. Or use 'upload-through: membrane' with 'create: true'.",
        effect: 'none',
      },
    );
  }
  if (!parameters.create) {
    throw new OperationError(
      'HUB_NOT_FOUND',
      `The ${type} ${repository} does not exist, or the connection's account may not see it.`,
      {
        hint: "Check the name and the type, or set 'create: true'.",
        effect: 'none',
      },
    );
  }
  const missing = { target, exists: false, branchMissing: false, information: undefined, pullRequest: undefined };
  return { ...missing, branchMissing: target.revision !== 'main', tree: new Map() };
}

async function branchToMake(parameters: PublishParameters, target: Target, context: PublishContext): Promise<HubState> {
  const { repository, revision } = parameters;
  const main = parameters.createRevision
    ? await readInformation(context.hub, { ...target, revision: 'main' }, context.signal)
    : undefined;
  if (main === undefined) {
    throw new OperationError('HUB_NOT_FOUND', `${repository} has no branch ${revision}.`, {
      hint: "Check the name, or set 'create-revision: true'.",
      effect: 'none',
    });
  }
  return { ...(await stateAt(target, main, parameters, context)), branchMissing: true };
}

async function stateAt(
  target: Target,
  information: RepositoryInformation,
  parameters: PublishParameters,
  context: PublishContext,
): Promise<HubState> {
  const tree = await readRemoteTree(context.hub, target, information.sha, treeFolder(parameters), context.signal);
  return { target, exists: true, branchMissing: false, information, tree, pullRequest: undefined };
}

/** The part of the repository that matters; its card lies at the root, wherever the folder goes. */
export function treeFolder({ card, pathInRepository }: PublishParameters): string {
  return card === undefined ? (pathInRepository ?? '') : '';
}

function ownPullRequest(
  parameters: PublishParameters,
  target: Target,
  context: PublishContext,
): Promise<Thread | undefined> {
  const search = { kind: 'pull_request', title: titleOf(parameters) } as const;
  return findOwnThread(context.hub, target, search, context.signal);
}
