import { type ChildProcess, spawn } from 'node:child_process';
import { OperationError } from '../../errors.ts';
import { networkCode } from '../http-failure.ts';
import { assertFits, tooLong } from './argument-limits.ts';
import { endTree } from './process-tree.ts';

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  readonly signal: AbortSignal;
}

export interface ProcessResult {
  /** Missing where a signal ended it. */
  readonly exitCode: number | undefined;
  readonly endedBy?: string | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Membrane answers 30 MiB at most; JSON for the terminal is indented and escaped. Bytes, for each stream. */
const maxOutputBytes = 64 * 1024 * 1024;
/** After the process ended, something it left behind may hold its output open. Milliseconds. */
const outputGrace = 1000;

/**
 * Runs a program without a shell, in its own process group, until it ended or the signal aborted; then nothing of the
 * group is left.
 * @throws OperationError `CLI_UNUSABLE` where it cannot be started or prints without end, else the signal's reason
 */
export async function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  request.signal.throwIfAborted();
  assertFits([request.command, ...request.args], request.platform);
  const child = start(request);
  const output = { stdout: collect(child, 'stdout'), stderr: collect(child, 'stderr') };
  const tree = endTree(child, request.platform);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const abort = () => tree.end();
  request.signal.addEventListener('abort', abort, { once: true });
  try {
    const { exitCode, endedBy } = await ended(child);
    await settled(child, closed);
    tree.sweep();
    request.signal.throwIfAborted();
    if (output.stdout.overflown || output.stderr.overflown) throw printsTooMuch();
    return { exitCode, endedBy, stdout: output.stdout.text(), stderr: output.stderr.text() };
  } finally {
    request.signal.removeEventListener('abort', abort);
    await tree.gone();
  }
}

function start(request: ProcessRequest): ChildProcess {
  try {
    return spawn(request.command, [...request.args], {
      cwd: request.cwd,
      env: { ...request.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
      // On POSIX the leader of its own group: the whole group can then be ended at once.
      detached: request.platform !== 'win32',
    });
  } catch (error) {
    throw cannotStart(error);
  }
}

interface Collected {
  overflown: boolean;
  text(): string;
}

function collect(child: ChildProcess, name: 'stdout' | 'stderr'): Collected {
  const chunks: Buffer[] = [];
  let size = 0;
  const collected: Collected = {
    overflown: false,
    // Joined before decoding: a piece may end inside a character.
    text: () => new TextDecoder().decode(Buffer.concat(chunks)),
  };
  child[name]?.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size <= maxOutputBytes) chunks.push(chunk);
    else if (!collected.overflown) {
      collected.overflown = true;
      child.kill('SIGKILL');
    }
  });
  return collected;
}

function ended(child: ChildProcess): Promise<Pick<ProcessResult, 'exitCode' | 'endedBy'>> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(cannotStart(error)));
    child.once('exit', (code, signal) => resolve({ exitCode: code ?? undefined, endedBy: signal ?? undefined }));
  });
}

/** Waits for the rest of the output, but not for a process left behind that keeps it open. */
async function settled(child: ChildProcess, closed: Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, outputGrace);
  await Promise.race([closed, over.promise]);
  clearTimeout(timer);
  child.stdout?.destroy();
  child.stderr?.destroy();
}

function cannotStart(error: unknown): OperationError {
  const code = networkCode(error);
  if (code === 'E2BIG' || code === 'ENAMETOOLONG') return tooLong(error);
  return new OperationError('CLI_UNUSABLE', `The Membrane CLI could not be started (${code ?? 'no reason given'}).`, {
    hint: 'Check that `cli-path` is an executable or a `.js` file for this system; `transport: api` needs no CLI.',
    retryable: code === 'EAGAIN' || code === 'EMFILE' || code === 'ENOMEM',
    effect: 'none',
    cause: error,
  });
}

function printsTooMuch(): OperationError {
  return new OperationError('CLI_UNUSABLE', 'The Membrane CLI printed more than any answer can hold and was ended.', {
    hint: 'Ask for less at once, or use `transport: api`.',
    retryable: false,
    effect: 'unknown',
  });
}
