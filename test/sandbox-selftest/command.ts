import { spawn } from 'node:child_process';

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
  /** Sends SIGTERM after so many milliseconds, SIGKILL after as many again. */
  patienceMs?: number;
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
  const timers = impatience(options.patienceMs, (signal) => child.kill(signal));
  child.on('exit', () => timers.push(setTimeout(() => endGroup(child.pid), READ_ON_MS)));
  child.on('close', (code, signal) => {
    for (const timer of timers) clearTimeout(timer);
    const [stdout = '', stderr = ''] = [pieces, errors].map((all) => Buffer.concat(all).toString('utf8'));
    resolve({ code, signal, stdout, stderr, pieces });
  });
  return promise;
}

function endGroup(pid: number | undefined): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

function impatience(patienceMs: number | undefined, kill: (signal: NodeJS.Signals) => void): NodeJS.Timeout[] {
  if (patienceMs === undefined) return [];
  return [setTimeout(() => kill('SIGTERM'), patienceMs), setTimeout(() => kill('SIGKILL'), 2 * patienceMs)];
}
