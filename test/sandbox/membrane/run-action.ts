import { Validator } from '@cfworker/json-schema';
import type { Action } from './actions.ts';
import type { Connection } from './connection.ts';
import type { Doubts } from './doubts.ts';
import { type Envelope, hubFailure, invalidInput, MembraneFailure } from './envelope.ts';
import { callOperation, type HubAccess, nextCursor } from './hub-client.ts';
import { isRecord, type UnknownRecord } from './record.ts';

/** The log of one run, as GET /action-run-logs/:id answers it. */
export interface ActionRunLog {
  id: string;
  actionId: string;
  integrationActionId: string;
  integrationId: string;
  connectionId: string;
  userId: string;
  name: string;
  status: 'success' | 'error';
  input: unknown;
  output?: unknown;
  error?: Envelope;
  createdAt: string;
  completedAt: string;
  duration: number;
}

export interface RunContext {
  hub: HubAccess;
  doubts: Doubts;
  depth(): number;
}

/** Runs an action on a connection and answers its output. @throws MembraneFailure */
export async function runAction(
  action: Action,
  connection: Connection,
  input: unknown,
  context: RunContext,
): Promise<unknown> {
  requireReady(connection);
  const checked = checkInput(action, input ?? {});
  const { operation } = action;
  if (!operation) throw unsupported(action);
  const answer = await callOperation(context.hub, operation.call(checked));
  if (answer.response.status >= 400) {
    throw hubFailure(answer, context.depth(), context.doubts.failedRunStatus);
  }
  return operation.output(answer.response.data, nextCursor(answer.response.headers.link));
}

/** @throws MembraneFailure of type `connection` */
export function requireReady(connection: Connection): void {
  if (connection.isReady) return;
  throw new MembraneFailure(400, {
    type: 'connection',
    key: 'connection_is_defunct',
    message: `Connection ${connection.id} is not ready: ${connection.step.state}`,
    data: { connectionId: connection.id, state: connection.step.state },
  });
}

function checkInput(action: Action, input: unknown): UnknownRecord {
  const { valid, errors } = new Validator(action.inputSchema, '2020-12', false).validate(input);
  if (valid && isRecord(input)) return input;
  const details = errors.map(({ instanceLocation, error }) => ({ path: instanceLocation, message: error }));
  throw invalidInput(`Invalid input for action "${action.key ?? action.id}"`, { errors: details });
}

function unsupported(action: Action): MembraneFailure {
  return new MembraneFailure(400, { type: 'configuration', message: `Action "${action.name}" has no implementation.` });
}
