import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MembraneClient, ProxyRequest } from '../../src/membrane/client.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import { openTo } from './opened.ts';
import { patience } from './test-runtime.ts';

const dialects: [string, SandboxOptions][] = [
  ['newer', {}],
  ['newer, noisy', { cliNoise: true }],
  ['older', { answers: 'older', cliJson: 'body' }],
  ['older, noisy', { answers: 'older', cliJson: 'body', cliNoise: true }],
  ['errors as text', { cli: { errors: 'text' } }],
];

const runs = dialects.flatMap(([name, options]) =>
  (['cli', 'api'] as const).map((transport) => [transport, name, options] as const),
);

describe.each(runs)('over %s, %s answers', (transport, _name, options) => {
  let sandbox: Sandbox;
  let client: MembraneClient;
  const signal = patience();
  const read = { signal: AbortSignal.timeout(60_000), effect: 'read' } as const;
  const write = { signal: AbortSignal.timeout(60_000), effect: 'write' } as const;

  beforeAll(async () => {
    sandbox = await startSandbox(options);
    ({ client } = await openTo(sandbox, { transport }));
  });
  afterAll(async () => {
    await client.close();
    await sandbox.close();
  });

  const request = (asked: ProxyRequest, effect: typeof read | typeof write = read) =>
    client.request(sandbox.connectionId, asked, effect);

  test('the connection is found, once', async () => {
    const first = await client.ensureConnection('https://huggingface.co/', { signal });
    const second = await client.ensureConnection('huggingface.co', { signal });
    expect(first).toEqual(second);
    expect(first).toMatchObject({ id: sandbox.connectionId, state: 'READY' });
    expect(await client.getConnection(first.id, { signal, waitSeconds: 1 })).toEqual(first);
  });

  test('an action is found, read and run', async () => {
    const { connectionId } = sandbox;
    const found = await client.searchActions({ connectionId, intent: 'get current user', limit: 30 }, { signal });
    const action = found.find((each) => each.key === 'get-current-user');
    if (action === undefined) throw new Error('not found');
    expect((await client.getAction(action.id, connectionId, { signal })).inputSchema).toEqual(action.inputSchema);
    const result = await client.runAction({ actionId: action.id, connectionId, input: {} }, read);
    expect(result.output).toMatchObject({ name: 'ada' });
  });

  test('a search answers no more than was asked for', async () => {
    const found = await client.searchActions(
      { connectionId: sandbox.connectionId, intent: 'x'.repeat(500), limit: 2 },
      { signal },
    );
    expect(found.length).toBeLessThanOrEqual(2);
  });

  test('an action that is not there', async () => {
    const run = client.runAction({ actionId: 'no-such', connectionId: sandbox.connectionId, input: {} }, write);
    await expect(run).rejects.toMatchObject({ code: 'ACTION_NOT_FOUND', details: { effect: 'none' } });
  });

  test('a connection that is not there', async () => {
    await expect(client.getConnection('no-such', { signal })).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
  });

  test("the service's refusal in an action's run comes through", async () => {
    const { connectionId } = sandbox;
    const [action] = (await client.searchActions({ connectionId, intent: 'get model', limit: 50 }, { signal })).filter(
      (each) => each.key === 'get-model',
    );
    if (action === undefined) throw new Error('not found');
    const run = client.runAction({ actionId: action.id, connectionId, input: { repository: 'nobody/nothing' } }, read);
    await expect(run).rejects.toMatchObject({ code: 'HUB_NOT_FOUND', details: { effect: 'none', status: 404 } });
  });

  test('the proxy keeps repeated names of a query', async () => {
    const query = [
      ['limit', '1'],
      ['expand', 'sha'],
      ['expand', 'author'],
    ] as const;
    const { body } = await request({ method: 'GET', path: '/api/models', query });
    expect(body).toEqual([expect.objectContaining({ sha: expect.any(String), author: expect.any(String) })]);
  });

  test('the proxy keeps path parameters, headers and a JSON body', async () => {
    const before = sandbox.hubServer.requests.length;
    const path = '/api/models/{namespace}/{name}/discussions';
    const pathParameters = { namespace: 'my-org', name: 'my-model' };
    const body = { kind: 'json', value: { title: 'Tïtle "quoted" $(no)', description: 'a\nb' } } as const;
    const answer = await request(
      { method: 'POST', path, pathParameters, headers: { 'X-Custom': 'kept' }, body },
      write,
    );
    expect(answer.body).toMatchObject({ num: expect.any(Number) });
    const sent = sandbox.hubServer.requests[before];
    expect(sent).toMatchObject({
      method: 'POST',
      path: '/api/models/my-org/my-model/discussions',
      headers: { 'x-custom': 'kept' },
    });
    expect(JSON.parse(sent?.bodyText ?? '')).toEqual(body.value);
    expect(sent?.headers['content-type']).toMatch(/^application\/json/);
  });

  test('the proxy keeps a raw body and its type', async () => {
    const before = sandbox.hubServer.requests.length;
    const text = '{"key":"header","value":{"summary":"s"}}\n{"key":"file","value":{"path":"-a","content":"x"}}\n';
    const path = '/api/models/my-org/my-model/commit/main';
    await request(
      { method: 'POST', path, headers: { 'content-type': 'application/x-ndjson' }, body: { kind: 'raw', text } },
      write,
    );
    const sent = sandbox.hubServer.requests[before];
    expect(sent?.headers['content-type']).toBe('application/x-ndjson');
    expect(sent?.bodyDigest).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test.each([
    ['/api/models/nobody/nothing', 'HUB_NOT_FOUND', 404],
    ['/api/no-such-route', 'HUB_NOT_FOUND', 404],
  ])('what the service answers %s with is told', async (path, code, status) => {
    await expect(request({ method: 'GET', path })).rejects.toMatchObject({ code, details: { status, effect: 'none' } });
  });

  test('a conflict is one', async () => {
    const body = { kind: 'json', value: { type: 'model', name: 'my-model', organization: 'my-org' } } as const;
    const created = request({ method: 'POST', path: '/api/repos/create', body }, write);
    await expect(created).rejects.toMatchObject({ code: 'HUB_CONFLICT', details: { status: 409, effect: 'none' } });
  });

  test('no path leaves the proxy', async () => {
    const before = sandbox.membraneServer.requests.length;
    await expect(request({ method: 'GET', path: '/../../actions' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(sandbox.membraneServer.requests).toHaveLength(before);
  });
});
