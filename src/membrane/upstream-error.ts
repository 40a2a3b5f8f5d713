import {
  type ErrorCode,
  type ErrorDetails,
  type FailedEffect,
  OperationError,
  type UpstreamAnswer,
} from '../errors.ts';
import { excerpt } from './excerpt.ts';
import { waitFromHeaders } from './wait-headers.ts';

export interface UpstreamContext {
  /** `METHOD address` of what was asked, where it is known. */
  readonly request?: string | undefined;
  readonly now: number;
  readonly base?: Partial<ErrorDetails> | undefined;
}

interface Meaning {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly retryable: boolean;
  readonly effect: FailedEffect;
}

/** An answer of 400 and more from the service behind the connection, as the error to throw. */
export function upstreamError(answer: UpstreamAnswer, context: UpstreamContext): OperationError {
  const { code, hint, retryable, effect } = meaningOf(answer.status);
  const words = upstreamWords(answer);
  const asked = context.request === undefined ? '' : ` to ${excerpt(context.request, 300)}`;
  const waited = waitFromHeaders(answer.headers, context.now);
  const requestId = answer.headers['x-request-id'] ?? context.base?.requestId;
  return new OperationError(code, `The connected service answered ${answer.status}${asked}${words}`, {
    ...context.base,
    hint,
    retryable,
    effect,
    status: answer.status,
    upstream: answer,
    ...(waited === undefined ? {} : { retryAfterMs: waited }),
    ...(requestId === undefined ? {} : { requestId: excerpt(requestId, 120) }),
  });
}

function meaningOf(status: number): Meaning {
  if (status >= 500) return unavailable('unknown');
  switch (status) {
    case 401:
      return forbidden("The service does not accept the connection's sign-in: reconnect it in Membrane's console.");
    case 402:
      return forbidden('The account behind the connection needs a paid plan or credit for this.');
    case 403:
      return forbidden(
        'The account behind the connection lacks the right: give it the role, or connect another account.',
      );
    case 404:
    case 410:
      return refused(
        'HUB_NOT_FOUND',
        'Check the name and the type, and that the account behind the connection may see it.',
      );
    case 408:
      return unavailable('unknown');
    case 409:
      return refused(
        'HUB_CONFLICT',
        'It exists already or was changed meanwhile: look at it, then run the step again.',
      );
    case 425:
      return unavailable('none');
    case 429:
      return {
        ...refused('RATE_LIMITED', 'Wait some minutes and run the step again, or make fewer calls at once.'),
        retryable: true,
      };
    default:
      return refused('HUB_REJECTED', 'Correct what the message names and run the step again.');
  }
}

function refused(code: ErrorCode, hint: string): Meaning {
  return { code, hint, retryable: false, effect: 'none' };
}

function forbidden(hint: string): Meaning {
  return refused('HUB_FORBIDDEN', hint);
}

function unavailable(effect: FailedEffect): Meaning {
  return {
    code: 'UPSTREAM_UNAVAILABLE',
    hint: 'The service has a passing fault: run the step again later.',
    retryable: true,
    effect,
  };
}

/** `: words.` of the service about its refusal, or a full stop. */
function upstreamWords(answer: UpstreamAnswer): string {
  const said = excerpt(answer.headers['x-error-message'] ?? bodyWords(answer.body) ?? '', 500);
  return said === '' ? '.' : `: ${said}`;
}

function bodyWords(body: unknown): string | undefined {
  // A page of HTML is a gateway's, and says nothing that the status does not.
  if (typeof body === 'string') return /^\s*</.test(body) ? undefined : body.slice(0, 2000);
  if (typeof body !== 'object' || body === null) return undefined;
  const said = 'error' in body ? body.error : 'message' in body ? body.message : undefined;
  if (typeof said === 'string') return said;
  const inner = typeof said === 'object' && said !== null && 'message' in said ? said.message : undefined;
  return typeof inner === 'string' ? inner : undefined;
}

/**
 * A redirect of the connected service is told, not followed: it may lead to another host, and a write would change its
 * method on the way.
 */
export function upstreamRedirect(answer: UpstreamAnswer, request: string): OperationError {
  const { location } = answer.headers;
  const where = location === undefined ? '' : ` to ${excerpt(location, 300)}`;
  return new OperationError(
    'HUB_REJECTED',
    `The connected service answered ${excerpt(request, 300)} with a redirect${where}.`,
    {
      hint: 'What you named has moved: use its new name.',
      retryable: false,
      effect: 'none',
      status: answer.status,
      upstream: answer,
    },
  );
}

/** Whether an answer sends the caller elsewhere; 304 is none. */
export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304;
}
