import { z } from 'zod';
import { answerHtml, answerJson, jsonBody, recordBody } from './answer.ts';
import type { Connection } from './connection.ts';
import { connectionPage } from './connection-page.ts';
import { idFor } from './connections.ts';
import { invalidRequest, notFound } from './envelope.ts';
import { ProxyRequest, proxyAsIs, proxyByRequest } from './proxy.ts';
import { isRecord } from './record.ts';
import type { Route, Routed } from './router.ts';
import { requireReady } from './run-action.ts';
import type { MembraneState } from './state.ts';
import type { Caller } from './tokens.ts';

export type MembraneRouted = Routed<MembraneState> & { caller: Caller };

const EnsureRequest = z.object({ appUrl: z.string().min(1), name: z.string().optional() });

/** Seconds; MEMBRANE.md: from 1 to 60, 30 when not given. */
const WaitQuery = z.object({
  wait: z.enum(['true', 'false', '1', '0', '']).optional(),
  timeout: z.coerce.number().min(1).max(60).default(30),
});

export function authenticated(
  method: string,
  pattern: string,
  handle: (routed: MembraneRouted) => Promise<void>,
): Route<MembraneState> {
  return {
    method,
    pattern,
    handle: async (routed) => {
      const caller = await routed.state.tokens.verify(routed.call.request.headers.authorization);
      await handle({ ...routed, caller });
    },
  };
}

/** A connection as an answer shows it. */
export function connectionJson(connection: Connection, { baseUrl, doubts }: MembraneState): Record<string, unknown> {
  const { step } = connection;
  const action = connection.clientAction(`${baseUrl}/sandbox/connect/${connection.id}`);
  const shown = {
    id: connection.id,
    name: connection.name,
    ...(connection.key === undefined ? {} : { key: connection.key }),
    userId: idFor(connection.tenantKey),
    tenantId: idFor(connection.tenantKey),
    integrationId: idFor(`integration ${connection.domain}`),
    connectorId: idFor(`connector ${connection.domain}`),
    externalAppId: idFor(`app ${connection.domain}`),
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
    ...(connection.archivedAt ? { archivedAt: connection.archivedAt.toISOString() } : {}),
    ...(connection.meta === undefined ? {} : { meta: connection.meta }),
    ...(step.error ? { error: step.error } : {}),
  };
  if (doubts.clientAction) return { ...shown, state: step.state, ...(action ? { clientAction: action } : {}) };
  const disconnected = action?.type === 'connect';
  return {
    ...shown,
    state: disconnected ? 'READY' : step.state,
    disconnected,
    ...(action && !disconnected ? { clientAction: action } : {}),
  };
}

async function ensure({ call, state, caller }: MembraneRouted): Promise<void> {
  const asked = EnsureRequest.safeParse(await jsonBody(call));
  if (!asked.success) throw invalidRequest('appUrl is required');
  const { connection, created } = state.connections.ensure(caller, asked.data.appUrl, asked.data.name);
  if (created) call.effects.push(`create-connection ${connection.domain} ${caller.tenantKey}`);
  answerJson(call, 200, connectionJson(connection, state));
}

async function listConnections({ call, state, caller }: MembraneRouted): Promise<void> {
  const items = state.connections.of(caller).map((connection) => connectionJson(connection, state));
  answerJson(call, 200, { items });
}

async function getConnection({ call, state, caller, parameters }: MembraneRouted): Promise<void> {
  const connection = state.connections.get(caller, parameters.id ?? '');
  const query = WaitQuery.safeParse(Object.fromEntries(call.url.searchParams));
  if (!query.success) throw invalidRequest('timeout must be a number from 1 to 60');
  const { wait, timeout } = query.data;
  if (wait === 'true' || wait === '1') await connection.changeWithin(timeout * state.secondMs);
  const answer = connectionJson(connection, state);
  connection.poll();
  answerJson(call, 200, answer);
}

async function patchConnection({ call, state, caller, parameters }: MembraneRouted): Promise<void> {
  const connection = state.connections.get(caller, parameters.id ?? '');
  const changes = await recordBody(call);
  if (typeof changes.name === 'string') connection.name = changes.name;
  if (typeof changes.key === 'string') connection.key = changes.key;
  if (isRecord(changes.meta)) connection.meta = changes.meta;
  connection.updatedAt = new Date();
  call.effects.push(`update-connection ${connection.id}`);
  answerJson(call, 200, connectionJson(connection, state));
}

async function archiveConnection({ call, state, caller, parameters }: MembraneRouted): Promise<void> {
  const connection = state.connections.get(caller, parameters.id ?? '');
  connection.archivedAt = new Date();
  call.effects.push(`archive-connection ${connection.id}`);
  answerJson(call, 200, connectionJson(connection, state));
}

async function requestThrough({ call, state, caller, parameters }: MembraneRouted): Promise<void> {
  const connection = state.connections.get(caller, parameters.id ?? '');
  const asked = ProxyRequest.safeParse(await jsonBody(call));
  if (!asked.success) throw invalidRequest('Not a proxy request', asked.error.issues);
  requireReady(connection);
  call.effects.push(`proxy ${asked.data.method} ${asked.data.path}`);
  answerJson(call, 200, await proxyByRequest(asked.data, state));
}

async function passThrough({ call, state, caller, parameters }: MembraneRouted): Promise<void> {
  requireReady(state.connections.get(caller, parameters.id ?? ''));
  const rest = parameters['*'] ?? '/';
  call.effects.push(`proxy ${call.request.method} ${rest}`);
  await proxyAsIs(call, rest, state);
}

/** The page where a person acts; it needs no token, the link is what they were given. */
async function showClientAction({ call, state, parameters }: Routed<MembraneState>): Promise<void> {
  const connection = state.connections.all.find(({ id }) => id === parameters.id);
  if (!connection) throw notFound('Connection');
  if (call.request.method === 'POST') connection.performClientAction();
  answerHtml(call, connectionPage(connection));
}

export const CONNECTION_ROUTES: readonly Route<MembraneState>[] = [
  authenticated('POST', '/connections/ensure', ensure),
  authenticated('GET', '/connections', listConnections),
  authenticated('GET', '/connections/:id', getConnection),
  authenticated('PATCH', '/connections/:id', patchConnection),
  authenticated('PUT', '/connections/:id', patchConnection),
  authenticated('DELETE', '/connections/:id', archiveConnection),
  authenticated('POST', '/connections/:id/request', requestThrough),
  authenticated('*', '/connections/:id/proxy/*', passThrough),
  { method: 'GET', pattern: '/sandbox/connect/:id', handle: showClientAction },
  { method: 'POST', pattern: '/sandbox/connect/:id', handle: showClientAction },
];
