import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import { get } from '../hub-request.ts';
import { ask, askIfThere, type HubCalls, ifThere, unreadable } from './hub-calls.ts';
import { apiPath, revisionPath, type Target } from './target.ts';

const information = z.object({
  sha: z.string(),
  private: z.boolean().optional(),
  gated: z.union([z.string(), z.literal(false)]).optional(),
});

const reference = z.object({ name: z.string(), targetCommit: z.string() });
const references = z.object({ branches: z.array(reference), tags: z.array(reference) });

export type RepositoryInformation = z.output<typeof information>;
export type References = z.output<typeof references>;

/** What there is before anything is published. */
export type RepositoryState =
  | { readonly kind: 'missing' }
  /** The repository is there, the branch is not. */
  | { readonly kind: 'no-branch'; readonly references: References }
  | { readonly kind: 'ready'; readonly information: RepositoryInformation };

export async function readState(hub: HubCalls, target: Target, signal: AbortSignal): Promise<RepositoryState> {
  try {
    return { kind: 'ready', information: await informationOf(hub, target, signal) };
  } catch (error) {
    if (!(error instanceof OperationError) || error.code !== 'HUB_NOT_FOUND') throw error;
    // The Hub says in a header which of the two is missing; a transport may not hand it on.
    if (error.details.upstream?.headers['x-error-code'] === 'RepoNotFound') return { kind: 'missing' };
  }
  const refs = await readReferences(hub, target, signal);
  return refs === undefined ? { kind: 'missing' } : { kind: 'no-branch', references: refs };
}

async function informationOf(hub: HubCalls, target: Target, signal: AbortSignal): Promise<RepositoryInformation> {
  const expand = target.type === 'space' ? ['sha', 'private'] : ['sha', 'private', 'gated'];
  const answer = await ask(hub, get(revisionPath(target, 'revision'), { expand }), signal);
  const read = information.safeParse(answer.body);
  if (!read.success) throw unreadable(`the state of ${target.repository}`, read.error);
  return read.data;
}

/** The head of the target's revision with what the repository's settings are known to be. */
export async function readInformation(
  hub: HubCalls,
  target: Target,
  signal: AbortSignal,
): Promise<RepositoryInformation | undefined> {
  return ifThere(informationOf(hub, target, signal));
}

export async function readReferences(
  hub: HubCalls,
  target: Target,
  signal: AbortSignal,
): Promise<References | undefined> {
  const answer = await askIfThere(hub, get(`${apiPath(target)}/refs`), signal);
  if (answer === undefined) return undefined;
  const read = references.safeParse(answer.body);
  if (!read.success) throw unreadable(`the branches of ${target.repository}`, read.error);
  return read.data;
}
