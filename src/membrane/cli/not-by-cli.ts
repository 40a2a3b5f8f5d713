import { type ErrorCode, OperationError } from '../../errors.ts';

/** What the CLI cannot do here although Membrane could: `transport: auto` then goes by the HTTP API. */
export type NotByCliReason = 'argument-too-long' | 'confidential' | 'sign-in' | 'install' | 'headers' | 'bytes';

/** Thrown before anything was sent, or after a read, so the same call may be made over the API. */
export class NotByCliError extends OperationError {
  readonly reason: NotByCliReason;

  constructor(reason: NotByCliReason, code: ErrorCode, message: string, details: { hint: string; cause?: unknown }) {
    super(code, message, { ...details, retryable: false, effect: 'none' });
    this.reason = reason;
  }
}
