import { describe, expect, test } from 'vitest';
import { plan, planOf, plansOfOthers, writingCases } from '../action/dry-run-cases.ts';
import { outputOf } from '../action/operation-case.ts';
import { useSandbox } from '../action/sandbox-step.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';

// Other dialects of actions: test/hub/dry-run/every-row.test.ts.
describe.each(['api', 'cli'] as const)('over %s', (transport) => {
  const bed = useSandbox({ hubToken: SEEDED_TOKENS.adaReadOnly });

  test.concurrent.each(writingCases())('%s is planned and not sent', async (...operation) => {
    const [key] = operation;
    const scene = { dialect: 'canonical', name: key, repository: `my-org/${key}`, hub: bed.hub } as const;
    const result = await planOf(operation, transport, { sandbox: bed.sandbox, scene });
    expect(result.outputs, result.log).toMatchObject({ status: 'planned', changed: 'true', error: '' });
    if (key !== plansOfOthers) expect(plan.parse(outputOf(result))).toMatchObject({ operation: key, changed: true });
  });
});
