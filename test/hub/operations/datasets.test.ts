import { expect, test } from 'vitest';
import { getDataset, listDatasets } from '../../../src/hub/operations/datasets.ts';
import { routeOf } from './routes.ts';

test.each([
  [getDataset, 'repository: a/b\nrevision: main\nblobs: false', 'GET /api/datasets/a/b/revision/main?blobs=false'],
  [
    listDatasets,
    'author: a\ngated: true\nsort: mainSize\nlimit: 1',
    'GET /api/datasets?author=a&sort=mainSize&gated=true&limit=1',
  ],
])('$key', (operation, input, route) => {
  expect(routeOf(operation, input)[0]).toBe(route);
});
