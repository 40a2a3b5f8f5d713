import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ORDINARY_CLI } from '../sandbox/membrane/cli-behaviour.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { type CommandOptions, runCommand } from './command.ts';

describe('the stand-in CLI', () => {
  let sandbox: Sandbox;
  let home: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    home = await mkdtemp(join(tmpdir(), 'stand-in-'));
  });
  afterEach(() => {
    sandbox.membrane.setCli(ORDINARY_CLI);
    sandbox.membraneServer.requests.length = 0;
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(home, { recursive: true });
  });

  const environment = (more: NodeJS.ProcessEnv = {}) => ({
    HOME: home,
    MEMBRANE_API_URI: sandbox.membraneUrl,
    ...more,
  });
  const signedIn = () => environment({ MEMBRANE_ACCESS_TOKEN: sandbox.token });
  const membrane = (args: string[], options: CommandOptions = {}) =>
    runCommand(process.execPath, [sandbox.cliPath, ...args], { cwd: home, env: signedIn(), ...options });
  const json = async (args: string[], options: CommandOptions = {}): Promise<unknown> => {
    const { stdout, stderr, code } = await membrane([...args, '--json'], options);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout);
  };
  const read = (name: string) => ['request', sandbox.connectionId, `/api/${name}`];

  it('runs every documented command', async () => {
    const { connectionId } = sandbox;
    expect((await membrane(['--version'])).stdout).toBe('1.18.2\n');
    expect(await json(['status'])).toMatchObject({ workspaceKey: 'sandbox-workspace', tenantKey: sandbox.tenantKey });
    expect(await json(['connection', 'ensure', 'https://huggingface.co/'])).toMatchObject({ id: connectionId });
    const waiting = ['connection', 'get', connectionId, '--wait', '--timeout', '5'];
    expect(await json(waiting)).toMatchObject({ state: 'READY' });
    expect(await json(['connection', 'list'])).toMatchObject({ items: [{ id: connectionId }] });
    const search = ['action', 'list', `--connectionId=${connectionId}`, '--intent', 'current user', '--limit', '10'];
    expect(await json(search)).toMatchObject({ items: [{ key: 'get-current-user' }] });
    expect(await json(['action', 'get', 'get-model'])).toMatchObject({ key: 'get-model' });
    const input = JSON.stringify({ repository: 'my-org/my-model' });
    const ran = await json(['action', 'run', 'get-model', `--connectionId=${connectionId}`, '--input', input]);
    expect(ran).toMatchObject({ output: { id: 'my-org/my-model' } });
    const runId = ran !== null && typeof ran === 'object' && 'actionRunId' in ran ? String(ran.actionRunId) : '';
    expect(await json(['action-run-log', 'get', runId])).toMatchObject({
      status: 'success',
      output: { id: 'my-org/my-model' },
    });
  });

  it('sends all that a request may hold', async () => {
    const flags = ['-X', 'PUT', '-H', 'X-Mine: a: b', '--query', 'x=1=2', '--pathParam', 'name=my-model'];
    await json([...read('models/my-org/{name}/settings'), ...flags, '-d', '{"gated":"auto"}']);
    expect(sandbox.hubServer.requests.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/api/models/my-org/my-model/settings',
      query: '?x=1%3D2',
      headers: { 'x-mine': 'a: b', 'content-type': 'application/json' },
      bodyText: '{"gated":"auto"}',
    });
    await membrane([...read('validate-yaml'), '-X', 'POST', '-d', '{"content": 1}', '--rawData']);
    expect(sandbox.hubServer.requests.at(-1)).toMatchObject({
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  });

  it('means two things by --json', async () => {
    expect(await json(read('whoami-v2'))).toMatchObject({ status: 200, headers: {}, body: { name: 'ada' } });
    sandbox.membrane.setCli({ json: 'body' });
    expect(await json(read('whoami-v2'))).toMatchObject({ name: 'ada' });
    const missing = await membrane([...read('models/my-org/none'), '--json']);
    expect(missing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('status code 404') });
  });

  it('prints noise around the JSON, cut inside characters', async () => {
    sandbox.membrane.setCli({ noise: true });
    const { stdout, pieces } = await membrane([...read('whoami-v2'), '--json']);
    expect(stdout).toContain('Update available');
    expect(() => JSON.parse(stdout)).toThrow();
    expect(JSON.parse(stdout.slice(stdout.indexOf('\n{'), stdout.lastIndexOf('\n}') + 2))).toMatchObject({
      status: 200,
    });
    expect(pieces.length).toBeGreaterThan(1);
  });

  it('tells a failure in three ways', async () => {
    const failing = ['action', 'run', 'get-model', '--connectionId', sandbox.connectionId, '--input', '{}', '--json'];
    const envelope = await membrane(failing);
    expect([envelope.code, JSON.parse(envelope.stdout)]).toMatchObject([
      1,
      { type: 'bad_request', key: 'invalid_input' },
    ]);
    sandbox.membrane.setCli({ errors: 'envelope-exit-0' });
    const older = await membrane(failing);
    expect([older.code, JSON.parse(older.stdout)]).toMatchObject([0, { type: 'bad_request' }]);
    sandbox.membrane.setCli({ errors: 'text' });
    expect(await membrane(failing)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('(HTTP 400)'),
    });
  });

  it("refuses tokens in the SDK's words before any request", async () => {
    const refused = async (token?: string) =>
      (await membrane(['connection', 'list', '--json'], { env: environment({ MEMBRANE_ACCESS_TOKEN: token }) })).stderr;
    expect(await refused()).toContain('Access token is not provided.');
    expect(await refused('hf_not_ours')).toContain('Access token should be a valid JWT token.');
    expect(sandbox.membraneServer.requests).toEqual([]);
    expect(
      await json(['connection', 'list'], { env: environment({ MEMBRANE_ACCESS_TOKEN: sandbox.clientToken }) }),
    ).toMatchObject({
      items: [{ id: sandbox.connectionId }],
    });
  });

  it('mints a token of its own from the workspace secret', async () => {
    const { key, secret } = sandbox.workspace;
    const env = environment({ MEMBRANE_WORKSPACE_KEY: key, MEMBRANE_WORKSPACE_SECRET: secret });
    expect(await json(['connection', 'list', '--tenantKey', sandbox.tenantKey], { env })).toMatchObject({
      items: [{ id: sandbox.connectionId }],
    });
  });

  it('signs in without a browser, keeps the credentials and forgets them', async () => {
    const env = environment();
    const started = await membrane(['login', '--tenant', '--clientName=my-repo', '--non-interactive'], { env });
    const page = await (await fetch(/http\S+/.exec(started.stdout)?.[0] ?? '')).text();
    const code = /<code>(.+)<\/code>/.exec(page)?.[1] ?? '';
    expect(await json(['login', 'complete', code], { env })).toEqual({ loggedIn: true, tenantKey: 'my-repo' });
    const file = join(home, '.membrane', 'credentials.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ accessToken: expect.any(String) });
    expect(await json(['status'], { env: { HOME: home } })).toMatchObject({ tenantKey: 'my-repo' });
    expect(await membrane(['login', 'complete', code], { env })).toMatchObject({ code: 1 });
    await json(['logout'], { env });
    expect((await membrane(['status'], { env })).code).toBe(1);
  });

  it.each([
    ['membrane.config.yml', 'apiUri: http://127.0.0.1:1\n'],
    ['.membrane/config.json', '{"apiUri":"http://127.0.0.1:1"}'],
  ])('obeys %s of the working directory', async (file, content) => {
    const cwd = await mkdtemp(join(home, 'workspace-'));
    await mkdir(join(cwd, '.membrane'));
    await writeFile(join(cwd, file), content);
    expect(await membrane(['connection', 'list', '--json'], { cwd })).toMatchObject({ code: 1, stdout: '' });
    expect(sandbox.membraneServer.requests).toEqual([]);
  });

  it('is counted by the sandbox', async () => {
    const begun = sandbox.membrane.cliCommands;
    await json(['connection', 'list']);
    await json(['status']);
    expect(sandbox.membrane.cliCommands - begun).toBe(2);
  });

  it.each([
    ['hang', 'SIGTERM', 0],
    ['grandchild', 'SIGTERM', 0],
    ['ignore-sigterm', 'SIGKILL', 0],
    ['hang-after', 'SIGTERM', 1],
    ['die', 'SIGKILL', 0],
    ['die-after', 'SIGKILL', 1],
  ] as const)('fails by %s', async (fault, signal, requests) => {
    sandbox.membrane.setCli({ fault, faultOn: 'request' });
    expect(await json(['connection', 'list'])).toMatchObject({ items: [{}] });
    const asked = () => sandbox.membraneServer.requests.filter(({ route }) => route?.endsWith('/request'));
    const begun = sandbox.membrane.cliCommands;
    const endWhen = () =>
      sandbox.membrane.cliCommands > begun && asked().filter(({ status }) => status).length >= requests;
    const ended = await membrane([...read('whoami-v2'), '--json'], { endWhen });
    expect(ended).toMatchObject({ code: null, signal });
    expect(() => JSON.parse(ended.stdout)).toThrow();
    expect(asked()).toHaveLength(requests);
  });

  it('can print far too much', async () => {
    sandbox.membrane.setCli({ fault: 'huge' });
    const { stdout, code } = await membrane([...read('whoami-v2'), '--json']);
    expect([code, stdout.length > 40_000_000, stdout.includes('"name": "ada"')]).toEqual([0, true, true]);
  });

  it.each([[['brew']], [['action', 'run']], [['connection', 'list', '--brew']], [['connection', 'get', 'a', 'b']]])(
    'refuses %j',
    async (args) => {
      expect(await membrane(args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^error: /) });
    },
  );
});
