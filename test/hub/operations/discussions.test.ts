import { expect, test } from 'vitest';
import { createDiscussion, getDiscussion, listDiscussions } from '../../../src/hub/operations/discussions.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test.each([
  [getDiscussion, 'repository: a/b\nnum: 3\ndiff: true', 'GET /api/models/a/b/discussions/3?diff=1'],
  [getDiscussion, 'repository: a/b\nnum: 3\ndiff: false', 'GET /api/models/a/b/discussions/3'],
  [
    listDiscussions,
    'repository: a/b\ntype: space\nkind: pull_request\nstatus: closed\nauthor: 007\nsearch: x\nsort: reactions\npage: 0',
    'GET /api/spaces/a/b/discussions?type=pull_request&p=0&status=closed&author=007&search=x&sort=reactions',
  ],
])('$key of %j', (operation, input, route) => {
  expect(routeOf(operation, input)[0]).toBe(route);
});

test('a new one', () => {
  expect(routeOf(createDiscussion, 'repository: a/b\ntitle: 1.0\ndescription: no\npull-request: true')).toEqual([
    'POST /api/models/a/b/discussions',
    { title: '1.0', description: 'no', pullRequest: true },
  ]);
});

test.each([
  [`title: ab\ndescription: x`, 'input.title'],
  [`title: ${'x'.repeat(1_001)}\ndescription: x`, 'input.title'],
  [`title: abc\ndescription: ${'x'.repeat(1_000_001)}`, 'input.description'],
  ['title: abc', 'input.description'],
])('a title and a description have their limits (%#)', (rest, name) => {
  expect(problemsOf('create-discussion', `repository: a/b\n${rest}`).map((problem) => problem.name)).toEqual([name]);
});
