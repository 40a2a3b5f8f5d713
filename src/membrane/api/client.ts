import type { Runtime } from '../../runtime.ts';
import { readAction, readActionPage, readActionResult } from '../action-answer.ts';
import { parseBoundedJson } from '../bounded-json.ts';
import type {
  ActionRun,
  ActionSearch,
  MembraneAction,
  MembraneClient,
  ProxyRequest,
  ProxyResponse,
} from '../client.ts';
import { readConnectionAnswer } from '../connection-answer.ts';
import { isEnvelope, readEnvelope } from '../envelope-chain.ts';
import type { Subject } from '../error-envelope.ts';
import { assertSendable, filledPathWithQuery } from '../proxy-path.ts';
import { boundedIntent, defaultSearchLimit } from '../search-limits.ts';
import { unreadableAnswer } from '../unreadable-answer.ts';
import { isRedirect, upstreamRedirect } from '../upstream-error.ts';
import { bodyOf, jsonOf, membraneFailure, proxyFailure } from './failed-answer.ts';
import { type HttpAnswer, type HttpCall, type HttpOptions, httpSender, type SendHttp } from './http.ts';

/** Pages followed for one search: a server that always answers another cursor must not hold us for ever. */
const maxPages = 50;

/** Membrane over its HTTP API: no process, no install. */
export function openApiClient(options: HttpOptions): MembraneClient {
  const send = httpSender(options);
  const { runtime } = options;
  const json = (call: HttpCall, subject: Subject) => callJson(send, call, subject, runtime);
  const runner = actionRunner(send, runtime);
  return {
    transport: 'api',
    async ensureConnection(appUrl, { signal }) {
      return readConnectionAnswer(await json(post('/connections/ensure', { appUrl }, signal), 'connection'));
    },
    async getConnection(id, { signal, waitSeconds }) {
      const query = waitSeconds === undefined ? '' : `?wait=true&timeout=${waitSeconds}`;
      return readConnectionAnswer(await json(get(`/connections/${segment(id)}${query}`, signal), 'connection'));
    },
    searchActions: (search, { signal }) => searchPages(search, (path) => json(get(path, signal), 'search')),
    async getAction(idOrKey, connectionId, { signal }) {
      const path = `/actions/${segment(idOrKey)}?connectionId=${segment(connectionId)}`;
      return readAction(await json(get(path, signal), 'action'));
    },
    runAction: async (run, { signal }) => readActionResult(await runner(run, signal)),
    request: (connectionId, request, { signal }) => proxy(send, connectionId, request, signal, runtime),
    close: async () => undefined,
  };
}

function segment(text: string): string {
  return encodeURIComponent(text);
}

function get(path: string, signal: AbortSignal): HttpCall {
  return { method: 'GET', path, signal };
}

function post(path: string, body: unknown, signal: AbortSignal): HttpCall {
  return { method: 'POST', path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal };
}

async function callJson(send: SendHttp, call: HttpCall, subject: Subject, runtime: Runtime): Promise<unknown> {
  return successOf(await send(call), subject, runtime);
}

function successOf(answer: HttpAnswer, subject: Subject, runtime: Runtime): unknown {
  if (answer.status >= 300) throw membraneFailure(answer, subject, runtime.now());
  const value = jsonOf(answer);
  // A gateway in between may pass a failure on with a status of its own.
  if (isEnvelope(value)) throw membraneFailure(answer, subject, runtime.now());
  return value;
}

async function searchPages(
  search: ActionSearch,
  page: (path: string) => Promise<unknown>,
): Promise<readonly MembraneAction[]> {
  const limit = search.limit ?? defaultSearchLimit;
  const found: MembraneAction[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const answer = readActionPage(await page(searchPath(search, limit - found.length, cursor)));
    found.push(...answer.actions);
    cursor = answer.cursor === undefined || seen.has(answer.cursor) ? undefined : answer.cursor;
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined && found.length < limit && seen.size < maxPages);
  return found.slice(0, limit);
}

