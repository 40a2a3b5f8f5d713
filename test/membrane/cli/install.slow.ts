import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type InstallRequest, installCli } from '../../../src/membrane/cli/install.ts';
import { findNpm } from '../../../src/membrane/cli/npm.ts';
import { defaultCliVersion } from '../../../src/membrane/cli/version.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { useSandbox } from '../opened.ts';
import { patience, recordedLog, temporaryFolder, testRuntime } from '../test-runtime.ts';

let temporary: string;
let toolCache: string;

// The tool cache of the runner is found by its own library through the process's environment.
beforeEach(async () => {
  temporary = await temporaryFolder();
  toolCache = join(temporary, 'tools');
  vi.stubEnv('RUNNER_TEMP', temporary);
  vi.stubEnv('RUNNER_TOOL_CACHE', toolCache);
});
afterEach(() => vi.unstubAllEnvs());

async function install(registryUrl: string, request: Partial<InstallRequest> = {}, env: NodeJS.ProcessEnv = {}) {
  const log = recordedLog();
  const runtime = testRuntime({
    env: { PATH: process.env.PATH, RUNNER_TEMP: temporary, RUNNER_TOOL_CACHE: toolCache, ...env },
  });
  const folder = await temporaryFolder();
  const command = await installCli({ registryUrl, folder, ...request }, { runtime, log, signal: patience() });
  return { ...command, log, folder };
}

const asked = (sandbox: Sandbox) => sandbox.registryServer.requests.length;

test.each([
  [undefined, defaultCliVersion],
  ['1.17.0', '1.17.0'],
  ['v1.17.0', '1.17.0'],
  ['^1.17', '1.18.2'],
  ['~1.17.0', '1.17.0'],
  ['latest', '1.18.2'],
  ['2.0.0-beta.1', '2.0.0-beta.1'],
])('the version %s is %s, run by our own Node from the tool cache', async (version, expected) => {
  await using sandbox = await useSandbox();
  const installed = await install(sandbox.registryUrl, { version });
  expect(installed).toMatchObject({ version: expected, file: process.execPath });
  expect(installed.firstArguments[0]?.startsWith(toolCache)).toBe(true);
  expect(existsSync(installed.firstArguments[0] ?? '')).toBe(true);
});

test('what is in the tool cache is not fetched again, but for latest', async () => {
  await using sandbox = await useSandbox();
  await install(sandbox.registryUrl, { version: '1.18.2' });
  const before = asked(sandbox);
  await install(sandbox.registryUrl, { version: '1.18.2' });
  await install(sandbox.registryUrl, { version: '1.x' });
  expect(asked(sandbox)).toBe(before);
  expect((await install(sandbox.registryUrl, { version: 'latest' })).version).toBe('1.18.2');
  expect(asked(sandbox)).toBeGreaterThan(before);
});

test.each(['changed', 'added', 'without a manifest'])('a cached copy that was %s is not used', async (how) => {
  await using sandbox = await useSandbox();
  const entry = (await install(sandbox.registryUrl)).firstArguments[0] ?? '';
  if (how === 'changed') await appendFile(entry, '\nprocess.exit(66);\n');
  if (how === 'added') await writeFile(join(dirname(entry), 'more.js'), '');
  if (how === 'without a manifest') await removeManifests(toolCache);
  const before = asked(sandbox);
  const again = await install(sandbox.registryUrl);
  expect(asked(sandbox)).toBeGreaterThan(before);
  expect(again.log.lines).toContainEqual(expect.stringMatching(/^warning: .*installed anew/));
  const once = asked(sandbox);
  await install(sandbox.registryUrl);
  expect(asked(sandbox)).toBe(once);
});

async function removeManifests(folder: string): Promise<void> {
  const { rm } = await import('node:fs/promises');
  for (const path of await readdir(folder, { recursive: true })) {
    if (path.endsWith('.sha512')) await rm(join(folder, path));
  }
}

test('another registry has another place in the cache', async () => {
  await using sandbox = await useSandbox();
  await using other = await useSandbox();
  const [first, second] = [await install(sandbox.registryUrl), await install(other.registryUrl)];
  expect(first.firstArguments).not.toEqual(second.firstArguments);
});

test('without a tool cache it is installed into the private folder', async () => {
  await using sandbox = await useSandbox();
  const installed = await install(sandbox.registryUrl, {}, { RUNNER_TOOL_CACHE: undefined });
  expect(installed.firstArguments[0]?.startsWith(installed.folder)).toBe(true);
});

