import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pLimit from 'p-limit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HubProbe } from '../action/hub-probe.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { hubFaults, membraneFaults, randomFaults } from './random-faults.ts';
import { type SoakResult, soakOnce, soakOperation, soakRepository } from './soak.ts';

const count = 1_000;
/** Every fourth operation goes over the CLI, which costs a process for each call. */
const transportOf = (index: number) => (index % 4 === 3 ? 'cli' : 'api');
const seed = 20_261_123;
/** Bytes that the sandbox itself keeps of a thousand operations, and what a garbage collector leaves. */
const growthAllowed = 30 * 1024 * 1024;

let sandbox: Sandbox;
const results: SoakResult[] = [];
const effects = new Map<string, number>();
const heap: number[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  await prepare();
  sandbox.membraneServer.faults.add(...randomFaults(membraneFaults, 0.1, seed));
  sandbox.hubServer.faults.add(...randomFaults(hubFaults, 0.1, seed + 1));
  const limit = pLimit(8);
  await Promise.all(Array.from({ length: count }, (_, index) => limit(() => run(index))));
  await drained();
}, 600_000);

afterAll(() => sandbox.close());

async function prepare(): Promise<void> {
  const hub = new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.grace);
  for (let index = 0; index < count; index += 1) {
    if (index % 6 >= 1 && index % 6 <= 4) await hub.createRepository('model', soakRepository(index));
  }
  sandbox.hubServer.requests.length = 0;
}

async function run(index: number): Promise<void> {
  results.push(await soakOnce(sandbox, soakOperation(index), transportOf(index)));
  if (index % 50 === 0) note();
}

/** Takes what the servers recorded, which would otherwise be all the memory there is to see. */
function note(): void {
  for (const effect of sandbox.hubServer.requests.splice(0).flatMap((request) => request.effects)) {
    effects.set(effect, (effects.get(effect) ?? 0) + 1);
  }
  sandbox.membraneServer.requests.length = 0;
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  heap.push(process.memoryUsage().heapUsed);
}

/** What a stalled or delayed request still does. */
async function drained(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  note();
}

const effectsOf = ({ operation }: SoakResult): number => effects.get(operation.effect) ?? 0;
const shown = (result: SoakResult) => ({ ...result, effects: effectsOf(result) });

test('every operation that reported success had exactly one effect', () => {
  const wrong = results.filter((one) => one.code === '' && one.operation.effect !== '' && effectsOf(one) !== 1);
  expect(wrong.map(shown)).toEqual([]);
});

test('every operation that reported a failure had none, or said that it does not know', () => {
  const failed = results.filter(({ code }) => code !== '' && code !== 'OUTCOME_UNKNOWN');
  expect(failed.filter((one) => effectsOf(one) > 0).map(shown)).toEqual([]);
  expect(results.filter((one) => effectsOf(one) > 1).map(shown)).toEqual([]);
});

test('nearly all succeed, and what fails has a code', () => {
  expect(results).toHaveLength(count);
  expect(results.filter(({ code }) => code === 'INTERNAL' || code === 'uncaught').map(shown)).toEqual([]);
  expect(results.filter(({ code }) => code === '').length).toBeGreaterThan(count * 0.9);
});

test('the faults did strike', () => {
  const struck = [sandbox.membraneServer, sandbox.hubServer].flatMap(({ faults }) => faults.applied);
  expect(struck.reduce((sum, times) => sum + times, 0)).toBeGreaterThan(count * 0.2);
});

test('memory stays flat', () => {
  const later = heap.slice(Math.floor(heap.length / 3));
  expect((later.at(-1) ?? 0) - (later[0] ?? 0)).toBeLessThan(growthAllowed);
});
