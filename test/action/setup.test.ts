import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createMachine } from '../harness/runner-machine.ts';
import { errorOf, runStep, useSandbox } from './sandbox-step.ts';

const bed = useSandbox();
/** The sandbox answers in this process, which must not be blocked meanwhile. */
const execute = promisify(execFile);

test.each([false, true])(
  'setup leaves the CLI to later steps, and its sign-in only when asked to: %s',
  async (asked) => {
    const machine = createMachine();
    try {
      const input = asked ? { 'export-sign-in': true } : {};
      const step = { operation: 'setup', transport: 'auto', input, machine, withoutPost: true } as const;
      const result = await runStep(bed.sandbox, step);
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs).toMatchObject({
        'connection-state': 'READY',
        id: bed.sandbox.connectionId,
        changed: 'false',
      });
      const [folder = ''] = result.pathAdditions;
      const { MEMBRANE_API_URI, MEMBRANE_ACCESS_TOKEN } = result.environment;
      expect(MEMBRANE_API_URI).toBe(bed.sandbox.membraneUrl);
      expect(MEMBRANE_ACCESS_TOKEN).toBe(asked ? bed.sandbox.token : undefined);
      expect(JSON.stringify(result.filesLeft).includes(bed.sandbox.token)).toBe(false);

      const env = { PATH: `${folder}:/usr/bin:/bin`, HOME: machine.home, ...result.environment };
      const membrane = async (more: Record<string, string>): Promise<string> => {
        const options = { cwd: machine.workspace, env: { ...env, ...more }, timeout: 20_000 };
        return (await execute('bash', ['-c', 'membrane connection list --json'], options)).stdout;
      };
      if (asked) expect(await membrane({})).toContain(bed.sandbox.connectionId);
      else await expect(membrane({})).rejects.toThrow('Access token is not provided');
      expect(await membrane({ MEMBRANE_ACCESS_TOKEN: bed.sandbox.token })).toContain(bed.sandbox.connectionId);
    } finally {
      machine.remove();
    }
  },
);

test('setup without a CLI is refused, and so is a batch of it', async () => {
  const byApi = await runStep(bed.sandbox, { operation: 'setup', transport: 'api', withoutPost: true });
  expect(errorOf(byApi).message).toContain('setup is about the CLI');
  const input = { operations: [{ operation: 'setup' }] };
  const batch = await runStep(bed.sandbox, { operation: 'batch', input, withoutPost: true });
  expect(errorOf(batch).code).toBe('INPUT_INVALID');
});
