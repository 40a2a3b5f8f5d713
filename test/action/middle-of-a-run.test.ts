import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { errorOf, runStep, type SandboxStep, withSandbox } from './sandbox-step.ts';

const create = {
  operation: 'create-repository',
  input: { repository: 'my-org/in-the-middle', type: 'model', private: true },
} as const;

/** The call that carries out the operation. */
const operationCall = /^POST \/(act|actions\/[^/]+\/run)$/;

const created = (sandbox: Sandbox) => sandbox.hubServer.requests.flatMap(({ effects }) => effects);

describe.each(['cli', 'api'] as const)('over %s', (transport) => {
  const step: SandboxStep = { ...create, transport };

  test.concurrent('a signed token that expires is signed anew, once, and the write is done once', () =>
    withSandbox({}, async (sandbox) => {
      const { key, secret } = sandbox.workspace;
      const signIn = { token: '', 'workspace-key': key, 'workspace-secret': secret, 'tenant-key': sandbox.tenantKey };
      sandbox.membraneServer.faults.add({ match: operationCall, kind: 'token-expired', nth: 1 });
      const result = await runStep(sandbox, { ...step, inputs: signIn });
      expect(result.exitCode, result.log).toBe(0);
      expect(created(sandbox)).toHaveLength(1);
      const runs = sandbox.membraneServer.requests.filter(({ method, path }) =>
        operationCall.test(`${method} ${path}`),
      );
      expect(new Set(runs.map(({ headers }) => headers.authorization)).size).toBe(2);
      expect(result.log).toContain('a new one is signed');
    }));

  test.concurrent('one that is rejected again is told, with the sign-in that was used', () =>
    withSandbox({}, async (sandbox) => {
      const { key, secret } = sandbox.workspace;
      const signIn = { token: '', 'workspace-key': key, 'workspace-secret': secret, 'tenant-key': sandbox.tenantKey };
      sandbox.membraneServer.faults.add({ match: operationCall, kind: 'token-expired' });
      const result = await runStep(sandbox, { ...step, inputs: signIn });
      expect(errorOf(result)).toMatchObject({ code: 'AUTH_REJECTED' });
      expect(errorOf(result).message).toContain('signed in by `workspace-key` and `workspace-secret`');
      const runs = sandbox.membraneServer.requests.filter(({ method, path }) =>
        operationCall.test(`${method} ${path}`),
      );
      expect(runs).toHaveLength(2);
      expect(created(sandbox)).toEqual([]);
    }));

  test.concurrent('a connection that needs a person is told as that, with the link', () =>
    withSandbox({}, async (sandbox) => {
      const call = () => sandbox.membrane.follow(sandbox.connectionId, 'connect');
      sandbox.membraneServer.faults.add({ match: operationCall, kind: 'callback', call });
      const result = await runStep(sandbox, step);
      expect(errorOf(result), result.log).toMatchObject({ code: 'CONNECTION_ACTION_REQUIRED' });
      expect(errorOf(result).message).toContain('It was ready when the step began.');
      expect(result.outputs['client-action-url']).toMatch(new RegExp(`^${sandbox.membraneUrl}/`));
      expect(result.outputs['connection-state']).toBe('CLIENT_ACTION_REQUIRED');
      expect(result.summary).toContain(result.outputs['client-action-url']);
      expect(created(sandbox)).toEqual([]);
    }));
});

test.concurrent.each(['request', 'run-action'])('a lost answer of %s stays an open question', (operation) =>
  withSandbox({}, async (sandbox) => {
    const body = { name: 'in-the-middle', organization: 'my-org', type: 'model' };
    const input =
      operation === 'request'
        ? { method: 'POST', path: '/api/repos/create', body }
        : { action: 'create-repository', parameters: { repository: 'my-org/in-the-middle', type: 'model' } };
    const match = /^POST \/(act|connections\/[^/]+\/proxy\/api\/repos\/create)$/;
    sandbox.membraneServer.faults.add({ match, kind: 'reset-after' });
    const result = await runStep(sandbox, { operation, input });
    expect(errorOf(result), result.log).toMatchObject({ code: 'OUTCOME_UNKNOWN', retryable: false });
    expect(result.outputs.changed).toBe('');
    expect(created(sandbox)).toHaveLength(1);
  }),
);

describe('on events that an outsider can start', () => {
  test.concurrent.each(['pull_request_target', 'workflow_run', 'issue_comment'])('%s is warned of', (name) =>
    withSandbox({}, async (sandbox) => {
      const env = { GITHUB_EVENT_NAME: name };
      const result = await runStep(sandbox, { operation: 'get-current-user', env });
      expect(result.exitCode, result.log).toBe(0);
      const warnings = result.annotations.filter(({ kind }) => kind === 'warning');
      expect(warnings.map(({ message }) => message)).toEqual([expect.stringContaining(`\`${name}\``)]);
    }),
  );

  test.concurrent('a file of the checkout is refused there, unless it is allowed', () =>
    withSandbox({}, async (sandbox) => {
      const step: SandboxStep = {
        ...{ operation: 'get-model', env: { GITHUB_EVENT_NAME: 'pull_request_target' } },
        workspaceFiles: { 'model.yml': 'repository: my-org/my-model' },
        inputs: { 'input-file': 'model.yml' },
      };
      const refused = await runStep(sandbox, step);
      expect(errorOf(refused)).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('input-file') });
      expect(sandbox.membraneServer.requests).toEqual([]);
      const inputs = { ...step.inputs, 'allow-untrusted-input-file': 'true' };
      const allowed = await runStep(sandbox, { ...step, inputs });
      expect(allowed.exitCode, allowed.log).toBe(0);
    }));

  test.concurrent('half of a sign-in on a fork is told why', () =>
    withSandbox({}, async (sandbox) => {
      const repositories = { head: { repo: { full_name: 'them/fork' } }, base: { repo: { full_name: 'us/it' } } };
      const env = { GITHUB_EVENT_NAME: 'pull_request' };
      const inputs = { token: '', 'workspace-key': 'sandbox-workspace' };
      const step = { operation: 'get-current-user', inputs, env, event: { pull_request: repositories } };
      const error = errorOf(await runStep(sandbox, step));
      expect(error.message).toMatch(/workspace-secret.*fork/s);
    }));
});
