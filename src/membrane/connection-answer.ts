import { z } from 'zod';
import type { ClientAction, Connection } from './connection-state.ts';
import { excerpt } from './excerpt.ts';
import { unreadableAnswer } from './unreadable-answer.ts';

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);

const clientActionSchema = z
  .object({ type: text, description: text, uiUrl: text, agentInstructions: text })
  .optional()
  .catch(undefined);

const reasonSchema = z.union([z.string(), z.object({ message: z.string() }).transform((error) => error.message)]);

const answerSchema = z.object({
  id: z.string().min(1),
  name: text,
  state: text,
  disconnected: flag,
  connected: flag,
  isDefunct: flag,
  clientAction: clientActionSchema,
  error: reasonSchema.optional().catch(undefined),
  requestError: reasonSchema.optional().catch(undefined),
  errors: z.array(reasonSchema.catch('')).optional().catch(undefined),
});

type Answer = z.infer<typeof answerSchema>;

/**
 * Any of Membrane's connection answers, older or newer, as a Connection.
 * @throws OperationError `UPSTREAM_UNAVAILABLE` where it names no connection.
 */
export function readConnectionAnswer(answer: unknown): Connection {
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) throw unreadableAnswer('it names no connection');
  const { id, name } = parsed.data;
  return { id, ...(name === undefined ? {} : { name: excerpt(name, 200) }), ...stateOf(parsed.data) };
}

type State = Connection extends infer Each ? (Each extends Connection ? Omit<Each, 'id' | 'name'> : never) : never;

function stateOf(answer: Answer): State {
  const state = answer.state?.trim().toUpperCase();
  switch (state) {
    case 'READY':
      return signedOut(answer) ? actionRequired(answer) : { state };
    case 'BUILDING':
    case 'DISCONNECTING':
      return { state };
    case 'CLIENT_ACTION_REQUIRED':
      return actionRequired(answer);
    case 'CONFIGURATION_ERROR':
    case 'SETUP_FAILED':
      return { state, error: reasonOf(answer) };
    case undefined:
    case '':
      return olderState(answer);
    default:
      return { state: 'UNKNOWN', reported: excerpt(answer.state ?? '', 80) };
  }
}

/** Answers from before `state` existed say only whether the connection is signed in. */
function olderState(answer: Answer): State {
  if (answer.clientAction !== undefined || signedOut(answer)) return actionRequired(answer);
  if (answer.disconnected === false || answer.connected === true) return { state: 'READY' };
  if (hasReason(answer)) return { state: 'SETUP_FAILED', error: reasonOf(answer) };
  return { state: 'UNKNOWN', reported: 'no state' };
}

function signedOut(answer: Answer): boolean {
  return answer.disconnected === true || answer.isDefunct === true;
}

function actionRequired(answer: Answer): State {
  const given = answer.clientAction;
  const clientAction: ClientAction = {
    type: given?.type === undefined ? 'connect' : excerpt(given.type, 80),
    ...(given?.description === undefined ? {} : { description: excerpt(given.description, 1000) }),
    ...(given?.agentInstructions === undefined ? {} : { agentInstructions: excerpt(given.agentInstructions, 2000) }),
    ...pageOf(given?.uiUrl),
  };
  return { state: 'CLIENT_ACTION_REQUIRED', clientAction };
}

/** Only web addresses: the link is shown to people who will click it. */
function pageOf(uiUrl: string | undefined): { uiUrl?: string } {
  if (uiUrl === undefined || !URL.canParse(uiUrl)) return {};
  const url = new URL(uiUrl);
  return url.protocol === 'https:' || url.protocol === 'http:' ? { uiUrl: url.href } : {};
}

function hasReason(answer: Answer): boolean {
  return reasonsOf(answer).length > 0;
}

function reasonOf(answer: Answer): string {
  const reasons = reasonsOf(answer);
  return reasons.length > 0 ? excerpt(reasons.join(' '), 500) : 'Membrane gave no reason.';
}

function reasonsOf(answer: Answer): string[] {
  const all = [answer.error, answer.requestError, ...(answer.errors ?? []).slice(0, 5)];
  return [...new Set(all.filter((reason) => reason !== undefined && reason !== ''))].map(String);
}
