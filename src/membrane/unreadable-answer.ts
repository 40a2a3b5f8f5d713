import { type FailedEffect, OperationError } from '../errors.ts';

/** An answer that came but could not be understood: cut off, no JSON, or without what every such answer has. */
export function unreadableAnswer(what: string, effect: FailedEffect = 'unknown'): OperationError {
  return new OperationError('UPSTREAM_UNAVAILABLE', `Membrane's answer could not be read: ${what}.`, {
    hint: 'Run the step again. If it stays so, compare `api-url` and `cli-version` with what Membrane supports.',
    retryable: true,
    effect,
  });
}
