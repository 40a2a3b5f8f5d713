import { type ErrorDetails, OperationError } from '../../errors.ts';
import type { OperationEffect } from '../operation.ts';
import type { Finding } from './find-out.ts';

/** A write that did not end well. */
export interface FailedWrite {
  /** The operation. */
  readonly what: string;
  /** Where a person can look. */
  readonly where?: string | undefined;
  /** Since it was sent last. */
  readonly seconds: number;
  /** Whether it may have been carried out. */
  readonly isOpen: boolean;
}

/** The failure with what is known of the write: done or not, or `OUTCOME_UNKNOWN` with where to look. */
export function explainedFailure(reason: OperationError, finding: Finding, write: FailedWrite): OperationError {
  const wasEnded = reason.code === 'CANCELLED' || reason.code === 'TIMEOUT';
  if (!write.isOpen) {
    return wasEnded ? withMore(reason, `${write.what} had not been sent.`, { effect: 'none' }) : reason;
  }
  if (finding.kind === 'absent' && finding.isSure) {
    return withMore(reason, `The Hub shows that ${write.what} was not carried out.`, { effect: 'none' });
  }
  const why = finding.kind === 'unclear' ? finding.why : notYet(write);
  const question = `It is not known whether ${write.what} was carried out: ${why}.`;
  if (reason.code === 'CANCELLED') return withMore(reason, question, { effect: 'unknown', hint: lookFirst(write) });
  return new OperationError('OUTCOME_UNKNOWN', `${question} ${reason.message}`, {
    ...reason.details,
    hint: lookFirst(write),
    retryable: false,
    effect: 'unknown',
    cause: reason,
  });
}

/** An operation that was ended while it was only reading: nothing of it can have changed the Hub. */
export function endedWhileReading(thrown: unknown, what: string, effect: OperationEffect): unknown {
  if (!(thrown instanceof OperationError) || thrown.details.effect !== undefined) return thrown;
  if (thrown.code !== 'CANCELLED' && thrown.code !== 'TIMEOUT') return thrown;
  const sentence = effect === 'read' ? `${what} was under way, which only reads.` : `${what} had not been sent yet.`;
  return withMore(thrown, sentence, { effect: 'none' });
}

function notYet({ seconds }: FailedWrite): string {
  return `it was not there ${seconds} s after it had been sent, but may still come`;
}

function lookFirst({ where }: FailedWrite): string {
  const place = where === undefined ? 'Look at what it changes' : `Look at ${where}`;
  return `${place} before you run the step again: what was done already would be done a second time.`;
}

function withMore(error: OperationError, sentence: string, details: Partial<ErrorDetails>): OperationError {
  return new OperationError(error.code, `${error.message} ${sentence}`, { ...error.details, ...details, cause: error });
}