function searchPath(search: ActionSearch, limit: number, cursor: string | undefined): string {
  const query = new URLSearchParams({ connectionId: search.connectionId, limit: String(limit) });
  if (search.intent !== undefined) query.set('intent', boundedIntent(search.intent));
  if (cursor !== undefined) query.set('cursor', cursor);
  return `/actions?${query}`;
}

/**
 * Runs over `/act`, which also answers the run's id. A server from before it has no such route: then the older one is
 * asked, and once that knew the action, it alone. Neither kind of "not found" ran anything.
 */
function actionRunner(send: SendHttp, runtime: Runtime): (run: ActionRun, signal: AbortSignal) => Promise<unknown> {
  let isOlder = false;
  return async (run, signal) => {
    const { actionId, connectionId, input } = run;
    if (!isOlder) {
      const answer = await send(post('/act', { id: actionId, connectionId, input }, signal));
      if (!mayLackRoute(answer)) return successOf(answer, 'action', runtime);
    }
    const path = `/actions/${segment(actionId)}/run?connectionId=${segment(connectionId)}`;
    const answer = await send(post(path, { input }, signal));
    isOlder ||= !mayLackRoute(answer);
    return successOf(answer, 'action', runtime);
  };
}

/** A missing route and a missing action are told alike, but not the connected service's own 404, met during a run. */
function mayLackRoute(answer: HttpAnswer): boolean {
  if (answer.status !== 404 && answer.status !== 405 && answer.status !== 501) return false;
  const parsed = parseBoundedJson(answer.text);
  return !parsed.ok || readEnvelope(parsed.value).upstream === undefined;
}

/**
 * Through `/connections/:id/proxy/…`, the route of the published SDK, and not through `/connections/:id/request`: the
 * latter's schema in the SDK has the query as a record, so repeated names would be lost, and its body as a JSON value,
 * so a raw body would be too. Here method, headers, bytes and status travel as they are.
 */
async function proxy(
  send: SendHttp,
  connectionId: string,
  request: ProxyRequest,
  signal: AbortSignal,
  runtime: Runtime,
): Promise<ProxyResponse> {
  assertSendable(request);
  const path = filledPathWithQuery(request);
  const asked = `${request.method} ${path.split('?')[0]}`;
  const answer = await send({
    method: request.method,
    path: `/connections/${segment(connectionId)}/proxy${path}`,
    headers: proxyHeaders(request),
    body: proxyBody(request),
    signal,
  });
  if (answer.status >= 400) throw proxyFailure(answer, asked, runtime.now());
  // Writes may answer nothing; a read that does was cut off before its first byte.
  if (
    request.method === 'GET' &&
    answer.status === 200 &&
    answer.bytes.length === 0 &&
    !('content-type' in answer.headers)
  ) {
    throw unreadableAnswer('it is empty');
  }
  const body = request.bytes === true && !isRedirect(answer.status) ? answer.bytes : bodyOf(answer);
  const response = { status: answer.status, headers: answer.headers, body };
  if (isRedirect(answer.status)) throw upstreamRedirect(response, asked);
  return response;
}

/** Never the caller's own sign-in: the connection has one, and ours is for Membrane. */
const reserved = new Set(['authorization', 'host', 'content-length', 'connection', 'membrane-api-version']);

function proxyHeaders(request: ProxyRequest): Record<string, string> {
  const given = Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  const type = defaultContentType(request);
  return {
    ...(type === undefined ? {} : { 'content-type': type }),
    ...Object.fromEntries(given.filter(([name]) => !reserved.has(name))),
  };
}

function defaultContentType(request: ProxyRequest): string | undefined {
  if (request.body === undefined) return undefined;
  return request.body.kind === 'json' ? 'application/json' : 'text/plain; charset=utf-8';
}

function proxyBody(request: ProxyRequest): string | undefined {
  if (request.body === undefined) return undefined;
  return request.body.kind === 'json' ? JSON.stringify(request.body.value) : request.body.text;
}
