import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openApiClient } from '../../../src/membrane/api/client.ts';
import { openSession } from '../../../src/membrane/sign-in.ts';
import { openTo, useSandbox } from '../opened.ts';
import { patience, testRuntime } from '../test-runtime.ts';

/** A client of a server that answers as the test says, and not as a Membrane would. */
async function clientOf(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = Object.assign({ address: '', family: '', port: 0 }, server.address());
  const runtime = testRuntime();
  const session = openSession({ kind: 'token', token: 'pat-test' }, runtime, () => undefined);
  const client = openApiClient({ apiUrl: `http://127.0.0.1:${port}/base/`, session, runtime });
  return { client, [Symbol.asyncDispose]: async () => void server.close().closeAllConnections() };
}

const read = () => ({ signal: patience(), effect: 'read' }) as const;

test('every call is signed, names its version and stays under the given address', async () => {
  const seen: unknown[] = [];
  await using opened = await clientOf((request, response) => {
    const { authorization, 'membrane-api-version': version } = request.headers;
    seen.push([request.method, request.url, authorization, version]);
    response.end('{"id":"c/1","state":"READY"}');
  });
  await opened.client.getConnection('c/1?x', { signal: patience(), waitSeconds: 30 });
  expect(seen).toEqual([['GET', '/base/connections/c%2F1%3Fx?wait=true&timeout=30', 'Bearer pat-test', '2025-10-21']]);
});

test('a search follows the pages until it has enough', async () => {
  const cursors: (string | null)[] = [];
  await using opened = await clientOf((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://x');
    cursors.push(searchParams.get('cursor'));
    const page = cursors.length;
    response.end(JSON.stringify({ items: [{ id: `${page}a` }, { id: `${page}b` }], cursor: `after-${page}` }));
  });
  const found = await opened.client.searchActions({ connectionId: 'c', limit: 5 }, { signal: patience() });
  expect(found.map(({ id }) => id)).toEqual(['1a', '1b', '2a', '2b', '3a']);
  expect(cursors).toEqual([null, 'after-1', 'after-2']);
});

test('a cursor that comes again ends the search', async () => {
  let calls = 0;
  await using opened = await clientOf((_request, response) => {
    calls += 1;
    response.end(JSON.stringify({ items: [], cursor: 'same' }));
  });
  expect(await opened.client.searchActions({ connectionId: 'c' }, { signal: patience() })).toEqual([]);
  expect(calls).toBe(2);
});

test('a server without /act is asked for it once', async () => {
  await using sandbox = await useSandbox({ answers: 'older' });
  const { client } = await openTo(sandbox);
  const found = await client.searchActions(
    { connectionId: sandbox.connectionId, intent: 'current user', limit: 50 },
    read(),
  );
  const action = found.find(({ key }) => key === 'get-current-user');
  const run = { actionId: action?.id ?? '', connectionId: sandbox.connectionId, input: {} };
  await client.runAction(run, read());
  await client.runAction(run, read());
  expect(sandbox.membraneServer.requests.filter(({ path }) => path === '/act')).toHaveLength(1);
});

test("the service's own 404 in a run does not send the run again", async () => {
  await using sandbox = await useSandbox();
  const { client } = await openTo(sandbox);
  const found = await client.searchActions(
    { connectionId: sandbox.connectionId, intent: 'get model', limit: 50 },
    read(),
  );
  const action = found.find(({ key }) => key === 'get-model');
  const run = { actionId: action?.id ?? '', connectionId: sandbox.connectionId, input: { repository: 'no/no' } };
  const before = sandbox.membraneServer.requests.length;
  await expect(client.runAction(run, read())).rejects.toMatchObject({ code: 'HUB_NOT_FOUND' });
  expect(sandbox.membraneServer.requests).toHaveLength(before + 1);
});

test('an answer without end is not waited for', async () => {
  await using opened = await clientOf((_request, response) => {
    const piece = Buffer.alloc(1 << 20, 0x20);
    const more = () => {
      while (!response.destroyed && response.write(piece)) if (response.writableNeedDrain) break;
    };
    response.on('drain', more);
    more();
  });
  const asked = opened.client.request('c', { method: 'GET', path: '/x' }, read());
  await expect(asked).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    message: expect.stringContaining('30 MB'),
  });
});

test.each([
  ['a redirect', 302, '', 'none'],
  ['a page', 502, '<html>Bad gateway</html>', 'unknown'],
  ['no JSON', 200, 'OK', 'unknown'],
  ['no connection', 200, '{"ok":true}', 'unknown'],
  ['an error in a success', 200, '{"type":"internal","message":"oops"}', 'unknown'],
])('%s in place of a connection is an error', async (_what, status, body, effect) => {
  await using opened = await clientOf((_request, response) => {
    response.writeHead(status, { location: '/elsewhere' }).end(body);
  });
  const asked = opened.client.ensureConnection('x.co', { signal: patience() });
  await expect(asked).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { effect } });
  await expect(asked).rejects.not.toMatchObject({ message: expect.stringContaining('html') });
});

test.each([
  ['JSON', 200, 'application/json; charset=utf-8', '{"a":1}', { a: 1 }],
  ['JSON that says nothing of itself', 200, undefined, '[1]', [1]],
  ['text', 200, 'text/plain', '{"a":1}', '{"a":1}'],
  ['text that says nothing of itself', 200, undefined, 'hello', 'hello'],
  ['lines of JSON', 200, 'application/x-ndjson', '{"a":1}\n{"a":2}\n', '{"a":1}\n{"a":2}\n'],
  ['nothing', 204, undefined, '', null],
])('what the proxy passes on: %s', async (_what, status, type, text, body) => {
  await using opened = await clientOf((_request, response) => {
    response.writeHead(status, type === undefined ? {} : { 'content-type': type }).end(text);
  });
  expect(await opened.client.request('c', { method: 'GET', path: '/x' }, read())).toMatchObject({ status, body });
});

test.each([
  ["the service's own refusal", 403, '{"error":"Forbidden thing"}', 'HUB_FORBIDDEN', 'Forbidden thing'],
  [
    "Membrane's refusal",
    403,
    '{"type":"bad_request","key":"access_denied","message":"Not yours"}',
    'AUTH_REJECTED',
    'Not yours',
  ],
  [
    "the service's refusal that looks a little like it",
    403,
    '{"type":"comment","message":"Closed"}',
    'HUB_FORBIDDEN',
    'Closed',
  ],
])('through the proxy %s is told apart', async (_what, status, body, code, message) => {
  await using opened = await clientOf((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  const asked = opened.client.request('c', { method: 'GET', path: '/x' }, read());
  await expect(asked).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
});

test("the caller's own sign-in and host do not travel", async () => {
  const seen: unknown[] = [];
  await using opened = await clientOf((request, response) => {
    seen.push([request.headers.authorization, request.headers['x-kept']]);
    response.end('{}');
  });
  const headers = { Authorization: 'Bearer other', Host: 'elsewhere.example', 'X-Kept': 'yes' };
  await opened.client.request('c', { method: 'GET', path: '/x', headers }, read());
  expect(seen).toEqual([['Bearer pat-test', 'yes']]);
});
