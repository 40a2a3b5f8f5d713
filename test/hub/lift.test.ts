import { expect, test } from 'vitest';
import { liftResult } from '../../src/hub/lift.ts';
import { createCollection } from '../../src/hub/operations/collections.ts';
import { createRepository } from '../../src/hub/operations/create-repository.ts';
import { createDiscussion, listDiscussions } from '../../src/hub/operations/discussions.ts';
import { listModels } from '../../src/hub/operations/models.ts';

const repository = { repository: 'my-org/my-model' };

test.each([
  [{ url: 'https://huggingface.co/my-org/my-model', name: 'my-org/my-model', id: 'abc' }],
  [{ data: { url: 'https://huggingface.co/my-org/my-model', id: 'abc' } }],
  [{ id: 'abc' }],
])('identifier and address out of %j', (answer) => {
  expect(liftResult(createRepository, repository, answer)).toMatchObject({
    id: 'abc',
    url: 'https://huggingface.co/my-org/my-model',
    count: undefined,
  });
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'not an address'])('%s does not become a link', (url) => {
  expect(liftResult(createRepository, repository, { url }).url).toBe('https://huggingface.co/my-org/my-model');
});

test.each([
  [[{ id: 'a/b', downloads: 3 }]],
  [{ models: [{ id: 'a/b', downloads: 3 }], next_page_token: 'x' }],
  [{ items: [{ modelId: 'a/b', downloads: 3 }] }],
  [{ data: { models: [{ id: 'a/b', downloads: 3 }] } }],
  [{ whatever: [{ id: 'a/b', downloads: 3 }], more: true }],
])('the list in %j', (answer) => {
  const { count, table } = liftResult(listModels, {}, answer);
  expect(count).toBe(1);
  expect(table).toEqual({
    columns: ['Model', 'Task', 'Downloads', 'Likes', 'Private'],
    rows: [['a/b', undefined, 3, undefined, undefined]],
    total: 1,
  });
});

test('a table shows fifty rows and tells how many there are', () => {
  const { table, count } = liftResult(
    listModels,
    {},
    Array.from({ length: 120 }, (_, index) => ({ id: `a/m${index}` })),
  );
  expect([table?.rows.length, table?.total, count]).toEqual([50, 120, 120]);
});

test('nested fields become cells and objects never do', () => {
  const { table } = liftResult(listDiscussions, repository, {
    discussions: [{ num: 1, author: { name: 'ada' } }, null, { title: {} }],
    count: 9,
  });
  expect(table?.rows.map((row) => [row[0], row[1], row[3]])).toEqual([
    [1, undefined, 'ada'],
    [undefined, undefined, undefined],
    [undefined, undefined, undefined],
  ]);
});

test('an answer that says nothing leaves nothing out of the blue', () => {
  expect(liftResult(listModels, {}, 'OK')).toMatchObject({
    count: undefined,
    table: undefined,
    id: undefined,
    url: undefined,
  });
  expect(liftResult(listModels, {}, { one: [], other: [] }).count).toBeUndefined();
});

test('a page is made from what the answer tells', () => {
  const discussion = { ...repository, title: 'abc', description: 'x' };
  expect(liftResult(createDiscussion, discussion, { num: 7 })).toMatchObject({
    id: '7',
    url: 'https://huggingface.co/my-org/my-model/discussions/7',
  });
  const collection = { title: 'T', namespace: 'my-org' };
  expect(liftResult(createCollection, collection, { slug: 'my-org/t-0123' })).toMatchObject({
    id: 'my-org/t-0123',
    url: 'https://huggingface.co/collections/my-org/t-0123',
  });
});
