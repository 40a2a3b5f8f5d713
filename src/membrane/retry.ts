import { type FailedEffect, OperationError, toOperationError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Runtime } from '../runtime.ts';
import type { CallEffect, CallOptions, MembraneClient } from './client.ts';
import type { Session } from './sign-in.ts';
import { namingSignIn } from './sign-in-name.ts';

export interface RetryContext {
  /** Attempts after the first one. */
  readonly retries: number;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly session: Session;
}

/** Milliseconds before the first repetition, at most; doubled for each further one. */
const firstWait = 1000;
/** A wait of our own making is no longer, milliseconds. What the other side asks for may be. */
const longestWait = 30_000;
/** A longer wait that the other side asks for is not begun: the error, which tells it, is worth more. Milliseconds. */
const longestAskedWait = 600_000;
/** Membrane ends a request after 60 s; a call that shows no end after this will show none. Milliseconds. */
const attemptLimit = 90_000;

/**
 * Repeats what is safe to repeat. A read: after anything that may pass. A write: only where the failure proves that
 * nothing was carried out; one with an unknown effect is thrown on, for the caller to read back. A rejected token that
 * can be signed anew is, once for each call.
 */
export function withRetries(client: MembraneClient, context: RetryContext): MembraneClient {
  const read = <T, O extends CallOptions>(what: string, options: O, call: (options: O) => Promise<T>) =>
    repeat({ what, effect: 'read', options, call }, context);
  return {
    get transport() {
      return client.transport;
    },
    // Membrane's documentation: safe to repeat, it finds what it has created.
    ensureConnection: (appUrl, options) =>
      read('ensuring the connection', options, (each) => client.ensureConnection(appUrl, each)),
    getConnection: (id, options) => read('reading the connection', options, (each) => client.getConnection(id, each)),
    searchActions: (search, options) =>
      read('searching the actions', options, (each) => client.searchActions(search, each)),
    getAction: (idOrKey, connectionId, options) =>
      read('reading the action', options, (each) => client.getAction(idOrKey, connectionId, each)),
    runAction: (run, options) =>
      repeat(
        { what: 'running the action', effect: options.effect, options, call: (each) => client.runAction(run, each) },
        context,
      ),
    request: (connectionId, request, options) =>
      repeat(
        {
          what: request.method,
          effect: options.effect,
          options,
          call: (each) => client.request(connectionId, request, each),
        },
        context,
      ),
    close: () => client.close(),
  };
}

interface Repeated<T, O extends CallOptions> {
  readonly what: string;
  readonly effect: CallEffect;
  readonly options: O;
  readonly call: (options: O) => Promise<T>;
}

async function repeat<T, O extends CallOptions>(repeated: Repeated<T, O>, context: RetryContext): Promise<T> {
  const { signal } = repeated.options;
  let isRenewed = false;
  for (let failures = 0; ; ) {
    try {
      return await attempt(repeated);
    } catch (thrown) {
      const error = toOperationError(thrown);
      if (signal.aborted) throw endedWithin(signal, error, repeated.effect);
      if (!isRenewed && isRenewable(error, context.session)) {
        isRenewed = true;
        context.log.info('Membrane did not accept the signed token: a new one is signed.');
        await context.session.accessToken(signal, { renew: true });
      } else if (failures < context.retries && mayRepeat(error, repeated.effect)) {
        failures += 1;
        await waitFor(error, failures, repeated.what, context, signal).catch((ended: unknown) => {
          throw signal.aborted ? endedBetween(signal, repeated.effect) : ended;
        });
      } else throw namingSignIn(error, context.session);
    }
  }
}

/** The signal's own reason; of a write it also says that nothing was under way. */
function endedBetween(signal: AbortSignal, effect: CallEffect): unknown {
  return effect === 'read' ? signal.reason : withEffect(signal.reason, 'none');
}

/** A call that failed for certain in the same moment did nothing either. */
function endedWithin(signal: AbortSignal, error: OperationError, effect: CallEffect): unknown {
  if (effect === 'read') return signal.reason;
  return withEffect(signal.reason, error !== signal.reason && error.details.effect === 'none' ? 'none' : 'unknown');
}

function withEffect(reason: unknown, effect: FailedEffect): OperationError {
  const error = toOperationError(reason);
  return new OperationError(error.code, error.message, { ...error.details, effect });
}

/** One attempt under a limit of its own, so that a stalled connection leaves time for another. */
async function attempt<T, O extends CallOptions>({ options, call, effect }: Repeated<T, O>): Promise<T> {
  if (options.signal.aborted) throw endedBetween(options.signal, effect);
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(stalled()), attemptLimit);
  try {
    return await call({ ...options, signal: AbortSignal.any([options.signal, limit.signal]) });
  } finally {
    clearTimeout(timer);
  }
}

function stalled(): OperationError {
  return new OperationError('UPSTREAM_UNAVAILABLE', `Membrane gave no answer within ${attemptLimit / 1000} s.`, {
    hint: "Run the step again; if it stays so, look at Membrane's status page.",
    retryable: true,
    effect: 'unknown',
  });
}

function mayRepeat(error: OperationError, effect: CallEffect): boolean {
  if (error.details.retryable !== true || !isPassing(error)) return false;
  if ((error.details.retryAfterMs ?? 0) > longestAskedWait) return false;
  return effect === 'read' || error.details.effect === 'none';
}

/** What a person must do first is worth another run of the step, but not another attempt at once. */
function isPassing(error: OperationError): boolean {
  return error.code === 'UPSTREAM_UNAVAILABLE' || error.code === 'RATE_LIMITED' || error.code === 'CLI_UNUSABLE';
}

function isRenewable(error: OperationError, session: Session): boolean {
  const { effect, status } = error.details;
  return session.renewable && error.code === 'AUTH_REJECTED' && status !== 403 && effect === 'none';
}

async function waitFor(
  error: OperationError,
  failures: number,
  what: string,
  { runtime, log, retries }: RetryContext,
  signal: AbortSignal,
): Promise<void> {
  // Full jitter: many jobs that failed at the same moment must not come back at the same moment.
  const ceiling = Math.min(longestWait, firstWait * 2 ** (failures - 1));
  const asked = error.details.retryAfterMs;
  const wait = Math.round(asked === undefined ? runtime.random() * ceiling : asked + runtime.random() * firstWait);
  log.info(`${error.message} Repeating ${what} in ${(wait / 1000).toFixed(1)} s (${failures} of ${retries}).`);
  await runtime.sleep(wait, signal);
}
