import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { downloadFile, listFiles, uploadFile } from '@huggingface/hub';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runPublish } from '../../../src/hub/publish/run-publish.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { adaToken, addFiles, folderWith, hubRoutes, parametersOf, publishContext, removeFolder } from './fixture.ts';

let sandbox: Sandbox;
const folders: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ hub: { settings: { multipart: { thresholdBytes: 300_000, chunkBytes: 100_000 } } } });
});
afterAll(() => sandbox.close());
afterEach(async () => {
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function folder(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const made = await folderWith(files);
  folders.push(made);
  return made;
}

/** Every file of a repository as the official client reads it. */
async function downloaded(repository: string, revision = 'main'): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {};
  const access = { accessToken: adaToken, hubUrl: sandbox.hubUrl, revision };
  for await (const entry of listFiles({ ...access, repo: repository, recursive: true })) {
    if (entry.type !== 'file') continue;
    // The library asks for the first byte of a file, which an empty one does not have.
    const blob = entry.size === 0 ? undefined : await downloadFile({ ...access, repo: repository, path: entry.path });
    files[entry.path] = Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  }
  return files;
}

const mixed = {
  'README.md': '---\nlicense: mit\n---\n# Hi\n',
  'config.json': '{"a": 1}\n',
  'empty.txt': '',
  'deep/er/ünï cödé 模型.txt': 'ä\r\n\0',
  'weights.bin': randomBytes(250_000),
  'large.safetensors': randomBytes(1_050_001),
  'bytes.dat': Buffer.from([0, 255, 128, 10, 13]),
};

test('a new repository holds exactly what the folder holds', async () => {
  const workspace = await folder(mixed);
  const result = await runPublish(parametersOf({ repository: 'my-org/exact' }), publishContext(sandbox, workspace));
  const { '.gitattributes': _, ...files } = await downloaded('my-org/exact');
  expect(Object.keys(files).toSorted()).toEqual(Object.keys(mixed).toSorted());
  for (const [name, contents] of Object.entries(mixed)) expect(files[name]?.equals(Buffer.from(contents))).toBe(true);
  expect(result).toMatchObject({ status: 'succeeded', changed: true, outputs: { 'files-added': '7' } });
});

test('a second publish sends nothing and commits nothing', async () => {
  const workspace = await folder(mixed);
  const parameters = parametersOf({ repository: 'my-org/twice' });
  const first = await runPublish(parameters, publishContext(sandbox, workspace));
  const mark = sandbox.hubServer.requests.length;
  const second = await runPublish(parameters, publishContext(sandbox, workspace));
  expect(second).toMatchObject({ status: 'succeeded', changed: false, outputs: { 'bytes-uploaded': '0' } });
  expect(second.outputs['commit-id']).toBe(first.outputs['commit-id']);
  expect(hubRoutes(sandbox, mark).filter((route) => !route.startsWith('GET'))).toEqual([]);
});

test('of a thousand files the one that changed travels', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`data/${index}.txt`, `file ${index}\n`]));
  const workspace = await folder(many);
  const parameters = parametersOf({ repository: 'my-org/many', type: 'dataset' });
  const first = await runPublish(parameters, publishContext(sandbox, workspace));
  expect(first.outputs['files-added']).toBe('1000');
  expect((await commitsOf('my-org/many', 'datasets')).map((commit) => commit.title)).toEqual([
    'Publish the workspace',
    'initial commit',
  ]);
  await addFiles(workspace, { 'data/500.txt': 'file DXX\n' });
  const mark = sandbox.hubServer.requests.length;
  const second = await runPublish(parameters, publishContext(sandbox, workspace));
  expect(second.outputs).toMatchObject({ 'files-changed': '1', 'files-added': '0', 'bytes-uploaded': '9' });
  expect(hubRoutes(sandbox, mark).filter((route) => route.includes('/commit/'))).toHaveLength(1);
});

