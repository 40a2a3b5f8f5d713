import { OperationError } from '../../errors.ts';
import type { HubOperation } from '../operation.ts';

/** An answer that should be a list and holds none. */
export function noList({ key }: HubOperation): OperationError {
  return new OperationError(
    'UPSTREAM_UNAVAILABLE',
    `The answer to ${key} holds no list, so its pages cannot be read.`,
    {
      hint: 'Run the step without max-items to see the answer as it is.',
      effect: 'none',
      retryable: false,
    },
  );
}
