import pRetry from 'p-retry';
import { OperationError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Runtime } from '../../runtime.ts';
import { type FilePart, streamPart } from './file-stream.ts';
import type { LocalFile } from './files.ts';
import type { Progress } from './progress.ts';
import { isStorageAddress, type SendToStorage, type StorageAnswer, type StorageRequest } from './storage.ts';

export interface StorageContext {
  readonly send: SendToStorage;
  readonly runtime: Pick<Runtime, 'sleep'>;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly retries: number;
  readonly progress: Progress;
}

/** Storage refused or did not answer; `expired` where a new signed address may help. */
export class StorageError extends Error {
  readonly status: number | undefined;
  readonly retryAfterMs: number;

  constructor(message: string, answer?: StorageAnswer, cause?: unknown) {
    super(message, { cause });
    this.status = answer?.status;
    this.retryAfterMs = Number(answer?.retryAfter ?? 0) * 1000 || 0;
  }

  /** An address that was signed too long ago, or for an upload that storage has given up. */
  get expired(): boolean {
    return this.status === 403 || this.status === 404;
  }

  get passing(): boolean {
    return this.status === undefined || [408, 425, 429].includes(this.status) || this.status >= 500;
  }
}

export interface Part extends FilePart {
  readonly address: string;
}

/** Sends a part of a file, again if need be, and alone: the others go on. @returns its ETag */
export async function sendPart(part: Part, context: StorageContext): Promise<string | undefined> {
  return withRetries(`${part.file.path}`, context, async () => {
    let sent = 0;
    const body = streamPart(part, (bytes) => {
      sent += bytes;
      context.progress.sent(bytes);
    });
    try {
      const headers = { 'content-length': String(part.end - part.start) };
      return (await attempt({ method: 'PUT', address: part.address, headers, body }, context)).etag;
    } catch (error) {
      context.progress.sent(-sent);
      throw error;
    }
  });
}

/** Tells storage that all parts are there. */
export async function sendCompletion(file: LocalFile, request: StorageRequest, context: StorageContext): Promise<void> {
  await withRetries(file.path, context, () => attempt(request, context));
}

async function attempt(request: StorageRequest, context: StorageContext): Promise<StorageAnswer> {
  if (!isStorageAddress(request.address)) throw untrustedAddress();
  let answer: StorageAnswer;
  try {
    answer = await context.send(request, context.signal);
  } catch (cause) {
    context.signal.throwIfAborted();
    throw new StorageError('it gave no answer', undefined, cause);
  }
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new StorageError(`it answered ${answer.status}`, answer);
}

/** The first wait; each further one is up to twice as long, with jitter. Milliseconds. */
const waits = { minTimeout: 500, maxTimeout: 20_000, factor: 2, randomize: true } as const;

function withRetries<Result>(what: string, context: StorageContext, send: () => Promise<Result>): Promise<Result> {
  const { signal, retries, log, runtime } = context;
  return pRetry(send, {
    ...waits,
    retries,
    signal,
    shouldRetry: ({ error }) => error instanceof StorageError && error.passing,
    onFailedAttempt: async ({ error, retriesLeft }) => {
      if (!(error instanceof StorageError) || !error.passing || retriesLeft === 0) return;
      log.info(`The storage of the Hub did not take a part of ${what}: ${error.message}. It is sent again.`);
      await runtime.sleep(error.retryAfterMs, signal);
    },
  });
}

function untrustedAddress(): OperationError {
  return new OperationError('HUB_REJECTED', 'The Hub named an address for large files that is not https.', {
    hint: 'Nothing was sent there. Check which Hub the connection belongs to.',
    effect: 'none',
    retryable: false,
  });
}
