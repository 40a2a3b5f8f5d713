import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { ActionResult } from '../harness/run-action.ts';
import { type RunnerMachine, withMachine } from '../harness/runner-machine.ts';
import { addBlob } from '../sandbox/hub/store/new-repository.ts';
import { memoryObject } from '../sandbox/hub/store/object-store.ts';
import type { Sandbox, SandboxOptions } from '../sandbox/sandbox.ts';
import { recordOf } from './operation-case.ts';
import { errorOf, runStep, withSandbox } from './sandbox-step.ts';

const repository = 'my-org/my-model';
const MiB = 1024 * 1024;
/** Holds everything that reading it as text would change: bytes that are no UTF-8, and a byte order mark. */
const binary = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00, 0x0d, 0x0a]), randomBytes(5000)]);

interface Job {
  readonly sandbox: Sandbox;
  readonly machine: RunnerMachine;
  download(input: object, transport?: 'api' | 'cli' | 'auto'): Promise<ActionResult>;
}

function withJob(options: SandboxOptions, body: (job: Job) => Promise<void>): Promise<void> {
  return withSandbox(options, (sandbox) =>
    withMachine({ toolCache: inject('toolCache') }, (machine) =>
      body({
        sandbox,
        machine,
        download: (input, transport = 'api') =>
          runStep(sandbox, {
            operation: 'download-file',
            transport,
            machine,
            input: { repository, ...input },
            inputs: { retries: '1' },
          }),
      }),
    ),
  );
}

async function commit({ hubUrl, hub }: Sandbox, sent: object): Promise<void> {
  const [token] = [...hub.store.tokens.keys()];
  const response = await fetch(`${hubUrl}/api/models/${repository}/commit/main`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ summary: 'Files to download', ...sent }),
  });
  expect(response.status, await response.text()).toBe(200);
}

/** A file that git keeps itself. */
function commitFile(sandbox: Sandbox, name: string, content: Buffer): Promise<void> {
  return commit(sandbox, { files: [{ path: name, content: content.toString('base64'), encoding: 'base64' }] });
}

/** A file of which git keeps the pointer alone. */
async function commitLarge(sandbox: Sandbox, name: string, content: Buffer): Promise<string> {
  const oid = createHash('sha256').update(content).digest('hex');
  const stored = sandbox.hub.store.repository('model', repository);
  stored?.writableContent.lfsObjects.set(oid, memoryObject(content));
  await commit(sandbox, { lfsFiles: [{ path: name, algo: 'sha256', oid, size: content.length }] });
  return oid;
}

/** What the Hub itself would refuse as a commit: some repositories are older than its rule. */
function keepInGit({ hub }: Sandbox, name: string, content: Buffer): void {
  const stored = hub.store.repository('model', repository)?.writableContent;
  const head = stored?.resolve('main');
  if (stored === undefined || head === undefined) throw new Error(`${repository} is not there`);
  const files = new Map([...head.files, [name, addBlob(stored, content)] as const]);
  const about = { title: 'Huge', description: '', authors: ['ada'], date: hub.store.now() };
  stored.branches.set('main', stored.write(files, [head], about).oid);
}

function fileIn(machine: RunnerMachine, name: string): Buffer {
  return readFileSync(path.join(machine.workspace, name));
}

describe('a file that git keeps', () => {
  test.concurrent('arrives byte for byte over the API, and where it came from is told', () =>
    withJob({}, async ({ sandbox, machine, download }) => {
      await commitFile(sandbox, 'weights/a b.bin', binary);
      const result = await download({ path: 'weights/a b.bin' });
      expect(result.exitCode, result.log).toBe(0);
      expect(fileIn(machine, 'weights/a b.bin').equals(binary)).toBe(true);
      const commitId = sandbox.hub.store.repository('model', repository)?.sha;
      expect(recordOf(result)).toMatchObject({ commit: commitId, size: binary.length });
      expect(result.outputs).toMatchObject({ status: 'succeeded', changed: 'false' });
      expect(result.outputs.url).toMatch(new RegExp(`/${repository}/blob/${commitId}/weights/a%20b\\.bin$`));
    }));

  test.concurrent('is as it was at the tag that is named', () =>
    withJob({}, async ({ sandbox, machine, download }) => {
      const stored = sandbox.hub.store.repository('model', repository);
      stored?.writableContent.tags.set('v1/old', { commit: stored.sha, message: undefined });
      const before = stored?.content.resolve('main')?.files.get('config.json')?.size;
      await commitFile(sandbox, 'config.json', binary);
      const result = await download({ path: 'config.json', revision: 'v1/old', to: 'old/config.json' });
      expect(result.exitCode, result.log).toBe(0);
      expect(fileIn(machine, 'old/config.json')).toHaveLength(before ?? -1);
    }));

  test.concurrent('replaces what is there, and can be empty', () =>
    withJob({}, async ({ sandbox, machine, download }) => {
      await commitFile(sandbox, 'empty', Buffer.alloc(0));
      expect((await download({ path: 'config.json', to: 'one' })).exitCode).toBe(0);
      expect((await download({ path: 'empty', to: 'one' })).exitCode).toBe(0);
      expect(fileIn(machine, 'one')).toHaveLength(0);
    }));

  test.concurrent.each([
    ['bytes that are no text', 'weights.bin', binary],
    ['JSON, which it prints in a form of its own', 'data.json', Buffer.from('{"a":  1.0}\n')],
  ])('with %s cannot be had through the CLI: it says so, and auto goes by the API', (_, name, content) =>
    withJob({}, async ({ sandbox, machine, download }) => {
      await commitFile(sandbox, name, content);
      const refused = await download({ path: name }, 'cli');
      expect(refused.exitCode).toBe(1);
      expect(errorOf(refused)).toMatchObject({ code: 'CLI_UNUSABLE', hint: expect.stringContaining('transport: api') });
      expect(existsSync(path.join(machine.workspace, name))).toBe(false);
      const result = await download({ path: name }, 'auto');
      expect(result.exitCode, result.log).toBe(0);
      expect(result.annotations).toEqual([expect.objectContaining({ kind: 'notice' })]);
      expect(fileIn(machine, name).equals(content)).toBe(true);
    }),
  );

  test.concurrent('is refused in words where it is larger than an answer through Membrane may be', () =>
    withJob({}, async ({ sandbox, machine, download }) => {
      keepInGit(sandbox, 'huge.txt', Buffer.alloc(31 * MiB, 'x'));
      const result = await download({ path: 'huge.txt' });
      expect(errorOf(result)).toMatchObject({ code: 'HUB_REJECTED', message: expect.stringContaining('31.0 MB') });
      expect(existsSync(path.join(machine.workspace, 'huge.txt'))).toBe(false);
    }));

  test.concurrent('comes through a proxy that begins at the /api of the Hub', () =>
    withJob({ proxyBase: 'api' }, async ({ sandbox, machine, download }) => {
      await commitFile(sandbox, 'a.bin', binary);
      const result = await download({ path: 'a.bin' });
      expect(result.exitCode, result.log).toBe(0);
      expect(fileIn(machine, 'a.bin').equals(binary)).toBe(true);
    }));
});

