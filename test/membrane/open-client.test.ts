import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTo, useSandbox } from './opened.ts';
import { patience, temporaryFolder } from './test-runtime.ts';

const read = () => ({ signal: patience(), effect: 'read' }) as const;

test('the API needs neither a CLI nor a home', async () => {
  await using sandbox = await useSandbox();
  const { client, cliVersion, homes } = await openTo(sandbox, { transport: 'api' });
  expect([client.transport, cliVersion, homes]).toEqual(['api', undefined, []]);
});

test('the CLI is given, and tells its version', async () => {
  await using sandbox = await useSandbox();
  const { client, cliVersion, homes, home } = await openTo(sandbox, { transport: 'cli' });
  expect([client.transport, cliVersion]).toEqual(['cli', '1.18.2']);
  expect(homes).toEqual([home]);
  expect(existsSync(homes[0] ?? '')).toBe(true);
});

test.each(['cli', 'api'] as const)('credentials sign in over %s', async (transport) => {
  await using sandbox = await useSandbox();
  const text = JSON.stringify({ accessToken: sandbox.token, workspaceKey: sandbox.workspace.key });
  const { client } = await openTo(sandbox, { transport, signIn: { kind: 'credentials', text } });
  expect(await client.ensureConnection('huggingface.co', { signal: patience() })).toMatchObject({ state: 'READY' });
});

test('credentials without a token that can be read cannot go by the API', async () => {
  await using sandbox = await useSandbox();
  const opening = openTo(sandbox, { transport: 'api', signIn: { kind: 'credentials', text: '{"refresh":"x"}' } });
  await expect(opening).rejects.toMatchObject({ code: 'AUTH_MISSING' });
});

test.each(['token', 'clientToken'] as const)('the CLI takes the %s', async (name) => {
  await using sandbox = await useSandbox();
  const { client } = await openTo(sandbox, { transport: 'cli', signIn: { kind: 'token', token: sandbox[name] } });
  expect(await client.ensureConnection('huggingface.co', { signal: patience() })).toMatchObject({ state: 'READY' });
});

test('a token of a form that the CLI refuses is rejected over the CLI, and nothing is sent', async () => {
  await using sandbox = await useSandbox();
  const { client } = await openTo(sandbox, { transport: 'cli', signIn: { kind: 'token', token: 'opaque-token-1' } });
  await expect(client.ensureConnection('huggingface.co', { signal: patience() })).rejects.toMatchObject({
    code: 'AUTH_REJECTED',
    details: { hint: expect.stringContaining('transport: api') },
  });
  expect(sandbox.membraneServer.requests).toHaveLength(0);
});

test('auto goes by the CLI and says nothing', async () => {
  await using sandbox = await useSandbox();
  const { client, log } = await openTo(sandbox, { transport: 'auto' });
  await client.ensureConnection('huggingface.co', { signal: patience() });
  expect([client.transport, log.lines]).toEqual(['cli', []]);
});

test('auto takes such a token to the API, with one notice', async () => {
  await using sandbox = await useSandbox();
  const { client, log, homes } = await openTo(sandbox, {
    transport: 'auto',
    signIn: { kind: 'token', token: 'opaque-token-1' },
  });
  expect(client.transport).toBe('api');
  expect(log.lines).toEqual([expect.stringMatching(/^notice: .*HTTP API/)]);
  expect(homes).toEqual([]);
});

test('auto goes by the API where the CLI cannot be installed', async () => {
  await using sandbox = await useSandbox();
  const cli = { version: '9.9.9', registryUrl: sandbox.registryUrl };
  const { client, log, cliVersion } = await openTo(sandbox, { transport: 'auto', cli });
  expect([client.transport, cliVersion]).toEqual(['api', undefined]);
  expect(log.lines).toEqual([expect.stringMatching(/^notice: .*9\.9\.9.*HTTP API/)]);
});

test('auto does not go around a package that was tampered with', async () => {
  await using sandbox = await useSandbox();
  sandbox.registry.spoil('1.18.0', 'tampered');
  const opening = openTo(sandbox, { transport: 'auto', cli: { version: '1.18.0', registryUrl: sandbox.registryUrl } });
  await expect(opening).rejects.toMatchObject({ code: 'CLI_INSTALL_FAILED' });
});

