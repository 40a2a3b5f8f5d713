import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

export interface CommandResult {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  /** Pieces that stdout came in. */
  pieces: Buffer[];
}

export interface CommandOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Sends SIGTERM soon after this holds, SIGKILL a little later. */
  endWhen?: () => boolean;
}

/** A grandchild may hold the pipes open; so long they are read on after the program's end. */
const READ_ON_MS = 1000;

/** Runs a program to its end and keeps what it wrote. */
export function runCommand(
  file: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const { promise, resolve, reject } = Promise.withResolvers<CommandResult>();
  // A group of its own, so that what it leaves behind can be ended with it.
  const child = spawn(file, args, {
    env: options.env,
    cwd: options.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pieces: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.on('data', (piece: Buffer) => errors.push(piece));
  child.on('error', reject);
  const ended = new AbortController();
  if (options.endWhen) void endSoon(child, options.endWhen, ended.signal);
  let readOn: NodeJS.Timeout | undefined;
  child.on('exit', () => {
    ended.abort();
    readOn = setTimeout(() => endGroup(child.pid), READ_ON_MS);
  });
  child.on('close', (code, signal) => {
    clearTimeout(readOn);
    const [stdout = '', stderr = ''] = [pieces, errors].map((all) => Buffer.concat(all).toString('utf8'));
    resolve({ code, signal, stdout, stderr, pieces });
  });
  return promise;
}

function endGroup(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

/** What a program needs to go on to its next wait, on a busy machine. */
const GRACE_MS = 400;

async function endSoon(child: ChildProcess, endWhen: () => boolean, ended: AbortSignal): Promise<void> {
  try {
    while (!endWhen()) await wait(20, undefined, { signal: ended });
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      await wait(GRACE_MS, undefined, { signal: ended });
      child.kill(signal);
    }
  } catch (error) {
    if (!ended.aborted) throw error;
  }
}
