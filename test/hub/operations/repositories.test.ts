import { expect, test } from 'vitest';
import { deleteRepository, duplicateRepository, moveRepository } from '../../../src/hub/operations/repositories.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test('a copy', () => {
  const input = 'repository: a/b\nto-repository: c/d\ntype: space\nprivate: true\nhardware: cpu-basic';
  expect(routeOf(duplicateRepository, input)).toEqual([
    'POST /api/spaces/a/b/duplicate',
    { repository: 'c/d', private: true, hardware: 'cpu-basic' },
  ]);
});

test('a move names its type', () => {
  expect(routeOf(moveRepository, 'repository: a/b\nto-repository: c/d', 'a/b')).toEqual([
    'POST /api/repos/move',
    { fromRepo: 'a/b', toRepo: 'c/d', type: 'model' },
  ]);
});

test('a deletion', () => {
  expect(routeOf(deleteRepository, 'repository: a/b\ntype: dataset', 'a/b')).toEqual([
    'DELETE /api/repos/delete',
    { name: 'b', organization: 'a', type: 'dataset' },
  ]);
});

test.each(['duplicate-repository', 'move-repository'])('%s onto itself is refused', (key) => {
  expect(problemsOf(key, 'repository: a/b\nto-repository: a/b', 'a/b')).toMatchObject([
    { name: 'input.to-repository', given: 'a/b' },
  ]);
});
