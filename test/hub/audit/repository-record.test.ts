import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sectionsOf } from '../../../src/hub/audit/facts/card-text.ts';
import { auditedTypes } from '../../../src/hub/audit/findings.ts';
import { activeRules } from '../../../src/hub/audit/policy/active-rules.ts';
import { parsePolicy } from '../../../src/hub/audit/policy/read-policy.ts';
import { expandFor, readRecord } from '../../../src/hub/audit/repository-record.ts';
import { isInShard, parseShard } from '../../../src/hub/audit/shard.ts';

const names = [
  ...['id', 'private', 'gated', 'disabled', 'createdAt', 'lastModified', 'sha', 'tags', 'cardData', 'siblings'],
  ...['usedStorage', 'resourceGroup', 'runtime', 'model-index', 'pipeline_tag', 'sdk', 'likes'],
];
const hostile = fc.dictionary(fc.constantFrom(...names), fc.anything({ withNullPrototype: true, maxDepth: 4 }));

test('an item of any shape is a record or nothing, and no rule stumbles over it', () => {
  const read = parsePolicy(
    'rules: {stale-repository: {days: 1}, name-not-allowed: {allow: [a]}, safetensors-only: {}}',
    'p',
  );
  const rules = read.ok ? activeRules(read.value, 'https://example.com').repository : [];
  const clock = { now: Date.UTC(2026, 10, 23), refreshAfter: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...auditedTypes), hostile, (type, item) => {
      const record = readRecord(type, { id: 'my-org/a', ...item });
      if (record) for (const rule of rules) rule.check(record, {}, clock);
      expect(record === undefined || typeof record.id === 'string').toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('licences and base models come from the card, else from the tags', () => {
  const tags = ['license:MIT', 'base_model:a/b', 'base_model:finetune:a/b', 'base_model:x'];
  expect(readRecord('model', { id: 'o/a', tags })).toMatchObject({ licenses: ['mit'], baseModels: ['a/b'] });
  const card = { license: ['Apache-2.0', 'mit'], base_model: ['c/d'] };
  expect(readRecord('model', { id: 'o/a', tags, cardData: card })).toMatchObject({
    licenses: ['apache-2.0', 'mit'],
    baseModels: ['c/d'],
  });
});

test('a list is asked for what the rules read, and for nothing its type does not have', () => {
  const always = ['createdAt', 'disabled', 'lastModified', 'private', 'sha'];
  expect(expandFor('model', [])).toEqual(always);
  expect(expandFor('space', ['runtime', 'gated', 'pipelineTag'])).toEqual(
    [...always, 'cardData', 'runtime', 'tags'].toSorted(),
  );
  expect(expandFor('dataset', ['evaluated', 'runtime'])).toEqual([...always, 'cardData'].toSorted());
});

test.each([
  ['# One\n## Two ##\ntext\n### `Three`', ['one', 'two', 'three']],
  ['```\n# no\n```\n# Yes\n~~~\n```\n# no\n~~~\n#no', ['yes']],
  ['', []],
])('sections of %j', (readme, sections) => {
  expect(sectionsOf(readme)).toEqual(sections);
});

test('every repository is in exactly one shard, whatever their number', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 256 }), (id, count) => {
      const shards = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
      expect(shards.filter((shard) => isInShard(shard, 'model', id))).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
  expect(['0/4', '5/4', '1/257', '1', 'a/b', '1/0'].map(parseShard)).toEqual(Array(6).fill(undefined));
  expect(parseShard('256/256')).toEqual({ index: 256, count: 256 });
});
