import { OperationError } from '../../errors.ts';
import type { HubProxy } from '../hub-proxy.ts';
import type { QueryPair } from '../hub-request.ts';
import { type Json, ownProperty } from '../json.ts';

/** What the Hub answered, whatever the status. */
export interface HubAnswer {
  readonly status: number;
  /** Names in lower case; empty where an older CLI prints the body alone. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The connection's proxy does not lead to that path: the Hub was not asked. */
  readonly unreachable?: boolean;
}

/** Reads of the Hub. Throws OperationError only where the Hub gave no answer. */
export interface HubReader {
  /** `path` begins at the Hub's root and is percent-encoded, as in `/api/models`. */
  get(path: string, query?: readonly QueryPair[], headers?: Readonly<Record<string, string>>): Promise<HubAnswer>;
}

export type WriteMethod = 'POST' | 'PUT' | 'DELETE';

/** Writes of the Hub, each sent once. */
export interface HubWriter {
  send(method: WriteMethod, path: string, body: Json): Promise<HubAnswer>;
}

export type HubCalls = HubReader & HubWriter;

/** The Hub behind Membrane's proxy. */
export function callsThroughProxy(hub: HubProxy, signal: AbortSignal): HubCalls {
  return {
    get: (path, query = [], headers = {}) =>
      answered(() => hub.request({ method: 'GET', path, query, headers }, { effect: 'read', signal })),
    send: (method, path, body) =>
      answered(() => hub.request({ method, path, body: { kind: 'json', value: body } }, { effect: 'write', signal })),
  };
}

/** A refusal of the Hub is an answer to an audit, not the end of it. */
async function answered(call: () => ReturnType<HubProxy['request']>): Promise<HubAnswer> {
  try {
    const { status = 200, headers, body } = await call();
    return { status, headers, body };
  } catch (error) {
    if (error instanceof OperationError && error.details.upstream) return error.details.upstream;
    if (error instanceof OperationError && error.code === 'HUB_REJECTED') return unreachable(error);
    throw error;
  }
}

/** A path that this connection's proxy cannot reach: one question less is answered, the others are. */
function unreachable({ message, details }: OperationError): HubAnswer {
  return { status: details.status ?? 400, headers: {}, body: message, unreachable: true };
}

export function isSuccess(answer: HubAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** What the Hub, or who stands before it, said of a refusal. */
function wordsOf({ headers, body }: HubAnswer): string {
  const said = headers['x-error-message'] ?? ownProperty(body, 'error') ?? body;
  return typeof said === 'string' && said !== '' ? `: ${said.slice(0, 200)}` : '';
}

/** Errors of the whole run: the next write would meet them as well. */
const ending = new Set(['CANCELLED', 'TIMEOUT', 'AUTH_REJECTED', 'AUTH_MISSING', 'CONNECTION_ACTION_REQUIRED']);

/**
 * Sends one of several writes that are read back afterwards.
 * @returns why it may not have been carried out, or undefined after a success
 */
export async function trySend(
  calls: HubWriter,
  method: WriteMethod,
  path: string,
  body: Json,
): Promise<string | undefined> {
  try {
    const answer = await calls.send(method, path, body);
    if (isSuccess(answer)) return undefined;
    return `The Hub refused it (HTTP ${answer.status}${wordsOf(answer)}).`;
  } catch (error) {
    if (!(error instanceof OperationError) || ending.has(error.code)) throw error;
    return error.message;
  }
}

/** A refusal the audit cannot go on without. `what` finishes 'The Hub refused to …'. */
export function refusal(answer: HubAnswer, what: string): OperationError {
  const { status } = answer;
  const { code, hint } = meaningOf(status);
  return new OperationError(code, `The Hub refused to ${what} (HTTP ${status}).`, {
    hint,
    status,
    upstream: answer,
    effect: status >= 500 ? 'unknown' : 'none',
    retryable: status === 429 || status >= 500,
  });
}

function meaningOf(status: number) {
  if (status === 401 || status === 403) {
    return { code: 'HUB_FORBIDDEN', hint: 'Give the connected Hub account the rights to see this namespace.' } as const;
  }
  if (status === 404)
    return { code: 'HUB_NOT_FOUND', hint: 'Check the name; the connected account must see it.' } as const;
  if (status === 429)
    return { code: 'RATE_LIMITED', hint: 'Run the step again later, or lower `concurrency`.' } as const;
  if (status >= 500) return { code: 'UPSTREAM_UNAVAILABLE', hint: 'Run the step again later.' } as const;
  return { code: 'HUB_REJECTED', hint: 'Turn on debug logging to see the request.' } as const;
}