test('auto sends what is too long or too secret for an argument over the API, each said once', async () => {
  await using sandbox = await useSandbox();
  const { client, log } = await openTo(sandbox, { transport: 'auto' });
  const path = '/api/models/my-org/my-model/commit/main';
  const headers = { 'content-type': 'application/x-ndjson' };
  const commit = (content: string) => {
    const lines = [
      { key: 'header', value: { summary: 's' } },
      { key: 'file', value: { path: 'a', content } },
    ];
    return { kind: 'raw', text: lines.map((line) => `${JSON.stringify(line)}\n`).join('') } as const;
  };
  for (const asked of [
    { body: commit('x'.repeat(200_000)) },
    { body: commit('y'.repeat(200_000)) },
    { body: commit('z'), confidential: true },
  ]) {
    await client.request(
      sandbox.connectionId,
      { method: 'POST', path, headers, ...asked },
      { signal: patience(), effect: 'write' },
    );
  }
  expect(log.lines).toEqual([expect.stringMatching(/^notice: .*too long/), expect.stringMatching(/^notice: .*secret/)]);
  expect(client.transport).toBe('cli');
  expect(sandbox.hubServer.requests.flatMap((request) => request.effects)).toHaveLength(3);
});

test('over the CLI alone both are refused, and nothing is sent', async () => {
  await using sandbox = await useSandbox();
  const { client } = await openTo(sandbox, { transport: 'cli' });
  const run = { actionId: 'a', connectionId: sandbox.connectionId };
  for (const refused of [
    client.runAction({ ...run, input: { text: 'x'.repeat(200_000) } }, read()),
    client.runAction({ ...run, input: {}, confidential: true }, read()),
  ]) {
    await expect(refused).rejects.toMatchObject({
      code: 'CLI_UNUSABLE',
      details: { effect: 'none', hint: expect.stringContaining('api') },
    });
  }
  expect(sandbox.membraneServer.requests).toHaveLength(0);
});

test.each([
  ['refused', 'http://127.0.0.1:65531', 'none'],
  ['unknown', 'http://nowhere.invalid', 'none'],
])('an API whose address is %s is told', async (_what, apiUrl, effect) => {
  await using sandbox = await useSandbox();
  for (const transport of ['api', 'cli'] as const) {
    const { client } = await openTo(sandbox, { transport, apiUrl });
    await expect(client.ensureConnection('huggingface.co', { signal: patience() })).rejects.toMatchObject(
      transport === 'api'
        ? { code: 'UPSTREAM_UNAVAILABLE', details: { effect } }
        : { code: expect.stringMatching(/UPSTREAM_UNAVAILABLE|CLI_UNUSABLE/) },
    );
  }
});

test('the token goes to no other host', async () => {
  await using sandbox = await useSandbox();
  await using other = await useSandbox();
  const { client } = await openTo(sandbox);
  sandbox.membraneServer.faults.add({
    match: /./,
    kind: 'redirect',
    location: `${other.membraneUrl}/connections/ensure`,
  });
  await expect(client.ensureConnection('huggingface.co', { signal: patience() })).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
  });
  await expect(client.request('c', { method: 'GET', path: '/x' }, read())).rejects.toMatchObject({
    code: 'HUB_REJECTED',
  });
  expect(other.membraneServer.requests).toHaveLength(0);
});

test('a CLI path that names nothing is told', async () => {
  await using sandbox = await useSandbox();
  const cli = { path: `${await temporaryFolder()}/nothing` };
  await expect(openTo(sandbox, { transport: 'cli', cli })).rejects.toMatchObject({ code: 'CLI_UNUSABLE' });
});

test('a folder and an executable serve as CLI path too', async () => {
  await using sandbox = await useSandbox();
  const folder = sandbox.cliPath.replace('/bin/membrane.js', '');
  expect((await openTo(sandbox, { transport: 'cli', cli: { path: folder } })).cliVersion).toBe('1.18.2');
  const printsItsVersion = await openTo(sandbox, { transport: 'cli', cli: { path: process.execPath } });
  expect(printsItsVersion.cliVersion).toBe(process.versions.node);
});

test('closing ends what is still running', async () => {
  await using sandbox = await useSandbox({ cli: { fault: 'hang' } });
  const { client } = await openTo(sandbox, { transport: 'cli' });
  const running = client.ensureConnection('huggingface.co', { signal: patience() });
  setTimeout(() => client.close(), 300);
  await expect(running).rejects.toMatchObject({ code: 'CANCELLED' });
  await client.close();
});
