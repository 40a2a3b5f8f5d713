import { openHubProxy } from '../../src/hub/hub-proxy.ts';
import type { RunContext } from '../../src/hub/run-context.ts';
import { openApiClient } from '../../src/membrane/api/client.ts';
import { openSession } from '../../src/membrane/sign-in.ts';
import { type Runtime, sleep } from '../../src/runtime.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { temporaryHost } from './temporary-host.ts';

const runtime: Runtime = {
  env: {},
  platform: process.platform,
  execPath: process.execPath,
  fetch: globalThis.fetch,
  now: Date.now,
  random: () => 0.5,
  sleep,
};

/** What operations run with against a sandbox, over the API; `said` collects the log. */
export function sandboxContext(sandbox: Sandbox, said: string[] = []): RunContext {
  const session = openSession({ kind: 'token', token: sandbox.token }, runtime, () => undefined);
  const client = openApiClient({ apiUrl: sandbox.membraneUrl, session, runtime });
  const say = (message: string) => {
    said.push(message);
  };
  const log = { debug: () => undefined, info: say, notice: say, warning: say };
  const connection = { id: sandbox.connectionId, state: 'READY' } as const;
  const signal = AbortSignal.timeout(30_000);
  const patience = { retries: 0, lastLook: () => AbortSignal.timeout(2_000) };
  const options = { ifExists: 'fail', dryRun: false } as const;
  const hub = openHubProxy(client, connection.id, log);
  return { client, connection, log, runtime, signal, ...patience, hub, options, host: temporaryHost() };
}
