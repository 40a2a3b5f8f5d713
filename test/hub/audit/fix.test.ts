import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditParameters } from '../../../src/hub/audit/audit-parameters.ts';
import { runAudit } from '../../../src/hub/audit/run-audit.ts';
import { type AuditedHub, startAuditedHub } from './audited-hub.ts';
import { addOrganization, addRepository } from './audited-repository.ts';

let hub: AuditedHub;
beforeEach(async () => {
  hub = await startAuditedHub();
  addOrganization(hub.hub.store, 'audited');
});
afterEach(() => hub.close());

const policy = {
  extends: 'none',
  rules: {
    'visibility-not-allowed': { names: [{ names: ['secret-*'], visibility: 'private' }] },
    'gating-required': { names: ['gated-*'], mode: 'manual' },
    'discussions-disabled': {},
    'paid-hardware-awake': { 'sleep-within': 1800 },
  },
};

function addBroken() {
  const { store } = hub.hub;
  addRepository(store, 'secret-a', {});
  addRepository(store, 'gated-a', {});
  addRepository(store, 'quiet', {
    after: (one) => {
      one.settings = { ...one.settings, discussionsDisabled: true };
    },
  });
  addRepository(store, 'demo', {
    type: 'space',
    after: (one) => {
      one.space.stage = 'RUNNING';
      one.space.requestHardware('a10g-small', undefined);
    },
  });
}

const run = (changes: Record<string, unknown>, context = hub.context()) =>
  runAudit(auditParameters.parse({ namespace: 'audited', policy, fix: true, failOn: 'low', ...changes }), context);

test('mends what settings mend, reads it back and no longer counts it', async () => {
  addBroken();
  const { report, changed, violation } = await run({});
  expect(report.fixes.map((one) => [one.status, one.description])).toEqual([
    ['mended', 'Set visibility to private of model audited/secret-a'],
    ['mended', 'Set the sleep time to 1800 s of space audited/demo'],
    ['mended', 'Set gated to manual of model audited/gated-a'],
    ['mended', 'Set discussionsDisabled to false of model audited/quiet'],
  ]);
  expect([report.findings, changed, violation]).toEqual([[], true, undefined]);
  expect((await run({})).report.fixes).toEqual([]);
});

test('a dry run writes nothing and says what it would do', async () => {
  addBroken();
  hub.requests.length = 0;
  const { report } = await run({}, hub.context({ dryRun: true }));
  expect(report.fixes.every((one) => one.status === 'planned')).toBe(true);
  expect(report.findings).toHaveLength(4);
  expect(hub.requests.every((one) => one.method === 'GET')).toBe(true);
});

test('max-fixes leaves the rest, worst first', async () => {
  addBroken();
  const { report } = await run({ maxFixes: 1 });
  expect(report.fixes.map((one) => one.status)).toEqual(['mended', 'skipped', 'skipped', 'skipped']);
  expect(report.findings).toHaveLength(3);
});

test('an account that may not write is told, and the findings stay', async () => {
  addBroken();
  const { report } = await run({}, hub.context({ token: 'hf_sandbox_ada_read' }));
  expect(report.fixes.every((one) => one.status === 'failed' && /403/.test(one.reason ?? ''))).toBe(true);
  expect(report.findings).toHaveLength(4);
});

test('what is exempt is not mended', async () => {
  addBroken();
  const exemptions = [{ rule: 'visibility-not-allowed', repositories: ['secret-*'], reason: 'on purpose' }];
  const { report } = await run({ policy: { ...policy, exemptions } });
  expect(report.fixes.some((one) => one.description.includes('secret-a'))).toBe(false);
  expect(hub.hub.store.repository('model', 'audited/secret-a')?.isPrivate).toBe(false);
});
