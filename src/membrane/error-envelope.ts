import { type ErrorCode, type ErrorDetails, OperationError } from '../errors.ts';
import { type EnvelopeChain, type EnvelopeError, readEnvelope } from './envelope-chain.ts';
import { excerpt } from './excerpt.ts';
import { statusError } from './status-error.ts';
import { upstreamError } from './upstream-error.ts';
import { waitFromHeaders } from './wait-headers.ts';

/** What was asked of Membrane: the same key means something else for each. */
export type Subject = 'connection' | 'action' | 'search' | 'request';

export interface EnvelopeContext {
  readonly subject: Subject;
  /** Milliseconds since the epoch, for dates in headers. */
  readonly now: number;
  /** HTTP status of Membrane's own answer; the CLI does not tell it. */
  readonly status?: number | undefined;
  /** Headers of Membrane's own answer, names in lower case. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

interface Classification {
  readonly code: ErrorCode;
  readonly what: string;
  readonly details: ErrorDetails;
}

/**
 * Membrane's error envelope, of any shape, as the error to throw: the innermost answer of the service behind decides
 * where there is one, else Membrane's own type and key, else the HTTP status.
 */
export function envelopeError(envelope: unknown, context: EnvelopeContext): OperationError {
  const chain = readEnvelope(envelope);
  const deciding = decidingError(chain);
  const waited = waitFromHeaders(context.headers ?? {}, context.now);
  const base = {
    ...(waited === undefined ? {} : { retryAfterMs: waited }),
    ...(context.status === undefined ? {} : { status: context.status }),
    ...namesOf(deciding),
    ...requestIdOf(chain, context),
  };
  const reconnect = reconnectNeeded(chain);
  if (reconnect !== undefined) return finish(reconnect, chain, { ...base, ...statusOf(chain) });
  if (chain.upstream !== undefined && chain.upstream.status >= 400) {
    return upstreamError(chain.upstream, { request: chain.upstreamRequest, now: context.now, base });
  }
  return finish(ownError(chain, context), chain, base);
}

function finish(found: Classification, chain: EnvelopeChain, base: Partial<ErrorDetails>): OperationError {
  const words = wordsOf(chain);
  const message = words === undefined ? `${found.what}.` : `${found.what}: ${words}`;
  return new OperationError(found.code, message, { ...base, ...found.details });
}

function statusOf(chain: EnvelopeChain): Partial<ErrorDetails> {
  return chain.upstream === undefined ? {} : { status: chain.upstream.status, upstream: chain.upstream };
}

/** The one whose type and key are told: the innermost that has a type. */
function decidingError(chain: EnvelopeChain): EnvelopeError | undefined {
  return chain.errors.findLast((error) => error.type !== undefined) ?? chain.errors[0];
}

function namesOf(error: EnvelopeError | undefined): Partial<ErrorDetails> {
  return {
    ...(error?.type === undefined ? {} : { membraneType: excerpt(error.type, 80) }),
    ...(error?.key === undefined ? {} : { membraneKey: excerpt(error.key, 80) }),
  };
}

function requestIdOf(chain: EnvelopeChain, context: EnvelopeContext): Partial<ErrorDetails> {
  const id =
    chain.upstream?.headers['x-request-id'] ??
    chain.errors.findLast((error) => error.errorId !== undefined)?.errorId ??
    context.headers?.['x-request-id'];
  return id === undefined ? {} : { requestId: excerpt(id, 120) };
}

/** The most telling words: the innermost message that is not empty. */
function wordsOf(chain: EnvelopeChain): string | undefined {
  const words = chain.errors.map((error) => excerpt(error.message ?? '', 500)).filter((each) => each !== '');
  return words.at(-1);
}

function has(chain: EnvelopeChain, type: string, ...keys: string[]): boolean {
  return chain.errors.some((error) => error.type === type && (keys.length === 0 || keys.includes(error.key ?? '')));
}

function reconnectNeeded(chain: EnvelopeChain): Classification | undefined {
  if (!has(chain, 'connection', 'connection_is_defunct', 'access_token_expired')) return undefined;
  return {
    code: 'CONNECTION_ACTION_REQUIRED',
    what: "The connection's own sign-in at the connected service is no longer valid",
    details: {
      hint: "Reconnect this connection in Membrane's console (sign in again; do not make a new one), then run the step again.",
      retryable: true,
      // The service's own refusal of the sign-in is a proof; in the middle of a run something may have been done before.
      effect: isOutermost(chain, 'connection') || chain.upstream?.status === 401 ? 'none' : 'unknown',
    },
  };
}

/** Refused at the door: inside of another error it happened in the middle of a run, which proves nothing. */
function isOutermost(chain: EnvelopeChain, ...types: string[]): boolean {
  return types.includes(chain.errors[0]?.type ?? '');
}

function provenBy(found: Classification, chain: EnvelopeChain, ...types: string[]): Classification {
  if (isOutermost(chain, ...types)) return found;
  return { ...found, details: { ...found.details, effect: 'unknown' } };
}

function ownError(chain: EnvelopeChain, context: EnvelopeContext): Classification {
  if (has(chain, 'connection', 'rate_limit_exceeded') || has(chain, 'bad_request', 'rate_limit_exceeded'))
    return provenBy(rateLimited, chain, 'connection', 'bad_request');
  if (has(chain, 'concurrency')) return provenBy(locked, chain, 'concurrency');
  if (has(chain, 'insufficient_credit')) return creditSpent(chain);
  if (has(chain, 'internal')) return internal;
  const key = chain.errors.findLast((error) => error.type === 'bad_request')?.key;
  const refused = badRequest(key, chain, context);
  if (refused !== undefined) return has(chain, 'bad_request') ? provenBy(refused, chain, 'bad_request') : refused;
  if (has(chain, 'openrouter_not_configured') || has(chain, 'configuration')) return misconfigured;
  if (hasType(chain)) return actionFailed;
  return statusError(context.status, context.subject);
}

function hasType(chain: EnvelopeChain): boolean {
  return chain.errors.some((error) => error.type !== undefined && error.type !== 'bad_request');
}

function badRequest(
  key: string | undefined,
  chain: EnvelopeChain,
  context: EnvelopeContext,
): Classification | undefined {
  switch (key) {
    case 'not_authenticated':
      return statusError(401, context.subject);
    case 'access_denied':
      return statusError(403, context.subject);
    case 'already_exists':
      return statusError(409, context.subject);
    case 'not_found':
      return statusError(404, saysConnection(chain) ? 'connection' : context.subject);
    case 'invalid_input':
    case 'invalid_request':
      return statusError(400, context.subject);
    default:
      return has(chain, 'bad_request') && context.status === undefined ? statusError(400, context.subject) : undefined;
  }
}

/** An action's run also answers `not_found` where it is the connection that is gone. */
function saysConnection(chain: EnvelopeChain): boolean {
  const words = wordsOf(chain) ?? '';
  return /\bconnection\b/i.test(words) && !/\baction\b/i.test(words);
}

const rateLimited: Classification = {
  code: 'RATE_LIMITED',
  what: 'A rate limit is used up',
  details: {
    hint: 'Wait some minutes and run the step again, or make fewer calls at once.',
    retryable: true,
    effect: 'none',
  },
};

const locked: Classification = {
  code: 'RATE_LIMITED',
  what: 'Membrane was busy with another call on the same object and did not carry this one out',
  details: { hint: 'Run the step again when the other call has ended.', retryable: true, effect: 'none' },
};

const internal: Classification = {
  code: 'UPSTREAM_UNAVAILABLE',
  what: 'Membrane had an internal error',
  details: {
    hint: 'Run the step again; if it stays so, give the request id to the support of Membrane.',
    retryable: true,
    effect: 'unknown',
  },
};

const misconfigured: Classification = {
  code: 'CONNECTION_FAILED',
  what: 'The action or its connection is not set up correctly in Membrane',
  details: {
    hint: "Open the action and the connection in Membrane's console and correct what the message names.",
    retryable: false,
    effect: 'unknown',
  },
};

const actionFailed: Classification = {
  code: 'UPSTREAM_UNAVAILABLE',
  what: 'The action failed inside Membrane',
  details: {
    hint: "Look at the action's run log in Membrane's console for the reason.",
    retryable: false,
    effect: 'unknown',
  },
};

/** Refused at the door only where it is the whole error: in the middle of a run something may have been done. */
function creditSpent(chain: EnvelopeChain): Classification {
  return {
    code: 'RATE_LIMITED',
    what: "The Membrane plan's credit is used up",
    details: {
      hint: "Add credit or choose another plan in Membrane's console; repeating the step does not help before that.",
      retryable: false,
      effect: chain.errors.length === 1 ? 'none' : 'unknown',
    },
  };
}
