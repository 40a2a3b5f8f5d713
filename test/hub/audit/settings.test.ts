import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runApply } from '../../../src/hub/audit/settings/run-apply.ts';
import { runSnapshot } from '../../../src/hub/audit/settings/run-snapshot.ts';
import { applyParameters, snapshotParameters } from '../../../src/hub/audit/settings/settings-parameters.ts';
import { type AuditedHub, startAuditedHub } from './audited-hub.ts';

let hub: AuditedHub;
beforeEach(async () => {
  hub = await startAuditedHub();
});
afterEach(() => hub.close());

const snapshot = (changes: Record<string, unknown> = {}) =>
  runSnapshot(snapshotParameters.parse({ namespace: 'my-org', file: 'settings.yml', ...changes }), hub.context());

async function apply(text: string, options: { prune?: boolean; dryRun?: boolean; confirm?: string } = {}) {
  await writeFile(path.join(hub.folder, 'settings.yml'), text);
  const { prune = false, dryRun = false, confirm } = options;
  return runApply(applyParameters.parse({ file: 'settings.yml', prune }), hub.context({ dryRun }), confirm);
}

const settingsFile = () => readFile(path.join(hub.folder, 'settings.yml'), 'utf8');

test('a snapshot says what is, and applying it changes nothing', async () => {
  const { yaml, repositories } = await snapshot({ include: ['repositories', 'members', 'discussions'] });
  expect(repositories).toBe(6);
  expect(parse(yaml)).toMatchObject({
    namespace: 'my-org',
    repositories: {
      models: {
        'gated-model': { visibility: 'public', gated: 'manual', discussions: true },
        'private-model': { visibility: 'private', gated: false },
      },
      spaces: { 'my-space': { sdk: 'gradio', hardware: 'cpu-basic' } },
    },
    members: { ada: 'admin', grace: 'contributor', linus: 'read' },
  });
  hub.requests.length = 0;
  const outcome = await apply(await settingsFile(), { prune: true });
  expect([outcome.changes, outcome.impossible, outcome.changed]).toEqual([[], [], false]);
  expect(hub.requests.every((one) => one.method === 'GET')).toBe(true);
});

test('drift is brought back, with a plan first', async () => {
  await snapshot({ include: ['repositories', 'members', 'discussions'] });
  const { store } = hub.hub;
  const model = store.repository('model', 'my-org/my-model');
  const members = store.organizations.get('my-org')?.members;
  const linus = members?.get('linus');
  if (!model || !linus) throw new Error('The sandbox has another seed.');
  model.facts.gated = 'manual';
  model.settings = { ...model.settings, discussionsDisabled: true };
  linus.role = 'write';
  store.version += 1;
  const plan = await apply(await settingsFile(), { dryRun: true });
  expect(plan.changes.map((one) => [one.status, one.risk, one.line])).toEqual([
    ['planned', 'exposes', '~ model my-org/my-model: gated manual → false, discussions false → true'],
    ['planned', 'none', '~ member linus: write → read'],
  ]);
  expect(model.facts.gated).toBe('manual');
  await expect(apply(await settingsFile())).rejects.toThrow(/confirm.*my-org/);
  expect(model.facts.gated).toBe('manual');
  const done = await apply(await settingsFile(), { confirm: 'my-org' });
  expect(done.changes.map((one) => one.status)).toEqual(['applied', 'applied']);
  expect([model.facts.gated, model.settings.discussionsDisabled, linus.role]).toEqual([false, false, 'read']);
});

test('makes what is missing, with prune deletes what is not named, and only with confirm', async () => {
  const text = `namespace: my-org
repositories:
  models:
    my-model: {}
    brand-new: {gated: auto, resource-group: research}
  datasets: {my-dataset: {}}
  spaces: {my-space: {sleep-time: 900, hardware: t4-small}, no-sdk: {}}
members: {nobody: read}
`;
  const kept = await apply(text);
  expect(kept.changes.map((one) => [one.status, one.line.slice(0, 30)])).toContainEqual([
    'applied',
    '+ model my-org/brand-new (priv',
  ]);
  expect(kept.impossible).toHaveLength(2);
  const made = hub.hub.store.repository('model', 'my-org/brand-new');
  expect([made?.isPrivate, made?.facts.gated, made?.resourceGroup]).toEqual([true, 'auto', expect.any(String)]);
  const space = hub.hub.store.repository('space', 'my-org/my-space');
  expect([space?.space.hardware, space?.space.sleepTimeSeconds]).toEqual(['t4-small', 900]);
  await expect(apply(text, { prune: true })).rejects.toThrow(/destroys/);
  const pruned = await apply(text, { prune: true, confirm: 'my-org' });
  expect(
    pruned.changes
      .filter((one) => one.risk === 'destroys')
      .map((one) => one.line)
      .toSorted(),
  ).toEqual(['- model my-org/gated-model', '- model my-org/pickled-model', '- model my-org/private-model']);
  expect(hub.hub.store.repository('model', 'my-org/private-model')).toBeUndefined();
});

test('what is wrong in the file is told before anything is read', async () => {
  hub.requests.length = 0;
  await expect(apply('namespace: my-org\nrepositories: {models: {a: {visibilty: public}}}\n')).rejects.toThrow(
    /visibilty.*visibility/s,
  );
  expect(hub.requests).toEqual([]);
});
