/**
 * Where the worlds below write what a person should read. Implemented for the runner in `github/log.ts`, which makes
 * every text harmless first: callers may pass text from outside as it came.
 */
export interface Log {
  /** Shown with debug logging only: shapes and counts, never values. */
  debug(message: string): void;
  info(message: string): void;
  /** An annotation on the run: at most ten of a kind are shown for a step. */
  notice(message: string): void;
  warning(message: string): void;
}
