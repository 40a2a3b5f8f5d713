import { z } from 'zod';
import type { Action } from './actions.ts';
import { answerJson, jsonBody, recordBody } from './answer.ts';
import type { Connection } from './connection.ts';
import { authenticated, type MembraneRouted } from './connection-routes.ts';
import { idFor } from './connections.ts';
import { invalidRequest, MembraneFailure, notFound } from './envelope.ts';
import { isRecord } from './record.ts';
import type { Route } from './router.ts';
import { type ActionRunLog, runAction } from './run-action.ts';
import type { MembraneState } from './state.ts';

const ListQuery = z.object({
  connectionId: z.string().optional(),
  connectionKey: z.string().optional(),
  intent: z.string().optional(),
  search: z.string().optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(10),
});

/** Strict, as the SDK's ActRequest: a member it does not know is refused. */
const ActRequest = z.strictObject({
  id: z.string().optional(),
  key: z.string().optional(),
  api: z.unknown().optional(),
  code: z.string().optional(),
  integrationId: z.string().optional(),
  integrationKey: z.string().optional(),
  connectionId: z.string().optional(),
  connectionKey: z.string().optional(),
  input: z.unknown().optional(),
  meta: z.record(z.string(), z.unknown()).optional(),
});

function actionJson({ operation: _operation, ...shown }: Action, connection: Connection | undefined) {
  return {
    ...shown,
    type: 'api-request-to-external-app',
    state: 'READY',
    ...(connection ? { connectionId: connection.id, integrationId: idFor(`integration ${connection.domain}`) } : {}),
  };
}

function connectionFrom(routed: MembraneRouted, ...selectors: (string | null | undefined)[]): Connection | undefined {
  const selector = selectors.find((one) => one !== null && one !== undefined && one !== '');
  return selector ? routed.state.connections.get(routed.caller, selector) : undefined;
}

async function listActions(routed: MembraneRouted): Promise<void> {
  const query = ListQuery.safeParse(Object.fromEntries(routed.call.url.searchParams));
  if (!query.success) throw invalidRequest('Not a list query', query.error.issues);
  const { connectionId, connectionKey } = query.data;
  const connection = connectionFrom(routed, routed.parameters.id, connectionId, connectionKey);
  const { items, ...page } = routed.state.actions.find(query.data);
  answerJson(routed.call, 200, { items: items.map((action) => actionJson(action, connection)), ...page });
}

/** By path, or by the SDK's selectors in the query: `/action?key=…`. */
function actionFrom({ state, parameters, call }: MembraneRouted): Action {
  const query = call.url.searchParams;
  const selector = parameters.action ?? query.get('id') ?? query.get('key');
  if (!selector) throw invalidRequest('No action is named');
  return state.actions.get(selector);
}

async function getAction(routed: MembraneRouted): Promise<void> {
  const query = routed.call.url.searchParams;
  const connection = connectionFrom(routed, routed.parameters.id, query.get('connectionId'));
  answerJson(routed.call, 200, actionJson(actionFrom(routed), connection));
}

async function runByPath(routed: MembraneRouted): Promise<void> {
  const query = routed.call.url.searchParams;
  const body = await recordBody(routed.call);
  const connection = connectionFrom(routed, query.get('connectionId'), query.get('connectionKey'));
  await run(routed, actionFrom(routed), connection, body.input);
}

/** The SDK's connection-level accessor sends the input itself as the body; `{input}` is taken as well. */
async function runOnConnection(routed: MembraneRouted): Promise<void> {
  const body = await jsonBody(routed.call);
  const wrapped =
    isRecord(body) &&
    Object.keys(body).length > 0 &&
    Object.keys(body).every((name) => name === 'input' || name === 'meta');
  await run(routed, actionFrom(routed), connectionFrom(routed, routed.parameters.id), wrapped ? body.input : body);
}

async function act(routed: MembraneRouted): Promise<void> {
  if (!routed.state.doubts.act) throw notFound('Route POST /act');
  const asked = ActRequest.safeParse(await jsonBody(routed.call));
  if (!asked.success) throw invalidRequest('Not an act request', asked.error.issues);
  const { id, key, connectionId, connectionKey, input } = asked.data;
  const selector = id ?? key;
  if (!selector) throw invalidRequest('id or key is required');
  const connection = connectionFrom(routed, connectionId, connectionKey);
  await run(routed, routed.state.actions.get(selector), connection, input);
}

async function run(
  { call, state }: MembraneRouted,
  action: Action,
  connection: Connection | undefined,
  input: unknown,
): Promise<void> {
  if (!connection) throw invalidRequest('connectionId or connectionKey is required');
  const startedAt = Date.now();
  const id = idFor(`run ${state.runLogs.size} ${startedAt}`);
  call.effects.push(`run ${action.key ?? action.id}`);
  const log = (outcome: Pick<ActionRunLog, 'status' | 'output' | 'error'>) =>
    state.runLogs.set(id, { id, ...logOf(action, connection, input, startedAt), ...outcome });
  try {
    const output = await runAction(action, connection, input, state);
    log({ status: 'success', output });
    answerJson(call, 200, state.doubts.actionRunId ? { output, actionRunId: id } : { output });
  } catch (error) {
    if (error instanceof MembraneFailure) log({ status: 'error', error: error.envelope });
    throw error;
  }
}

function logOf(action: Action, connection: Connection, input: unknown, startedAt: number) {
  return {
    actionId: action.id,
    integrationActionId: action.id,
    integrationId: idFor(`integration ${connection.domain}`),
    connectionId: connection.id,
    userId: idFor(connection.tenantKey),
    name: action.name,
    input,
    createdAt: new Date(startedAt).toISOString(),
    completedAt: new Date().toISOString(),
    duration: Date.now() - startedAt,
  };
}

async function getRunLog({ call, state, parameters }: MembraneRouted): Promise<void> {
  const log = state.runLogs.get(parameters.id ?? '');
  if (!log) throw notFound('Action run log');
  answerJson(call, 200, log);
}

export const ACTION_ROUTES: readonly Route<MembraneState>[] = [
  authenticated('GET', '/actions', listActions),
  authenticated('GET', '/actions/:action', getAction),
  authenticated('POST', '/actions/:action/run', runByPath),
  authenticated('GET', '/action', getAction),
  authenticated('POST', '/action/run', runByPath),
  authenticated('GET', '/connections/:id/actions', listActions),
  authenticated('GET', '/connections/:id/actions/:action', getAction),
  authenticated('POST', '/connections/:id/actions/:action/run', runOnConnection),
  authenticated('POST', '/act', act),
  authenticated('GET', '/action-run-logs/:id', getRunLog),
];
