import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPublish } from '../../../src/hub/publish/run-publish.ts';
import type { Commit } from '../../sandbox/hub/store/content.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { folderWith, hubRoutes, parametersOf, publishContext, removeFolder } from './fixture.ts';

const child = fileURLToPath(new URL('./publish-child.ts', import.meta.url));
const moments = 10;
const files: Record<string, Buffer> = Object.fromEntries([
  ...Array.from({ length: 9 }, (_, index) => [`data/${index}.txt`, Buffer.from(`file ${index}`)] as const),
  ...Array.from({ length: 3 }, (_, index) => [`large/${index}.bin`, randomBytes(250_000)] as const),
]);

let workspace: string;

beforeAll(async () => {
  workspace = await folderWith(files);
});
afterAll(() => removeFolder(workspace));

const settings = { multipart: { thresholdBytes: 200_000, chunkBytes: 100_000 } };
const parameters = (number: number) => ({ repository: `my-org/killed-${number}`, filesPerCommit: 3, tag: 'v1' });

/** Kills the publishing process as the n-th request reaches the Hub. @returns whether it was still running */
async function killAt(sandbox: Sandbox, request: number, repository: number): Promise<boolean> {
  const { membraneUrl, hubUrl, token, connectionId } = sandbox;
  const given = { membraneUrl, hubUrl, token, connectionId, workspace, parameters: parameters(repository) };
  const running = spawn(process.execPath, [child, JSON.stringify(given)], { stdio: 'ignore' });
  sandbox.hubServer.faults.add({
    match: /./,
    nth: request,
    kind: 'callback',
    call: () => void running.kill('SIGKILL'),
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => {
    running.on('exit', (_, by) => resolve(by));
  });
  sandbox.hubServer.faults.clear();
  return signal === 'SIGKILL';
}

/** Every file of a commit is one of the folder, whole, and every object it names is held by the Hub. */
function isWhole(sandbox: Sandbox, number: number, commit: Commit): boolean {
  const content = sandbox.hub.store.repository('model', `my-org/killed-${number}`)?.content;
  return [...commit.files].every(([path, file]) => {
    if (path === '.gitattributes') return true;
    const expected = files[path];
    if (expected === undefined || content?.object(file)?.size !== expected.length) return false;
    return file.lfs === undefined || file.lfs.sha256 === createHash('sha256').update(expected).digest('hex');
  });
}

test.each(Array.from({ length: moments }, (_, index) => index))(
  'killed at moment %i of ten, the branch is at a whole commit and the next run sends only what is missing',
  async (moment) => {
    const sandbox = await startSandbox({ hub: { settings } });
    try {
      const [whole] = await countRequests(sandbox);
      const at = 1 + Math.floor(((whole - 1) * moment) / (moments - 1));
      expect(await killAt(sandbox, at, moment)).toBe(true);
      const before = sandbox.hub.store.repository('model', `my-org/killed-${moment}`);
      const head = before?.content.resolve('HEAD');
      expect(head === undefined || isWhole(sandbox, moment, head)).toBe(true);
      const stored = new Set(before?.content.lfsObjects.keys());
      const there = [...(head?.files.keys() ?? [])].filter((path) => path !== '.gitattributes').length;

      const mark = sandbox.hubServer.requests.length;
      const result = await runPublish(parametersOf(parameters(moment)), publishContext(sandbox, workspace));
      expect(Number(result.outputs['files-added'])).toBe(Object.keys(files).length - there);
      const sent = sandbox.hubServer.requests.slice(mark).flatMap((request) => request.effects);
      const uploads = sent.filter((effect) => effect.startsWith('upload-lfs')).map((effect) => effect.split(' ')[3]);
      expect(uploads.filter((oid) => stored.has(oid ?? ''))).toEqual([]);
      const after = sandbox.hub.store.repository('model', `my-org/killed-${moment}`)?.content;
      expect(after?.resolve('HEAD')?.files.size).toBe(Object.keys(files).length + 1);
      expect(after?.tags.get('v1')?.commit).toBe(after?.resolve('HEAD')?.oid);
    } finally {
      await sandbox.close();
    }
  },
);

/** How many requests reach the Hub in a run that nobody disturbs. */
async function countRequests(sandbox: Sandbox): Promise<[number, string[]]> {
  const mark = sandbox.hubServer.requests.length;
  await runPublish(parametersOf(parameters(99)), publishContext(sandbox, workspace));
  const routes = hubRoutes(sandbox, mark);
  return [routes.length, routes];
}
