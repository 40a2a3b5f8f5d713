import { type ChildProcess, spawn } from 'node:child_process';
import { watchArguments } from './process-watch.ts';

/** The runner's patience with a cancelled step (actions/runner, ProcessInvoker.cs). */
const interruptPatience = 7_500;
const terminatePatience = 2_500;

/** A step that takes longer hangs: every test ends well before. */
const hangLimit = 90_000;

/** A step while it runs. */
export interface RunningStep {
  readonly pid: number;
  /** What it printed so far. */
  printed(): string;
  send(signal: NodeJS.Signals): void;
  /** Cancels as the runner does: SIGINT, then SIGTERM, then the end. */
  cancel(): void;
  /** Resolves once the text was printed; rejects when the step ends first. */
  hasPrinted(text: string): Promise<void>;
}

export interface EndedStep {
  /** As a shell reports it: 128 and the signal's number where a signal ended the process. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
  /** Argument lists of every process the step started; empty unless they were watched. */
  readonly argumentsSeen: readonly (readonly string[])[];
}

export interface StepProcess {
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly watchArguments?: boolean | undefined;
  /** Called as soon as the process is there. */
  readonly during?: ((step: RunningStep) => Promise<void> | void) | undefined;
}

/** Runs one entry of the action to its end, as the runner does: its own Node, no terminal, no input. */
export async function runStepProcess(step: StepProcess): Promise<EndedStep> {
  const started = performance.now();
  const child = spawn(process.execPath, [step.script], {
    cwd: step.cwd,
    env: step.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout = collected(child.stdout);
  const stderr = collected(child.stderr);
  const ended = new Promise<Pick<EndedStep, 'exitCode' | 'signal'>>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  if (child.pid === undefined) await ended;
  const running = runningStep(child, () => stdout() + stderr());
  const watch = step.watchArguments ? watchArguments(running.pid) : undefined;
  const hang = setTimeout(() => child.kill('SIGKILL'), hangLimit);
  try {
    const [end] = await Promise.all([ended, step.during?.(running)]);
    const durationMs = performance.now() - started;
    return { ...end, stdout: stdout(), stderr: stderr(), durationMs, argumentsSeen: watch?.stop() ?? [] };
  } finally {
    clearTimeout(hang);
    watch?.stop();
  }
}

function collected(stream: NodeJS.ReadableStream): () => string {
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  return () => Buffer.concat(pieces).toString('utf8');
}

function runningStep(child: ChildProcess, printed: () => string): RunningStep {
  if (child.pid === undefined) throw new Error('The step did not start.');
  return {
    pid: child.pid,
    printed,
    send: (signal) => void child.kill(signal),
    cancel: () => cancel(child),
    hasPrinted: (text) => untilPrinted(child, printed, text),
  };
}

function cancel(child: ChildProcess): void {
  child.kill('SIGINT');
  const terminate = setTimeout(() => child.kill('SIGTERM'), interruptPatience);
  const end = setTimeout(() => child.kill('SIGKILL'), interruptPatience + terminatePatience);
  child.once('close', () => {
    clearTimeout(terminate);
    clearTimeout(end);
  });
}

function untilPrinted(child: ChildProcess, printed: () => string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (printed().includes(text)) resolve();
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('close', () =>
      reject(new Error(`The step ended before it printed ${JSON.stringify(text)}:\n${printed()}`)),
    );
    look();
  });
}