test('more files than a commit should hold go in several, each whole', async () => {
  const workspace = await folder({ a: '1', b: '2', c: '3', d: '4', e: '5' });
  const parameters = parametersOf({ repository: 'my-org/several', filesPerCommit: 2, message: 'Release' });
  const result = await runPublish(parameters, publishContext(sandbox, workspace));
  const history = await commitsOf('my-org/several');
  expect(history.map((commit) => commit.title)).toEqual([
    'Release (3 of 3)',
    'Release (2 of 3)',
    'Release (1 of 3)',
    'initial commit',
  ]);
  expect(result.outputs['commit-id']).toBe(history[0]?.id);
});

async function commitsOf(repository: string, kind = 'models'): Promise<{ id: string; title: string }[]> {
  const response = await fetch(`${sandbox.hubUrl}/api/${kind}/${repository}/commits/main`, {
    headers: { authorization: `Bearer ${adaToken}` },
  });
  const body: unknown = await response.json();
  if (!Array.isArray(body)) throw new Error('no list of commits');
  return body.map((commit: unknown) => z.object({ id: z.string(), title: z.string() }).parse(commit));
}

test('what the folder does not have is deleted only when asked, and never what exclude protects', async () => {
  const workspace = await folder({ 'a.txt': 'a', 'b.log': 'b', 'c/d.txt': 'd' });
  const parameters = { repository: 'my-org/mirror' };
  await runPublish(parametersOf(parameters), publishContext(sandbox, workspace));
  await rm(path.join(workspace, 'c'), { recursive: true });
  await rm(path.join(workspace, 'b.log'));
  const kept = await runPublish(parametersOf(parameters), publishContext(sandbox, workspace));
  expect(kept.changed).toBe(false);
  const mirror = parametersOf({ ...parameters, delete: 'missing', exclude: ['*.log'] });
  await runPublish(mirror, publishContext(sandbox, workspace));
  expect(Object.keys(await downloaded('my-org/mirror')).toSorted()).toEqual(['.gitattributes', 'a.txt', 'b.log']);
  const result = await runPublish(
    parametersOf({ ...parameters, delete: ['*.log'] }),
    publishContext(sandbox, workspace),
  );
  expect(result.outputs['files-deleted']).toBe('1');
});

test('a dry run plans all of it and writes nothing', async () => {
  const workspace = await folder(mixed);
  const mark = sandbox.hubServer.requests.length;
  const parameters = parametersOf({
    repository: 'my-org/planned',
    tag: 'v1',
    discussion: { title: 'Out now', description: 'x' },
  });
  const result = await runPublish(parameters, publishContext(sandbox, workspace, { dryRun: true }));
  expect(result).toMatchObject({ status: 'planned', changed: true });
  expect(JSON.parse(result.outputs.plan ?? '')).toMatchObject({
    createRepository: true,
    added: { files: 7 },
    tag: 'v1',
    discussion: 'Out now',
  });
  expect(sandbox.hubServer.requests.slice(mark).flatMap((request) => request.effects)).toEqual([]);
});

test('a release: settings, files, card, tag and discussion, each once', async () => {
  const workspace = await folder({ 'README.md': '---\nlicense: mit # chosen\n---\n# Hi\n', 'a.txt': 'a' });
  const parameters = parametersOf({
    repository: 'my-org/released',
    private: true,
    settings: { gated: 'auto' },
    card: { tags: ['x', 'no'], base_model: 'org/base' },
    tag: 'v1.0',
    tagMessage: 'First',
    discussion: { title: 'Version 1.0', description: 'It is out.' },
  });
  const first = await runPublish(parameters, publishContext(sandbox, workspace));
  expect(first.outputs.tag).toBe('v1.0');
  const { 'README.md': card } = await downloaded('my-org/released', 'v1.0');
  expect(card?.toString()).toBe(
    '---\nlicense: mit # chosen\ntags:\n  - x\n  - "no"\nbase_model: org/base\n---\n# Hi\n',
  );
  const mark = sandbox.hubServer.requests.length;
  const second = await runPublish(parameters, publishContext(sandbox, workspace));
  expect(second.changed).toBe(false);
  expect(sandbox.hubServer.requests.slice(mark).flatMap((request) => request.effects)).toEqual([]);
});

