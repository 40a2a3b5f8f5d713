import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { runCommand } from './command.ts';

/** Lifecycle scripts that show when they ran. */
const TRAP = { scripts: { postinstall: "node -e \"require('fs').writeFileSync('trap-sprung','')\"" } };

describe('the registry', () => {
  let sandbox: Sandbox;
  let folder: string;

  beforeEach(async () => {
    sandbox = await startSandbox({ registry: { manifest: TRAP } });
    folder = await mkdtemp(join(tmpdir(), 'registry-'));
  });
  afterEach(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });

  /** npm as it is on the machine, with a home and a cache of its own. */
  const npm = (...args: string[]) =>
    runCommand('npm', [...args, '--registry', sandbox.registryUrl, '--fetch-retries', '0', '--no-audit', '--no-fund'], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, npm_config_cache: join(folder, 'cache') },
    });
  const install = (version: string) =>
    npm('install', '--prefix', folder, '--ignore-scripts', `@membranehq/cli@${version}`);
  const installed = () => join(folder, 'node_modules', '@membranehq', 'cli');

  it('gives npm a package that runs', async () => {
    expect(await install('1.18.0')).toMatchObject({ code: 0 });
    const manifest = JSON.parse(await readFile(join(installed(), 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ name: '@membranehq/cli', version: '1.18.0' });
    expect(existsSync(join(installed(), 'trap-sprung'))).toBe(false);
    const ensured = await runCommand(
      process.execPath,
      [join(installed(), manifest.bin.membrane), 'connection', 'ensure', 'https://huggingface.co/', '--json'],
      {
        cwd: folder,
        env: { HOME: folder, MEMBRANE_ACCESS_TOKEN: sandbox.token, MEMBRANE_API_URI: sandbox.membraneUrl },
      },
    );
    expect(JSON.parse(ensured.stdout)).toMatchObject({ id: sandbox.connectionId, state: 'READY' });
    const lock: unknown = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'));
    const entry = { 'node_modules/@membranehq/cli': { integrity: sandbox.registry.integrities['1.18.0'] } };
    expect(lock).toMatchObject({ packages: entry });
  });

  it.each([
    ['latest', '1.18.2'],
    ['^1.17.0', '1.18.2'],
    ['~1.17.0', '1.17.0'],
    ['2.0.0-beta.1', '2.0.0-beta.1'],
  ])('resolves %s to %s', async (wanted, version) => {
    expect(await install(wanted)).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(join(installed(), 'package.json'), 'utf8'))).toMatchObject({ version });
  });

  it('says what it holds', async () => {
    const { stdout } = await npm('view', '@membranehq/cli', 'versions', '--json');
    expect(JSON.parse(stdout)).toEqual(['1.17.0', '1.18.0', '1.18.2', '2.0.0-beta.1']);
    const one = await fetch(`${sandbox.registryUrl}/@membranehq%2fcli/latest`);
    expect(await one.json()).toMatchObject({
      version: '1.18.2',
      dist: { integrity: expect.stringMatching(/^sha512-/) },
    });
  });

  it.each([
    ['a tarball that is none', 'corrupt', 'EINTEGRITY'],
    ['a tarball that was changed', 'tampered', 'EINTEGRITY'],
    ['an integrity of other bytes', 'wrong-integrity', 'EINTEGRITY'],
  ] as const)('can serve %s', async (_what, fault, code) => {
    sandbox.registry.spoil('1.18.2', fault);
    const failed = await install('1.18.2');
    expect(failed.code).not.toBe(0);
    expect(failed.stderr).toContain(code);
    expect(existsSync(installed())).toBe(false);
  });

  it('refuses a version it does not hold, and fails as it is told to', async () => {
    expect((await install('9.9.9')).stderr).toContain('ETARGET');
    sandbox.registryServer.faults.add({ match: 'GET /:package', kind: 'status', status: 500 });
    expect((await install('1.18.1')).stderr).toContain('E500');
    expect(sandbox.registryServer.requests.map(({ route, fault }) => [route, fault])).toContainEqual([
      'GET /:package',
      'status',
    ]);
  });
});
