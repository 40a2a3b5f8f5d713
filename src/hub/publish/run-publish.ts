import { repositoryPage } from '../hub-request.ts';
import type { Json } from '../json.ts';
import type { OperationResult } from '../operation-result.ts';
import { type CarriedOut, carryOut } from './carry-out.ts';
import type { PublishContext } from './context.ts';
import { createBranch, createRepository, putSettings } from './create-repository.ts';
import { directHubCalls } from './direct-hub-calls.ts';
import { prepareFolder } from './folder-to-publish.ts';
import { type Hasher, openHasher } from './hasher.ts';
import type { HubCalls } from './hub-calls.ts';
import { reachesLfs } from './lfs-batch.ts';
import { type HubState, lookAtHub } from './look-at-hub.ts';
import { type MadePlan, makePlan } from './make-plan.ts';
import type { PublishParameters } from './parameters.ts';
import { changesSomething } from './plan.ts';
import { diffstat, type Publication, planOutput, publicationOf, publicationWords } from './published.ts';
import { openTrustedPublisher } from './trusted-publisher.ts';

/** What a publish came to, with what only it has. */
export interface PublishResult extends OperationResult {
  /** Outputs of the step beside those that every operation has, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly publication: Publication;
}

/** A folder becomes a repository on the Hub: what differs is sent, the rest is left alone. @throws OperationError */
export async function runPublish(parameters: PublishParameters, context: PublishContext): Promise<PublishResult> {
  const hasher = openHasher(context.signal);
  try {
    return await publish(parameters, context, hasher);
  } finally {
    await hasher.close();
  }
}

async function publish(parameters: PublishParameters, context: PublishContext, hasher: Hasher): Promise<PublishResult> {
  const folder = prepareFolder(parameters, context);
  const state = await lookAtHub(parameters, context);
  const writing = writingCalls(state, context);
  const plan = { parameters, folder, writing, hasher, reachesLfs: lfsReach(state, context) };
  const made = await makePlan({ ...plan, state }, context);
  context.log.info(
    `Plan for ${parameters.type} ${parameters.repository}: ${publicationWords(publicationOf(made.plan))}.`,
  );
  if (context.dryRun) return resultOf(parameters, made, state, undefined);
  const ready = await bringIntoBeing(parameters, made, state, context);
  const final = ready === state ? made : await makePlan({ ...plan, state: ready }, context);
  const done = await carryOut({ parameters, made: final, state: ready, writing, hasher }, context);
  return resultOf(parameters, { ...final, plan: { ...final.plan, ...creationOf(made) } }, ready, done);
}

/** Under a trusted publisher the bytes and the commits go to the Hub directly, all else through Membrane. */
function writingCalls(state: HubState, context: PublishContext): HubCalls {
  if (context.uploadThrough === 'membrane') return context.hub;
  const { hubUrl, identity, runtime, log, retries, onSecret } = context;
  const publisher = openTrustedPublisher({ target: state.target, hubUrl, identity, runtime, onSecret });
  return directHubCalls({ hubUrl, token: publisher.token, runtime, log, retries });
}

/** Under a trusted publisher large files do not go by the proxy, so that its reach does not matter. */
function lfsReach(state: HubState, context: PublishContext): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined;
  return () => {
    asked ??=
      context.uploadThrough === 'membrane'
        ? reachesLfs(context.hub, state.target, context.signal)
        : Promise.resolve(true);
    return asked;
  };
}

/** Repository, branch and settings, each only if needed. What is new is looked at again before it is filled. */
async function bringIntoBeing(
  parameters: PublishParameters,
  { plan }: MadePlan,
  state: HubState,
  context: PublishContext,
): Promise<HubState> {
  if (plan.createRepository) await createRepository(parameters, state.target, context);
  if (plan.createRevision) await createBranch(state.target, context);
  if (plan.settings !== undefined) await putSettings(plan.settings.send, state.target, context);
  return plan.createRepository || plan.createRevision ? lookAtHub(parameters, context) : state;
}

function creationOf({ plan }: MadePlan) {
  const { createRepository, createRevision, settings } = plan;
  return { createRepository, createRevision, settings };
}

function resultOf(
  parameters: PublishParameters,
  { plan }: MadePlan,
  state: HubState,
  done: CarriedOut | undefined,
): PublishResult {
  const publication = publicationOf(plan);
  const where = { repository: parameters.repository, type: parameters.type, revision: state.target.revision };
  const planned = planOutput(plan, where);
  const commit = done?.commitId ?? state.information?.sha ?? '';
  const pullRequest = done?.pullRequestUrl ?? state.pullRequest?.url;
  const page = repositoryPage(parameters.type, parameters.repository);
  const url = done?.url ?? pullRequest ?? page;
  const counts = {
    added: publication.added.files,
    changed: publication.changed.files,
    deleted: publication.deleted.files,
  };
  const changed = changesSomething(plan);
  const uploaded = done?.bytesUploaded ?? 0;
  return {
    status: done === undefined ? 'planned' : 'succeeded',
    changed,
    output: outputOf({ commit, url, pullRequest, discussion: done?.discussionUrl, uploaded, changed, planned }),
    id: parameters.repository,
    url,
    count: publication.files.length,
    headline: headline(parameters, publication, { changed, planned: done === undefined }),
    table: publication.files.length === 0 ? undefined : diffstat(publication),
    publication,
    outputs: {
      'commit-id': commit,
      'pull-request-url': pullRequest ?? '',
      tag: parameters.tag ?? '',
      'files-added': String(counts.added),
      'files-changed': String(counts.changed),
      'files-deleted': String(counts.deleted),
      'bytes-uploaded': String(uploaded),
      plan: JSON.stringify(planned),
    },
  };
}

function outputOf(values: {
  readonly commit: string;
  readonly url: string;
  readonly pullRequest: string | undefined;
  readonly discussion: string | undefined;
  readonly uploaded: number;
  readonly changed: boolean;
  readonly planned: Json;
}): Json {
  const { commit, url, uploaded, changed, planned } = values;
  const { pullRequest = null, discussion = null } = values;
  return { commit, url, pullRequest, discussion, bytesUploaded: uploaded, changed, plan: planned };
}

function headline(
  { type, repository }: PublishParameters,
  publication: Publication,
  { changed, planned }: { readonly changed: boolean; readonly planned: boolean },
): string {
  if (!changed) return `${type} ${repository} is as the folder is: nothing to publish`;
  const words = publicationWords(publication);
  return planned ? `Would publish to ${type} ${repository}: ${words}` : `Published to ${type} ${repository}: ${words}`;
}
