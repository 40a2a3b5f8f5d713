import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import type { InputProblem } from '../../input-problem.ts';
import type { Log } from '../../log.ts';
import type { ProxyResponse } from '../../membrane/client.ts';
import { send } from '../hub-request.ts';
import type { RepositoryType } from '../parameter-types.ts';
import { ask, type HubCalls, unreadable } from './hub-calls.ts';

const message = z.object({ message: z.string() });
const verdict = z.object({ errors: z.array(message).default([]), warnings: z.array(message).default([]) });

/** What the Hub has against a card. It asks the same itself at each commit, and refuses the commit then. */
export async function cardProblems(
  hub: HubCalls,
  card: { readonly text: string; readonly type: RepositoryType },
  log: Log,
  signal: AbortSignal,
): Promise<readonly InputProblem[]> {
  const answer = await validate(hub, card, signal);
  const read = verdict.safeParse(answer);
  if (!read.success) throw unreadable('the validation of README.md', read.error);
  for (const warning of read.data.warnings) log.warning(`README.md: ${warning.message}`);
  return read.data.errors.map((error) => ({
    name: 'input.folder',
    message: `its README.md is refused by the Hub: ${error.message}`,
  }));
}

/** A verdict with errors comes as 400 from the Hub of today, and as 200 by its older documentation. */
async function validate(
  hub: HubCalls,
  card: { readonly text: string; readonly type: RepositoryType },
  signal: AbortSignal,
): Promise<ProxyResponse['body']> {
  const request = send('POST', '/api/validate-yaml', { content: card.text, repoType: card.type });
  try {
    return (await ask(hub, request, signal)).body;
  } catch (error) {
    const refused =
      error instanceof OperationError && error.details.status === 400 ? error.details.upstream : undefined;
    if (refused !== undefined && verdict.safeParse(refused.body).success) return refused.body;
    throw error;
  }
}
