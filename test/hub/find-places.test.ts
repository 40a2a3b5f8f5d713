import { expect, test } from 'vitest';
import { findPlaces } from '../../src/hub/find-places.ts';
import type { JsonObject } from '../../src/hub/json.ts';
import type { HubOperation } from '../../src/hub/operation.ts';
import { createRepository } from '../../src/hub/operations/create-repository.ts';
import { createDiscussion } from '../../src/hub/operations/discussions.ts';
import { getModel, listModels, updateModelSettings } from '../../src/hub/operations/models.ts';
import { moveRepository } from '../../src/hub/operations/repositories.ts';
import { placesOf } from '../../src/hub/schema-properties.ts';

const text = { type: 'string' };
const object = (properties: Record<string, unknown>) => ({ type: 'object', properties });

function find({ parameters }: HubOperation, params: JsonObject, properties: Record<string, unknown>) {
  const schema = object(properties);
  const { placements, without } = findPlaces({ parameters, params, places: placesOf(schema), taken: [], schema });
  return { placed: Object.fromEntries(placements.map(({ path, value }) => [path.join('.'), value])), without };
}

const repository = 'my-org/my-model';

test.each([
  ['another spelling', getModel, { repository }, { Repository: text }, { Repository: repository }],
  ['an alias', getModel, { repository }, { model_id: text }, { model_id: repository }],
  ['a nested path', getModel, { repository }, { repo: object({ id: text }) }, { 'repo.id': repository }],
  ['two halves', getModel, { repository }, { owner: text, name: text }, { owner: 'my-org', name: 'my-model' }],
  [
    'one that fits, not one that does not',
    getModel,
    { repository },
    { model: { type: 'integer' }, id: text },
    { id: repository },
  ],
  [
    'a nested setting',
    updateModelSettings,
    { gated: false },
    { settings: object({ gated: {} }) },
    { 'settings.gated': false },
  ],
  [
    'its opposite',
    updateModelSettings,
    { discussionsDisabled: true },
    { discussions_enabled: { type: 'boolean' } },
    { discussions_enabled: false },
  ],
  [
    'a word for no',
    updateModelSettings,
    { gated: false },
    { gated: { enum: ['auto', 'manual', 'none'] } },
    { gated: 'none' },
  ],
  [
    'visibility for private',
    updateModelSettings,
    { private: true },
    { visibility: { enum: ['public', 'private'] } },
    { visibility: 'private' },
  ],
  [
    'private for visibility',
    updateModelSettings,
    { visibility: 'public' },
    { private: { type: 'boolean' } },
    { private: false },
  ],
  [
    'nested visibility for private',
    updateModelSettings,
    { private: false },
    { options: object({ visibility: text }) },
    { 'options.visibility': 'public' },
  ],
  [
    'a kind for pull-request',
    createDiscussion,
    { pullRequest: true },
    { type: { enum: ['discussion', 'pull-request'] } },
    { type: 'pull-request' },
  ],
  [
    'a direction in words',
    listModels,
    { sort: 'likes', direction: -1 },
    { sort_by: text, order: { enum: ['asc', 'desc'] } },
    { sort_by: 'likes', order: 'desc' },
  ],
  [
    'two repositories',
    moveRepository,
    { repository: 'a/b', toRepository: 'a/c' },
    { from: object({ repo_id: text }), to: object({ repo_id: text }) },
    { 'from.repo_id': 'a/b', 'to.repo_id': 'a/c' },
  ],
  [
    'a new name beside the old',
    moveRepository,
    { repository: 'a/b', toRepository: 'c/d' },
    { owner: text, name: text, new_owner: text, new_name: text },
    { owner: 'a', name: 'b', new_owner: 'c', new_name: 'd' },
  ],
])('%s', (_name, operation, params, properties, expected) => {
  const { placed, without } = find(operation, params, properties);
  expect(placed).toEqual(expected);
  expect(without).toEqual([]);
});

test.each([
  ['nowhere', getModel, { repository, blobs: true }, { model_id: text }, ['blobs']],
  [
    'protected is no private',
    createRepository,
    { visibility: 'protected' },
    { private: { type: 'boolean' } },
    ['visibility'],
  ],
  ['a vague name inside another object', getModel, { repository }, { owner: object({ id: text }) }, ['repository']],
  [
    'two nested places of the name',
    updateModelSettings,
    { gated: false },
    { one: object({ gated: {} }), two: object({ gated: {} }) },
    ['gated'],
  ],
  ['a value the place does not take', listModels, { sort: 'trendingScore' }, { sort: { enum: ['likes'] } }, ['sort']],
])('%s is no place', (_name, operation, params, properties, expected) => {
  expect(find(operation, params, properties).without).toEqual(expected);
});

test('a default goes where it surely belongs and is left out elsewhere', () => {
  expect(find(createDiscussion, {}, { repo_type: text }).placed).toEqual({ repo_type: 'model' });
  expect(find(createDiscussion, {}, { author: object({ type: text }) })).toEqual({ placed: {}, without: [] });
});