test('card values are set in the card that the repository has', async () => {
  const workspace = await folder({ 'README.md': '---\nlicense: mit\n---\n# Hi\n' });
  const parameters = { repository: 'my-org/carded' };
  await runPublish(parametersOf(parameters), publishContext(sandbox, workspace));
  await rm(path.join(workspace, 'README.md'));
  await addFiles(workspace, { 'model.txt': 'x' });
  const values = { ...parameters, card: { license: 'apache-2.0' }, pathInRepository: 'sub' };
  const result = await runPublish(parametersOf(values), publishContext(sandbox, workspace));
  expect(result.outputs).toMatchObject({ 'files-added': '1', 'files-changed': '1' });
  const files = await downloaded('my-org/carded');
  expect(files['README.md']?.toString()).toBe('---\nlicense: apache-2.0\n---\n# Hi\n');
  expect(files['sub/model.txt']?.toString()).toBe('x');
});

test('a pull request is opened once and kept up after that', async () => {
  const workspace = await folder({ 'a.txt': 'a', 'large.bin': randomBytes(400_000) });
  await runPublish(parametersOf({ repository: 'my-org/pulled' }), publishContext(sandbox, await folder({ x: 'x' })));
  const parameters = parametersOf({
    repository: 'my-org/pulled',
    asPullRequest: true,
    message: 'Weekly',
    filesPerCommit: 1,
  });
  const first = await runPublish(parameters, publishContext(sandbox, workspace));
  expect(first.outputs['pull-request-url']).toMatch(/\/my-org\/pulled\/discussions\/1$/);
  const again = await runPublish(parameters, publishContext(sandbox, workspace));
  expect(again.changed).toBe(false);
  await addFiles(workspace, { 'a.txt': 'b' });
  const third = await runPublish(parameters, publishContext(sandbox, workspace));
  expect(third.outputs['pull-request-url']).toMatch(/discussions\/1$/);
  expect((await downloaded('my-org/pulled', 'refs/pr/1'))['a.txt']?.toString()).toBe('b');
  expect(Object.keys(await downloaded('my-org/pulled'))).not.toContain('a.txt');
});

test('a branch is made on wish, and refused without it', async () => {
  await runPublish(parametersOf({ repository: 'my-org/branched' }), publishContext(sandbox, await folder({ x: 'x' })));
  const workspace = await folder({ y: 'y' });
  const parameters = { repository: 'my-org/branched', revision: 'release/1' };
  await expect(runPublish(parametersOf(parameters), publishContext(sandbox, workspace))).rejects.toMatchObject({
    code: 'HUB_NOT_FOUND',
  });
  const made = await runPublish(
    parametersOf({ ...parameters, createRevision: true }),
    publishContext(sandbox, workspace),
  );
  expect(Object.keys(await downloaded('my-org/branched', made.outputs['commit-id'])).toSorted()).toEqual([
    '.gitattributes',
    'x',
    'y',
  ]);
});

test('a proxy that has the API alone refuses large files before anything is written, and takes the rest', async () => {
  const narrow = await startSandbox({ proxyBase: 'api' });
  try {
    const large = await folder({ 'a.txt': 'a', 'model.bin': randomBytes(1000) });
    const parameters = parametersOf({ repository: 'my-org/narrow' });
    await expect(runPublish(parameters, publishContext(narrow, large))).rejects.toMatchObject({ code: 'HUB_REJECTED' });
    expect(narrow.hubServer.requests.flatMap((request) => request.effects)).toEqual([]);
    const result = await runPublish(parameters, publishContext(narrow, await folder({ 'a.txt': 'a' })));
    expect(result.outputs['files-added']).toBe('1');
  } finally {
    await narrow.close();
  }
});

test('a commit of other files in between is built upon', async () => {
  const workspace = await folder({ 'a.txt': 'a' });
  const parameters = { repository: 'my-org/raced' };
  await runPublish(parametersOf(parameters), publishContext(sandbox, workspace));
  await addFiles(workspace, { 'a.txt': 'b' });
  strikeOnce('other.txt');
  const result = await runPublish(parametersOf(parameters), publishContext(sandbox, workspace));
  sandbox.hubServer.faults.clear();
  const files = await downloaded('my-org/raced');
  expect([files['a.txt']?.toString(), files['other.txt']?.toString()]).toEqual(['b', 'theirs']);
  expect(result.outputs['commit-id']).toBe((await commitsOf('my-org/raced'))[0]?.id);
});