test('a tool cache that cannot be written is done without, and nothing half-made stays', async () => {
  await using sandbox = await useSandbox();
  await mkdir(toolCache);
  // A file where the cache wants a folder.
  const { createHash } = await import('node:crypto');
  const name = `membrane-cli-${createHash('sha256').update(sandbox.registryUrl).digest('hex').slice(0, 12)}`;
  await writeFile(join(toolCache, name), '');
  const installed = await install(sandbox.registryUrl);
  expect(installed.firstArguments[0]?.startsWith(installed.folder)).toBe(true);
});

test('lifecycle scripts do not run, and configuration of the user and the workspace is not read', async () => {
  const marker = join(temporary, 'script-ran');
  await using sandbox = await useSandbox({
    registry: {
      manifest: {
        scripts: { install: `node -e "require('fs').writeFileSync('${marker}','')"`, postinstall: `touch ${marker}` },
      },
    },
  });
  const workspace = await temporaryFolder();
  await writeFile(join(workspace, '.npmrc'), 'registry=http://127.0.0.1:65531/\nignore-scripts=false\n');
  const env = {
    HOME: workspace,
    npm_config_registry: 'http://127.0.0.1:65531/',
    NPM_CONFIG_USERCONFIG: join(workspace, '.npmrc'),
    npm_config_ignore_scripts: 'false',
  };
  expect((await install(sandbox.registryUrl, {}, env)).version).toBe(defaultCliVersion);
  expect(existsSync(marker)).toBe(false);
});

test.each([
  ['tampered', /integrity/],
  ['wrong-integrity', /integrity/],
  ['corrupt', /integrity|no readable package/],
] as const)('a package that is %s is refused, and nothing stays in the cache', async (fault, message) => {
  await using sandbox = await useSandbox();
  sandbox.registry.spoil(defaultCliVersion, fault);
  const failure: unknown = await install(sandbox.registryUrl).catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'CLI_INSTALL_FAILED', message: expect.stringMatching(message) });
  expect(failure).not.toHaveProperty('reason');
  expect(existsSync(toolCache) ? await readdir(toolCache) : []).toEqual([]);
});

test('the integrity that the source holds must be the one that was installed', async () => {
  await using sandbox = await useSandbox();
  const version = '1.18.2';
  const held = { [version]: sandbox.registry.integrities[version] ?? '' };
  expect((await install(sandbox.registryUrl, { version, integrity: held })).version).toBe(version);
  await using other = await useSandbox();
  const wrong = { [version]: 'sha512-AAAA' };
  await expect(install(other.registryUrl, { version, integrity: wrong })).rejects.toMatchObject({
    code: 'CLI_INSTALL_FAILED',
  });
});

test.each([
  ['a version that is not there', '9.9.9', undefined, /9\.9\.9/, /cli-version/],
  ['a registry that is away', undefined, 'http://127.0.0.1:65531', /127\.0\.0\.1:65531/, /transport: api/],
])('%s is told', async (_what, version, registryUrl, message, hint) => {
  await using sandbox = await useSandbox();
  await expect(install(registryUrl ?? sandbox.registryUrl, { version })).rejects.toMatchObject({
    code: 'CLI_INSTALL_FAILED',
    reason: 'install',
    message: expect.stringMatching(message),
    details: { hint: expect.stringMatching(hint) },
  });
});

test.each(['not a version', '1.0.0 && rm -rf /', '--registry=x', 'file:../x'])(
  '%j is no version, and nothing is asked',
  async (version) => {
    await using sandbox = await useSandbox();
    await expect(install(sandbox.registryUrl, { version })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(asked(sandbox)).toBe(0);
  },
);

test('no npm on the machine is told, with three ways out', async () => {
  const runtime = testRuntime({ env: { PATH: temporary }, execPath: join(temporary, 'bin', 'node') });
  await expect(findNpm(runtime)).rejects.toMatchObject({
    code: 'CLI_INSTALL_FAILED',
    details: { hint: expect.stringMatching(/setup-node.*cli-path.*transport: api/) },
  });
});

test('npm is found by its link on the PATH, and on Windows beside npm.cmd', async () => {
  const entry = join(temporary, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const windows = join(temporary, 'win', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  for (const file of [entry, windows]) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
  }
  await mkdir(join(temporary, 'links'));
  await symlink(entry, join(temporary, 'links', 'npm'));
  const execPath = join(temporary, 'no', 'where', 'node');
  const path = (folder: string) => ({
    env: { Path: ['relative', folder].join(process.platform === 'win32' ? ';' : ':') },
    execPath,
  });
  expect(await findNpm({ ...path(join(temporary, 'links')), platform: 'linux' })).toBe(entry);
  expect(await findNpm({ ...path(join(temporary, 'win')), platform: 'win32' })).toBe(windows);
});
