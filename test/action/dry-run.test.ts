import { describe, expect, test } from 'vitest';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import { plan, planOf, writingCases } from './dry-run-cases.ts';
import { outputOf } from './operation-case.ts';
import { runStep, useSandbox } from './sandbox-step.ts';
import { isWrite, membraneWrites, stepRequests } from './written-requests.ts';

/** The account behind the connection may only read. */
const readOnly = { hubToken: SEEDED_TOKENS.adaReadOnly };
/** All of them run so, over both transports, in test/slow/dry-run.slow.ts; without a process of their own in test/hub/dry-run. */
const overApi = /^(create-repository|delete-repository|run-action)$/;
const overCli = /^(create-repository|request)$/;

describe('writes are planned with rights to read, and not one is sent', () => {
  const bed = useSandbox(readOnly);

  test.concurrent.each([
    ...writingCases(overApi).map((operation) => ['api', ...operation] as const),
    ...writingCases(overCli).map((operation) => ['cli', ...operation] as const),
  ])('over %s: %s', async (transport, key, operation) => {
    const name = `${key}-${transport}`;
    const scene = { dialect: 'canonical', name, repository: `my-org/${name}`, hub: bed.hub } as const;
    const result = await planOf([key, operation], transport, { sandbox: bed.sandbox, scene });
    expect(result.outputs, result.log).toMatchObject({ status: 'planned', changed: 'true', error: '' });
    expect(plan.parse(outputOf(result))).toMatchObject({ operation: key, changed: true });
    expect(result.summary).toContain('planned');
    expect(result.annotations).toEqual([]);
  });
});

describe('a plan', () => {
  const bed = useSandbox(readOnly);

  test('shows what is now and what would be, in the summary and in the log', async () => {
    await bed.hub.createRepository('model', 'shown', { private: true });
    const input = { repository: 'my-org/shown', private: false, gated: 'manual', 'discussions-sorting': 'trending' };
    const result = await runStep(bed.sandbox, {
      operation: 'update-model-settings',
      input,
      inputs: { 'dry-run': 'true' },
    });
    const { changes } = plan.parse(outputOf(result));
    expect(changes.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
      { name: 'discussions-sorting', known: false, now: null, 'would-be': 'trending' },
      { name: 'gated', known: true, now: false, 'would-be': 'manual' },
      { name: 'private', known: true, now: true, 'would-be': false },
    ]);
    for (const cell of ['Now', 'Would be', 'gated', 'manual', 'not told by the Hub']) {
      expect(result.summary).toContain(cell);
    }
    expect(result.log).toContain('Plan: private: true → false');
    expect(result.outputs.url).toBe('https://huggingface.co/my-org/shown');
  });

  test('says that nothing would change', async () => {
    await bed.hub.createRepository('model', 'same', { private: true });
    const planned = (operation: string, inputs: Record<string, string> = {}) =>
      runStep(bed.sandbox, {
        operation,
        input: { repository: 'my-org/same', private: true },
        inputs: { 'dry-run': 'true', ...inputs },
      });
    const results = await Promise.all([
      planned('update-model-settings'),
      planned('create-repository', { 'if-exists': 'update' }),
    ]);
    for (const result of results) {
      expect(result.outputs, result.log).toMatchObject({ status: 'planned', changed: 'false', error: '' });
      expect(plan.parse(outputOf(result))).toMatchObject({ changed: false, calls: [], changes: [] });
    }
  });

  test('never shows a secret', async () => {
    const secrets = [{ key: 'API_KEY', value: 'correct-horse-battery' }];
    const result = await runStep(bed.sandbox, {
      operation: 'create-repository',
      input: { repository: 'my-org/secretive', type: 'space', sdk: 'static', secrets },
      inputs: { 'dry-run': 'true' },
    });
    expect(result.outputs).toMatchObject({ status: 'planned' });
    for (const text of [result.outputs.output, result.summary, result.log]) {
      expect(text).toContain('(secret)');
      expect(text).not.toContain('correct-horse');
    }
  });

  test('leaves the sandbox as it was', () => {
    expect(stepRequests(bed.sandbox).filter(isWrite)).toEqual([]);
    expect(membraneWrites(bed.sandbox)).toEqual([]);
  });

  test('of what only reads is the reading itself', async () => {
    const result = await runStep(bed.sandbox, { operation: 'list-models', inputs: { 'dry-run': 'true' } });
    expect(result.outputs).toMatchObject({ status: 'succeeded', changed: 'false' });
  });
});
