import { withinLimit } from '../deadline.ts';
import { OperationError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Runtime } from '../runtime.ts';
import type { MembraneClient } from './client.ts';
import type { ClientAction, Connection } from './connection-state.ts';

export interface ReadyRequest {
  /** Use this connection; without it the one for `appUrl` is found or created. */
  readonly connectionId?: string | undefined;
  readonly appUrl: string;
  /** Milliseconds that building, and waiting for a person, may take together. */
  readonly timeoutMs: number;
  readonly onActionRequired: 'fail' | 'wait';
}

export interface ReadyContext {
  readonly log: Log;
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  /** Told of the connection as first seen and at each change, before anything is thrown. */
  readonly onConnection?: ((connection: Connection) => void) | undefined;
}

export type ReadyConnection = Connection & { readonly state: 'READY' };
type ActionRequiredConnection = Extract<Connection, { state: 'CLIENT_ACTION_REQUIRED' }>;

/** The longest that Membrane holds a poll, seconds. */
const longestPoll = 60;
/** A poll that comes back sooner was not held: pause before the next one. Milliseconds. */
const heldPoll = 1000;
/** The last poll may come back a moment after the limit, with a state to tell. Milliseconds. */
const pollGrace = 1000;
const firstPause = 500;
const longestPause = 5000;

/**
 * Finds or creates the connection and waits until it can be used.
 * @throws OperationError `CONNECTION_ACTION_REQUIRED`, `CONNECTION_FAILED` or `CONNECTION_TIMEOUT`.
 */
export function ensureReady(
  client: MembraneClient,
  request: ReadyRequest,
  context: ReadyContext,
): Promise<ReadyConnection> {
  // A poll that never ends must not outlast the limit: between polls the loop below keeps to it by itself.
  const limit = request.timeoutMs + pollGrace;
  return withinLimit(
    context.signal,
    limit,
    () => noAnswer(request.timeoutMs),
    (signal) => becomeReady(client, request, { ...context, signal }),
  );
}

async function becomeReady(
  client: MembraneClient,
  request: ReadyRequest,
  context: ReadyContext,
): Promise<ReadyConnection> {
  const deadline = context.runtime.now() + request.timeoutMs;
  const told = new Set<string>();
  let pause = firstPause;
  let connection = await firstAnswer(client, request, context.signal);
  context.onConnection?.(connection);
  for (;;) {
    const ready = readyOrThrow(connection);
    if (ready !== undefined) return ready;
    sayWhatIsAwaited(connection, request, context.log, told);
    const left = deadline - context.runtime.now();
    if (left <= 0) throw tookTooLong(connection, request.timeoutMs);
    const asked = context.runtime.now();
    const next = await poll(client, connection.id, left, context.signal);
    if (changed(connection, next)) {
      context.onConnection?.(next);
      pause = firstPause;
    } else if (context.runtime.now() - asked < heldPoll) {
      await context.runtime.sleep(Math.max(0, Math.min(pause, deadline - context.runtime.now())), context.signal);
      pause = Math.min(pause * 2, longestPause);
    }
    connection = next;
  }
}

async function firstAnswer(client: MembraneClient, request: ReadyRequest, signal: AbortSignal): Promise<Connection> {
  const id = request.connectionId;
  if (id === undefined) return client.ensureConnection(request.appUrl, { signal });
  return { ...(await client.getConnection(id, { signal })), id };
}

/** Keeps to the connection that was ensured, whatever id the answer carries. */
async function poll(client: MembraneClient, id: string, leftMs: number, signal: AbortSignal): Promise<Connection> {
  const waitSeconds = Math.min(longestPoll, Math.max(1, Math.floor(leftMs / 1000)));
  return { ...(await client.getConnection(id, { signal, waitSeconds })), id };
}

function changed(before: Connection, after: Connection): boolean {
  return before.state !== after.state || (isAwaited(before) && isAwaited(after) && linkOf(before) !== linkOf(after));
}

function isAwaited(connection: Connection): connection is ActionRequiredConnection {
  return connection.state === 'CLIENT_ACTION_REQUIRED';
}

