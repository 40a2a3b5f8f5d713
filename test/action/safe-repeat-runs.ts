import { expect, inject } from 'vitest';
import { catalogue } from '../../src/hub/catalogue.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
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
  readonly transport: 'api' | 'cli';
  readonly first: Counts;
  readonly second: Counts;
}

/** The writes of the catalogue that are compared with what is there. */
export function repeatableCases(): (readonly [key: string, operation: OperationCase])[] {
  const keys = catalogue.flatMap((row) => (row.kind === 'hub' && row.repeat !== undefined ? [row.key] : []));
  return keys.map((key) => {
    const operation = writeCases[key];
    if (operation === undefined) throw new Error(`test/action/write-cases.ts has no case of ${key}`);
    return [key, operation] as const;
  });
}

/** The same step twice on a sandbox of its own. */
export function runTwice(
  [key, operation]: readonly [string, OperationCase],
  ifExists: TwoRuns['ifExists'],
  transport: TwoRuns['transport'],
): Promise<TwoRuns> {
  return withSandbox({}, async (sandbox) => {
    const hub = new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.grace);
    const scene = { hub, name: key, repository: `my-org/${key}`, dialect: 'canonical' } as const;
    await operation.prepare?.(scene);
    const step = {
      operation: key,
      transport,
      input: operation.input(scene),
      inputs: { ...operation.inputs?.(scene), 'if-exists': ifExists },
      toolCache: inject('toolCache'),
    };
    const count = async (): Promise<Counts> => {
      const from = sandbox.hubServer.requests.length;
      const asked = sandbox.membraneServer.requests.length;
      const result = await runStep(sandbox, step);
      expect(result.exitCode, result.log).toBe(0);
      const requests = stepRequests(sandbox, from);
      const writes = requests.filter(isWrite).length;
      expect(membraneWrites(sandbox, asked)).toHaveLength(writes);
      const { status = '', changed = '' } = result.outputs;
      return { status, changed, reads: requests.length - writes, writes };
    };
    const first = await count();
    return { key, ifExists, transport, first, second: await count() };
  });
}
