import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { withMachine } from '../harness/runner-machine.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { errorOf, requestsTo, runStep, type SandboxStep, useSandbox, withSandbox } from './sandbox-step.ts';

const bed = useSandbox();

/** Nothing listens there. */
const unreachable = { 'registry-url': 'http://127.0.0.1:9' };

/** A step that installs the CLI from the sandbox's own registry, on a machine whose tool cache is empty. */
function freshStep(sandbox: Sandbox, step: Partial<SandboxStep> = {}) {
  const inputs = { 'registry-url': sandbox.registryUrl, ...step.inputs };
  return runStep(sandbox, {
    operation: 'get-current-user',
    transport: 'cli',
    toolCache: undefined,
    ...step,
    inputs,
  });
}

describe('the version that runs', () => {
  test.concurrent.each([
    ['by default', {}, '1.18.0'],
    ['exact', { 'cli-version': '1.17.0' }, '1.17.0'],
    ['a range', { 'cli-version': '^1.17.0' }, '1.18.2'],
    ['latest', { 'cli-version': 'latest' }, '1.18.2'],
  ])('%s', async (_, inputs, version) => {
    const result = await freshStep(bed.sandbox, { inputs });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs['cli-version']).toBe(version);
  });

  test.concurrent('is found in the tool cache the second time, without the registry', () =>
    withSandbox({}, (sandbox) =>
      withMachine({}, async (machine) => {
        await freshStep(sandbox, { machine });
        await sandbox.registryServer.close();
        const result = await freshStep(sandbox, { machine });
        expect(result.exitCode, result.log).toBe(0);
      }),
    ));

  test.concurrent('of cli-path needs no registry', async () => {
    const inputs = { 'cli-path': bed.sandbox.cliPath, ...unreachable };
    const result = await freshStep(bed.sandbox, { inputs });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs['cli-version']).toBe('1.18.2');
  });
});

describe('an installation that fails', () => {
  function failing(sandbox: Sandbox, step: Partial<SandboxStep>) {
    return withMachine({}, async (machine) => {
      const result = await freshStep(sandbox, { machine, ...step });
      const error = errorOf(result);
      expect(error.code, result.log).toBe('CLI_INSTALL_FAILED');
      expect(result.exitCode).toBe(1);
      expect(sandbox.hubServer.requests).toEqual([]);
      // Nothing half made may be taken for an installation by the next step.
      const again = await freshStep(sandbox, { machine, ...step });
      expect(errorOf(again).code).toBe('CLI_INSTALL_FAILED');
      return error;
    });
  }

  test.concurrent('an unreachable registry', () =>
    withSandbox({}, async (sandbox) => {
      const error = await failing(sandbox, { inputs: unreachable });
      expect(error.hint).toMatch(/registry-url.*cli-path.*transport/);
    }));

  test.concurrent('a version that does not exist', () =>
    withSandbox({}, async (sandbox) => {
      const error = await failing(sandbox, { inputs: { 'cli-version': '9.9.9' } });
      expect(error.message).toContain('9.9.9');
    }));

  test.concurrent.each(['corrupt', 'tampered', 'wrong-integrity'] as const)('a package that is %s', (fault) =>
    withSandbox({}, async (sandbox) => {
      sandbox.registry.spoil('1.18.0', fault);
      await failing(sandbox, { inputs: { 'cli-version': '1.18.0' } });
    }),
  );

  test.concurrent('no npm on the machine', () =>
    withSandbox({}, async (sandbox) => {
      const error = await failing(sandbox, { env: { PATH: path.join(process.cwd(), 'no-such-folder') } });
      expect(error.hint).toMatch(/setup-node/);
    }));
});

test('a cli-path that is not there is told before any request', () =>
  withSandbox({}, async (sandbox) => {
    const result = await freshStep(sandbox, { inputs: { 'cli-path': '/nowhere/membrane.js' } });
    expect(result.exitCode).toBe(1);
    expect(errorOf(result).message).toContain('/nowhere/membrane.js');
    expect(requestsTo(sandbox)).toBe(0);
  }));

test('lifecycle scripts of the package do not run', () =>
  withMachine({}, (machine) => {
    const script = `node -e "require('fs').writeFileSync('${path.join(machine.workspace, 'ran')}','')"`;
    const scripts = { preinstall: script, install: script, postinstall: script };
    return withSandbox({ registry: { manifest: { scripts } } }, async (sandbox) => {
      const result = await freshStep(sandbox, { machine });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.filesLeft.map((file) => file.path)).not.toContain('workspace/ran');
    });
  }));

const trap = {
  '.npmrc': 'registry=http://127.0.0.1:9/\nignore-scripts=false\n',
  'package.json': '{"name":"trap","workspaces":["*"],"overrides":{"@membranehq/cli":"0.0.1"}}',
  '.membrane/config.json': '{"apiUri":"http://127.0.0.1:9"}',
  'membrane.config.yml': 'apiUri: http://127.0.0.1:9\n',
};

test('configuration in the workspace is ignored', () =>
  withMachine({ workspaceFiles: trap }, async (machine) => {
    const result = await freshStep(bed.sandbox, { machine });
    expect(result.exitCode, result.log).toBe(0);
    expect(readdirSync(machine.workspace).toSorted()).toEqual([
      '.membrane',
      '.npmrc',
      'membrane.config.yml',
      'package.json',
    ]);
  }));

test.runIf(process.platform !== 'win32')('an executable cli-path is run as it is', () =>
  withMachine({}, async (machine) => {
    const wrapper = path.join(machine.home, 'membrane');
    writeFileSync(wrapper, `#!/bin/sh\nexec "${process.execPath}" "${bed.sandbox.cliPath}" "$@"\n`);
    chmodSync(wrapper, 0o755);
    const result = await freshStep(bed.sandbox, { machine, inputs: { 'cli-path': wrapper } });
    expect(result.exitCode, result.log).toBe(0);
  }),
);

describe('whatever the CLI prints around its JSON', () => {
  test.concurrent.each([
    ['noise', { cliNoise: true }],
    ['the body alone', { cliJson: 'body' }],
    ['the body alone, in noise', { cliJson: 'body', cliNoise: true }],
    ['older answers', { answers: 'older' }],
    ['a proxy whose base ends in /api', { proxyBase: 'api', actions: 'none' }],
    ['the body alone and no actions', { cliJson: 'body', actions: 'none' }],
  ] as const)('%s', (_, options) =>
    withSandbox(options, async (sandbox) => {
      const input = { repository: 'my-org/my-model' };
      const result = await runStep(sandbox, { operation: 'get-model', transport: 'cli', input });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs.id).toBe('my-org/my-model');
      const missing = { repository: 'my-org/nothing-here' };
      const failed = await runStep(sandbox, { operation: 'get-model', transport: 'cli', input: missing });
      expect(errorOf(failed).code, failed.log).toBe('HUB_NOT_FOUND');
    }),
  );
});