describe('a large file', () => {
  test.concurrent.each([
    ['api', 'root'],
    ['cli', 'root'],
    ['api', 'api'],
  ] as const)('comes whole over %s from where the Hub stores it, with a proxy at the %s', (transport, proxyBase) =>
    withJob({ proxyBase }, async ({ sandbox, machine, download }) => {
      const content = Buffer.alloc(33 * MiB, binary);
      const oid = await commitLarge(sandbox, 'model.safetensors', content);
      const result = await download({ path: 'model.safetensors', to: 'models/m' }, transport);
      expect(result.exitCode, result.log).toBe(0);
      expect(recordOf(result)).toMatchObject({ sha256: oid, size: content.length });
      expect(fileIn(machine, 'models/m').equals(content)).toBe(true);
      // The address is as good as the file: nobody may read it in the log, and no sign-in goes there.
      const stored = sandbox.hubServer.requests.filter(({ path: asked }) => asked.startsWith('/lfs-cdn/'));
      expect(stored.map(({ headers }) => headers.authorization)).toEqual([undefined]);
      expect(result.log).not.toContain('/lfs-cdn/');
    }),
  );

  test.concurrent('is asked for again where the connection to storage breaks in the middle', () =>
    withJob({}, async ({ sandbox, machine, download }) => {
      const content = Buffer.alloc(2 * MiB, binary);
      await commitLarge(sandbox, 'm.bin', content);
      sandbox.hubServer.faults.add({ match: /\/lfs-cdn\//, nth: 1, kind: 'truncated' });
      const result = await download({ path: 'm.bin' });
      expect(result.exitCode, result.log).toBe(0);
      expect(fileIn(machine, 'm.bin').equals(content)).toBe(true);
    }));
});

test.concurrent('content that is not what the Hub describes is never found under the name', () =>
  withJob({}, async ({ sandbox, machine, download }) => {
    await commitLarge(sandbox, 'm.bin', binary);
    const changed = { 'content-type': 'application/octet-stream' };
    const body = 'x'.repeat(binary.length);
    sandbox.hubServer.faults.add({ match: /\/lfs-cdn\//, kind: 'status', status: 200, body, headers: changed });
    const result = await download({ path: 'm.bin', to: 'here/m.bin' });
    expect(errorOf(result)).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringMatching(/not the file that the Hub describes/),
    });
    expect(readdirSync(path.join(machine.workspace, 'here'))).toEqual([]);
  }));

test.concurrent('a file, a folder or a revision that is not there is told apart', () =>
  withJob({}, async ({ download }) => {
    const missing = await download({ path: 'none.txt' });
    expect(errorOf(missing)).toMatchObject({
      code: 'HUB_NOT_FOUND',
      message: expect.stringContaining('there is none'),
    });
    const folder = await download({ path: 'src' });
    expect(errorOf(folder)).toMatchObject({ code: 'HUB_NOT_FOUND', message: expect.stringContaining('a folder') });
    const revision = await download({ path: 'config.json', revision: 'v9' });
    expect(errorOf(revision).code).toBe('HUB_NOT_FOUND');
  }));

test.concurrent('nothing is written outside of the workspace', () =>
  withJob({}, async ({ machine, download }) => {
    symlinkSync(machine.temp, path.join(machine.workspace, 'link'), 'junction');
    for (const to of ['../out.txt', 'link/out.txt', path.join(machine.temp, 'out.txt')]) {
      const result = await download({ path: 'config.json', to });
      expect(errorOf(result).code, to).toBe('INPUT_INVALID');
    }
    const climbing = await download({ path: '../../etc/passwd' });
    expect(errorOf(climbing).code).toBe('INPUT_INVALID');
    expect(existsSync(path.join(machine.temp, 'out.txt'))).toBe(false);
  }));
