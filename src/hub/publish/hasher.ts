import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { assertUnchanged, changedError, gitHeader, type HashKind, hashContents } from './file-contents.ts';
import type { LocalFile } from './files.ts';
import { type HashAnswer, type HashOrder, hashingThreadText } from './hash-worker.ts';

/** Up to here a file is hashed at once: a thread would take longer to be asked. */
const atOnceBytes = 1_048_576;
/** Each holds about 15 MB; more than four find no disk that feeds them. */
const mostThreads = 4;

/** Hashes files, large ones in threads of their own. */
export interface Hasher {
  /** @throws OperationError if the file is no longer the one that was looked at */
  hash(file: LocalFile, kind: HashKind): Promise<string>;
  /** Ends the threads. */
  close(): Promise<void>;
}

/** Threads are started when they are needed; `signal` ends what is under way. */
export function openHasher(signal: AbortSignal): Hasher {
  const idle: Worker[] = [];
  const all: Worker[] = [];
  const limit = pLimit(Math.min(mostThreads, availableParallelism()));
  const close = async () => {
    await Promise.all(all.splice(0).map((worker) => worker.terminate()));
  };
  const end = () => void close();
  signal.addEventListener('abort', end, { once: true });
  const inThread = async (file: LocalFile, path: string, kind: HashKind): Promise<string> => {
    signal.throwIfAborted();
    const worker = idle.pop() ?? startWorker(all);
    const answer = await ask(worker, orderFor(file, path, kind), signal);
    idle.push(worker);
    if (answer.hash === undefined || answer.size !== file.size) throw changedError(file, answer.error);
    assertUnchanged(file);
    return answer.hash;
  };
  return {
    async hash(file, kind) {
      const { source } = file;
      if (source.kind === 'memory' || file.size <= atOnceBytes) return hashContents(file, kind);
      return limit(() => inThread(file, source.file, kind));
    },
    async close() {
      signal.removeEventListener('abort', end);
      await close();
    },
  };
}

function orderFor(file: LocalFile, path: string, kind: HashKind): HashOrder {
  if (kind === 'sha256') return { path, algorithm: 'sha256', header: '' };
  return { path, algorithm: 'sha1', header: gitHeader(file.size) };
}

function startWorker(all: Worker[]): Worker {
  const worker = new Worker(hashingThreadText, { eval: true, stdin: false });
  all.push(worker);
  return worker;
}

function ask(worker: Worker, order: HashOrder, signal: AbortSignal): Promise<HashAnswer> {
  return new Promise((resolve, reject) => {
    const onAnswer = (answer: HashAnswer) => settle(() => resolve(answer));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => onError(signal.reason ?? new Error('A hashing thread has ended.'));
    const settle = (act: () => void) => {
      worker.off('message', onAnswer).off('error', onError).off('exit', onExit);
      act();
    };
    worker.on('message', onAnswer).on('error', onError).on('exit', onExit);
    worker.postMessage(order);
  });
}
