import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPublish } from '../../../src/hub/publish/run-publish.ts';
import { type Issuer, startIssuer } from '../../sandbox/hub/oauth/issuer.ts';
import { trustedPublishersOf } from '../../sandbox/hub/oauth/trusted-publishers.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { folderWith, parametersOf, publishContext, removeFolder, testRuntime } from './fixture.ts';

let sandbox: Sandbox;
let issuer: Issuer;
let workspace: string;

beforeAll(async () => {
  sandbox = await startSandbox({ proxyBase: 'api' });
  issuer = await startIssuer();
  workspace = await folderWith({ 'a.txt': 'a', 'large.bin': randomBytes(100_000) });
  const from = 'octo-org/octo-repo';
  const publisher = { issuer: issuer.url, from, branch: 'main', workflow: 'release.yml' };
  const publishers = trustedPublishersOf(sandbox.hub.store);
  publishers.push({ ...publisher, type: 'model', repository: 'my-org/trusted' });
  publishers.push({ ...publisher, type: 'model', repository: 'my-org/elsewhere', branch: 'release' });
  const small = await folderWith({ 'x.txt': 'x' });
  for (const repository of ['my-org/trusted', 'my-org/elsewhere']) {
    await runPublish(parametersOf({ repository }), publishContext(sandbox, small));
  }
  await removeFolder(small);
});
afterAll(async () => {
  await removeFolder(workspace);
  await Promise.all([issuer.close(), sandbox.close()]);
});

const trusted = (secrets: string[] = []) =>
  publishContext(sandbox, workspace, {
    uploadThrough: 'trusted-publisher',
    identity: { fromFork: false, getIdToken: (audience) => issuer.idToken(audience) },
    onSecret: (value) => void secrets.push(value),
  });

test('bytes and commits travel under the exchanged token, the rest through Membrane', async () => {
  const secrets: string[] = [];
  const mark = sandbox.hubServer.requests.length;
  const parameters = { repository: 'my-org/trusted', settings: { gated: 'manual' }, tag: 'v1' };
  const result = await runPublish(parametersOf(parameters), trusted(secrets));
  expect(result.outputs).toMatchObject({ 'files-added': '2', tag: 'v1' });
  const sent = sandbox.hubServer.requests.slice(mark);
  const underToken = sent.filter((request) => /hf_jwt_/.test(request.headers.authorization ?? ''));
  expect(underToken.map((request) => request.route)).toEqual([
    'POST /api/:kind/:repo/preupload/:rev',
    'POST /:prefix:repo.git/info/lfs/objects/batch',
    'POST /api/:kind/:repo/commit/:rev',
  ]);
  const [idToken, accessToken] = secrets;
  expect(idToken?.split('.')).toHaveLength(3);
  expect(underToken[0]?.headers.authorization).toBe(`Bearer ${accessToken}`);
  expect(sent.filter((request) => request.route === 'POST /oauth/token')).toHaveLength(1);
});

test('nothing to publish asks for no token', async () => {
  const mark = sandbox.hubServer.requests.length;
  const result = await runPublish(parametersOf({ repository: 'my-org/trusted' }), trusted());
  expect(result.changed).toBe(false);
  expect(sandbox.hubServer.requests.slice(mark).filter((request) => request.route === 'POST /oauth/token')).toEqual([]);
});

test('a token that is about to end is exchanged for another one', async () => {
  let now = Date.now();
  const secrets: string[] = [];
  const runtime = { ...testRuntime, now: () => (now += 50 * 60_000) };
  const fresh = await folderWith({ [`${now}.txt`]: 'new', 'b.txt': 'b' });
  const parameters = parametersOf({ repository: 'my-org/trusted', filesPerCommit: 1 });
  await runPublish(parameters, { ...trusted(secrets), workspace: fresh, runtime });
  await removeFolder(fresh);
  expect(secrets.filter((secret) => secret.startsWith('hf_jwt_')).length).toBeGreaterThan(1);
});

test.each([
  ['no identity', { fromFork: false }, 'my-org/elsewhere', 'AUTH_MISSING', /id-token: write/],
  ['a fork', { fromFork: true }, 'my-org/elsewhere', 'AUTH_MISSING', /branch of the repository itself/],
  [
    'a runner that gives none',
    { fromFork: false, getIdToken: () => Promise.reject(new Error('503')) },
    'my-org/elsewhere',
    'AUTH_MISSING',
    /Run the step again/,
  ],
  ['no matching publisher', undefined, 'my-org/elsewhere', 'HUB_FORBIDDEN', /settings page of my-org\/elsewhere/],
  ['no repository', undefined, 'my-org/not-there', 'HUB_NOT_FOUND', /create-repository/],
])('%s has its own explanation, before anything is written', async (_, identity, repository, code, hint) => {
  const mark = sandbox.hubServer.requests.length;
  const context = trusted();
  const run = runPublish(parametersOf({ repository }), { ...context, identity: identity ?? context.identity });
  await expect(run).rejects.toMatchObject({ code, details: { hint: expect.stringMatching(hint) } });
  expect(sandbox.hubServer.requests.slice(mark).flatMap((request) => request.effects)).toEqual([]);
});

test('what a publisher is matched on is told when none matches', async () => {
  const run = runPublish(parametersOf({ repository: 'my-org/elsewhere' }), trusted());
  await expect(run).rejects.toThrow('repository octo-org/octo-repo, ref refs/heads/main, workflow release.yml');
});
