import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import { beforeAll, expect, test } from 'vitest';
import { HubProbe } from '../action/hub-probe.ts';
import { type ActionResult, runAction } from '../harness/run-action.ts';
import { withMachine } from '../harness/runner-machine.ts';
import { sandboxInputs } from '../harness/step.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import { randomFrom } from '../sandbox/membrane/random.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type OperationKind, operationKinds } from './operation-kinds.ts';

/** One step that was cancelled somewhere on its way. */
interface Cancelled {
  readonly what: string;
  readonly signal: 'SIGINT' | 'SIGTERM';
  readonly result: ActionResult;
  /** From the signal to the end of the step, milliseconds. */
  readonly took: number;
  readonly effects: number;
  /** Processes that are still there. */
  readonly left: readonly string[];
  /** Whether a file that is left holds the token. */
  readonly isTokenLeft: boolean;
}

const count = 50;
/** A step takes about so long once it has read its inputs; the signal comes at any moment of that. Milliseconds. */
const moments = { api: 500, cli: 1_300 };
/** Every so many is cancelled while it is still starting instead. */
const early = 8;
/** What the runner leaves a step: 7.5 s after SIGINT, 2.5 s after SIGTERM. Milliseconds. */
const patience = { SIGINT: 7_000, SIGTERM: 2_000 };
/** What answers take that come in the middle of a cancellation. */
const latencyMs = 60;

const writes = operationKinds.filter(({ name }) => name !== 'read');
const cancelled: Cancelled[] = [];

beforeAll(async () => {
  const random = randomFrom(4_711);
  const limit = pLimit(5);
  const runs = Array.from({ length: count }, (_, index) => {
    const transport = index % 2 === 0 ? 'api' : 'cli';
    const signal = index % 5 === 4 ? 'SIGTERM' : 'SIGINT';
    const kind = writes[Math.floor(index / 2) % writes.length];
    const moment = random() * moments[transport];
    return limit(async () => {
      if (kind === undefined) return;
      cancelled.push(await cancelAt({ moment, isEarly: index % early === 0 }, kind, transport, signal));
    });
  });
  await Promise.all(runs);
}, 300_000);

async function cancelAt(
  { moment, isEarly }: { readonly moment: number; readonly isEarly: boolean },
  kind: OperationKind,
  transport: 'cli' | 'api',
  signal: 'SIGINT' | 'SIGTERM',
): Promise<Cancelled> {
  const sandbox = await startSandbox({ latencyMs });
  try {
    await kind.prepare?.(new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.grace));
    const before = effectsOn(sandbox);
    return await withMachine({}, async (machine) => {
      let sentAt = 0;
      const result = await runAction({
        machine,
        inputs: {
          operation: kind.operation,
          input: JSON.stringify(kind.input),
          ...sandboxInputs(sandbox, { transport }),
          'cli-path': sandbox.cliPath,
          ...kind.inputs,
        },
        during: async (step) => {
          if (!isEarly) await step.hasPrinted('::add-mask::');
          await wait(moment);
          sentAt = performance.now();
          step.send(signal);
          while (isAlive(step.pid)) await wait(10);
          sentAt = performance.now() - sentAt;
        },
      });
      const left = processesIn(machine.temp);
      const isTokenLeft = result.filesLeft.some(({ text }) => text.includes(sandbox.token));
      const what = `${kind.operation} over ${transport}, ${signal} after ${Math.round(moment)} ms`;
      // What was on its way when the step ended still arrives.
      await wait(500);
      return { what, signal, result, took: sentAt, effects: effectsOn(sandbox) - before, left, isTokenLeft };
    });
  } finally {
    await sandbox.close();
  }
}

function effectsOn(sandbox: Sandbox): number {
  return sandbox.hubServer.requests.flatMap((request) => request.effects).length;
}

function isAlive(pid: number): boolean {
  try {
    // A zombie, which only waits to be collected, has ended.
    if (process.platform === 'linux') return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The CLI works in the private home, which lies in the job's temporary folder. Only Linux tells. */
function processesIn(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}

/** Before the action listens, and after its report, a signal ends it as it ends any process. */
const wasTold = ({ result }: Cancelled): boolean => result.outputs.status !== undefined;
const shown = ({ what, took, effects, left, result }: Cancelled) => ({ what, took, effects, left, log: result.log });

test('fifty steps were cancelled, most of them in the middle', () => {
  expect(cancelled).toHaveLength(count);
  expect(cancelled.filter(({ result }) => codeOf(result) === 'CANCELLED').length).toBeGreaterThan(count / 3);
});

test('each ends in the time that the runner leaves it', () => {
  expect(cancelled.filter(({ took, signal }) => took > patience[signal]).map(shown)).toEqual([]);
});

test('nothing of it is still running, and no secret is left in a file', () => {
  expect(cancelled.filter(({ left, isTokenLeft }) => left.length > 0 || isTokenLeft).map(shown)).toEqual([]);
  expect(cancelled.filter(({ result }) => result.filesLeft.some(({ path }) => /membrane-home/.test(path)))).toEqual([]);
});

test('it has one effect at most, and says which', () => {
  expect(cancelled.filter(({ effects }) => effects > 1).map(shown)).toEqual([]);
  expect(cancelled.filter((one) => !saysWhich(one)).map(shown)).toEqual([]);
});

function saysWhich(one: Cancelled): boolean {
  // The process was ended before it could send anything.
  if (!wasTold(one)) return one.effects === 0;
  const { changed } = one.result.outputs;
  if (changed === '') return /not known whether|nothing was being changed/.test(one.result.log);
  return changed === String(one.effects > 0);
}

function codeOf(result: ActionResult): string {
  return result.outputs.error ? String(JSON.parse(result.outputs.error).code) : '';
}
