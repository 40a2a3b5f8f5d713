import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditParameters } from '../../../src/hub/audit/audit-parameters.ts';
import { activeRules } from '../../../src/hub/audit/policy/active-rules.ts';
import { parsePolicy } from '../../../src/hub/audit/policy/read-policy.ts';
import type { NamespaceFacts, NamespaceMember } from '../../../src/hub/audit/rule.ts';
import { ruleCatalogue } from '../../../src/hub/audit/rule-catalogue.ts';
import { runAudit } from '../../../src/hub/audit/run-audit.ts';
import { type AuditedHub, startAuditedHub, today } from './audited-hub.ts';
import { addOrganization, addRepository, type Described } from './audited-repository.ts';

interface Row {
  readonly rule: string;
  readonly options?: Record<string, unknown>;
  readonly breaks: Described;
  readonly keeps: Described;
  /** How often the first breaks it; once, unless said. */
  readonly times?: number;
}

const licensed = '---\nlicense: mit\n---\n# Card\n';
const groupOf = (store: AuditedHub['hub']['store']) =>
  [...(store.organizations.get('my-org')?.resourceGroups.keys() ?? [])][0];
let hub: AuditedHub;

const rows: readonly Row[] = [
  {
    rule: 'visibility-not-allowed',
    options: { names: [{ names: ['*'], visibility: 'private' }] },
    breaks: {},
    keeps: { facts: { visibility: 'private' } },
  },
  {
    rule: 'visibility-not-allowed',
    options: { names: [{ names: ['audited/*'], visibility: 'public' }] },
    breaks: { type: 'dataset', facts: { visibility: 'private' } },
    keeps: { type: 'dataset' },
  },
  { rule: 'gating-required', breaks: {}, keeps: { facts: { gated: 'auto' } } },
  {
    rule: 'gating-required',
    options: { mode: 'manual' },
    breaks: { facts: { gated: 'auto' } },
    keeps: { facts: { gated: 'manual' } },
  },
  { rule: 'license-missing', breaks: {}, keeps: { readme: licensed } },
  {
    rule: 'license-missing',
    options: { 'public-only': false },
    breaks: { facts: { visibility: 'private' } },
    keeps: { readme: licensed },
  },
  {
    rule: 'license-not-allowed',
    options: { allow: ['MIT'] },
    breaks: { readme: '---\nlicense: gpl-3.0\n---\n' },
    keeps: { readme: licensed },
  },
  {
    rule: 'derivative-unlicensed',
    breaks: { readme: '---\nbase_model: google-bert/bert-base-uncased\n---\n' },
    keeps: { readme: '---\nbase_model: google-bert/bert-base-uncased\nlicense: apache-2.0\n---\n' },
  },
  {
    rule: 'derivative-unlicensed',
    breaks: { readme: '---\nbase_model: google-bert/bert-base-uncased\n---\n' },
    keeps: { readme: '---\nbase_model: nobody/no-such-model\n---\n' },
  },
  { rule: 'card-missing', breaks: { readme: null }, keeps: {} },
  {
    rule: 'card-section-missing',
    options: { sections: ['Intended use', 'Limitations'] },
    breaks: { readme: '# Card\n## Intended use\n```\n## Limitations\n```\n' },
    keeps: { readme: '# Card\n## **Intended Use** and users\n### Limitations ##\n' },
  },
  {
    rule: 'card-metadata-missing',
    options: { fields: ['base_model', 'datasets', 'language', 'pipeline_tag', 'evaluation'] },
    breaks: { readme: '---\nlanguage: en\nlicense: mit\n---\n' },
    keeps: {
      readme:
        '---\nlanguage: en\nbase_model: a/b\ndatasets: [a/c]\npipeline_tag: fill-mask\nmodel-index:\n- name: x\n  results: []\n---\n',
    },
    times: 4,
  },
  {
    rule: 'pickle-file',
    breaks: { files: ['a/weights.PKL', 'pytorch_model.bin'] },
    keeps: { files: ['model.safetensors'] },
    times: 2,
  },
  {
    rule: 'pickle-file',
    breaks: { type: 'dataset', files: ['x.joblib'] },
    keeps: { type: 'dataset', files: ['data.bin'] },
  },
  {
    rule: 'unsafe-scan',
    breaks: { files: ['w.pt'], facts: { scans: new Map([['w.pt', 'unsafe']]) } },
    keeps: { files: ['w.pt'], facts: { scans: new Map([['w.pt', 'caution']]) } },
  },
  {
    rule: 'safetensors-only',
    breaks: { files: ['tf_model.h5'] },
    keeps: { files: ['model.gguf', 'model.safetensors'] },
  },
  {
    rule: 'secret-file-name',
    breaks: { files: ['config/.env'] },
    keeps: { files: ['.env.example', 'environment.yml'] },
  },
  {
    rule: 'file-too-large',
    options: { limit: 3000 },
    breaks: { readme: 'x'.repeat(3001) },
    keeps: { readme: 'x'.repeat(2990) },
  },
  {
    rule: 'repository-over-budget',
    options: { limit: '10 KB' },
    breaks: { readme: 'x'.repeat(10_000) },
    keeps: { readme: 'x'.repeat(5000) },
  },
  { rule: 'name-not-allowed', options: { allow: ['keeps*'] }, breaks: {}, keeps: {} },
  {
    rule: 'stale-repository',
    options: { days: 30 },
    breaks: { facts: { lastModified: new Date(today - 31.5 * 86_400_000) } },
    keeps: { facts: { lastModified: new Date(today - 30.5 * 86_400_000) } },
  },
  { rule: 'repository-disabled', breaks: { facts: { disabled: true } }, keeps: {} },
  {
    rule: 'space-failing',
    breaks: {
      type: 'space',
      after: (one) => {
        one.space.stage = 'RUNTIME_ERROR';
      },
    },
    keeps: {
      type: 'space',
      after: (one) => {
        one.space.stage = 'PAUSED';
      },
    },
  },
  {
    rule: 'paid-hardware-awake',
    breaks: {
      type: 'space',
      after: (one) => {
        one.space.stage = 'RUNNING';
        one.space.requestHardware('t4-small', undefined);
      },
    },
    keeps: {
      type: 'space',
      after: (one) => {
        one.space.stage = 'RUNNING';
        one.space.requestHardware('t4-small', 900);
      },
    },
  },
  {
    rule: 'stale-discussion',
    options: { days: 10 },
    breaks: { discussions: [3, 11] },
    keeps: { discussions: [9], pullRequests: [50] },
  },
  {
    rule: 'stale-pull-request',
    options: { days: 10 },
    breaks: { pullRequests: [40] },
    keeps: { discussions: [40], pullRequests: [1] },
  },
  {
    rule: 'discussions-disabled',
    breaks: {
      after: (one) => {
        one.settings = { ...one.settings, discussionsDisabled: true };
      },
    },
    keeps: {},
  },
  {
    rule: 'resource-group-required',
    breaks: {},
    keeps: {
      after: (one) => {
        one.resourceGroup = groupOf(hub.hub.store);
      },
    },
  },
];

