import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Log } from '../../src/log.ts';
import { type Runtime, sleep } from '../../src/runtime.ts';

/** The machine as it is, but for what a test holds. */
export function testRuntime(held: Partial<Runtime> = {}): Runtime {
  return {
    env: { PATH: process.env.PATH },
    platform: process.platform,
    execPath: process.execPath,
    fetch,
    now: Date.now,
    random: () => 0,
    sleep,
    ...held,
  };
}

export interface RecordedLog extends Log {
  readonly lines: string[];
}

export function recordedLog(): RecordedLog {
  const lines: string[] = [];
  const write = (kind: string) => (message: string) => {
    lines.push(`${kind}: ${message}`);
  };
  return { lines, debug: write('debug'), info: write('info'), notice: write('notice'), warning: write('warning') };
}

const made: string[] = [];

afterAll(() =>
  Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 }))),
);

/** Removed when the file's tests are over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'membrane-test-'));
  made.push(folder);
  return folder;
}

/** Ends a test that hangs before the test runner has to. */
export function patience(): AbortSignal {
  return AbortSignal.timeout(30_000);
}
