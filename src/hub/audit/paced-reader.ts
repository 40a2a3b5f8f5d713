import pLimit from 'p-limit';
import { OperationError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Runtime } from '../../runtime.ts';
import type { QueryPair } from '../hub-request.ts';
import type { HubAnswer, HubReader } from './hub-calls.ts';
import { type Bucket, bucketOf, readRateLimit, readRetryAfter } from './rate-limit.ts';

/** What stands below repeats reads by itself; these are for a Hub that is away for longer than that. */
const attempts = 3;
/** A refusal that says when to come back is no failure. */
const attemptsWhenBusy = 10;
const startConcurrency = 4;
/** The part of a window that is left to whatever else uses the same account. */
const reservedShare = 0.05;
const longestBackOff = 30_000;
/** A window of the Hub lasts five minutes; a header that asks for more is not believed. */
const longestWait = 10 * 60_000;
/** The window's end is told in whole seconds. */
const resetMargin = 1000;

export interface Pacing {
  readonly runtime: Runtime;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** Requests at the same time, at most. */
  readonly concurrency: number;
}

interface Budget {
  remaining: number;
  resetAt: number;
  quota: number | undefined;
}

/**
 * Sends as many reads at a time as the Hub's headers allow: one more after each round that went well, half as many
 * after a refusal, none while a window is used up. p-limit queues; no library known to us follows `RateLimit` headers.
 */
export class PacedReader implements HubReader {
  requests = 0;
  waits = 0;
  waitedMs = 0;
  readonly #inner: HubReader;
  readonly #pacing: Pacing;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #budgets = new Map<Bucket, Budget>();
  readonly #pauses = new Map<Bucket, Promise<void>>();
  #successes = 0;

  constructor(inner: HubReader, pacing: Pacing) {
    this.#inner = inner;
    this.#pacing = pacing;
    this.#limit = pLimit(Math.min(startConcurrency, pacing.concurrency));
  }

  get concurrency(): number {
    return this.#limit.concurrency;
  }

  get(path: string, query: readonly QueryPair[] = [], headers: Readonly<Record<string, string>> = {}) {
    return this.#limit(() => this.#attempts(path, query, headers));
  }

  async #attempts(path: string, query: readonly QueryPair[], headers: Readonly<Record<string, string>>) {
    const bucket = bucketOf(path);
    for (let attempt = 1; ; attempt += 1) {
      await this.#take(bucket);
      const outcome = await this.#once(() => this.#inner.get(path, query, headers));
      const transient = outcome instanceof OperationError ? isTransient(outcome) : isTransientStatus(outcome.status);
      if (!transient || attempt >= (isBusy(outcome) ? attemptsWhenBusy : attempts)) return finish(outcome);
      await this.#backOff(bucket, outcome, attempt);
    }
  }

  async #once(call: () => Promise<HubAnswer>): Promise<HubAnswer | OperationError> {
    this.#pacing.signal.throwIfAborted();
    this.requests += 1;
    try {
      const answer = await call();
      this.#learn(answer);
      return answer;
    } catch (error) {
      if (error instanceof OperationError) return error;
      throw error;
    }
  }

  #learn(answer: HubAnswer): void {
    const said = readRateLimit(answer.headers);
    if (said) {
      const known = this.#budgets.get(said.bucket);
      const resetAt = this.#pacing.runtime.now() + said.resetMs;
      const sameWindow = known !== undefined && Math.abs(known.resetAt - resetAt) < 2 * resetMargin;
      // What is under way may not have been counted there yet.
      const left = said.remaining - (this.#limit.activeCount - 1);
      const remaining = sameWindow ? Math.min(known.remaining, left) : left;
      this.#budgets.set(said.bucket, { remaining, resetAt, quota: said.quota });
    }
    if (isTransientStatus(answer.status)) return;
    this.#successes += 1;
    if (this.#successes < this.#limit.concurrency || this.#limit.concurrency >= this.#pacing.concurrency) return;
    this.#successes = 0;
    this.#limit.concurrency += 1;
  }

  /** Looks and takes in one go: what is left is not promised to two requests. */
  async #take(bucket: Bucket): Promise<void> {
    for (;;) {
      const budget = this.#budgets.get(bucket);
      const now = this.#pacing.runtime.now();
      if (!budget || now >= budget.resetAt) return;
      if (budget.remaining > Math.max(1, Math.ceil((budget.quota ?? 0) * reservedShare))) {
        budget.remaining -= 1;
        return;
      }
      await this.#pause(bucket, budget.resetAt - now + resetMargin, `The Hub's ${bucket} budget is used up`);
    }
  }

  /** All requests of a budget wait together: one wait, however many there are. */
  async #pause(bucket: Bucket, milliseconds: number, reason: string): Promise<void> {
    const running = this.#pauses.get(bucket);
    if (running !== undefined) return running;
    const wait = Math.min(milliseconds, longestWait);
    this.waits += 1;
    this.waitedMs += wait;
    this.#pacing.log.info(`${reason}; waiting ${Math.ceil(wait / 1000)} s.`);
    const pause = this.#pacing.runtime.sleep(wait, this.#pacing.signal).finally(() => {
      this.#pauses.delete(bucket);
      this.#budgets.delete(bucket);
    });
    this.#pauses.set(bucket, pause);
    return pause;
  }

  async #backOff(bucket: Bucket, outcome: HubAnswer | OperationError, attempt: number): Promise<void> {
    this.#limit.concurrency = Math.max(1, Math.floor(this.#limit.concurrency / 2));
    this.#successes = 0;
    const asked = this.#askedWait(outcome);
    const jittered = Math.min(longestBackOff, 1000 * 2 ** (attempt - 1)) * this.#pacing.runtime.random();
    if (asked !== undefined) return this.#pause(bucket, asked + jittered, 'The Hub asked to wait');
    await this.#pacing.runtime.sleep(jittered, this.#pacing.signal);
  }

  #askedWait(outcome: HubAnswer | OperationError): number | undefined {
    if (outcome instanceof OperationError) return outcome.details.retryAfterMs;
    const said = readRateLimit(outcome.headers);
    if (outcome.status === 429 && said?.remaining === 0) return said.resetMs + resetMargin;
    return readRetryAfter(outcome.headers, this.#pacing.runtime.now());
  }
}

function isTransientStatus(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

function isBusy(outcome: HubAnswer | OperationError): boolean {
  return outcome instanceof OperationError ? outcome.code === 'RATE_LIMITED' : outcome.status === 429;
}

function isTransient(error: OperationError): boolean {
  return error.details.retryable === true && ['RATE_LIMITED', 'UPSTREAM_UNAVAILABLE'].includes(error.code);
}

function finish(outcome: HubAnswer | OperationError): HubAnswer {
  if (outcome instanceof OperationError) throw outcome;
  return outcome;
}