beforeAll(async () => {
  hub = await startAuditedHub();
  addOrganization(hub.hub.store, 'audited');
});
afterAll(() => hub.close());

describe('rules over repositories, asked of the sandbox', () => {
  test.each(rows.map((row, index) => [`${row.rule} (${index})`, row] as const))('%s', async (_title, row) => {
    const broken = addRepository(hub.hub.store, 'breaks', row.breaks);
    const kept = addRepository(hub.hub.store, 'keeps', row.keeps);
    const policy = { extends: 'none', rules: { [row.rule]: row.options ?? {} } };
    const { report } = await runAudit(auditParameters.parse({ namespace: 'audited', policy }), hub.context());
    hub.hub.store.remove(broken);
    hub.hub.store.remove(kept);
    expect(report.incomplete).toEqual([]);
    expect(report.repositoriesTotal).toBe(2);
    expect(report.findings.map((finding) => [finding.rule, finding.subject.id])).toEqual(
      Array.from({ length: row.times ?? 1 }, () => [row.rule, 'audited/breaks']),
    );
    expect(new Set(report.findings.map((finding) => finding.fingerprint)).size).toBe(row.times ?? 1);
  });

  test('a resource group of another name does not do', async () => {
    const other = addRepository(hub.hub.store, 'breaks', {
      after: (one) => {
        one.resourceGroup = groupOf(hub.hub.store);
      },
    });
    const policy = { extends: 'none', rules: { 'resource-group-required': { groups: ['prod*'] } } };
    const { report } = await runAudit(auditParameters.parse({ namespace: 'audited', policy }), hub.context());
    hub.hub.store.remove(other);
    expect(report.findings.map((finding) => finding.message)).toEqual(['It is in the group research.']);
  });
});

