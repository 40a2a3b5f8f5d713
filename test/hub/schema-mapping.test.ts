import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../../src/hub/catalogue.ts';
import type { JsonObject } from '../../src/hub/json.ts';
import { createRepository } from '../../src/hub/operations/create-repository.ts';
import { getModel, listModels } from '../../src/hub/operations/models.ts';
import { mapToSchema, ownName } from '../../src/hub/schema-mapping.ts';
import { readSchema } from '../../src/hub/schema-reader.ts';
import { documentOf } from './request-of.ts';

const { parameters } = getModel;

function map(schema: unknown, params: JsonObject, own = '', rows = parameters) {
  const read = readSchema(schema);
  if (!read) throw new Error('no schema');
  return mapToSchema({ parameters: rows, params, own: documentOf(own), schema: read });
}

test("the action's own names go through as they were written, in the types it asks for", () => {
  const schema = {
    type: 'object',
    properties: { repo_id: { type: 'string' }, rev: { type: 'string' }, depth: { type: 'integer' } },
  };
  expect(map(schema, {}, 'repo_id: my-org/my-model\nrev: 1.0\ndepth: 3')).toEqual({
    ok: true,
    input: { repo_id: 'my-org/my-model', rev: '1.0', depth: 3 },
  });
});

test('an own name takes the place that a parameter would have had', () => {
  const schema = { type: 'object', properties: { model_id: { type: 'string' } } };
  expect(map(schema, { repository: 'a/b' }, 'model_id: c/d')).toEqual({
    ok: false,
    why: 'no-place',
    names: ['repository'],
  });
});

test("a wrong value of an own name is the user's to correct", () => {
  const schema = { properties: { mode: { enum: ['fast', 'slow'] } } };
  expect(map(schema, {}, 'mode: fats')).toMatchObject({
    ok: false,
    why: 'invalid',
    problems: [{ name: 'input.mode', message: "must be 'fast' or 'slow'.", given: 'fats', suggestion: 'fast' }],
  });
});

test('one own name in two spellings is said', () => {
  expect(map({ properties: { repoId: { type: 'string' } } }, {}, 'repoId: a\nrepo_id: b')).toMatchObject({
    why: 'invalid',
    problems: [{ name: 'input.repo_id' }],
  });
});

test('what the schema requires and nobody gave is said, unless the schema answers it itself', () => {
  const schema = {
    type: 'object',
    required: ['model_id', 'repo_type', 'depth', 'reason'],
    properties: {
      model_id: { type: 'string' },
      repo_type: { const: 'model' },
      depth: { type: 'integer', default: 1 },
      reason: { type: 'string' },
    },
  };
  const mapping = map(schema, { repository: 'a/b' });
  expect(mapping).toMatchObject({
    ok: false,
    why: 'invalid',
    problems: [{ name: 'input', message: expect.stringContaining('reason') }],
  });
  expect(map(schema, { repository: 'a/b' }, 'reason: because')).toEqual({
    ok: true,
    input: { model_id: 'a/b', repo_type: 'model', depth: 1, reason: 'because' },
  });
});

test('a name means a property exactly, or in another spelling', () => {
  const schema = { properties: { repo_id: true, repoId: true } };
  expect([ownName('repoId', schema), ownName('REPO-ID', schema), ownName('repo', schema)]).toEqual([
    'repoId',
    'repo_id',
    undefined,
  ]);
});

const forms = [
  (name: string) => name,
  (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  (name: string) => name.charAt(0).toUpperCase() + name.slice(1),
];

test('parameters under any spelling of their names, at the top or inside, arrive whole', () => {
  const given: JsonObject = {
    author: 'my-org',
    search: '007',
    filter: ['a', 'b'],
    limit: 7,
    full: true,
    pipelineTag: 'x',
    cardData: false,
  };
  const names = fc.subarray(Object.keys(given), { minLength: 1 });
  const shapes = fc.array(fc.record({ form: fc.constantFrom(...forms), nested: fc.boolean() }), {
    minLength: 7,
    maxLength: 7,
  });
  fc.assert(
    fc.property(names, shapes, (chosen, shape) => {
      const top: Record<string, unknown> = {};
      const inner: Record<string, unknown> = {};
      chosen.forEach((name, index) => {
        const { form = forms[0], nested = false } = shape[index] ?? {};
        (nested ? inner : top)[form ? form(name) : name] = {};
      });
      const schema = { type: 'object', properties: { ...top, options: { type: 'object', properties: inner } } };
      const params = Object.fromEntries(chosen.map((name) => [name, given[name] ?? null]));
      const mapping = map(schema, params, '', listModels.parameters);
      expect(mapping.ok).toBe(true);
      const { options = {}, ...outer } = mapping.ok ? mapping.input : {};
      const arrived = [...Object.values(outer), ...Object.values(options ?? {})].map((value) => JSON.stringify(value));
      expect(arrived.toSorted()).toEqual(
        Object.values(params)
          .map((value) => JSON.stringify(value))
          .toSorted(),
      );
    }),
    { numRuns: 500, seed: 20_263 },
  );
});

const anySchema = fc.object({
  maxDepth: 5,
  maxKeys: 6,
  key: fc.constantFrom(
    'properties',
    'required',
    'type',
    'anyOf',
    'repository',
    'repo',
    'id',
    'owner',
    'name',
    'private',
    'visibility',
    '$ref',
    'enum',
    'const',
    'items',
    'default',
    'minimum',
  ),
  values: [fc.constantFrom('object', 'string', 'boolean', '#', '#/properties/repo', 'private', 5, true, null)],
});

test('whatever the schema, every parameter arrives or the mapping says that it cannot', () => {
  fc.assert(
    fc.property(anySchema, fc.boolean(), (inner, hidden) => {
      if (!readSchema({ type: 'object', ...inner })) return;
      const mapping = map(
        { type: 'object', ...inner },
        { repository: 'qq-org/zz-name', private: hidden },
        '',
        createRepository.parameters,
      );
      if (!mapping.ok) return;
      const text = JSON.stringify(mapping.input);
      expect(text).toContain('qq-org');
      expect(text).toContain('zz-name');
    }),
    { numRuns: 3_000, seed: 20_264 },
  );
});

test('every row maps its required parameters onto a schema of its own names', () => {
  for (const row of catalogue) {
    if (row.kind !== 'hub') continue;
    const properties = Object.fromEntries(row.parameters.map(({ name, json }) => [name, json]));
    const mapping = map({ type: 'object', properties, additionalProperties: false }, {}, '', row.parameters);
    expect(mapping.ok).toBe(true);
  }
});
