import { expect, test } from 'vitest';
import { listRepositoryFiles } from '../../../src/hub/operations/repository-files.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test.each([
  ['repository: a/b', 'GET /api/models/a/b/tree/main'],
  [
    'repository: a/b\ntype: dataset\nrevision: refs/pr/1\npath: data/né w\nrecursive: true\nexpand: false\nlimit: 5\ncursor: x',
    'GET /api/datasets/a/b/tree/refs%2Fpr%2F1/data/n%C3%A9%20w?recursive=true&expand=false&limit=5&cursor=x',
  ],
  ['repository: a/b\nrevision: 1.0', 'GET /api/models/a/b/tree/1.0'],
])('%j', (input, route) => {
  expect(routeOf(listRepositoryFiles, input)[0]).toBe(route);
});

test.each(['/data', 'data/', '..', '../x', 'a/../b', 'a/./b', 'a//b', '.'])('the folder %s is refused', (path) => {
  expect(problemsOf('list-repository-files', `repository: a/b\npath: ${path}`).map(({ name }) => name)).toEqual([
    'input.path',
  ]);
});
