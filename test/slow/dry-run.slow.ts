import { describe, expect, test } from 'vitest';
import { plan, planOf, plansOfOthers, writingCases } from '../action/dry-run-cases.ts';
import { outputOf } from '../action/operation-case.ts';
import { useSandbox } from '../action/sandbox-step.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';

const transports = ['api', 'cli'] as const;
const dialects = ['canonical', 'renamed', 'none'] as const;

describe.each(dialects)('a workspace whose actions are %s', (dialect) => {
  const bed = useSandbox({ actions: dialect, hubToken: SEEDED_TOKENS.adaReadOnly });

  describe.each(transports)('over %s', (transport) => {
    test.concurrent.each(writingCases())('%s is planned and not sent', async (...operation) => {
      const [key, { fails }] = operation;
      const name = `${key}-${transport}`;
      const scene = { dialect, name, repository: `my-org/${name}`, hub: bed.hub };
      const result = await planOf(operation, transport, { sandbox: bed.sandbox, scene });
      if (fails?.(scene, 'api') !== undefined) {
        expect(result.outputs.status).toBe('failed');
        return;
      }
      expect(result.outputs, result.log).toMatchObject({ status: 'planned', changed: 'true', error: '' });
      if (key !== plansOfOthers) expect(plan.parse(outputOf(result))).toMatchObject({ operation: key, changed: true });
    });
  });
});
