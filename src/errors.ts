/** Every way a step can end other than well. The names are part of the contract with users: add, never rename. */
export const errorCodes = [
  'INPUT_INVALID',
  'AUTH_MISSING',
  'AUTH_REJECTED',
  'CLI_INSTALL_FAILED',
  'CLI_UNUSABLE',
  'CONNECTION_ACTION_REQUIRED',
  'CONNECTION_FAILED',
  'CONNECTION_TIMEOUT',
  'ACTION_NOT_FOUND',
  'ACTION_INPUT_INVALID',
  'HUB_NOT_FOUND',
  'HUB_FORBIDDEN',
  'HUB_CONFLICT',
  'HUB_REJECTED',
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'TIMEOUT',
  'OUTCOME_UNKNOWN',
  'CANCELLED',
  'POLICY_VIOLATED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/**
 * What a failed call is known to have done on the other side.
 * `none`: the answer proves that nothing was carried out (refused, 429, `lock_timeout`, 4xx).
 * `unknown`: the call may or may not have been carried out (reset or timeout after sending, 5xx).
 * `done`: it was carried out, at least in part, although the step ended otherwise (cancelled, or refused half-way).
 */
export type FailedEffect = 'none' | 'unknown' | 'done';

/** An HTTP answer of the service behind Membrane, as far as the failure carried it. */
export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface ErrorDetails {
  /** One sentence that says what to do about it. */
  readonly hint: string;
  readonly cause?: unknown;
  /** Whether running the same step again may succeed. */
  readonly retryable?: boolean;
  readonly effect?: FailedEffect;
  /** Milliseconds the other side asked us to wait. */
  readonly retryAfterMs?: number;
  /** HTTP status of the innermost answer: the Hub's where there is one, else Membrane's. */
  readonly status?: number;
  readonly membraneType?: string;
  readonly membraneKey?: string;
  readonly actionRunId?: string;
  readonly requestId?: string;
  readonly upstream?: UpstreamAnswer;
}

/** The one error type: thrown where the knowledge is, rendered in one place (`report.ts`). */
export class OperationError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'OperationError';
    this.code = code;
    this.details = details;
  }
}

/** Any thrown value, also one that is no Error, as an OperationError; what nobody foresaw becomes `INTERNAL`. */
export function toOperationError(thrown: unknown): OperationError {
  if (thrown instanceof OperationError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new OperationError('INTERNAL', `An unexpected error ended the run: ${message}`, {
    hint: 'This is a fault of the action. Turn on debug logging, run the step again and open an issue with its log.',
    cause: thrown,
    effect: 'unknown',
  });
}
