import { describe, expect, test } from 'vitest';
import { errorOf, runStep, withSandbox } from './sandbox-step.ts';

const operation = 'ensure-connection';

describe.each(['cli', 'api'] as const)('over %s', (transport) => {
  const step = { operation, transport };

  test.concurrent('a connection that is being built is waited for', () =>
    withSandbox({ connection: 'building', secondMs: 50 }, async (sandbox) => {
      const result = await runStep(sandbox, step);
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs).toMatchObject({ 'connection-id': sandbox.connectionId, 'connection-state': 'READY' });
    }));

  test.concurrent('one that is never built ends at connection-timeout', () =>
    withSandbox({ connection: 'building-forever' }, async (sandbox) => {
      const result = await runStep(sandbox, { ...step, inputs: { 'connection-timeout': '5s' } });
      expect(result.exitCode).toBe(1);
      expect(errorOf(result)).toMatchObject({
        code: 'CONNECTION_TIMEOUT',
        message: expect.stringContaining('BUILDING'),
      });
      expect(result.outputs['connection-state']).toBe('BUILDING');
      expect(result.durationMs).toBeLessThan(30_000);
    }));

  test.concurrent('a person who must sign in is given the link', () =>
    withSandbox({ connection: 'connect' }, async (sandbox) => {
      const result = await runStep(sandbox, step);
      const link = result.outputs['client-action-url'] ?? '';
      expect(result.exitCode).toBe(1);
      expect(errorOf(result).code).toBe('CONNECTION_ACTION_REQUIRED');
      expect(link).toMatch(/^http/);
      expect(result.outputs['connection-state']).toBe('CLIENT_ACTION_REQUIRED');
      expect(result.annotations[0]?.message).toContain(link);
      expect(result.summary).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
      expect(result.summary).toContain('Sign in to Hugging Face');
      expect(result.summary).toContain('Show the link to the user');
    }));

  test.concurrent('an action without a link is described', () =>
    withSandbox({ connection: 'provide-input' }, async (sandbox) => {
      const result = await runStep(sandbox, step);
      expect(errorOf(result).code).toBe('CONNECTION_ACTION_REQUIRED');
      expect(result.outputs['client-action-url']).toBe('');
      expect(result.log).toContain('Enter the address of your instance.');
    }));

  test.concurrent('with wait, the step goes on when the person has acted', () =>
    withSandbox({ connection: 'connect', secondMs: 100 }, async (sandbox) => {
      const result = await runStep(sandbox, {
        ...step,
        inputs: { 'on-action-required': 'wait', 'connection-timeout': '1m' },
        during: async (running) => {
          await running.hasPrinted('::warning');
          sandbox.membrane.performClientAction(sandbox.connectionId);
        },
      });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs).toMatchObject({ 'connection-state': 'READY', 'client-action-url': '' });
      expect(sandbox.membrane.connections).toHaveLength(1);
      // What was written while the step waited stands before how it ended.
      const [shown = '', ended = ''] = result.summary.split('<h3>');
      expect(shown).toContain('A person must act on the Membrane connection.');
      expect(shown).toMatch(/href="http[^"]+"/);
      expect(ended).toContain('✅');
      expect(result.annotations[0]?.message).toMatch(/Open http\S+ and do what it asks/);
    }));

  test.concurrent.each([
    ['configuration-error', 'CONFIGURATION_ERROR', 'The connector lacks a client id.'],
    ['setup-failed', 'SETUP_FAILED', 'The connector could not be built.'],
    ['disconnecting', 'DISCONNECTING', ''],
    ['unknown', 'HIBERNATING', ''],
  ] as const)('%s fails, named', (connection, state, reason) =>
    withSandbox({ connection, secondMs: 50 }, async (sandbox) => {
      const result = await runStep(sandbox, step);
      expect(result.exitCode).toBe(1);
      const { code, message } = errorOf(result);
      expect(code).toBe('CONNECTION_FAILED');
      expect(message).toContain(state);
      expect(message).toContain(reason);
      expect(result.outputs['connection-state']).toBe(state);
    }),
  );

  test.concurrent('connection-id skips ensure', () =>
    withSandbox({}, async (sandbox) => {
      const inputs = { 'connection-id': sandbox.connectionId };
      const result = await runStep(sandbox, { ...step, inputs });
      expect(result.exitCode, result.log).toBe(0);
      const paths = sandbox.membraneServer.requests.map(({ path }) => path);
      expect(paths).not.toContain('/connections/ensure');
      const unknown = await runStep(sandbox, { ...step, inputs: { 'connection-id': 'nobody-knows-this' } });
      expect(errorOf(unknown).code).toBe('CONNECTION_FAILED');
    }));
});
