import { openHubProxy } from '../../../src/hub/hub-proxy.ts';
import { runPublish } from '../../../src/hub/publish/run-publish.ts';
import { openApiClient } from '../../../src/membrane/api/client.ts';
import { withRetries } from '../../../src/membrane/retry.ts';
import { openSession } from '../../../src/membrane/sign-in.ts';
import { parametersOf, testRuntime } from './fixture.ts';
import { peakKilobytes } from './peak-memory.ts';

/** A publish in a process of its own, so that it can be killed and measured: `publish-child.ts JSON`. */
const [given = '{}'] = process.argv.slice(2);
const { membraneUrl, hubUrl, token, connectionId, workspace, parameters, idToken } = JSON.parse(given);
const log = { debug: () => undefined, info: () => undefined, notice: () => undefined, warning: () => undefined };
const session = openSession({ kind: 'token', token }, testRuntime, () => undefined);
const client = withRetries(openApiClient({ apiUrl: membraneUrl, session, runtime: testRuntime }), {
  retries: 3,
  runtime: testRuntime,
  log,
  session,
});
const result = await runPublish(parametersOf(parameters), {
  hub: openHubProxy(client, connectionId, log),
  workspace,
  dryRun: false,
  uploadThrough: idToken === undefined ? 'membrane' : 'trusted-publisher',
  identity: { fromFork: false, getIdToken: () => Promise.resolve(idToken) },
  hubUrl,
  onSecret: () => undefined,
  retries: 3,
  log,
  runtime: testRuntime,
  signal: AbortSignal.timeout(600_000),
});
const { user, system } = process.cpuUsage();
const cpuMs = Math.round((user + system) / 1000);
const { outputs, changed } = result;
process.stdout.write(JSON.stringify({ outputs, changed, peakKb: peakKilobytes(), cpuMs }));