test('a commit of the same files in between is never overwritten', async () => {
  const workspace = await folder({ 'a.txt': 'a' });
  const parameters = { repository: 'my-org/raced-same' };
  await runPublish(parametersOf(parameters), publishContext(sandbox, workspace));
  await addFiles(workspace, { 'a.txt': 'b' });
  strikeOnce('a.txt');
  await expect(runPublish(parametersOf(parameters), publishContext(sandbox, workspace))).rejects.toMatchObject({
    code: 'HUB_CONFLICT',
    message: expect.stringContaining('a.txt'),
  });
  sandbox.hubServer.faults.clear();
  expect((await downloaded('my-org/raced-same'))['a.txt']?.toString()).toBe('theirs');
});

/** Somebody else commits a file just before the next commit arrives. */
function strikeOnce(file: string): void {
  sandbox.hubServer.faults.add({
    match: 'POST /api/:kind/:repo/commit/:rev',
    nth: 1,
    kind: 'callback',
    call: async () => {
      const repo = sandbox.hubServer.requests.at(-1)?.path.match(/my-org\/[^/]+/)?.[0] ?? '';
      const theirs = new Blob(['theirs']);
      const access = { repo, accessToken: adaToken, hubUrl: sandbox.hubUrl, useXet: false };
      await uploadFile({ ...access, file: { path: file, content: theirs } });
    },
  });
}

test('a commit whose answer is lost is not made twice', async () => {
  const workspace = await folder({ 'a.txt': 'a' });
  const parameters = { repository: 'my-org/lost' };
  await runPublish(parametersOf(parameters), publishContext(sandbox, workspace));
  await addFiles(workspace, { 'a.txt': 'b', 'b.txt': 'c' });
  sandbox.hubServer.faults.add({ match: 'POST /api/:kind/:repo/commit/:rev', nth: 1, kind: 'reset-after' });
  const result = await runPublish(parametersOf(parameters), publishContext(sandbox, workspace));
  sandbox.hubServer.faults.clear();
  const history = await commitsOf('my-org/lost');
  expect(history).toHaveLength(3);
  expect(result.outputs['commit-id']).toBe(history[0]?.id);
});

test('a part that storage refuses is sent again alone', async () => {
  const workspace = await folder({ 'large.safetensors': randomBytes(1_050_001) });
  sandbox.hubServer.faults.add({ match: 'PUT /lfs-storage/:upload/:part', nth: [2, 5], kind: 'status', status: 503 });
  sandbox.hubServer.faults.add({ match: 'PUT /lfs-storage/:upload/:part', nth: 7, kind: 'reset-before' });
  const mark = sandbox.hubServer.requests.length;
  const result = await runPublish(parametersOf({ repository: 'my-org/parts' }), publishContext(sandbox, workspace));
  sandbox.hubServer.faults.clear();
  expect(hubRoutes(sandbox, mark).filter((route) => route === 'PUT /lfs-storage/:upload/:part')).toHaveLength(11 + 3);
  expect(result.outputs['bytes-uploaded']).toBe('1050001');
  const sent = (await downloaded('my-org/parts'))['large.safetensors'];
  expect(sent?.equals(await readFile(path.join(workspace, 'large.safetensors')))).toBe(true);
});

test('storage gets no credential', async () => {
  const requests = sandbox.hubServer.requests.filter((request) => request.path.startsWith('/lfs-storage/'));
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((request) => request.headers.authorization !== undefined)).toEqual([]);
});

test('an address that has ended is asked for anew', async () => {
  const workspace = await folder({ 'large.safetensors': randomBytes(200_000) });
  sandbox.hubServer.faults.add({ match: 'PUT /lfs-storage/:upload', nth: 1, kind: 'status', status: 403 });
  const mark = sandbox.hubServer.requests.length;
  const said: string[] = [];
  await runPublish(parametersOf({ repository: 'my-org/ended' }), publishContext(sandbox, workspace, { said }));
  sandbox.hubServer.faults.clear();
  const batches = hubRoutes(sandbox, mark).filter((route) => route.endsWith('/objects/batch'));
  // One more asks whether the route can be had at all.
  expect(batches).toHaveLength(3);
  expect(said.join('\n')).toContain('a new one is asked for');
});

