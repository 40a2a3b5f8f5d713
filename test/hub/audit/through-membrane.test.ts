import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { auditParameters } from '../../../src/hub/audit/audit-parameters.ts';
import { callsThroughProxy } from '../../../src/hub/audit/hub-calls.ts';
import { runAudit } from '../../../src/hub/audit/run-audit.ts';
import { openHubProxy } from '../../../src/hub/hub-proxy.ts';
import { openApiClient } from '../../../src/membrane/api/client.ts';
import { withRetries } from '../../../src/membrane/retry.ts';
import { openSession } from '../../../src/membrane/sign-in.ts';
import { sleep } from '../../../src/runtime.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { filesIn } from './audited-hub.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const silent = { debug: () => undefined, info: () => undefined, notice: () => undefined, warning: () => undefined };

async function audit(sandbox: Sandbox, changes: Record<string, unknown>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'audit-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const runtime = {
    ...{ env: {}, platform: process.platform, execPath: process.execPath, fetch },
    ...{ now: Date.now, random: () => 0, sleep },
  };
  const session = openSession({ kind: 'token', token: sandbox.token }, runtime, () => undefined);
  const api = openApiClient({ apiUrl: sandbox.membraneUrl, session, runtime });
  const client = withRetries(api, { retries: 2, runtime, log: silent, session });
  const signal = AbortSignal.timeout(60_000);
  const calls = callsThroughProxy(openHubProxy(client, sandbox.connectionId, silent), signal);
  const context = { calls, files: filesIn(folder), log: silent, runtime, signal, dryRun: false };
  const { report } = await runAudit(auditParameters.parse({ namespace: 'my-org', ...changes }), context);
  return report;
}

const policy = {
  rules: {
    'stale-discussion': { days: 1 },
    'card-section-missing': { sections: ['Limits'] },
    'file-too-large': { limit: 10 },
    'visibility-not-allowed': { names: [{ names: ['my-model'], visibility: 'private' }] },
    'discussions-disabled': {},
  },
};

test.each(['root', 'api'] as const)(
  "an audit through Membrane, where the proxy begins at the Hub's %s",
  async (proxyBase) => {
    const sandbox = await startSandbox({ proxyBase, hub: { settings: { pageSizes: smallPages } } });
    closing.push(() => sandbox.close());
    const report = await audit(sandbox, { policy, fix: true });
    expect(report.repositories).toEqual({ model: 4, dataset: 1, space: 1 });
    expect(report.counts.byRule).toMatchObject({
      'license-missing': 1,
      'pickle-file': 1,
      'unsafe-scan': 1,
      'stale-discussion': 2,
      'second-factor-missing': 2,
      'card-section-missing': proxyBase === 'root' ? 5 : 0,
    });
    expect(report.counts.byRule['file-too-large']).toBeGreaterThan(6);
    expect(report.fixes.map((fix) => fix.status)).toEqual(['mended']);
    expect(report.incomplete.map(({ rules, repositories }) => [rules, repositories])).toEqual(
      proxyBase === 'root' ? [] : [[['card-section-missing'], 5]],
    );
  },
);

/** Two repositories a page: the lists go on through Membrane. */
const smallPages = {
  ...{ repositories: 2, repositoriesMax: 2, tree: 2, treeExpanded: 2, treeMax: 2 },
  ...{ commits: 2, members: 2, collections: 2, discussions: 1 },
};

test('a Hub that is away for a moment does not end the audit', async () => {
  const sandbox = await startSandbox();
  closing.push(() => sandbox.close());
  const calm = await audit(sandbox, { policy });
  sandbox.hubServer.faults.add({ match: /GET \/api\/models$/, kind: 'status', status: 503, times: 2 });
  expect((await audit(sandbox, { policy })).findings).toEqual(calm.findings);
});
