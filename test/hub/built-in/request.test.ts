import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOperation } from '../../../src/hub/run-operation.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { problemsOf, requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

const run = (input: string) => runOperation(requestOf('request', input), sandboxContext(sandbox));
const last = () => sandbox.hubServer.requests.at(-1);

test('a read with path parameters and repeated keys', async () => {
  const result = await run(
    'path: /api/models/{repo}\npath-params: {repo: my-org/my-model}\nquery: {expand: [sha, gated], blobs: no}',
  );
  expect(result).toMatchObject({ status: 'succeeded', changed: false, headline: 'GET /api/models/{repo}' });
  expect(last()?.query).toContain('expand=sha&expand=gated&blobs=no');
});

test('a list of mappings keeps the order, after what the path says', async () => {
  const result = await run('path: /api/models?author=my-org\nquery: [{filter: b}, {search: 1.0}, {filter: a}]');
  expect(last()?.query.replace(/^\?/, '')).toBe('author=my-org&filter=b&search=1.0&filter=a');
  expect(result.count).toBe(0);
});

test('a write with a JSON body keeps the types in it', async () => {
  const result = await run(
    'method: POST\npath: /api/repos/create\nheaders: {X-Thing: 1.0}\nbody: {name: by-request, organization: my-org, private: true}',
  );
  expect(result).toMatchObject({ changed: true });
  expect(JSON.parse(last()?.bodyText ?? '')).toEqual({ name: 'by-request', organization: 'my-org', private: true });
  expect(last()?.headers['x-thing']).toBe('1.0');
});

test('a raw body goes as it is', async () => {
  const raw = '{"name":"by-raw",  "organization":"my-org"}';
  const input = {
    method: 'POST',
    path: '/api/repos/create',
    headers: { 'content-type': 'application/json' },
    'raw-body': raw,
  };
  await run(JSON.stringify(input));
  expect(last()?.bodyText).toBe(raw);
});

test.each([
  ['path: /api/x\nmethod: TRACE', ['input.method']],
  ['path: https://evil.example/', ['input.path']],
  ['path: /api/{a}', ['input.path-params.a']],
  ['path: /api/x\nheaders: {Cookie: x}', ['input.headers.Cookie']],
  ['method: POST\npath: /api/x\nbody: {}\nraw-body: x', ['input.raw-body']],
  ['path: /api/x\nbody: {}', ['input.body']],
  ['method: POST\npath: /api/x\nbody: {n: 1e999}', ['input.body.n']],
  ['path: /api/x\nquery: {a: {b: c}}', ['input.query']],
])('%j is refused', (input, names) => {
  expect(problemsOf('request', input).map(({ name }) => name)).toEqual(names);
});

test('what the Hub refuses is told in its words', async () => {
  await expect(run('path: /api/models/my-org/none')).rejects.toMatchObject({
    code: 'HUB_NOT_FOUND',
    details: { status: 404 },
  });
});
