import { OperationError } from '../../errors.ts';
import type { RunContext } from '../run-context.ts';

/**
 * The bytes at an address that the Hub has signed, as they come. No credential goes with it, and it is not logged: who
 * has it has the file.
 */
export async function* fetchAddress(
  address: string,
  { runtime, signal }: Pick<RunContext, 'runtime' | 'signal'>,
): AsyncGenerator<Uint8Array> {
  const response = await answered(() => runtime.fetch(address, { redirect: 'error', signal }), signal);
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    throw refused(response.status);
  }
  const chunks = response.body[Symbol.asyncIterator]();
  for (;;) {
    const next = await answered(() => chunks.next(), signal);
    if (next.done) return;
    yield next.value;
  }
}

async function answered<Result>(ask: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  try {
    return await ask();
  } catch (cause) {
    signal.throwIfAborted();
    throw new OperationError('UPSTREAM_UNAVAILABLE', "The connection to the Hub's storage was lost.", {
      hint: 'Run the step again.',
      retryable: true,
      effect: 'none',
      cause,
    });
  }
}

function refused(status: number): OperationError {
  return new OperationError('UPSTREAM_UNAVAILABLE', `The Hub's storage answered ${status}.`, {
    hint: 'Run the step again: the address it was asked under lasts for a while only.',
    retryable: true,
    effect: 'none',
    status,
  });
}
