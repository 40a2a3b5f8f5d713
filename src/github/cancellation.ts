import { OperationError } from '../errors.ts';

/** A workflow that is cancelled, as a signal. */
export interface Cancellation {
  readonly signal: AbortSignal;
  /**
   * Aborts when the time is over that a cancelled step has left for looking what became of its work; what follows is
   * ending what still runs, and the report.
   */
  readonly lastMoment: AbortSignal;
  /** 130 after SIGINT, 143 after SIGTERM, undefined while nobody cancelled. */
  exitCode(): number | undefined;
  stopListening(): void;
}

/** How a step is asked to end: the runner follows SIGINT with SIGTERM after 7.5 s, and that with the end after 2.5 s. */
const ways = {
  SIGINT: { exitCode: 130, milliseconds: 5_000 },
  SIGTERM: { exitCode: 143, milliseconds: 1_000 },
} as const;

/**
 * Turns the runner's signals into AbortSignals. The runner sends SIGINT to the action's process alone, SIGTERM
 * after 7.5 s and kills it 2.5 s later (actions/runner, ProcessInvoker.cs).
 */
export function listenForCancellation(): Cancellation {
  const controller = new AbortController();
  const last = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let code: number | undefined;
  const cancel = (name: keyof typeof ways) => {
    const { exitCode, milliseconds } = ways[name];
    code ??= exitCode;
    timers.push(setTimeout(() => last.abort(cancelled()), milliseconds));
    controller.abort(cancelled());
  };
  process.on('SIGINT', cancel);
  process.on('SIGTERM', cancel);
  const stopListening = () => {
    process.off('SIGINT', cancel);
    process.off('SIGTERM', cancel);
    timers.forEach(clearTimeout);
  };
  return { signal: controller.signal, lastMoment: last.signal, exitCode: () => code, stopListening };
}

function cancelled(): OperationError {
  return new OperationError('CANCELLED', 'The workflow was cancelled while the step was running.', {
    hint: 'Run the job again when you want its result.',
    retryable: true,
  });
}
