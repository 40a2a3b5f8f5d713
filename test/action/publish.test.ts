import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { downloadFile, listFiles } from '@huggingface/hub';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMachine, type RunnerMachine } from '../harness/runner-machine.ts';
import { type Issuer, startIssuer } from '../sandbox/hub/oauth/issuer.ts';
import { trustedPublishersOf } from '../sandbox/hub/oauth/trusted-publishers.ts';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import { errorOf, runStep, useSandbox } from './sandbox-step.ts';

const card = '---\nlicense: mit\n---\n# A model\n';
const files = { 'm/README.md': card, 'm/config.json': '{"a":1}', 'm/.env': 'SECRET=1', 'm/sub/naïve ☃.txt': 'text' };
const bed = useSandbox();

async function published(repository: string): Promise<Record<string, string>> {
  const where = { repo: repository, hubUrl: bed.sandbox.hubUrl, accessToken: SEEDED_TOKENS.ada };
  const contents: Record<string, string> = {};
  for await (const { path: name, type } of listFiles({ ...where, recursive: true })) {
    if (type === 'file') contents[name] = (await (await downloadFile({ ...where, path: name }))?.text()) ?? '';
  }
  return contents;
}

/** A machine whose workspace has the folder `m`, with one file that goes by LFS. */
function machineWithFolder(): RunnerMachine {
  const machine = createMachine({ workspaceFiles: files });
  writeFileSync(path.join(machine.workspace, 'm/weights.bin'), Buffer.alloc(300_000, 7));
  return machine;
}

describe.each(['cli', 'api'] as const)('publish over %s', (transport) => {
  const repository = `my-org/published-${transport}`;
  const input = { repository, folder: 'm', create: true, tag: 'v1', settings: { gated: 'manual' } };
  let machine: RunnerMachine;
  beforeAll(() => {
    machine = machineWithFolder();
  });
  afterAll(() => machine.remove());
  // What is over the argument limit of a process goes by the API; pure `cli` cannot send the bytes.
  const over = transport === 'cli' ? 'auto' : 'api';
  const publish = (more: object = {}, inputs: Record<string, string> = {}) =>
    runStep(bed.sandbox, { operation: 'publish', transport: over, machine, input: { ...input, ...more }, inputs });

  test('a dry run shows the plan and sends nothing', async () => {
    const before = bed.sandbox.hubServer.requests.flatMap((request) => request.effects).length;
    const result = await publish({}, { 'dry-run': 'true' });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs).toMatchObject({ status: 'planned', changed: 'true', 'files-added': '4' });
    expect(bed.sandbox.hubServer.requests.flatMap((request) => request.effects)).toHaveLength(before);
  });

  test('a folder becomes the repository, byte for byte, without what looks like a secret', async () => {
    const result = await publish();
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs).toMatchObject({
      changed: 'true',
      tag: 'v1',
      'files-added': '4',
      'bytes-uploaded': '300042',
    });
    expect(result.log).toContain('.env');
    const contents = await published(repository);
    expect(
      Object.keys(contents)
        .filter((name) => name !== '.gitattributes')
        .sort(),
    ).toEqual(['README.md', 'config.json', 'sub/naïve ☃.txt', 'weights.bin'].sort());
    expect(contents['sub/naïve ☃.txt']).toBe('text');
    expect(contents['weights.bin']).toBe('\u0007'.repeat(300_000));
    expect(await bed.hub.get(`/api/models/${repository}`)).toMatchObject({ gated: 'manual' });
    expect(result.summary).toContain('weights.bin');
  });

  test('a second time there is nothing to do, and one changed file is all that travels', async () => {
    const again = await publish();
    expect(again.outputs).toMatchObject({ changed: 'false', 'bytes-uploaded': '0', status: 'succeeded' });
    writeFileSync(path.join(machine.workspace, 'm/config.json'), '{"a":2}');
    const changed = await publish({ tag: undefined });
    expect(changed.outputs).toMatchObject({ changed: 'true', 'files-changed': '1', 'bytes-uploaded': '7' });
  });
});

describe('what cannot be published is told before anything is written', () => {
  const effectsSoFar = () => bed.sandbox.hubServer.requests.flatMap((request) => request.effects).length;

  test.each([
    ['a folder that is not there', { folder: 'nowhere' }, /nowhere/],
    ['a folder outside of the workspace', { folder: '../..' }, /workspace/],
    ['a folder without files', { folder: 'm', include: ['*.none'] }, /holds no file to publish/],
    ['a tag the Hub would refuse', { folder: 'm', repository: 'my-org/a--b' }, /my-org\/a--b/],
  ])('%s', async (_name, more, message) => {
    const effects = effectsSoFar();
    const input = { repository: 'my-org/refused', create: true, ...more };
    const result = await runStep(bed.sandbox, { operation: 'publish', workspaceFiles: files, input });
    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(message) });
    expect(effectsSoFar()).toBe(effects);
  });
});

describe('as a trusted publisher', () => {
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await startIssuer();
    await bed.hub.createRepository('model', 'trusted');
    trustedPublishersOf(bed.sandbox.hub.store).push({
      ...{ type: 'model', repository: 'my-org/trusted', issuer: issuer.url, from: 'octo-org/octo-repo' },
    });
  });
  afterAll(() => issuer.close());
  const step = (env: Record<string, string>) => ({
    ...{ operation: 'publish', workspaceFiles: files, env, input: { repository: 'my-org/trusted', folder: 'm' } },
    inputs: { 'upload-through': 'trusted-publisher', 'app-url': `${bed.sandbox.hubUrl}/` },
  });

  test('the files travel under a masked token of the job', async () => {
    const inputs = { ...step({}).inputs, 'connection-id': bed.sandbox.connectionId };
    const result = await runStep(bed.sandbox, { ...step({ ...issuer.environment }), inputs });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs).toMatchObject({ changed: 'true', 'files-added': '3' });
    const used = bed.sandbox.hubServer.requests.flatMap(
      ({ headers }) => headers.authorization?.match(/hf_jwt_\S+/) ?? [],
    );
    expect(used.length).toBeGreaterThan(0);
    for (const token of used) expect(result.masks).toContain(token);
  });

  test('without an identity it says which permission is missing', async () => {
    const inputs = { ...step({}).inputs, 'connection-id': bed.sandbox.connectionId };
    const input = { repository: 'my-org/trusted', folder: 'm', card: { tags: ['new'] } };
    const result = await runStep(bed.sandbox, { ...step({}), inputs, input });
    expect(errorOf(result)).toMatchObject({
      code: 'AUTH_MISSING',
      hint: expect.stringContaining('id-token: write'),
    });
  });
});
