import type { Event } from './github/event.ts';
import type { Inputs } from './github/inputs.ts';
import { pullRequestOf } from './github/pull-request.ts';
import { noPullRequest } from './hub/keyed-discussion/wanted-state.ts';
import type { OperationRequest } from './hub/operation-request.ts';
import type { InputProblem } from './input-problem.ts';

/** What single inputs cannot say: an operation that needs something of the job, or of another input. */
export function togetherProblems(
  inputs: Inputs,
  request: OperationRequest | undefined,
  event: Event,
): readonly InputProblem[] {
  if (request === undefined) return [];
  return [...followProblems(request, event), ...cliProblems(inputs, request)];
}

/** Whether there is a pull request to follow is known from the event, before anything starts. */
function followProblems({ operation, params }: OperationRequest, event: Event): readonly InputProblem[] {
  const follows = operation.key === 'create-discussion' && params.state === 'follow-pull-request';
  return follows && pullRequestOf(event) === undefined ? [noPullRequest] : [];
}

function cliProblems({ home, transport }: Inputs, { operation }: OperationRequest): readonly InputProblem[] {
  if (operation.kind !== 'step') return [];
  const needsHome = operation.key === 'login' && home === undefined;
  return [
    ...(needsHome ? [{ name: 'home', message: 'is required: login signs the CLI in within that folder.' }] : []),
    ...(transport === 'api' ? [noCli(operation.key)] : []),
  ];
}

function noCli(key: string): InputProblem {
  return { name: 'transport', message: `must be \`auto\` or \`cli\`: ${key} is about the CLI.`, given: 'api' };
}
