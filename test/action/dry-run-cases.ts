import { expect, inject } from 'vitest';
import { z } from 'zod';
import { catalogue } from '../../src/hub/catalogue.ts';
import type { ActionResult } from '../harness/run-action.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { builtInCases } from './built-in-cases.ts';
import type { OperationCase, Scene } from './operation-case.ts';
import { runStep } from './sandbox-step.ts';
import { writeCases } from './write-cases.ts';
import { isWrite, membraneWrites, stepRequests } from './written-requests.ts';

const cases: Readonly<Record<string, OperationCase>> = { ...writeCases, ...builtInCases };

/** Every row of the catalogue that may write; what works with files of the runner has a dry run of its own, held beside it. */
export function writingCases(only = /^/): (readonly [key: string, operation: OperationCase])[] {
  const rows = catalogue.filter(({ effect, key }) => effect !== 'read' && only.test(key));
  return rows.flatMap(({ key, kind }) => {
    const operation = cases[key];
    if (operation === undefined && kind === 'hub') throw new Error(`There is no case of ${key}`);
    // One that is shown in a file of its own has its dry run there.
    return operation === undefined || operation.shownIn !== undefined ? [] : [[key, operation] as const];
  });
}

/** Answers the plans of its entries instead of one of its own. */
export const plansOfOthers = 'batch';

/** The plan that a dry run answers. */
export const plan = z.object({
  operation: z.string(),
  changed: z.boolean(),
  calls: z.array(
    z.union([
      z.object({ action: z.object({ id: z.string(), key: z.string().optional() }) }),
      z.object({ request: z.object({ method: z.string(), path: z.string() }) }),
    ]),
  ),
  changes: z.array(z.object({ name: z.string(), known: z.boolean(), now: z.unknown(), 'would-be': z.unknown() })),
});

/** Runs a case of a write under `dry-run` and holds that nothing was written, at Membrane or at the Hub. */
export async function planOf(
  [key, operation]: readonly [string, OperationCase],
  transport: 'api' | 'cli',
  { sandbox, scene }: { readonly sandbox: Sandbox; readonly scene: Scene },
): Promise<ActionResult> {
  await operation.prepare?.(scene);
  const result = await runStep(sandbox, {
    operation: key,
    transport,
    toolCache: inject('toolCache'),
    input: operation.input(scene),
    inputs: { ...operation.inputs?.(scene), 'dry-run': 'true' },
  });
  expect(stepRequests(sandbox).filter(isWrite)).toEqual([]);
  expect(membraneWrites(sandbox)).toEqual([]);
  return result;
}
