import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { describeOperations } from '../../src/hub/describe-operations.ts';
import { type ActionResult, runAction } from '../harness/run-action.ts';
import { sandboxInputs } from '../harness/step.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { builtInCases } from './built-in-cases.ts';
import { HubProbe } from './hub-probe.ts';
import type { OperationCase, Scene } from './operation-case.ts';
import { readCases } from './read-cases.ts';
import { writeCases } from './write-cases.ts';

const cases: Readonly<Record<string, OperationCase>> = { ...readCases, ...writeCases, ...builtInCases };
const transports = ['cli', 'api'] as const;
const dialects = ['canonical', 'renamed', 'none'] as const;

test('every operation of the catalogue has a case, and every case an operation', () => {
  expect(Object.keys(cases).toSorted()).toEqual(
    describeOperations()
      .map(({ key }) => key)
      .toSorted(),
  );
});

describe.each(dialects)('a workspace whose actions are %s', (dialect) => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox({ actions: dialect });
    // The first step fills the tool cache; the others find the CLI there, as on a self-hosted runner.
    await step('ensure-connection', { ...sandboxInputs(sandbox, { transport: 'cli' }) });
  });

  afterAll(() => sandbox.close());

  describe.each(transports)('over %s', (transport) => {
    test.concurrent.each(Object.entries(cases))('%s', async (key, operation) => {
      const scene = sceneOf(key, transport);
      await operation.prepare?.(scene);
      const result = await step(key, {
        ...sandboxInputs(sandbox, { transport }),
        input: JSON.stringify(operation.input(scene)),
        ...operation.inputs?.(scene),
      });
      expectEnd(result, operation, scene);
      expect(result.outputs['cli-version'] === '').toBe(transport === 'api');
      await operation.check(result, scene);
    });
  });

  function sceneOf(key: string, transport: string): Scene {
    const name = `${key}-${transport}`;
    return { dialect, name, repository: `my-org/${name}`, hub: new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.grace) };
  }
});

function step(operation: string, inputs: Record<string, string>): Promise<ActionResult> {
  return runAction({ inputs: { operation, ...inputs }, toolCache: inject('toolCache') });
}

function expectEnd(result: ActionResult, operation: OperationCase, scene: Scene): void {
  const code = operation.fails?.(scene);
  if (code === undefined) {
    expect(result, result.log).toMatchObject({
      exitCode: 0,
      outputs: { status: 'succeeded', changed: String(operation.changes), error: '', 'connection-state': 'READY' },
    });
    expect(result.annotations).toEqual([]);
  } else {
    expect(result.exitCode, result.log).toBe(1);
    expect(JSON.parse(result.outputs.error ?? '')).toMatchObject({ code });
  }
  expect(result.post).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
}