test('contents that several files share travel once', async () => {
  const contents = randomBytes(150_000);
  const workspace = await folder({ 'a.bin': contents, 'b.bin': contents, 'c/a.bin': contents });
  const mark = sandbox.hubServer.requests.length;
  const result = await runPublish(parametersOf({ repository: 'my-org/shared' }), publishContext(sandbox, workspace));
  expect(hubRoutes(sandbox, mark).filter((route) => route.startsWith('PUT'))).toHaveLength(1);
  expect(result.outputs).toMatchObject({ 'files-added': '3', 'bytes-uploaded': '150000' });
});

test('a file that is written to while it is published is refused, and no commit names it', async () => {
  const workspace = await folder({ 'a.txt': 'a', 'large.bin': randomBytes(200_000) });
  sandbox.hubServer.faults.add({
    match: 'PUT /lfs-storage/:upload',
    nth: 1,
    kind: 'callback',
    call: () => addFiles(workspace, { 'large.bin': randomBytes(200_000) }),
  });
  const run = runPublish(parametersOf({ repository: 'my-org/changing' }), publishContext(sandbox, workspace));
  await expect(run).rejects.toMatchObject({ message: expect.stringContaining('large.bin changed') });
  sandbox.hubServer.faults.clear();
  expect(await commitsOf('my-org/changing')).toHaveLength(1);
});

test.each([
  ['front matter that does not parse', { 'README.md': '---\na: [\n---\n' }, /README.md has a front matter/],
  ['a card that the Hub refuses', { 'README.md': '---\nlicense: not-one\n---\n' }, /refused by the Hub: .*license/],
  ['no files', { '.env': 'secret' }, /no file to publish/],
])('%s is told before anything is written', async (_, files, message) => {
  const workspace = await folder(files);
  const mark = sandbox.hubServer.requests.length;
  const run = runPublish(parametersOf({ repository: 'my-org/refused' }), publishContext(sandbox, workspace));
  await expect(run).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(message) });
  expect(sandbox.hubServer.requests.slice(mark).flatMap((request) => request.effects)).toEqual([]);
});

test('a tag that is on another commit is told before anything is written', async () => {
  const workspace = await folder({ 'a.txt': 'a' });
  const parameters = parametersOf({ repository: 'my-org/tagged', tag: 'v1' });
  await runPublish(parameters, publishContext(sandbox, workspace));
  await addFiles(workspace, { 'a.txt': 'b' });
  const run = runPublish(parameters, publishContext(sandbox, workspace));
  await expect(run).rejects.toMatchObject({ code: 'HUB_CONFLICT', message: expect.stringContaining('v1') });
  expect(await commitsOf('my-org/tagged')).toHaveLength(2);
});

test('a repository that is not there is created only on wish', async () => {
  const workspace = await folder({ 'a.txt': 'a' });
  const parameters = parametersOf({ repository: 'my-org/never', create: false });
  const run = runPublish(parameters, publishContext(sandbox, workspace));
  await expect(run).rejects.toMatchObject({
    code: 'HUB_NOT_FOUND',
    details: { hint: expect.stringContaining('create') },
  });
});

test('a Space is created with its SDK, by an account that is told it is busy first', async () => {
  const workspace = await folder({ 'README.md': '---\nsdk: static\n---\n', 'index.html': '<p>Hi</p>' });
  const body = { error: 'Cannot create repo: another conflicting operation is in progress' };
  sandbox.hubServer.faults.add({ match: 'POST /api/repos/create', nth: 1, kind: 'status', status: 409, body });
  const parameters = parametersOf({ repository: 'my-org/page', type: 'space', sdk: 'static', private: true });
  const result = await runPublish(parameters, publishContext(sandbox, workspace));
  sandbox.hubServer.faults.clear();
  expect(result.changed).toBe(true);
  expect(sandbox.hub.store.repository('space', 'my-org/page')?.facts).toMatchObject({
    sdk: 'static',
    visibility: 'private',
  });
});
