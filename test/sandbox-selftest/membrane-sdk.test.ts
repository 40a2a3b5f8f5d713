import { BadRequestError, ConnectionError, MembraneClient, MembraneError, NotFoundError } from '@membranehq/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FAULT_ANSWERS } from '../sandbox/membrane/fault-answers.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

/**
 * The official SDK, unmodified, judges the sandbox's Membrane: each row is one of its methods,
 * what it is to answer or do, and the requests that it made on the way.
 */
interface Case {
  method: string;
  run(client: MembraneClient, sandbox: Sandbox): Promise<unknown>;
  expected: unknown;
  routes: string[];
}

const repository = (name: string) => ({ repository: `my-org/${name}`, type: 'model', private: true });

const CASES: Case[] = [
  {
    method: 'self.get',
    run: (client) => client.self.get(),
    expected: { name: 'octo-org/octo-repo', workspaceKey: 'sandbox-workspace' },
    routes: ['GET /self'],
  },
  {
    method: 'connections.find',
    run: (client) => client.connections.find(),
    expected: { items: [{ name: 'Hugging Face', state: 'READY' }] },
    routes: ['GET /connections'],
  },
  {
    method: 'connection(id).get',
    run: (client, { connectionId }) => client.connection(connectionId).get(),
    expected: { name: 'Hugging Face', state: 'READY' },
    routes: ['GET /connections/:id'],
  },
  {
    method: 'connection(id).patch',
    run: (client, { connectionId }) => client.connection(connectionId).patch({ name: 'Hub', key: 'hub' }),
    expected: { name: 'Hub', key: 'hub' },
    routes: ['PATCH /connections/:id'],
  },
  {
    method: 'connection(key).get',
    run: (client) => client.connection('hub').get(),
    expected: { name: 'Hub' },
    routes: ['GET /connections/:id'],
  },
  {
    method: 'actions.find with an intent',
    run: async (client, { connectionId }) => {
      const { items } = await client.actions.find({ connectionId, intent: 'list models', limit: 5 });
      return { hasIt: items.some(({ key }) => key === 'list-models'), count: items.length };
    },
    expected: { hasIt: true, count: 5 },
    routes: ['GET /actions'],
  },
  {
    method: 'actions.findAll',
    run: async (client) => (await client.actions.findAll()).filter(({ key }) => key === 'delete-repository').length,
    expected: 1,
    routes: ['GET /actions'],
  },
  {
    method: 'action(key).get',
    run: (client) => client.action('create-repository').get(),
    expected: { key: 'create-repository', inputSchema: { type: 'object', required: ['repository'] } },
    routes: ['GET /actions/:action'],
  },
  {
    method: 'action({key}).get',
    run: (client) => client.action({ key: 'get-current-user' }).get(),
    expected: { key: 'get-current-user' },
    routes: ['GET /action'],
  },
  {
    method: 'action(id).run on a connection',
    run: async (client, { connectionId }) => {
      const { id } = await client.action('create-repository').get();
      return client.action(id).run(repository('sdk-by-id'), { connectionId });
    },
    expected: { output: { name: 'my-org/sdk-by-id' }, actionRunId: expect.any(String) },
    routes: ['GET /actions/:action', 'POST /actions/:action/run'],
  },
  {
    method: 'action(key).run on a connection',
    run: (client, { connectionId }) =>
      client.action('create-repository').run(repository('sdk-by-key'), { connectionId }),
    expected: { output: { name: 'my-org/sdk-by-key' } },
    routes: ['POST /actions/:action/run'],
  },
  {
    method: 'connection(id).actions.list',
    run: async (client, { connectionId }) =>
      (await client.connection(connectionId).actions.list({ limit: 3 })).items.length,
    expected: 3,
    routes: ['GET /connections/:id/actions'],
  },
  {
    method: 'connection(id).action(key).get',
    run: (client, { connectionId }) => client.connection(connectionId).action('list-spaces').get(),
    expected: { key: 'list-spaces' },
    routes: ['GET /connections/:id/actions/:action'],
  },
  {
    method: 'connection(id).action(key).run',
    run: (client, { connectionId }) =>
      client.connection(connectionId).action('get-model').run({ repository: 'my-org/sdk-by-key' }),
    expected: { output: { id: 'my-org/sdk-by-key', private: true } },
    routes: ['POST /connections/:id/actions/:action/run'],
  },
  {
    method: 'connection(id).proxy.get',
    run: (client, { connectionId }) => client.connection(connectionId).proxy.get('/api/whoami-v2'),
    expected: { name: 'ada' },
    routes: ['GET /connections/:id/proxy/*'],
  },
  {
    method: 'connection(id).proxy.post',
    run: (client, { connectionId }) =>
      client.connection(connectionId).proxy.post('/api/repos/create', { name: 'sdk-by-proxy', organization: 'my-org' }),
    expected: { name: 'my-org/sdk-by-proxy' },
    routes: ['POST /connections/:id/proxy/*'],
  },
  {
    method: 'connection(id).proxy.put',
    run: (client, { connectionId }) =>
      client.connection(connectionId).proxy.put('/api/models/my-org/sdk-by-proxy/settings', { gated: 'auto' }),
    expected: { gated: 'auto' },
    routes: ['PUT /connections/:id/proxy/*'],
  },
  {
    method: 'connection(id).proxy.delete',
    run: (client, { connectionId }) =>
      client.connection(connectionId).proxy.delete('/api/repos/nothing').catch(statusOf),
    expected: { status: 404 },
    routes: ['DELETE /connections/:id/proxy/*'],
  },
];

