import { Validator } from '@cfworker/json-schema';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Finding, Subject } from '../../../src/hub/audit/findings.ts';
import { activeRules } from '../../../src/hub/audit/policy/active-rules.ts';
import { applyBaseline } from '../../../src/hub/audit/policy/baseline.ts';
import { prepareExemptions } from '../../../src/hub/audit/policy/exemptions.ts';
import { publishedPolicySchema } from '../../../src/hub/audit/policy/published-schema.ts';
import { parseBaseline, parsePolicy } from '../../../src/hub/audit/policy/read-policy.ts';
import { readRecord } from '../../../src/hub/audit/repository-record.ts';
import { ruleCatalogue } from '../../../src/hub/audit/rule-catalogue.ts';

function problemsOf(text: string): string[] {
  const read = parsePolicy(text, 'policy.yml');
  return read.ok ? [] : read.problems.map((one) => `${one.name}${one.suggestion ? ` → ${one.suggestion}` : ''}`);
}

function policyOf(text: string) {
  const read = parsePolicy(text, 'policy.yml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const page = 'https://example.com/rules';

test('an empty policy turns on the recommended rules, and extends: none none', () => {
  const ids = activeRules(policyOf(''), page).descriptions.map((rule) => rule.id);
  expect(ids).toEqual(ruleCatalogue.filter((rule) => rule.recommended).map((rule) => rule.id));
  expect(activeRules(policyOf('extends: none'), page).descriptions).toEqual([]);
});

test('severities, off and both spellings of options', () => {
  const policy = policyOf(
    'rules:\n  license-missing: critical\n  pickle-file: off\n  paid-hardware-awake:\n    sleep-within: 60\n  license_not_allowed: {allow: [mit], severity: low}\n',
  );
  const rules = activeRules(policy, page);
  const severities = Object.fromEntries(rules.descriptions.map((rule) => [rule.id, rule.severity]));
  expect(severities).toMatchObject({ 'license-missing': 'critical', 'license-not-allowed': 'low' });
  expect(severities['pickle-file']).toBeUndefined();
  expect(policy.rules['paid-hardware-awake']).toMatchObject({ sleepWithin: 60 });
  expect(rules.descriptions[0]?.helpUrl).toBe(`${page}#license-missing`);
});

test('all problems are told at once, with the nearest names', () => {
  const problems = problemsOf(`
extend: none
rules:
  licence-missing: high
  stale-repository: {dayz: 5}
  license-not-allowed: high
  file-too-large: {limit: 5 apples}
  pickle-file: severe
exemptions:
  - {rule: stale-repositry, reason: x}
  - {rule: card-missing, until: 2026-13-01, reason: y}
custom:
  - {id: one, title: One, severity: low, jmespath: 'a[', schema: {}}
`);
  expect(problems).toEqual(
    expect.arrayContaining([
      'policy.yml.extend → extends',
      'policy.yml.rules.licence-missing → license-missing',
      'policy.yml.rules.stale-repository.dayz → days',
      'policy.yml.rules.license-not-allowed.allow',
    ]),
  );
  expect(problems.length).toBeGreaterThanOrEqual(4);
});

test.each([
  ['rules: {file-too-large: {limit: 5 apples}}', 'policy.yml.rules.file-too-large.limit'],
  ['exemptions: [{rule: stale-repositry, reason: x}]', 'policy.yml.exemptions[0].rule → stale-repository'],
  ['exemptions: [{rule: card-missing, until: 2026-13-01, reason: y}]', 'policy.yml.exemptions[0].until'],
  ["custom: [{id: one, title: One, severity: low, jmespath: 'a['}]", 'policy.yml.custom[0]'],
  ['custom: [{id: one, title: One, severity: low}]', 'policy.yml.custom[0]'],
  ['custom: [{id: card-missing, title: One, severity: low, jmespath: a}]', 'policy.yml.custom'],
  ['- not a mapping', 'policy.yml'],
])('%s', (text, problem) => {
  expect(problemsOf(text)[0]).toBe(problem);
});

test('the published schema takes what the reader takes and refuses what it refuses', () => {
  const schema = JSON.parse(JSON.stringify(publishedPolicySchema()));
  const validator = new Validator(schema, '2020-12');
  const good =
    'rules:\n  license-missing: high\n  paid-hardware-awake: {sleep-within: 60}\n  file-too-large: {limit: 5 GB}\n';
  expect(problemsOf(good)).toEqual([]);
  expect(validator.validate(parse(good)).valid).toBe(true);
  for (const bad of [
    'rules: {licence-missing: high}',
    'rules: {stale-repository: {days: 0}}',
    'rules: {license-not-allowed: high}',
  ]) {
    expect(problemsOf(bad)).not.toEqual([]);
    expect(validator.validate(parse(bad)).valid).toBe(false);
  }
});

const record = (item: Record<string, unknown>) => {
  const read = readRecord('model', { id: 'my-org/a', ...item });
  if (!read) throw new Error('no record');
  return read;
};

test('custom rules in JMESPath and JSON Schema ask the record, and the list for what they name', () => {
  const policy = policyOf(`
extends: none
custom:
  - {id: has-paper, title: Paper, severity: low, jmespath: "tags[?starts_with(@, 'arxiv:')]", message: No paper.}
  - id: typed-card
    title: Typed card
    severity: high
    types: [model]
    only: [a*]
    schema: {type: object, properties: {cardData: {type: object, required: [language]}}, required: [cardData]}
`);
  const [paper, card] = activeRules(policy, page).repository;
  const clock = { now: 0, refreshAfter: 0 };
  expect(paper?.check(record({ tags: ['arxiv:1706.03762'] }), {}, clock)).toEqual([]);
  expect(paper?.check(record({ tags: ['x'] }), {}, clock)[0]?.message).toBe('No paper.');
  expect(card?.check(record({ cardData: { language: 'en' } }), {}, clock)).toEqual([]);
  expect(card?.check(record({ cardData: {} }), {}, clock)[0]?.evidence?.join()).toContain('language');
  expect([paper?.reads, card?.reads]).toEqual([['tags'], ['cardData']]);
  expect([card?.covers('my-org/a1'), card?.covers('my-org/b')]).toEqual([true, false]);
});

const subject: Subject = { kind: 'repository', type: 'model', id: 'my-org/archive-1', url: 'https://huggingface.co/x' };

test('exemptions end after their last day, and are about the names they say', () => {
  const policy = policyOf(
    "exemptions:\n  - {rule: '*', repositories: [archive-*], until: 2026-11-23, reason: old}\n  - {rule: admin-not-listed, members: [ada], reason: owner}\n",
  );
  const on = (day: string, about: Subject, rule = 'card-missing') =>
    prepareExemptions(policy, Date.parse(day)).of(rule, about);
  expect(on('2026-11-23T23:59:59Z', subject)).toBe(0);
  expect(on('2026-11-24T00:00:00Z', subject)).toBeUndefined();
  expect(on('2026-11-23', { ...subject, id: 'my-org/alive' })).toBeUndefined();
  const member: Subject = { kind: 'namespace', id: 'my-org', url: '', member: 'ada' };
  expect(on('2027-01-01', member, 'admin-not-listed')).toBe(1);
  expect(on('2027-01-01', { ...member, member: 'eve' }, 'admin-not-listed')).toBeUndefined();
});

test('the baseline accepts until its end, and tells entries that do nothing', () => {
  const finding: Finding = {
    ...{ rule: 'card-missing', severity: 'low', subject, message: '', evidence: [], mend: '', fixable: false },
    fingerprint: 'a'.repeat(32),
  };
  const read = parseBaseline(
    `accepted:\n  - {fingerprint: ${'a'.repeat(32)}, reason: known, until: 2026-12-01}\n  - {fingerprint: ${'b'.repeat(32)}, reason: gone}\n`,
    'baseline.yml',
  );
  const baseline = read.ok ? read.value : [];
  const before = applyBaseline([finding], baseline, Date.parse('2026-11-23'));
  expect([before.findings.length, before.accepted[0]?.reason]).toEqual([0, 'known']);
  expect(before.notices.map((one) => one.kind)).toEqual(['unused-baseline']);
  const after = applyBaseline([finding], baseline, Date.parse('2026-12-02'));
  expect([after.findings.length, after.accepted.length]).toEqual([1, 0]);
  expect(after.notices.map((one) => one.kind).toSorted()).toEqual(['expired-baseline', 'unused-baseline']);
  expect(parseBaseline('accepted: [{fingerprint: short, reason: x}]', 'b').ok).toBe(false);
});
