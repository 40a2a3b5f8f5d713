import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createMachine, type RunnerMachine } from '../harness/runner-machine.ts';
import { recordOf } from './operation-case.ts';
import { errorOf, runStep, type SandboxStep, useSandbox, withSandbox } from './sandbox-step.ts';

const bed = useSandbox();
const root = mkdtempSync(path.join(tmpdir(), 'self-hosted-'));
const machines: RunnerMachine[] = [];
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  for (const machine of machines) machine.remove();
});

/** A runner of one's own, step after step, with no token in any of them. */
function selfHosted(name: string) {
  const home = path.join(root, name);
  const machine = createMachine();
  machines.push(machine);
  const run = (operation: string, input: unknown = {}, more: Partial<SandboxStep> = {}) =>
    runStep(bed.sandbox, {
      ...{ operation, input, machine, transport: 'cli' },
      ...more,
      inputs: { token: '', home, 'cli-path': bed.sandbox.cliPath, ...more.inputs },
    });
  return { home, run };
}

/** What a person finds on the page behind the address. */
async function codeFrom(url: string | undefined): Promise<string> {
  const page = await (await fetch(url ?? '')).text();
  return /<code>([^<]+)<\/code>/.exec(page)?.[1] ?? '';
}

const mode = (file: string) => statSync(file).mode & 0o777;

describe('login', () => {
  test('gives a person the address, takes the code, and later steps of the same home are signed in', async () => {
    const { home, run } = selfHosted('lasting');
    const before = await run('get-current-user');
    expect(errorOf(before)).toMatchObject({ code: 'AUTH_MISSING', hint: expect.stringContaining('login') });

    const begun = await run('login', { 'client-name': 'octo-org build machine' });
    expect(begun.exitCode, begun.log).toBe(0);
    const url = begun.outputs['login-url'];
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sandbox\/authorize\?clientName=octo-org\+build\+machine/);
    expect(begun.annotations).toMatchObject([{ message: expect.stringContaining(url ?? '-') }]);
    expect(begun.summary).toContain(`href="${url?.replaceAll('&', '&amp;')}"`);

    const code = await codeFrom(url);
    const done = await run('login', { code }, { watchArguments: true });
    expect(done.exitCode, done.log).toBe(0);
    expect(recordOf(done)).toMatchObject({ loggedIn: true, tenant: 'octo-org build machine' });
    expect(done.masks).toContain(code);
    expect(done.outputs.output).not.toContain(code);
    expect(mode(home)).toBe(0o700);
    expect(mode(path.join(home, '.membrane/credentials.json'))).toBe(0o600);
    expect(done.filesLeft.filter((file) => file.path.startsWith('temp/membrane-home'))).toEqual([]);

    for (const transport of ['cli', 'api', 'auto'] as const) {
      const after = await run('get-current-user', {}, { transport });
      expect(after.outputs, after.log).toMatchObject({ status: 'succeeded', 'connection-state': 'READY' });
    }
    expect(existsSync(path.join(home, '.membrane/credentials.json'))).toBe(true);
    const again = await run('login', { code });
    expect(errorOf(again)).toMatchObject({ code: 'AUTH_REJECTED', hint: expect.stringContaining('new address') });
    expect(again.stdout.replaceAll(`::add-mask::${code}`, '')).not.toContain(code);
  });

  test.concurrent('finds the address among what the CLI prints for people', () =>
    withSandbox({ cliNoise: true }, async (sandbox) => {
      const inputs = { token: '', home: path.join(root, 'noisy'), 'cli-path': sandbox.cliPath };
      const result = await runStep(sandbox, { operation: 'login', transport: 'auto', inputs });
      expect(result.outputs['login-url'], result.log).toMatch(
        /\/sandbox\/authorize\?clientName=GitHub\+Actions&tenant=true$/,
      );
    }));

  test.concurrent('wants a home that is private and out of the reach of the workflow', async () => {
    const { home, run } = selfHosted('open');
    mkdirSync(home);
    chmodSync(home, 0o755);
    expect(errorOf(await run('login')).message).toContain('chmod 700');
    const link = path.join(root, 'link');
    symlinkSync(home, link);
    const told = async (given: string) => errorOf(await run('login', {}, { inputs: { home: given } })).message;
    expect(await told(link)).toContain('a link');
    expect(await told('relative/home')).toContain('absolute');
    expect(await told(path.join(machines.at(-1)?.workspace ?? '', 'home'))).toContain('workspace');
    expect(await told('')).toContain('home: is required');
    expect(errorOf(await run('login', {}, { transport: 'api' })).message).toContain('transport');
    expect(errorOf(await run('login', { code: '--help' })).message).toContain('input.code');
  });
});
