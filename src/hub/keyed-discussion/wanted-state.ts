import { inputError } from '../../input-problem.ts';
import type { Host } from '../host.ts';

/** How a discussion is to be: as it says, or as the GitHub pull request is that the workflow runs for. */
export const keptStates = ['open', 'closed', 'follow-pull-request'] as const;

export type KeptState = (typeof keptStates)[number];

/** The state that is wanted, by the event where it is to follow that. @throws OperationError INPUT_INVALID */
export function wantedState(state: KeptState, { pullRequest }: Pick<Host, 'pullRequest'>): 'open' | 'closed' {
  if (state !== 'follow-pull-request') return state;
  if (pullRequest !== undefined) return pullRequest.state;
  throw inputError([noPullRequest]);
}

/** Told with all other problems of the inputs; here only where nobody looked before. */
export const noPullRequest = {
  name: 'input.state',
  message: 'follows a pull request, but the event that started this workflow has none; use it with `on: pull_request`.',
  given: 'follow-pull-request',
} as const;
