import { setTimeout as delay } from 'node:timers/promises';

/** What the code below takes from the machine, passed in so that tests can hold it. */
export interface Runtime {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The Node that runs the action: the CLI is run with the same one. */
  readonly execPath: string;
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 to 1, for jitter. */
  random(): number;
  /** Waits, or rejects with the signal's reason as soon as it aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Rejects with the signal's own reason, which is an OperationError where the deadline or a cancellation set it. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

/** The machine as it is. */
export function nodeRuntime(): Runtime {
  return {
    env: process.env,
    platform: process.platform,
    execPath: process.execPath,
    fetch: (...parameters) => fetch(...parameters),
    now: Date.now,
    random: Math.random,
    sleep,
  };
}
