import { z } from 'zod';
import type { ProxyRequest } from '../../membrane/client.ts';
import { planRequest } from '../dry-run/plan-call-of-own.ts';
import type { QueryPair } from '../hub-request.ts';
import { defineBuiltIn } from '../operation.ts';
import { parameter } from '../parameters.ts';
import { sendWrite } from '../read-back/send-write.ts';
import { headerProblems, pathProblems, placeholderProblems } from './request-rules.ts';

const text = z.string();

export const request = defineBuiltIn({
  key: 'request',
  title: "Call the Hub's API",
  description: "Makes any call of the Hub's API through Membrane's proxy.",
  effect: 'write',
  parameters: z.object({
    method: parameter(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'), 'The method; GET only reads.'),
    path: parameter(z.string().min(1).max(4_000), "From the Hub's root: `/api/models/{repo}/refs`."),
    pathParams: parameter(z.record(z.string(), text).default({}), 'What stands for `{name}` in the path.'),
    query: parameter(
      z.union([z.record(z.string(), z.union([text, z.array(text)])), z.array(z.record(z.string(), text))]).default({}),
      'A mapping, where a list repeats its key; or a list of mappings, which keeps the order.',
    ),
    headers: parameter(
      z.record(z.string(), text).default({}),
      'Headers to send; the connection adds the sign-in itself.',
    ),
    body: parameter(z.unknown().optional(), 'The body, as JSON.'),
    rawBody: parameter(z.string().optional(), 'The body, sent exactly as it is.'),
  }),
  check: (params) => [
    ...pathProblems(params.path),
    ...placeholderProblems(params.path, params.pathParams),
    ...headerProblems(params.headers),
    ...(params.body !== undefined && params.rawBody !== undefined
      ? [{ name: 'input.raw-body', message: 'cannot be given together with body.' }]
      : []),
    ...(params.method === 'GET' && (params.body !== undefined || params.rawBody !== undefined)
      ? [{ name: 'input.body', message: 'cannot be sent with GET.' }]
      : []),
  ],
  async run(params, context) {
    const { hub, signal } = context;
    const call = toProxyRequest(params);
    const effect = params.method === 'GET' ? 'read' : 'write';
    if (effect === 'write' && context.options.dryRun) return planRequest(call, context.log);
    const what = `${params.method} ${params.path}`;
    const send = () => hub.request(call, { effect, signal });
    const { body } = await (effect === 'read' ? send() : sendWrite({ what, send }, context));
    return {
      status: 'succeeded',
      changed: effect === 'write',
      output: body ?? null,
      ...(Array.isArray(body) ? { count: body.length } : {}),
      headline: what,
    };
  },
});

interface RequestParams {
  readonly method: ProxyRequest['method'];
  readonly path: string;
  readonly pathParams: Readonly<Record<string, string>>;
  readonly query: QueryMapping | readonly Readonly<Record<string, string>>[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly rawBody?: string | undefined;
}

type QueryMapping = Readonly<Record<string, string | readonly string[]>>;

/** Where a Space's secrets are set: what is sent there must not become an argument of a process. */
const secretPath = /\/secrets\/?$/;

/** A query written into the path is the first part of the query. */
function toProxyRequest(params: RequestParams): ProxyRequest {
  const [path = '', written] = splitAt(params.path, '?');
  const query: QueryPair[] = [...new URLSearchParams(written), ...queryPairs(params.query)];
  return {
    method: params.method,
    path: encodePath(path),
    pathParameters: params.pathParams,
    query,
    headers: params.headers,
    confidential: secretPath.test(path),
    ...bodyOf(params),
  };
}

function splitAt(text: string, mark: string): readonly [string, string] {
  const index = text.indexOf(mark);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

/** Encodes what no path may hold and leaves alone what is encoded already, and the places of path parameters. */
function encodePath(path: string): string {
  return encodeURI(path)
    .replaceAll(/%25([0-9A-Fa-f]{2})/g, '%$1')
    .replaceAll('%7B', '{')
    .replaceAll('%7D', '}');
}

function queryPairs(query: RequestParams['query']): QueryPair[] {
  const mappings: readonly QueryMapping[] = isMappings(query) ? query : [query];
  return mappings.flatMap((mapping) =>
    Object.entries(mapping).flatMap(([name, value]): QueryPair[] =>
      typeof value === 'string' ? [[name, value]] : value.map((one): QueryPair => [name, one]),
    ),
  );
}

function isMappings(query: RequestParams['query']): query is readonly Readonly<Record<string, string>>[] {
  return Array.isArray(query);
}

function bodyOf({ body, rawBody }: RequestParams): Pick<ProxyRequest, 'body'> {
  if (rawBody !== undefined) return { body: { kind: 'raw', text: rawBody } };
  return body === undefined ? {} : { body: { kind: 'json', value: body } };
}
