import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { runStep, useSandbox } from '../action/sandbox-step.ts';
import { withMachine } from '../harness/runner-machine.ts';
import type { RunningStep } from '../harness/step-process.ts';

const models = 50_000;
/** For JavaScript, MiB: less than the list takes as objects. */
const heap = 40;
const bed = useSandbox({ hub: { generate: { organisation: 'big-org', models } } });

/** What a list of that many models took. */
interface Measured {
  readonly transport: 'cli' | 'api';
  readonly items: number;
  /** Asked of the Hub, pages and the look for where the proxy begins. */
  readonly requests: number;
  /** The step's own process, of which Node itself is 60 or so; CLI processes not counted. */
  readonly peakMiB: number;
  readonly fileMiB: number;
  readonly seconds: number;
}

async function list(transport: 'cli' | 'api', maxItems: string, full: boolean): Promise<Measured> {
  const requestsBefore = bed.sandbox.hubServer.requests.length;
  return withMachine({ toolCache: inject('toolCache') }, async (machine) => {
    let peakKiB = 0;
    const result = await runStep(bed.sandbox, {
      operation: 'list-models',
      transport,
      machine,
      env: { NODE_OPTIONS: `--max-old-space-size=${heap}` },
      input: { author: 'big-org', full },
      inputs: { 'max-items': maxItems, 'output-file': 'models.json' },
      during: async (step) => {
        peakKiB = await watchPeak(step);
      },
    });
    expect(result.exitCode, result.log).toBe(0);
    const text = readFileSync(result.outputs['output-file'] ?? '', 'utf8');
    const ids = new Set(JSON.parse(text).map(({ id }: { id: string }) => id));
    expect(result.outputs.count).toBe(String(ids.size));
    return {
      transport,
      items: ids.size,
      requests: bed.sandbox.hubServer.requests.length - requestsBefore,
      peakMiB: Math.round(peakKiB / 1024),
      fileMiB: Math.round(text.length / 1024 / 1024),
      seconds: Math.round(result.durationMs / 100) / 10,
    };
  });
}

/** The most memory a process has had so far is in its status file, until it ends. */
async function watchPeak({ pid }: RunningStep): Promise<number> {
  let peak = 0;
  for (;;) {
    try {
      peak = Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? peak);
    } catch {
      return peak;
    }
    if (!/VmHWM/.test(statusOf(pid))) return peak;
    await delay(20);
  }
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}

test.runIf(process.platform === 'linux')(
  '50,000 models: each once, a request a page, in a heap that could not hold them',
  { timeout: 180_000 },
  async ({ annotate }) => {
    const few = await list('api', '1000', true);
    const all = await list('api', 'all', true);
    const cli = await list('cli', '5000', true);
    for (const measured of [few, all, cli]) await annotate(JSON.stringify(measured));
    expect(all.items).toBe(models);
    expect(all.requests).toBeLessThanOrEqual(models / 1_000 + 2);
    expect(cli.items).toBe(5_000);
    expect(all.peakMiB).toBeLessThan(few.peakMiB + 100);
  },
);
