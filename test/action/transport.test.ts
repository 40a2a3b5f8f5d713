import { describe, expect, test } from 'vitest';
import { errorOf, runStep, withSandbox } from './sandbox-step.ts';

/** Too long for an argument; it comes from a file because the runner's own variables are as short. */
const longInput = {
  workspaceFiles: {
    'long.json': JSON.stringify({
      repository: 'my-org/long',
      files: [{ path: 'long.txt', content: 'x'.repeat(300_000) }],
    }),
  },
  inputs: { 'input-file': 'long.json' },
};

const user = { operation: 'get-current-user' };

describe('auto', () => {
  test.concurrent('is the CLI, without a word', () =>
    withSandbox({}, async (sandbox) => {
      const result = await runStep(sandbox, { ...user, transport: 'auto' });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs['cli-version']).toBe('1.18.0');
      expect(result.annotations).toEqual([]);
    }));

  test.concurrent('is the API, with a notice, where the CLI cannot be installed', () =>
    withSandbox({}, async (sandbox) => {
      const inputs = { 'registry-url': 'http://127.0.0.1:9' };
      const result = await runStep(sandbox, { ...user, transport: 'auto', toolCache: undefined, inputs });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs['cli-version']).toBe('');
      expect(result.annotations).toEqual([expect.objectContaining({ kind: 'notice' })]);
    }));

  test.concurrent('sends what is too long for an argument by the API, with a notice, once', () =>
    withSandbox({}, async (sandbox) => {
      const result = await runStep(sandbox, { operation: 'create-repository', transport: 'auto', ...longInput });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.annotations).toEqual([expect.objectContaining({ kind: 'notice' })]);
      const created = sandbox.hubServer.requests.flatMap(({ effects }) => effects);
      expect(created).toHaveLength(1);
    }));

  test.concurrent('does not hide a failure of the operation behind a second try', () =>
    withSandbox({}, async (sandbox) => {
      const input = { repository: 'my-org/my-model' };
      const result = await runStep(sandbox, { operation: 'create-repository', transport: 'auto', input });
      expect(result.exitCode).toBe(1);
      expect(errorOf(result).code).toBe('HUB_CONFLICT');
      const tried = sandbox.hubServer.requests.filter(({ path }) => path === '/api/repos/create');
      expect(tried).toHaveLength(1);
    }));
});

test('cli refuses what is too long for an argument, and says how it would go', () =>
  withSandbox({}, async (sandbox) => {
    const result = await runStep(sandbox, { operation: 'create-repository', transport: 'cli', ...longInput });
    expect(result.exitCode).toBe(1);
    const { code, hint } = errorOf(result);
    expect(code).toBe('CLI_UNUSABLE');
    expect(hint).toContain('transport');
    expect(sandbox.hubServer.requests.flatMap(({ effects }) => effects)).toEqual([]);
  }));

test('api starts no process', () =>
  withSandbox({}, async (sandbox) => {
    const result = await runStep(sandbox, { ...user, transport: 'api', watchArguments: true });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.argumentsSeen).toEqual([]);
    expect(sandbox.registryServer.requests).toEqual([]);
  }));
