import { describe, expect, test } from 'vitest';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import { HubProbe } from './hub-probe.ts';
import { outputOf } from './operation-case.ts';
import { expectOneWrite, repeatableCases, runTwice } from './safe-repeat-runs.ts';
import { errorOf, runStep, useSandbox, withSandbox } from './sandbox-step.ts';
import { isWrite, stepRequests } from './written-requests.ts';

const modes = ['skip', 'update'] as const;

/** All of them run so, over both transports, in test/slow/safe-repeat.slow.ts; and in test/hub/safe-repeat. */
const overApi = repeatableCases(/^(create-repository|create-discussion|create-collection|update-model-settings)$/);
const createOnly = repeatableCases(/^create-repository$/);

describe('a write that can be compared, run twice', () => {
  test.concurrent.each([
    ...overApi.map((one) => ['api', 'update', ...one] as const),
    ...createOnly.map((one) => ['api', 'skip', ...one] as const),
    ...createOnly.map((one) => ['cli', 'update', ...one] as const),
  ])('over %s with if-exists: %s is sent once: %s', async (transport, mode, ...repeated) => {
    expectOneWrite(await runTwice(repeated, mode, transport));
  });
});

describe('two jobs at once', () => {
  test.each(modes)('with if-exists: %s are both green, and one repository is made', async (mode) => {
    await withSandbox({ hub: { settings: { workMs: 700 } } }, async (sandbox) => {
      const step = {
        operation: 'create-repository',
        input: { repository: 'my-org/raced', private: true },
        inputs: { 'if-exists': mode },
      };
      const results = await Promise.all([1, 2].map(() => runStep(sandbox, step)));
      for (const { exitCode, log } of results) expect(exitCode, log).toBe(0);
      expect(results.map(({ outputs }) => [outputs.status, outputs.changed]).toSorted()).toEqual([
        ['skipped', 'false'],
        ['succeeded', 'true'],
      ]);
      expect(new Set(results.map(({ outputs }) => outputs.id)).size).toBe(1);
      expect(sandbox.hubServer.requests.flatMap(({ effects }) => effects)).toEqual([
        'create-repository model my-org/raced',
      ]);
    });
  });
});

describe('what is there otherwise', () => {
  const bed = useSandbox();

  test('is brought in line in one call', async () => {
    await bed.hub.createRepository('dataset', 'unlike');
    const step = {
      operation: 'create-repository',
      input: { repository: 'my-org/unlike', type: 'dataset', visibility: 'private' },
      inputs: { 'if-exists': 'update' },
    };
    const from = bed.sandbox.hubServer.requests.length;
    const result = await runStep(bed.sandbox, step);
    expect(result.outputs, result.log).toMatchObject({ status: 'succeeded', changed: 'true', error: '' });
    expect(outputOf(result)).toMatchObject({ name: 'my-org/unlike', private: true });
    expect(result.log).toContain('visibility, public → private');
    const writes = stepRequests(bed.sandbox, from).filter(isWrite);
    expect(writes.map(({ method, path, bodyText }) => [method, path, bodyText])).toEqual([
      ['PUT', '/api/datasets/my-org/unlike/settings', '{"visibility":"private"}'],
    ]);
  });

  test('is an error where nothing can change it, and nothing is sent', async () => {
    await bed.hub.createRepository('space', 'built', { sdk: 'gradio' });
    const from = bed.sandbox.hubServer.requests.length;
    const result = await runStep(bed.sandbox, {
      operation: 'create-repository',
      input: { repository: 'my-org/built', type: 'space', sdk: 'docker', private: true },
      inputs: { 'if-exists': 'update' },
    });
    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toMatchObject({ code: 'HUB_CONFLICT' });
    expect(errorOf(result).message).toContain('sdk is gradio, not docker');
    expect(result.outputs.changed).toBe('false');
    expect(stepRequests(bed.sandbox, from).filter(isWrite)).toEqual([]);
  });

  test('is left as it is by skip', async () => {
    await bed.hub.createRepository('space', 'kept', { sdk: 'gradio' });
    const result = await runStep(bed.sandbox, {
      operation: 'create-repository',
      input: { repository: 'my-org/kept', type: 'space', sdk: 'docker', private: true },
      inputs: { 'if-exists': 'skip' },
    });
    expect(result.outputs, result.log).toMatchObject({ status: 'skipped', changed: 'false' });
    expect(await bed.hub.get('/api/spaces/my-org/kept')).toMatchObject({ sdk: 'gradio', private: false });
  });

  test('and known by names of the workspace alone cannot be found', async () => {
    await withSandbox({ actions: 'renamed' }, async (sandbox) => {
      const input = { owner: 'my-org', repo_name: 'split', repo_type: 'models' };
      const step = { operation: 'create-repository', input };
      const result = await runStep(sandbox, { ...step, inputs: { 'if-exists': 'skip' } });
      expect(errorOf(result)).toMatchObject({ code: 'INPUT_INVALID' });
      expect(errorOf(result).message).toContain('if-exists: needs repository under these names');
      const hub = new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.grace);
      expect(await hub.status('/api/models/my-org/split')).toBe(404);
    });
  });

  test('of a model settings only what differs is sent', async () => {
    await bed.hub.createRepository('model', 'set', { private: true });
    const from = bed.sandbox.hubServer.requests.length;
    const result = await runStep(bed.sandbox, {
      operation: 'update-model-settings',
      input: { repository: 'my-org/set', private: true, gated: 'manual', 'discussions-disabled': false },
    });
    expect(result.outputs, result.log).toMatchObject({ status: 'succeeded', changed: 'true' });
    expect(
      stepRequests(bed.sandbox, from)
        .filter(isWrite)
        .map(({ bodyText }) => bodyText),
    ).toEqual(['{"gated":"manual"}']);
  });
});
