import { expect, test } from 'vitest';
import { createCollection, listCollections } from '../../../src/hub/operations/collections.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test('a new one', () => {
  const input = 'title: T\nnamespace: a\ndescription: d\nprivate: true\nitem: {type: paper, id: 2401.00001}';
  expect(routeOf(createCollection, input)).toEqual([
    'POST /api/collections',
    { title: 'T', namespace: 'a', description: 'd', private: true, item: { type: 'paper', id: '2401.00001' } },
  ]);
});

test('the list', () => {
  const input = 'owner: [a, b]\nitem: models/a/b\nq: x\nsort: upvotes\nexpand: false\nlimit: 5\ncursor: c';
  expect(routeOf(listCollections, input)[0]).toBe(
    'GET /api/collections?owner=a&owner=b&item=models/a/b&q=x&sort=upvotes&expand=false&limit=5&cursor=c',
  );
});

test.each([
  ['create-collection', 'title: T\nnamespace: a/b', 'input.namespace'],
  ['create-collection', `title: ${'x'.repeat(61)}\nnamespace: a`, 'input.title'],
  ['create-collection', 'title: T\nnamespace: a\nitem: {type: modle, id: x}', 'input.item.type'],
  ['list-collections', 'item: a/b', 'input.item[0]'],
])('%s of %j is refused', (key, input, name) => {
  expect(problemsOf(key, input).map((problem) => problem.name)).toEqual([name]);
});
