/** What goes wrong. Times are milliseconds. */
export type Fault =
  | {
      kind: 'status';
      status: number;
      body?: unknown;
      headers?: Record<string, string>;
      /** true: the application runs first and its effects stay; its answer is thrown away. */
      afterEffect?: boolean;
    }
  /** The socket is destroyed before the application ran. */
  | { kind: 'reset-before' }
  /** The application runs, effects and all; then the socket is destroyed without an answer. */
  | { kind: 'reset-after' }
  /** Accepted, read, never answered; the application does not run. */
  | { kind: 'stall' }
  /** The application runs; its answer never leaves. */
  | { kind: 'stall-after-effect' }
  /** The true answer, one byte every `everyMs`. */
  | { kind: 'trickle'; everyMs: number }
  /** The true answer cut in half, under the Content-Length of the whole. */
  | { kind: 'truncated' }
  /** The true status with a body that says application/json and is not JSON. */
  | { kind: 'wrong-json' }
  /** A gateway's HTML page; `status` is 502 unless given. */
  | { kind: 'html'; status?: number }
  /** 302 to `location`, or to another path on the same host. */
  | { kind: 'redirect'; location?: string; status?: number }
  /** 429; `retryAfter` in seconds, or a Date for the header's date form. `rateLimit` adds the Hub's two headers. */
  | {
      kind: 'rate-limit';
      retryAfter?: number | Date;
      rateLimit?: { remaining: number; resetSeconds: number };
      body?: unknown;
    }
  /** The true status, no body. */
  | { kind: 'empty' }
  /** 401 with the envelope of an expired token. */
  | { kind: 'token-expired' }
  /** Calls back before the application runs, e.g. to turn the connection CLIENT_ACTION_REQUIRED; the request then goes on. */
  | { kind: 'callback'; call: () => void | Promise<void> }
  /** The application runs after the delay. */
  | { kind: 'delay'; ms: number };

export type FaultKind = Fault['kind'];

export type FaultRule = {
  /** A route exactly ('POST /act'), or a pattern on 'METHOD path' (path without query). */
  match: string | RegExp;
  /** Which of the matching requests, counted from 1; all when absent. */
  nth?: number | readonly number[];
  /** Each k-th of the matching requests, instead of `nth`. */
  every?: number;
  /** At most so many applications. */
  times?: number;
} & Fault;
