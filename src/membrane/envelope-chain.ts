import { z } from 'zod';
import type { UpstreamAnswer } from '../errors.ts';

/** `ErrorType` of Membrane's published SDK (0.28): what tells its envelope from any other object with a `type`. */
const knownTypes = new Set([
  'bad_request',
  'connection',
  'configuration',
  'dependency_error',
  'flow_run',
  'flow_instance_setup',
  'concurrency',
  'internal',
  'action_run',
  'action_instance_setup',
  'unit_run',
  'custom_code',
  'insufficient_credit',
  'openrouter_not_configured',
]);

const text = z.string().optional().catch(undefined);
const envelopeSchema = z.object({ type: text, key: text, message: text });

/** One error of a chain, from the outermost to the one that caused all. */
export interface EnvelopeError {
  readonly type?: string | undefined;
  readonly key?: string | undefined;
  readonly message?: string | undefined;
  readonly errorId?: string | undefined;
}

export interface EnvelopeChain {
  readonly errors: readonly EnvelopeError[];
  /** The innermost HTTP answer of the service behind, where the chain carried one. */
  readonly upstream?: UpstreamAnswer | undefined;
  /** What was asked of that service: method, and the address without its query. */
  readonly upstreamRequest?: string | undefined;
}

/** Bounds on what is looked at: an envelope comes from outside. */
const maxDepth = 60;
const maxVisits = 2000;

/** Whether a parsed answer is Membrane's error envelope, and not the connected service's own answer. */
export function isEnvelope(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { type, message } = value;
  return typeof type === 'string' && knownTypes.has(type) && typeof message === 'string';
}

/** Collects a chain of errors from an envelope of any shape; never throws. */
export function readEnvelope(envelope: unknown): EnvelopeChain {
  const found: Found = { errors: [], depth: -1, visits: 0, seen: new Set() };
  walk(envelope, 0, true, found);
  return { errors: found.errors, upstream: found.upstream, upstreamRequest: found.upstreamRequest };
}

interface Found {
  readonly errors: EnvelopeError[];
  readonly seen: Set<object>;
  upstream?: UpstreamAnswer;
  upstreamRequest?: string | undefined;
  depth: number;
  visits: number;
}

/** Never for users' eyes, or not Membrane's own words: what the service said must not be taken for an envelope. */
const closed = new Set(['stack', 'logs', 'request', 'response', 'input', 'output', 'headers', '__proto__']);

function walk(value: unknown, depth: number, isError: boolean, found: Found): void {
  if (!isObject(value) || depth > maxDepth || found.visits >= maxVisits || found.seen.has(value)) return;
  found.seen.add(value);
  found.visits += 1;
  if (isError || isEnvelope(value)) found.errors.push(readError(value));
  noteUpstream(value, depth, found);
  for (const key of Object.keys(value).slice(0, 200)) {
    if (!closed.has(key)) walk(value[key], depth + 1, key === 'causedByError', found);
  }
}

function readError(value: Readonly<Record<string, unknown>>): EnvelopeError {
  const parsed = envelopeSchema.safeParse(value);
  const error = parsed.success ? parsed.data : {};
  const data = value.data;
  const errorId = isObject(data) && typeof data.errorId === 'string' ? data.errorId : undefined;
  return { ...error, errorId };
}

function noteUpstream(value: Readonly<Record<string, unknown>>, depth: number, found: Found): void {
  const upstream = readUpstream(value.response);
  if (upstream === undefined || depth <= found.depth) return;
  found.upstream = upstream;
  found.upstreamRequest = readRequest(value.request);
  found.depth = depth;
}

function readUpstream(response: unknown): UpstreamAnswer | undefined {
  if (!isObject(response)) return undefined;
  const status = readStatus(response.status ?? response.statusCode);
  if (status === undefined) return undefined;
  return { status, headers: readHeaders(response.headers), body: response.data ?? response.body ?? null };
}

/** A status as HTTP has it, also written as text. */
export function readStatus(value: unknown): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

/** Headers of any shape, names in lower case, several values of one name joined as HTTP joins them. */
export function readHeaders(value: unknown): Record<string, string> {
  const headers: [string, string][] = [];
  if (!isObject(value)) return {};
  for (const [name, content] of Object.entries(value).slice(0, 200)) {
    const joined = Array.isArray(content) ? content.filter((each) => typeof each === 'string').join(', ') : content;
    if (typeof joined === 'string') headers.push([name.toLowerCase(), joined]);
    else if (typeof joined === 'number') headers.push([name.toLowerCase(), String(joined)]);
  }
  return Object.fromEntries(headers);
}

function readRequest(request: unknown): string | undefined {
  if (!isObject(request)) return undefined;
  const { url, method } = request;
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  const verb = typeof method === 'string' && /^[a-z]{1,10}$/i.test(method) ? `${method.toUpperCase()} ` : '';
  return `${verb}${origin}${pathname}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
