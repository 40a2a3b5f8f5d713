import { describe, expect, test } from 'vitest';
import type { ActionResult } from '../harness/run-action.ts';
import { builtInCases } from './built-in-cases.ts';
import type { OperationCase, Scene } from './operation-case.ts';
import { readCases } from './read-cases.ts';
import { runStep, useSandbox } from './sandbox-step.ts';
import { writeCases } from './write-cases.ts';

export const operationCases: Readonly<Record<string, OperationCase>> = { ...readCases, ...writeCases, ...builtInCases };

/** The cases, played in one dialect of a workspace's actions over the given transports. */
export function playOperations(dialect: Scene['dialect'], transports: readonly ('cli' | 'api')[]): void {
  describe(`a workspace whose actions are ${dialect}`, () => playIn(dialect, transports));
}

function playIn(dialect: Scene['dialect'], transports: readonly ('cli' | 'api')[]): void {
  const bed = useSandbox({ actions: dialect });

  describe.each(transports)('over %s', (transport) => {
    const played = Object.entries(operationCases)
      .filter(([, one]) => one.shownIn === undefined)
      .filter(([, one]) => one.runsWithout === undefined || dialect === 'none');
    test.concurrent.each(played)('%s', async (key, operation) => {
      const scene = sceneOf(key, transport);
      await operation.prepare?.(scene);
      const result = await runStep(bed.sandbox, {
        operation: key,
        transport,
        withoutPost: transport === 'api' || dialect !== 'canonical',
        input: operation.input(scene),
        inputs: operation.inputs?.(scene) ?? {},
      });
      expectEnd(result, operation, operation.fails?.(scene, transport));
      expect(result.outputs['cli-version'] === '').toBe(transport === 'api');
      await operation.check(result, scene);
    });
  });

  function sceneOf(key: string, transport: string): Scene {
    const name = `${key}-${transport}`;
    return { dialect, name, repository: `my-org/${name}`, hub: bed.hub };
  }
}

function expectEnd(result: ActionResult, operation: OperationCase, code: string | undefined): void {
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
  if (result.post) expect(result.post).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
}
