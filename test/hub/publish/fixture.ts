import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHubProxy } from '../../../src/hub/hub-proxy.ts';
import type { PublishContext } from '../../../src/hub/publish/context.ts';
import { type PublishParameters, publishParameters } from '../../../src/hub/publish/parameters.ts';
import { openApiClient } from '../../../src/membrane/api/client.ts';
import { withRetries } from '../../../src/membrane/retry.ts';
import { openSession } from '../../../src/membrane/sign-in.ts';
import { type Runtime, sleep } from '../../../src/runtime.ts';
import { SEEDED_TOKENS } from '../../sandbox/hub/seed.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

export const testRuntime: Runtime = {
  env: {},
  platform: process.platform,
  execPath: process.execPath,
  fetch: globalThis.fetch,
  now: Date.now,
  random: () => 0,
  sleep,
};

/** What a run needs against a sandbox, over Membrane's API; `said` collects the log. */
export function publishContext(
  sandbox: Sandbox,
  workspace: string,
  changes: Partial<PublishContext> & { readonly said?: string[] } = {},
): PublishContext {
  const { said = [], ...rest } = changes;
  const say = (message: string) => void said.push(message);
  const log = { debug: () => undefined, info: say, notice: say, warning: say };
  const session = openSession({ kind: 'token', token: sandbox.token }, testRuntime, () => undefined);
  const api = openApiClient({ apiUrl: sandbox.membraneUrl, session, runtime: testRuntime });
  const client = withRetries(api, { retries: 3, runtime: testRuntime, log, session });
  return {
    hub: openHubProxy(client, sandbox.connectionId, log),
    workspace,
    dryRun: false,
    uploadThrough: 'membrane',
    identity: { fromFork: false },
    hubUrl: sandbox.hubUrl,
    onSecret: () => undefined,
    retries: 3,
    log,
    runtime: testRuntime,
    signal: AbortSignal.timeout(120_000),
    ...rest,
  };
}

export function parametersOf(given: Readonly<Record<string, unknown>>): PublishParameters {
  return publishParameters.parse({ repository: 'my-org/published', create: true, ...given });
}

/** A new folder with these files, by path; remove it with `removeFolder`. */
export async function folderWith(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'publish-'));
  await addFiles(folder, files);
  return folder;
}

export async function addFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, contents] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
}

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true });

export const adaToken = SEEDED_TOKENS.ada;

/** Requests that the Hub got since a mark, by route. */
export function hubRoutes(sandbox: Sandbox, from = 0): string[] {
  return sandbox.hubServer.requests.slice(from).map((request) => request.route ?? `${request.method} ${request.path}`);
}