const nobody: NamespaceMember = { user: 'eve', role: 'read', twoFactor: true, external: false };
const facts = (changes: Partial<NamespaceFacts>): NamespaceFacts => ({
  totals: { usedStorage: { model: 0, dataset: 0, space: 0 } },
  members: [nobody],
  resourceGroups: [],
  ...changes,
});

const namespaceRows: readonly { rule: string; options: string; breaks: NamespaceFacts; keeps: NamespaceFacts }[] = [
  {
    rule: 'namespace-over-budget',
    options: '{limit: 1 TB}',
    breaks: facts({ totals: { usedStorage: { model: 6e11, dataset: 4e11, space: 1 } } }),
    keeps: facts({ totals: { usedStorage: { model: 6e11, dataset: 4e11, space: 0 } } }),
  },
  {
    rule: 'admin-not-listed',
    options: '{allow: [ada]}',
    breaks: facts({ members: [{ ...nobody, role: 'admin' }] }),
    keeps: facts({ members: [nobody, { ...nobody, user: 'ada', role: 'admin' }] }),
  },
  {
    rule: 'second-factor-missing',
    options: '{roles: [admin, write]}',
    breaks: facts({ members: [{ ...nobody, role: 'write', twoFactor: false }] }),
    keeps: facts({
      members: [
        { ...nobody, twoFactor: false },
        { ...nobody, role: 'write', twoFactor: undefined },
      ],
    }),
  },
  {
    rule: 'member-not-listed',
    options: '{allow: [ada, "*-bot"]}',
    breaks: facts({}),
    keeps: facts({ members: [{ ...nobody, user: 'ci-bot' }] }),
  },
  {
    rule: 'external-collaborator',
    options: '{}',
    breaks: facts({ members: [{ ...nobody, external: true }] }),
    keeps: facts({}),
  },
  {
    rule: 'resource-group-unused',
    options: '{}',
    breaks: facts({ resourceGroups: [{ id: '1', name: 'old', users: 0, repositories: 2 }] }),
    keeps: facts({ resourceGroups: [{ id: '1', name: 'old', users: 1, repositories: 2 }] }),
  },
];

describe('rules over the namespace', () => {
  test.each(namespaceRows.map((row) => [row.rule, row] as const))('%s', (_title, row) => {
    const read = parsePolicy(`extends: none\nrules:\n  ${row.rule}: ${row.options}\n`, 'policy.yml');
    const rules = read.ok ? activeRules(read.value, 'https://example.com/rules').namespace : [];
    expect(rules.map((rule) => rule.description.id)).toEqual([row.rule]);
    expect(rules.flatMap((rule) => rule.check(row.breaks))).toHaveLength(1);
    expect(rules.flatMap((rule) => rule.check(row.keeps))).toEqual([]);
  });

  test('the sandbox shows members and their second factors to an admin', async () => {
    const policy = { extends: 'none', rules: { 'second-factor-missing': {}, 'admin-not-listed': {} } };
    const parameters = auditParameters.parse({ namespace: 'my-org', policy });
    const { report } = await runAudit(parameters, hub.context());
    expect(report.findings.map(({ rule, subject }) => `${rule} ${'member' in subject ? subject.member : ''}`)).toEqual([
      'admin-not-listed ada',
      'second-factor-missing grace',
      'second-factor-missing linus',
    ]);
  });

  test('rules that the account may not decide are told, not passed', async () => {
    const policy = { extends: 'none', rules: { 'second-factor-missing': {} } };
    const parameters = auditParameters.parse({ namespace: 'my-org', policy });
    const { report } = await runAudit(parameters, hub.context({ token: 'hf_sandbox_linus_write' }));
    expect(report.findings).toEqual([]);
    expect(report.incomplete.map((one) => one.rules)).toEqual([['second-factor-missing']]);
  });
});

test('every rule of the catalogue is in a table', () => {
  const tested = new Set([...rows, ...namespaceRows].map((row) => row.rule));
  expect(ruleCatalogue.map((rule) => rule.id).filter((id) => !tested.has(id))).toEqual([]);
});