const REFUSALS: { what: string; run: Case['run']; error: typeof MembraneError; data: object }[] = [
  {
    what: 'an unknown action',
    run: (client, { connectionId }) => client.action('no-such-action').run({}, { connectionId }),
    error: BadRequestError,
    data: { type: 'bad_request', key: 'not_found' },
  },
  {
    what: 'an unknown connection',
    run: (client) => client.connection('no-such-connection').get(),
    error: BadRequestError,
    data: { type: 'bad_request', key: 'not_found' },
  },
  {
    what: 'input that the schema refuses',
    run: (client, { connectionId }) => client.action('get-model').run({ repo: 'a/b' }, { connectionId }),
    error: BadRequestError,
    data: { type: 'bad_request', key: 'invalid_input' },
  },
  {
    what: 'an error of the Hub',
    run: (client, { connectionId }) => client.action('get-model').run({ repository: 'my-org/none' }, { connectionId }),
    error: MembraneError,
    data: { type: 'action_run', causedByError: expect.anything() },
  },
];

function statusOf(error: unknown): unknown {
  return error !== null && typeof error === 'object' && 'response' in error ? error.response : error;
}

describe("the SDK on the sandbox's Membrane", () => {
  let sandbox: Sandbox;
  let client: MembraneClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const { workspace, tenantKey, membraneUrl } = sandbox;
    client = new MembraneClient({
      workspaceKey: workspace.key,
      workspaceSecret: workspace.secret,
      tenantKey,
      apiUri: membraneUrl,
    });
  });
  afterAll(() => sandbox.close());

  it.each(CASES)('$method', async ({ run, expected, routes }) => {
    const before = sandbox.membraneServer.requests.length;
    const answer = await run(client, sandbox);
    const made = sandbox.membraneServer.requests.slice(before);
    expect(made.map(({ route }) => route)).toEqual(routes);
    expect(made.every(({ headers }) => headers['membrane-api-version'] === '2025-10-21')).toBe(true);
    if (typeof expected === 'object') expect(answer).toMatchObject(expected ?? {});
    else expect(answer).toBe(expected);
  });

  it.each(REFUSALS)('makes its own error of $what', async ({ run, error, data }) => {
    const thrown: unknown = await run(client, sandbox).catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(error);
    expect(thrown).toMatchObject({ isMembraneError: true, data });
  });

  it.each(Object.entries(FAULT_ANSWERS))('reads the envelope %s', async (name, answer) => {
    sandbox.membraneServer.faults.add({ match: 'GET /connections', nth: 1, kind: 'status', ...answer });
    const thrown: unknown = await client.connections.find().catch((caught: unknown) => caught);
    sandbox.membraneServer.faults.clear();
    // A type that the SDK does not know stays the HTTP library's own error.
    if (name === 'unknown') expect(thrown).toMatchObject({ response: { status: 418, data: answer.body } });
    else expect(thrown).toMatchObject({ isMembraneError: true, data: answer.body });
  });

  it('reads a connection that needs its person', async () => {
    sandbox.membrane.follow(sandbox.connectionId, 'connect');
    const connection = await client.connection(sandbox.connectionId).get();
    expect(connection).toMatchObject({ state: 'CLIENT_ACTION_REQUIRED', clientAction: { type: 'connect' } });
    const run = client.action('get-current-user').run({}, { connectionId: sandbox.connectionId });
    await expect(run).rejects.toBeInstanceOf(ConnectionError);
    sandbox.membrane.performClientAction(sandbox.connectionId);
    expect(await client.connection(sandbox.connectionId).get()).toMatchObject({ state: 'READY' });
  });

  it('archives a connection', async () => {
    await client.connection(sandbox.connectionId).archive();
    expect(await client.connections.find()).toMatchObject({ items: [] });
  });

  it('is refused with a token of another workspace', async () => {
    const { workspace, membraneUrl } = sandbox;
    const options = { workspaceKey: workspace.key, workspaceSecret: 'another', tenantKey: 'x', apiUri: membraneUrl };
    const refused = await new MembraneClient(options).connections.find().catch((caught: unknown) => caught);
    expect(refused).toMatchObject({ data: { type: 'bad_request', key: 'not_authenticated' } });
    expect(refused).not.toBeInstanceOf(NotFoundError);
  });
});
