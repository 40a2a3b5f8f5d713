import pRetry from 'p-retry';
import { type ErrorCode, OperationError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { EffectOptions, ProxyRequest, ProxyResponse } from '../../membrane/client.ts';
import type { Runtime } from '../../runtime.ts';
import type { HubCalls } from './hub-calls.ts';

export interface DirectOptions {
  readonly hubUrl: string;
  readonly token: (signal: AbortSignal) => Promise<string>;
  readonly runtime: Pick<Runtime, 'fetch' | 'sleep'>;
  readonly log: Log;
  readonly retries: number;
}

/** The first wait; each further one is up to twice as long, with jitter. Milliseconds. */
const waits = { minTimeout: 500, maxTimeout: 20_000, factor: 2, randomize: true } as const;

/** The Hub without Membrane in between, under a token of our own; errors are those of the proxy. */
export function directHubCalls(options: DirectOptions): HubCalls {
  return {
    request(request, { effect, signal }) {
      return pRetry(() => once(options, request, { effect, signal }), {
        ...waits,
        retries: options.retries,
        signal,
        shouldRetry: ({ error }) => mayRepeat(error, effect),
        onFailedAttempt: async ({ error, retriesLeft }) => {
          if (retriesLeft === 0 || !mayRepeat(error, effect)) return;
          options.log.info(`${error.message} It is asked again.`);
          if (error instanceof OperationError) await options.runtime.sleep(error.details.retryAfterMs ?? 0, signal);
        },
      });
    },
  };
}

/** As through Membrane: a write again only where the answer proves that it was not carried out. */
function mayRepeat(error: unknown, effect: EffectOptions['effect']): boolean {
  if (!(error instanceof OperationError) || error.details.retryable !== true) return false;
  return effect === 'read' || error.details.effect === 'none';
}

async function once(options: DirectOptions, request: ProxyRequest, { signal }: EffectOptions): Promise<ProxyResponse> {
  const token = await options.token(signal);
  const response = await send(options, request, token, signal);
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  const answer = { status: response.status, headers, body: parsed(text, headers['content-type']) };
  if (response.status >= 400) throw hubError(request, answer);
  return answer;
}

async function send(
  options: DirectOptions,
  request: ProxyRequest,
  token: string,
  signal: AbortSignal,
): Promise<Response> {
  const url = new URL(`${options.hubUrl}${request.path}`);
  for (const [name, value] of request.query ?? []) url.searchParams.append(name, value);
  const { body } = request;
  const json = body?.kind === 'json' ? { 'content-type': 'application/json' } : {};
  const text = body === undefined ? null : body.kind === 'raw' ? body.text : JSON.stringify(body.value);
  try {
    return await options.runtime.fetch(url, {
      method: request.method,
      headers: { ...json, ...request.headers, authorization: `Bearer ${token}` },
      body: text,
      redirect: 'error',
      signal,
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw new OperationError('UPSTREAM_UNAVAILABLE', `The Hub gave no answer to ${request.method} ${request.path}.`, {
      hint: 'Run the step again later.',
      cause,
      effect: 'unknown',
      retryable: true,
    });
  }
}

function parsed(text: string, contentType: string | undefined): unknown {
  if (!/\bjson\b/.test(contentType ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const meanings: ReadonlyMap<number, readonly [ErrorCode, string]> = new Map([
  [401, ['HUB_FORBIDDEN', "The trusted publisher's token is not accepted: see the publisher on the settings page."]],
  [403, ['HUB_FORBIDDEN', 'A trusted publisher may write files of its one repository only.']],
  [404, ['HUB_NOT_FOUND', 'Check the name and the type of the repository.']],
  [409, ['HUB_CONFLICT', 'It was changed meanwhile: look at it, then run the step again.']],
  [429, ['RATE_LIMITED', 'Wait some minutes and run the step again.']],
]);

function hubError(request: ProxyRequest, answer: ProxyResponse & { readonly status: number }): OperationError {
  const { status, headers, body } = answer;
  const passing = status >= 500 || status === 429;
  const [code, hint] =
    meanings.get(status) ??
    (passing
      ? (['UPSTREAM_UNAVAILABLE', 'The Hub has a passing fault: run the step again later.'] as const)
      : (['HUB_REJECTED', 'Correct what the message names and run the step again.'] as const));
  const words = headers['x-error-message'] ?? '';
  const said = words === '' ? '' : `: ${words.slice(0, 500)}`;
  return new OperationError(code, `The Hub answered ${status} to ${request.method} ${request.path}${said}.`, {
    hint,
    status,
    retryable: passing,
    effect: status >= 500 ? 'unknown' : 'none',
    retryAfterMs: retryAfterMs(headers),
    upstream: { status, headers, body },
  });
}

/** Seconds of `Retry-After`, or of the Hub's own `RateLimit: "api";r=0;t=55`, with the second it asks for on top. */
function retryAfterMs(headers: Readonly<Record<string, string>>): number {
  const seconds = headers['retry-after'] ?? /;r=0;t=(\d+)/.exec(headers.ratelimit ?? '')?.[1];
  return seconds !== undefined && /^\d+$/.test(seconds) ? (Number(seconds) + 1) * 1000 : 0;
}
