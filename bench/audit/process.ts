import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { SEEDED_TOKENS } from '../../test/sandbox/hub/seed.ts';

const execute = promisify(execFile);

export interface HubProcess {
  readonly url: string;
  requests(): Promise<number>;
  stop(): Promise<void>;
}

/** A Hub in a process of its own, so that its memory is not counted as the audit's. */
export async function startHubProcess(repositories: number, latencyMs: number): Promise<HubProcess> {
  const script = fileURLToPath(new URL('hub-process.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=8000', script, String(repositories), String(latencyMs)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await firstLine(child);
  return {
    url,
    requests: async () => Number(await (await fetch(new URL('/requests', url))).text()),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The Hub has no output.');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('The Hub ended before it began.');
}

/** Runs a program that prints one line of JSON. */
export async function runJson(command: string, given: readonly string[], env: NodeJS.ProcessEnv): Promise<unknown> {
  const { stdout } = await execute(command, [...given], { env, maxBuffer: 256 * 1024 * 1024 });
  return JSON.parse(stdout);
}

/** `entry` is what bundleAudit made. */
export function runAuditProcess(
  entry: string,
  given: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<unknown> {
  return runJson(process.execPath, [entry, ...given], { ...process.env, HF_TOKEN: SEEDED_TOKENS.ada, ...env });
}
