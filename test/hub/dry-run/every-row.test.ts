import { describe, expect, test } from 'vitest';
import { runOperation } from '../../../src/hub/run-operation.ts';
import { plansOfOthers, writingCases } from '../../action/dry-run-cases.ts';
import { useSandbox } from '../../action/sandbox-step.ts';
import { isWrite, membraneWrites, stepRequests } from '../../action/written-requests.ts';
import { SEEDED_TOKENS } from '../../sandbox/hub/seed.ts';
import { requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

describe.each(['canonical', 'renamed', 'none'] as const)('a workspace whose actions are %s', (dialect) => {
  const bed = useSandbox({ actions: dialect, hubToken: SEEDED_TOKENS.adaReadOnly });

  test.each(writingCases())('%s is planned with rights to read', async (key, operation) => {
    const scene = { dialect, name: key, repository: `my-org/${key}`, hub: bed.hub } as const;
    await operation.prepare?.(scene);
    const context = sandboxContext(bed.sandbox);
    const request = requestOf(key, JSON.stringify(operation.input(scene)), operation.inputs?.(scene).confirm);
    const run = runOperation(request, { ...context, options: { ...context.options, dryRun: true } });
    const code = operation.fails?.(scene, 'api');
    if (code !== undefined) await expect(run).rejects.toMatchObject({ code });
    else {
      const output = key === plansOfOthers ? expect.anything() : { operation: key };
      await expect(run).resolves.toMatchObject({ status: 'planned', changed: true, output });
    }
    expect(stepRequests(bed.sandbox).filter(isWrite)).toEqual([]);
    expect(membraneWrites(bed.sandbox)).toEqual([]);
  });
});
