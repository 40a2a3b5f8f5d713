import { expect, test } from 'vitest';
import { listCommits } from '../../../src/hub/operations/commits.ts';
import { createBranch, createTag, deleteBranch, deleteTag, listRefs } from '../../../src/hub/operations/references.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test.each([
  [listRefs, 'repository: a/b', '', 'GET /api/models/a/b/refs', undefined],
  [listRefs, 'repository: a/b\ninclude-pull-requests: true', '', 'GET /api/models/a/b/refs?include_prs=1', undefined],
  [
    listCommits,
    'repository: a/b\nrevision: refs/pr/1\nlimit: 5\npage: 2\nformatted: true',
    '',
    'GET /api/models/a/b/commits/refs%2Fpr%2F1?expand[]=formatted&limit=5&p=2',
    undefined,
  ],
  [listCommits, 'repository: a/b', '', 'GET /api/models/a/b/commits/main', undefined],
  [createBranch, 'repository: a/b\nbranch: feature/x', '', 'POST /api/models/a/b/branch/feature%2Fx', {}],
  [
    createBranch,
    'repository: a/b\ntype: space\nbranch: 1.0\nstarting-point: v1\noverwrite: true',
    'a/b@1.0',
    'POST /api/spaces/a/b/branch/1.0',
    { startingPoint: 'v1', overwrite: true },
  ],
  [deleteBranch, 'repository: a/b\nbranch: x', 'a/b@x', 'DELETE /api/models/a/b/branch/x', undefined],
  [createTag, 'repository: a/b\ntag: 1.0', '', 'POST /api/models/a/b/tag/main', { tag: '1.0' }],
  [
    createTag,
    'repository: a/b\ntag: v1\nrevision: refs/pr/2\nmessage: First',
    '',
    'POST /api/models/a/b/tag/refs%2Fpr%2F2',
    { tag: 'v1', message: 'First' },
  ],
  [deleteTag, 'repository: a/b\ntag: v1', 'a/b@v1', 'DELETE /api/models/a/b/tag/v1', undefined],
])('$key of %j', (operation, input, confirm, route, body) => {
  expect(routeOf(operation, input, confirm)).toEqual([route, body]);
});

test.each([
  ['delete-branch', 'branch: x', 'a/b'],
  ['delete-tag', 'tag: x', 'a/b@X'],
  ['create-branch', 'branch: x\noverwrite: true', ''],
])('%s with %j is not confirmed by %j', (key, rest, confirm) => {
  const problems = problemsOf(key, `repository: a/b\n${rest}`, confirm);
  expect(problems).toEqual([expect.objectContaining({ name: 'confirm', message: expect.stringContaining('`a/b@x`') })]);
});

test('a branch that overwrites nothing needs no word', () => {
  expect(problemsOf('create-branch', 'repository: a/b\nbranch: x\noverwrite: false')).toEqual([]);
});

test.each([
  'refs/pr/1',
  'a..b',
  '-x',
  'x/',
  '.x',
  'a/.b',
  'a b',
  'a~1',
  'a:b',
  'x.lock',
  '@',
  'a@{1}',
  'a\\b',
  'a\u0007b',
])('a branch or a tag cannot be called %j', (name) => {
  const written = JSON.stringify(name);
  expect(problemsOf('create-branch', `repository: a/b\nbranch: ${written}`).map((one) => one.name)).toEqual([
    'input.branch',
  ]);
  expect(problemsOf('create-tag', `repository: a/b\ntag: ${written}`).map((one) => one.name)).toEqual(['input.tag']);
});

test('an empty branch starts nowhere', () => {
  const input = 'repository: a/b\nbranch: x\nempty-branch: true\nstarting-point: main';
  expect(problemsOf('create-branch', input).map(({ name }) => name)).toEqual(['input.starting-point']);
});
