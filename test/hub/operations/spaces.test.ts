import { expect, test } from 'vitest';
import { getSpace, listSpaces } from '../../../src/hub/operations/spaces.ts';
import { routeOf } from './routes.ts';

test.each([
  [getSpace, 'repository: a/b\nexpand: runtime', 'GET /api/spaces/a/b?expand=runtime'],
  [
    listSpaces,
    'models: [a/b, c/d]\ndatasets: e/f\nlinked: true',
    'GET /api/spaces?datasets=e/f&models=a/b&models=c/d&linked=true',
  ],
])('$key', (operation, input, route) => {
  expect(routeOf(operation, input)[0]).toBe(route);
});
