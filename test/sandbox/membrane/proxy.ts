import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Call } from '../http/application.ts';
import { hubFailure, internal, invalidRequest, MembraneFailure, tooLarge, type WrappedAnswer } from './envelope.ts';
import { callHub, RESPONSE_LIMIT_BYTES } from './hub-client.ts';
import type { RunContext } from './run-action.ts';

/** Membrane's own limit on a request. */
export const REQUEST_LIMIT_BYTES = 10 * 1024 * 1024;

/** Which address of the Hub the proxied path is appended to. */
export type ProxyBase = 'root' | 'api';

/** As the SDK's ConnectionProxyRequest: names and values are strings, a repeated query key has no place here. */
export const ProxyRequest = z.object({
  path: z.string(),
  method: z
    .string()
    .toUpperCase()
    .pipe(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'])),
  query: z.record(z.string(), z.string()).optional(),
  pathParameters: z.record(z.string(), z.string()).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  data: z.unknown().optional(),
});
export type ProxyRequest = z.infer<typeof ProxyRequest>;

export interface ProxyContext extends RunContext {
  proxyBase: ProxyBase;
}

/** POST /connections/:id/request: the Hub's answer inside a JSON answer. */
export async function proxyByRequest(asked: ProxyRequest, context: ProxyContext): Promise<unknown> {
  const url = hubAddress(context, fillIn(asked.path, asked.pathParameters ?? {}));
  for (const [name, value] of Object.entries(asked.query ?? {})) url.searchParams.append(name, value);
  const { headers, body } = payload(asked);
  const answer = await callHub(context.hub, { method: asked.method, url, headers, body });
  limitAnswer(answer);
  const { status, headers: answered, data } = answer.response;
  if (status >= 400 && context.doubts.requestErrorsAsEnvelope) throw hubFailure(answer, context.depth(), status);
  return { status, headers: answered, [context.doubts.requestBodyField]: data };
}

function payload({ headers = {}, data, method }: ProxyRequest): { headers: Record<string, string>; body?: string } {
  if (data === undefined || data === null || method === 'GET' || method === 'HEAD') return { headers };
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const type = typeof data === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  return {
    headers: hasType ? headers : { ...headers, 'content-type': type },
    body: typeof data === 'string' ? data : JSON.stringify(data),
  };
}

function fillIn(path: string, parameters: Record<string, string>): string {
  return path.replace(/\{([^}]+)\}|:([A-Za-z_]\w*)/g, (whole, braced?: string, colon?: string) => {
    const value = parameters[braced ?? colon ?? ''];
    return value === undefined ? whole : encodeURIComponent(value);
  });
}

/** Only the connection's own app can be reached. */
function hubAddress({ hub, proxyBase }: ProxyContext, path: string): URL {
  const base = proxyBase === 'api' ? `${hub.url}/api` : hub.url;
  const url = new URL(base + (path.startsWith('/') ? path : `/${path}`));
  if (url.origin !== new URL(hub.url).origin) throw invalidRequest(`path leaves the app: ${path}`);
  return url;
}

function limitAnswer(answer: WrappedAnswer): void {
  const length = Number(answer.response.headers['content-length'] ?? 0);
  if (length > RESPONSE_LIMIT_BYTES) throw responseTooLarge();
}

function responseTooLarge(): MembraneFailure {
  return invalidRequest(`Response is larger than ${RESPONSE_LIMIT_BYTES} bytes`);
}

/** Between hops only, or Membrane's own. */
const NOT_FORWARDED = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'authorization',
  'membrane-api-version',
]);

/** Any method on /connections/:id/proxy/<path>: everything goes through as it is, also errors. */
export async function proxyAsIs(call: Call, rest: string, context: ProxyContext): Promise<void> {
  const length = Number(call.request.headers['content-length'] ?? 0);
  if (length > REQUEST_LIMIT_BYTES) throw tooLarge(`Request is larger than ${REQUEST_LIMIT_BYTES} bytes`);
  const url = hubAddress(context, rest + call.url.search);
  const outgoing = httpRequest(url, {
    method: call.request.method,
    headers: { ...forwarded(call.request.headers), authorization: `Bearer ${context.hub.token}` },
  });
  const answered = Promise.withResolvers<void>();
  outgoing.setTimeout(context.hub.patienceMs, () => outgoing.destroy(new Error('timeout')));
  outgoing.on('error', (error) => answered.reject(error instanceof MembraneFailure ? error : internal(error)));
  outgoing.on('response', (answer) => {
    const tooLong = Number(answer.headers['content-length'] ?? 0) > RESPONSE_LIMIT_BYTES;
    if (tooLong) {
      answered.reject(responseTooLarge());
      answer.destroy();
      return;
    }
    call.response.writeHead(answer.statusCode ?? 502, forwarded(answer.headers));
    pipeline(answer, call.response).then(answered.resolve, answered.reject);
  });
  // An app that answers before it has read everything ends the sending, not the answer.
  const sent = pipeline(call.stream(), withinLimit, outgoing).catch((error: unknown) => {
    if (error instanceof MembraneFailure) throw error;
  });
  await Promise.all([sent, answered.promise]);
}

/** A body of no announced length is counted as it passes. */
async function* withinLimit(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > REQUEST_LIMIT_BYTES) throw tooLarge(`Request is larger than ${REQUEST_LIMIT_BYTES} bytes`);
    yield chunk;
  }
}

function forwarded(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_FORWARDED.has(name)));
}
