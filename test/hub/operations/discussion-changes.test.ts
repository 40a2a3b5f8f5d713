import { expect, test } from 'vitest';
import {
  commentDiscussion,
  mergePullRequest,
  updateDiscussion,
} from '../../../src/hub/operations/discussion-changes.ts';
import { problemsOf, requestOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

const place = 'repository: a/b\ntype: dataset\nnum: 3';

test('a comment', () => {
  const path = 'POST /api/datasets/a/b/discussions/3/comment';
  expect(routeOf(commentDiscussion, `${place}\ncomment: 1.0`)).toEqual([path, { comment: '1.0' }]);
});

test.each([
  ['title: New one', 'title', { title: 'New one' }, []],
  ['status: closed', 'status', { status: 'closed' }, []],
  ['status: open\ncomment: Again', 'status', { status: 'open', comment: 'Again' }, []],
  ['title: New one\nstatus: closed', 'title', { title: 'New one' }, [{ status: 'closed' }]],
])('%j goes where the Hub takes it, the title first', (input, last, body, others) => {
  const path = `POST /api/datasets/a/b/discussions/3/${last}`;
  expect(routeOf(updateDiscussion, `${place}\n${input}`)).toEqual([path, body]);
  const also = updateDiscussion.also(requestOf('update-discussion', `${place}\n${input}`).params);
  expect(also.map((request) => request.body)).toEqual(others.map((value) => ({ kind: 'json', value })));
});

test('merging says something only where there is something to say', () => {
  const path = 'POST /api/datasets/a/b/discussions/3/merge';
  expect(routeOf(mergePullRequest, place)).toEqual([path, {}]);
  expect(routeOf(mergePullRequest, `${place}\ncomment: Fine`)).toEqual([path, { comment: 'Fine' }]);
});

test.each([
  ['update-discussion', '', 'input'],
  ['update-discussion', 'comment: Why', 'input.comment'],
  ['update-discussion', 'title: ab', 'input.title'],
  ['update-discussion', 'status: merged', 'input.status'],
  ['comment-discussion', '', 'input.comment'],
  ['comment-discussion', `comment: ${'x'.repeat(65_537)}`, 'input.comment'],
  ['merge-pull-request', 'num: 0', 'input.num'],
])('%s of %j is refused', (key, rest, name) => {
  const input = rest.startsWith('num') ? `repository: a/b\n${rest}` : `${place}\n${rest}`;
  expect(problemsOf(key, input).map((problem) => problem.name)).toEqual([name]);
});