function linkOf(connection: ActionRequiredConnection): string {
  return connection.clientAction.uiUrl ?? '';
}

/** @returns nothing while waiting makes sense. */
function readyOrThrow(connection: Connection): ReadyConnection | undefined {
  switch (connection.state) {
    case 'READY':
      return { ...connection, state: 'READY' };
    case 'BUILDING':
    case 'CLIENT_ACTION_REQUIRED':
      return undefined;
    case 'CONFIGURATION_ERROR':
    case 'SETUP_FAILED':
      throw failed(
        `The Membrane connection ${connection.id} is in state ${connection.state}: ${connection.error}`,
        "Open the connection in Membrane's console, correct what the message names, and run the step again.",
      );
    case 'DISCONNECTING':
      throw failed(
        `The Membrane connection ${connection.id} is in state DISCONNECTING: somebody is removing it.`,
        'Wait until it is gone and run the step again (a new one is made), or give another `connection-id`.',
      );
    case 'UNKNOWN':
      throw failed(
        `The Membrane connection ${connection.id} is in a state this action does not know: ${connection.reported}.`,
        "Look at the connection in Membrane's console; a newer version of this action may know the state.",
      );
  }
}

function sayWhatIsAwaited(connection: Connection, request: ReadyRequest, log: Log, told: Set<string>): void {
  if (isAwaited(connection)) {
    if (request.onActionRequired === 'fail') throw actionRequired(connection);
    const link = linkOf(connection);
    if (told.has(`action ${link}`)) return;
    told.add(`action ${link}`);
    log.warning(`${needOf(connection)} ${instructions(connection.clientAction)} The step waits until that is done.`);
  } else if (!told.has(connection.state)) {
    told.add(connection.state);
    log.info(`Membrane is building the connection ${connection.id}; waiting until it is ready.`);
  }
}

/** The connection cannot be used before a person has acted. */
export function actionRequired(connection: ActionRequiredConnection): OperationError {
  return new OperationError('CONNECTION_ACTION_REQUIRED', needOf(connection), {
    hint: `${instructions(connection.clientAction)} Then run the step again, or let it wait with \`on-action-required: wait\`.`,
    retryable: true,
    effect: 'none',
  });
}

function needOf(connection: ActionRequiredConnection): string {
  const { type, description } = connection.clientAction;
  const why = description === undefined ? '' : ` ${endSentence(description)}`;
  return `The Membrane connection ${connection.id} needs a person (${type}).${why}`;
}

function instructions(action: ClientAction): string {
  if (action.uiUrl !== undefined) return `Open ${action.uiUrl} and do what it asks.`;
  if (action.agentInstructions !== undefined) return endSentence(action.agentInstructions);
  if (action.type === 'connect') return "Open the connection in Membrane's console and sign in again.";
  return "Open the connection in Membrane's console and give what it asks for.";
}

function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function failed(message: string, hint: string): OperationError {
  return new OperationError('CONNECTION_FAILED', message, { hint, retryable: false, effect: 'none' });
}

function noAnswer(timeoutMs: number): OperationError {
  const seconds = Math.round(timeoutMs / 1000);
  return new OperationError('CONNECTION_TIMEOUT', `Membrane did not tell the connection's state within ${seconds} s.`, {
    hint: "Run the step again; if it stays so, look at Membrane's status page, or raise `connection-timeout`.",
    retryable: true,
    effect: 'none',
  });
}

function tookTooLong(connection: Connection, timeoutMs: number): OperationError {
  const hint = isAwaited(connection)
    ? `${instructions(connection.clientAction)} Then run the step again, or raise \`connection-timeout\`.`
    : 'Raise `connection-timeout`, or run the step again: Membrane goes on building the connection meanwhile.';
  const seconds = Math.round(timeoutMs / 1000);
  return new OperationError(
    'CONNECTION_TIMEOUT',
    `The Membrane connection ${connection.id} was still in state ${connection.state} after ${seconds} s.`,
    { hint, retryable: true, effect: 'none' },
  );
}
