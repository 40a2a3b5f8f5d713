import { afterEach, expect, test } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/sandbox.ts';
import { sandboxContext } from './sandbox-context.ts';

let sandbox: Sandbox | undefined;

afterEach(() => sandbox?.close());

async function open(options: SandboxOptions) {
  const started = await startSandbox(options);
  sandbox = started;
  const { hub, signal } = sandboxContext(started);
  const paths = () => started.hubServer.requests.map(({ method, path }) => `${method} ${path}`);
  return { hub, signal, paths, started };
}

const read = { method: 'GET', path: '/api/models/my-org/my-model' } as const;
const write = {
  method: 'POST',
  path: '/api/repos/create',
  body: { kind: 'json', value: { name: 'fresh', organization: 'my-org' } },
} as const;

test('a read goes straight where the proxy begins at the root', async () => {
  const { hub, signal, paths } = await open({ proxyBase: 'root' });
  await hub.request(read, { effect: 'read', signal });
  expect(paths()).toEqual(['GET /api/models/my-org/my-model']);
});

test('a read finds out where the proxy begins at /api, once', async () => {
  const { hub, signal, paths } = await open({ proxyBase: 'api' });
  const { body } = await hub.request(read, { effect: 'read', signal });
  await hub.request(read, { effect: 'read', signal });
  expect(body).toMatchObject({ id: 'my-org/my-model' });
  expect(paths()).toEqual([
    'GET /api/api/models/my-org/my-model',
    'GET /api/api/whoami-v2',
    'GET /api/whoami-v2',
    'GET /api/models/my-org/my-model',
    'GET /api/models/my-org/my-model',
  ]);
});

test('a read that was answered tells where the proxy begins: a write asks no more', async () => {
  const { hub, signal, paths } = await open({ proxyBase: 'root' });
  await hub.request(read, { effect: 'read', signal });
  await hub.request(write, { effect: 'write', signal });
  expect(paths()).toEqual(['GET /api/models/my-org/my-model', 'POST /api/repos/create']);
});

test.each(['root', 'api'] as const)('a write finds out first and is sent once (%s)', async (proxyBase) => {
  const { hub, signal, paths, started } = await open({ proxyBase });
  await hub.request(write, { effect: 'write', signal });
  expect(paths().filter((path) => path.startsWith('POST'))).toEqual(['POST /api/repos/create']);
  expect(started.hubServer.requests.flatMap(({ effects }) => effects)).toHaveLength(1);
});

test.each(['root', 'api'] as const)('what is not there stays not found (%s)', async (proxyBase) => {
  const { hub, signal } = await open({ proxyBase });
  const missing = { method: 'GET', path: '/api/models/my-org/none' } as const;
  await expect(hub.request(missing, { effect: 'read', signal })).rejects.toMatchObject({ code: 'HUB_NOT_FOUND' });
});

test('a path outside /api cannot be had where the proxy begins there, and that is said', async () => {
  const { hub, signal } = await open({ proxyBase: 'api' });
  const file = { method: 'GET', path: '/my-org/my-model/resolve/main/README.md' } as const;
  await expect(hub.request(file, { effect: 'read', signal })).rejects.toMatchObject({
    code: 'HUB_REJECTED',
    details: { hint: expect.stringContaining('/api/'), effect: 'none' },
  });
});
