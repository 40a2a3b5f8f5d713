import { type FailedEffect, OperationError } from '../../errors.ts';
import type { Runtime } from '../../runtime.ts';
import { networkFailure } from '../http-failure.ts';
import type { Session } from '../sign-in.ts';
import { unreadableAnswer } from '../unreadable-answer.ts';

/** What the published SDK (0.28) sends; without the header Membrane falls back to an older form. */
const apiVersion = '2025-10-21';
/** Membrane's own limit for an answer, bytes. */
const maxAnswerBytes = 30 * 1024 * 1024;

export interface HttpCall {
  readonly method: string;
  /** Starts with a slash, percent-encoded, with its query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** The same, decoded when it is first asked for. */
  readonly text: string;
}

export type SendHttp = (call: HttpCall) => Promise<HttpAnswer>;

export interface HttpOptions {
  readonly apiUrl: string;
  readonly session: Session;
  readonly runtime: Runtime;
}

/** Calls of Membrane's HTTP API, signed in. Any status is an answer; only no answer, or half of one, is an error. */
export function httpSender(options: HttpOptions): SendHttp {
  const base = options.apiUrl.replace(/\/+$/, '');
  const { host, origin } = new URL(base);
  return async (call) => {
    const url = new URL(`${base}${call.path}`);
    if (url.origin !== origin) throw unreadableAnswer('an address left the API', 'none');
    const token = await options.session.accessToken(call.signal);
    const response = await send(url, call, token, options.runtime, host);
    return readAnswer(response, call, host);
  };
}

async function send(url: URL, call: HttpCall, token: string, runtime: Runtime, host: string): Promise<Response> {
  call.signal.throwIfAborted();
  try {
    return await runtime.fetch(url, {
      method: call.method,
      headers: { ...call.headers, authorization: `Bearer ${token}`, 'membrane-api-version': apiVersion },
      ...(call.body === undefined ? {} : { body: call.body }),
      // A redirect could carry the token to another host: it is an answer like any other, and never followed.
      redirect: 'manual',
      signal: call.signal,
    });
  } catch (error) {
    call.signal.throwIfAborted();
    throw networkFailure(error, host);
  }
}

async function readAnswer(response: Response, call: HttpCall, host: string): Promise<HttpAnswer> {
  try {
    const bytes = await boundedBytes(response, response.status >= 400 ? 'none' : 'unknown');
    return answerOf(response, bytes);
  } catch (error) {
    call.signal.throwIfAborted();
    throw error instanceof OperationError ? error : networkFailure(error, host);
  }
}

function answerOf({ status, headers }: Response, bytes: Uint8Array): HttpAnswer {
  let text: string | undefined;
  return {
    status,
    headers: Object.fromEntries(headers),
    bytes,
    get text() {
      text ??= new TextDecoder().decode(bytes);
      return text;
    },
  };
}

async function boundedBytes(response: Response, effect: FailedEffect): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw tooLarge(effect);
    chunks.push(chunk);
  }
  // Joined before decoding: a chunk may end inside a character.
  return Buffer.concat(chunks);
}

function tooLarge(effect: FailedEffect): OperationError {
  return new OperationError('UPSTREAM_UNAVAILABLE', 'The answer is larger than the 30 MB that Membrane allows.', {
    hint: 'Ask for less at once: a smaller page, or fewer fields.',
    retryable: false,
    effect,
  });
}
