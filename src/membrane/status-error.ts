import type { ErrorCode, ErrorDetails } from '../errors.ts';
import type { Subject } from './error-envelope.ts';

interface StatusMeaning {
  readonly code: ErrorCode;
  readonly what: string;
  readonly details: ErrorDetails;
}

const notFoundHints = {
  action: [
    'ACTION_NOT_FOUND',
    'Membrane knows no such action',
    'Use the `search-actions` operation to see what the connection offers.',
  ],
  connection: [
    'CONNECTION_FAILED',
    'Membrane knows no such connection',
    'Check `connection-id`, and that the sign-in belongs to the tenant that owns the connection.',
  ],
  search: ['ACTION_NOT_FOUND', 'Membrane knows no such action or connection', 'Check the ids and `connection-id`.'],
  request: [
    'CONNECTION_FAILED',
    'Membrane knows no such connection',
    'Check `connection-id`, and that the sign-in belongs to the tenant that owns the connection.',
  ],
} as const;

/**
 * What a status of Membrane itself (not of the service behind) means.
 * @param status missing where the CLI did not tell it
 */
export function statusError(status: number | undefined, subject: Subject): StatusMeaning {
  if (status === undefined) return unexplained('Membrane reported an error', true);
  if (status >= 500) return unexplained(`Membrane answered ${status}`, true);
  if (status >= 300 && status < 400) return redirected(status);
  switch (status) {
    case 401:
      return rejected(
        'Membrane did not accept the sign-in',
        'Check that the token or the workspace key and secret are whole, current and of this workspace.',
      );
    case 402:
      return {
        code: 'RATE_LIMITED',
        what: "The Membrane plan's credit is used up",
        details: { hint: "Add credit in Membrane's console.", retryable: false, effect: 'none' },
      };
    case 403:
      return rejected(
        'The sign-in at Membrane may not do this',
        'Use a sign-in of the tenant that owns the connection, or give it the right in Membrane.',
      );
    case 404: {
      const [code, what, hint] = notFoundHints[subject];
      return { code, what, details: { hint, retryable: false, effect: 'none' } };
    }
    case 408:
      return unexplained('Membrane gave up waiting for the request', true);
    case 409:
      return {
        code: 'HUB_CONFLICT',
        what: 'Membrane says that this exists already',
        details: { hint: 'Use what exists, or choose another name.', retryable: false, effect: 'none' },
      };
    case 425:
    case 429:
      return {
        code: 'RATE_LIMITED',
        what: "Membrane's rate limit is used up",
        details: {
          hint: 'Wait some minutes and run the step again, or make fewer calls at once.',
          retryable: true,
          effect: 'none',
        },
      };
    default:
      return invalid(status, subject);
  }
}

function rejected(what: string, hint: string): StatusMeaning {
  return { code: 'AUTH_REJECTED', what, details: { hint, retryable: false, effect: 'none' } };
}

function invalid(status: number, subject: Subject): StatusMeaning {
  const tooLarge = status === 413;
  return {
    code:
      subject === 'action' ? 'ACTION_INPUT_INVALID' : subject === 'connection' ? 'CONNECTION_FAILED' : 'HUB_REJECTED',
    what: tooLarge
      ? 'The request is larger than Membrane takes (10 MB)'
      : `Membrane did not accept the request (${status})`,
    details: {
      hint: tooLarge ? 'Send less at once.' : 'Correct what the message names and run the step again.',
      retryable: false,
      effect: 'none',
    },
  };
}

function redirected(status: number): StatusMeaning {
  return {
    code: 'UPSTREAM_UNAVAILABLE',
    what: `Membrane's address answers with a redirect (${status}), which is not followed so that the sign-in goes nowhere else`,
    details: { hint: 'Set `api-url` to the address that really serves the API.', retryable: false, effect: 'none' },
  };
}

function unexplained(what: string, retryable: boolean): StatusMeaning {
  return {
    code: 'UPSTREAM_UNAVAILABLE',
    what,
    details: {
      hint: "Run the step again; if it stays so, look at Membrane's status page.",
      retryable,
      effect: 'unknown',
    },
  };
}
