import { OperationError } from '../errors.ts';

/** A workflow that is cancelled, as a signal. */
export interface Cancellation {
  readonly signal: AbortSignal;
  /** 130 after SIGINT, 143 after SIGTERM, undefined while nobody cancelled. */
  exitCode(): number | undefined;
  stopListening(): void;
}

/**
 * Turns the runner's signals into one AbortSignal. The runner sends SIGINT to the action's process alone, SIGTERM
 * after 7.5 s and kills it 2.5 s later (actions/runner, ProcessInvoker.cs).
 */
export function listenForCancellation(): Cancellation {
  const controller = new AbortController();
  let code: number | undefined;
  const cancel = (exitCode: number) => () => {
    code ??= exitCode;
    controller.abort(cancelled());
  };
  const onInterrupt = cancel(130);
  const onTerminate = cancel(143);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  const stopListening = () => {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  };
  return { signal: controller.signal, exitCode: () => code, stopListening };
}

function cancelled(): OperationError {
  return new OperationError('CANCELLED', 'The workflow was cancelled while the step was running.', {
    hint: 'Run the job again when you want its result.',
    retryable: true,
  });
}
