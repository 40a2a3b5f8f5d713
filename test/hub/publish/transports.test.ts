import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openHubProxy } from '../../../src/hub/hub-proxy.ts';
import { runPublish } from '../../../src/hub/publish/run-publish.ts';
import { openClient } from '../../../src/membrane/open-client.ts';
import { openSession } from '../../../src/membrane/sign-in.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { folderWith, parametersOf, publishContext, removeFolder, testRuntime } from './fixture.ts';

let temporary: string;
let workspace: string;
let sandbox: Sandbox | undefined;

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'publish-home-'));
  // One file of it is longer in base64 than an argument of a process may be.
  workspace = await folderWith({
    'README.md': '---\nlicense: mit\n---\n',
    'long.txt': 'ä'.repeat(75_000),
    'model.bin': randomBytes(50_000),
  });
});
afterEach(() => sandbox?.close());
afterAll(async () => {
  await removeFolder(workspace);
  await rm(temporary, { recursive: true });
});

async function hubOver(made: Sandbox, transport: 'auto' | 'api', said: string[]) {
  const { token, membraneUrl, cliPath, connectionId } = made;
  const say = (message: string) => void said.push(message);
  const log = { debug: () => undefined, info: say, notice: say, warning: say };
  const runtime = { ...testRuntime, env: process.env };
  const session = openSession({ kind: 'token', token }, runtime, () => undefined);
  const cli = { path: cliPath };
  const request = { transport, session, apiUrl: membraneUrl, cli, temporary, onHome: () => undefined, retries: 2 };
  const { client } = await openClient(request, { runtime, log, signal: AbortSignal.timeout(60_000) });
  return { hub: openHubProxy(client, connectionId, log), close: () => client.close() };
}

test.each([
  ['the API', 'api', 'response'],
  ['a CLI that prints the whole response', 'auto', 'response'],
  ['a CLI that prints the body alone', 'auto', 'body'],
] as const)(
  'over %s the repository is what the folder is, and the second time nothing is done',
  async (_, transport, cliJson) => {
    sandbox = await startSandbox({ cliJson });
    const said: string[] = [];
    const { hub, close } = await hubOver(sandbox, transport, said);
    const parameters = parametersOf({ repository: 'my-org/transported' });
    try {
      const first = await runPublish(parameters, { ...publishContext(sandbox, workspace), hub });
      expect(first.outputs).toMatchObject({ 'files-added': '3' });
      const second = await runPublish(parameters, { ...publishContext(sandbox, workspace), hub });
      expect(second.changed).toBe(false);
      expect(said.some((line) => /API/.test(line))).toBe(transport === 'auto');
    } finally {
      await close();
    }
  },
);
