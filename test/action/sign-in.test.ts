import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { errorOf, runStep, useSandbox, withSandbox } from './sandbox-step.ts';

const bed = useSandbox();
const operation = 'ensure-connection';

/** Instead of the token that a step usually signs in with. */
const noToken = { token: '' };

describe.each(['cli', 'api'] as const)('over %s', (transport) => {
  test.concurrent('a long-lived client token', async () => {
    const result = await runStep(bed.sandbox, { operation, transport, inputs: { token: bed.sandbox.clientToken } });
    expect(result.exitCode, result.log).toBe(0);
  });

  test.concurrent("a workspace's shared secret, as the tenant named", async () => {
    const { key, secret } = bed.sandbox.workspace;
    const workspace = { ...noToken, 'workspace-key': key, 'workspace-secret': secret };
    const inputs = { ...workspace, 'tenant-key': bed.sandbox.tenantKey };
    const result = await runStep(bed.sandbox, { operation, transport, inputs });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs['connection-id']).toBe(bed.sandbox.connectionId);
  });

  test.concurrent('the tenant is the GitHub repository unless it is named', () =>
    withSandbox({}, async (sandbox) => {
      const { key, secret } = sandbox.workspace;
      const inputs = { ...noToken, 'workspace-key': key, 'workspace-secret': secret };
      const result = await runStep(sandbox, { operation, transport, inputs });
      expect(result.exitCode, result.log).toBe(0);
      expect(sandbox.membrane.connections.map(({ tenantKey }) => tenantKey)).toContain('octo-org/octo-models');
    }));

  test.concurrent.each([
    ['EC', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ])('a private %s key whose public half the workspace holds', (_, generate) => {
    const { publicKey, privateKey } = generate();
    const publicKeys = [publicKey.export({ type: 'spki', format: 'pem' }).toString()];
    const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    return withSandbox({ publicKeys }, async (sandbox) => {
      const inputs = { ...noToken, 'workspace-key': sandbox.workspace.key, 'workspace-secret': secret };
      const result = await runStep(sandbox, { operation, transport, inputs });
      expect(result.exitCode, result.log).toBe(0);
      const body = secret.split('\n').find((line) => line.length > 40) ?? '';
      expect(result.log).not.toContain(body);
    });
  });

  test.concurrent('the credentials of membrane login', async () => {
    const credentials = JSON.stringify({ accessToken: bed.sandbox.token, apiUri: bed.sandbox.membraneUrl });
    const result = await runStep(bed.sandbox, { operation, transport, inputs: { ...noToken, credentials } });
    expect(result.exitCode, result.log).toBe(0);
  });

  test.concurrent.each([
    ['a token that Membrane does not know', { token: 'pat-nobody-knows-this-one' }],
    [
      'a wrong secret',
      { ...noToken, 'workspace-key': 'sandbox-workspace', 'workspace-secret': 'not-the-secret-at-all' },
    ],
    ['an unknown workspace', { ...noToken, 'workspace-key': 'elsewhere', 'workspace-secret': 'not-the-secret-at-all' }],
  ])('%s is AUTH_REJECTED', async (_, inputs) => {
    const result = await runStep(bed.sandbox, { operation, transport, inputs });
    expect(result.exitCode).toBe(1);
    expect(errorOf(result).code, result.log).toBe('AUTH_REJECTED');
    expect(bed.sandbox.hubServer.requests).toEqual([]);
  });
});

test('a private key that is damaged is told before anything is sent', async () => {
  const damaged = '-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5IGF0IGFsbA==\n-----END PRIVATE KEY-----';
  const inputs = { ...noToken, 'workspace-key': 'sandbox-workspace', 'workspace-secret': damaged };
  const result = await runStep(bed.sandbox, { operation, inputs });
  expect(result.exitCode).toBe(1);
  expect(errorOf(result).code).toMatch(/^(AUTH_REJECTED|INPUT_INVALID)$/);
  expect(result.stdout).not.toContain('bm90IGEga2V5\n');
});
