import { expect, inject } from 'vitest';
import { catalogue } from '../../src/hub/catalogue.ts';
import { runOperation } from '../../src/hub/run-operation.ts';
import { requestOf } from '../hub/request-of.ts';
import { sandboxContext } from '../hub/sandbox-context.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { HubProbe } from './hub-probe.ts';
import type { OperationCase } from './operation-case.ts';
import { runStep, withSandbox } from './sandbox-step.ts';
import { writeCases } from './write-cases.ts';
import { isWrite, membraneWrites, stepRequests } from './written-requests.ts';

export interface Counts {
  readonly status: string;
  readonly changed: string;
  /** Requests that reached the Hub. */
  readonly reads: number;
  readonly writes: number;
}

export interface TwoRuns {
  readonly key: string;
  readonly ifExists: 'skip' | 'update';
  readonly first: Counts;
  readonly second: Counts;
}

export type Repeated = readonly [key: string, operation: OperationCase];

/** The writes of the catalogue that are compared with what is there. */
export function repeatableCases(only = /^/): Repeated[] {
  const keys = catalogue.flatMap((row) => (row.kind === 'hub' && row.repeat !== undefined ? [row.key] : []));
  return keys
    .filter((key) => only.test(key))
    .map((key) => {
      const operation = writeCases[key];
      if (operation === undefined) throw new Error(`test/action/write-cases.ts has no case of ${key}`);
      return [key, operation] as const;
    });
}

/** What nobody can read back is set every time. */
export const alwaysSent = new Set(['set-space-secret']);

/** One write in the first run (a discussion's title and status are two), and none in the second. */
export function expectOneWrite({ key, first, second }: TwoRuns): void {
  expect(first).toMatchObject({ status: 'succeeded', changed: 'true' });
  expect(first.writes).toBe(key === 'update-discussion' ? 2 : 1);
  if (alwaysSent.has(key)) expect(second).toMatchObject({ status: 'succeeded', changed: 'true', writes: 1 });
  else expect(second).toMatchObject({ status: 'skipped', changed: 'false', writes: 0 });
}

/** The same step twice on a sandbox of its own, as a runner starts it. */
export function runTwice(
  repeated: Repeated,
  ifExists: TwoRuns['ifExists'],
  transport: 'api' | 'cli',
): Promise<TwoRuns> {
  return countTwice(repeated, ifExists, async (sandbox, { key, input, confirm }) => {
    const inputs = { 'if-exists': ifExists, ...(confirm === undefined ? {} : { confirm }) };
    const step = { operation: key, transport, input, inputs, toolCache: inject('toolCache'), withoutPost: true };
    const { exitCode, log, outputs } = await runStep(sandbox, step);
    expect(exitCode, log).toBe(0);
    return { status: outputs.status ?? '', changed: outputs.changed ?? '' };
  });
}

/** The same without a process of its own. */
export function runTwiceHere(repeated: Repeated, ifExists: TwoRuns['ifExists']): Promise<TwoRuns> {
  return countTwice(repeated, ifExists, async (sandbox, { key, input, confirm }) => {
    const context = sandboxContext(sandbox);
    const options = { ...context.options, ifExists };
    const request = requestOf(key, JSON.stringify(input), confirm);
    const { status, changed } = await runOperation(request, { ...context, options });
    return { status, changed: String(changed) };
  });
}

interface Step {
  readonly key: string;
  readonly input: unknown;
  readonly confirm: string | undefined;
}

function countTwice(
  [key, operation]: Repeated,
  ifExists: TwoRuns['ifExists'],
  run: (sandbox: Sandbox, step: Step) => Promise<Pick<Counts, 'status' | 'changed'>>,
): Promise<TwoRuns> {
  return withSandbox({}, async (sandbox) => {
    const hub = new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.grace);
    const scene = { hub, name: key, repository: `my-org/${key}`, dialect: 'canonical' } as const;
    await operation.prepare?.(scene);
    const step = { key, input: operation.input(scene), confirm: operation.inputs?.(scene).confirm };
    const count = async (): Promise<Counts> => {
      const [from, asked] = [sandbox.hubServer.requests.length, sandbox.membraneServer.requests.length];
      const ended = await run(sandbox, step);
      const requests = stepRequests(sandbox, from);
      const writes = requests.filter(isWrite).length;
      expect(membraneWrites(sandbox, asked)).toHaveLength(writes);
      return { ...ended, reads: requests.length - writes, writes };
    };
    return { key, ifExists, first: await count(), second: await count() };
  });
}
