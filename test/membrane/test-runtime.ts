import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'membrane-test-'));
}

/** Ends a test that hangs before the test runner has to. */
export function patience(): AbortSignal {
  return AbortSignal.timeout(30_000);
}
