import type { OperationError } from './errors.ts';

/** A time limit under way. */
export interface Limit {
  /** Aborts when the parent does or when the time is over, with an OperationError as its reason either way. */
  readonly signal: AbortSignal;
  /** Stops the clock; the signal still follows its parent. */
  end(): void;
}

/**
 * Starts a time limit under a parent signal (a cancellation, or a longer limit).
 * @param milliseconds from now
 * @param reason made only when the time is over
 */
export function startLimit(parent: AbortSignal, milliseconds: number, reason: () => OperationError): Limit {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(reason()), milliseconds);
  const signal = AbortSignal.any([parent, controller.signal]);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return { signal, end: () => clearTimeout(timer) };
}

/** Runs `body` under a time limit that ends with it. */
export async function withinLimit<T>(
  parent: AbortSignal,
  milliseconds: number,
  reason: () => OperationError,
  body: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = startLimit(parent, milliseconds, reason);
  try {
    return await body(limit.signal);
  } finally {
    limit.end();
  }
}
