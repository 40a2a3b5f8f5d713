import { expect, test } from 'vitest';
import { isConfidential, secretValues } from '../../src/hub/operation-request.ts';
import { problemsOf, requestOf } from './request-of.ts';

test('names are read in any spelling and values keep their text', () => {
  const { params, own } = requestOf('list-models', 'pipeline_tag: 007\nCardData: true\nauthor: no\nlimit: "20"');
  expect(params).toEqual({ pipelineTag: '007', cardData: true, author: 'no', limit: 20 });
  expect(own.size).toBe(0);
});

test.each([
  [
    'create-repo',
    '',
    [{ name: 'operation', message: 'is not an operation.', given: 'create-repo', suggestion: 'create-repository' }],
  ],
  ['create-repository', 'repositry: a/b', [{ name: 'input.repositry', suggestion: 'repository' }]],
  ['create-repository', '', [{ name: 'input.repository', message: "is required: a full name, 'namespace/name'." }]],
  [
    'create-repository',
    'repository: a/b\nrepository-: c/d',
    [{ name: 'input.repository-', message: 'is given twice, the other time as repository.' }],
  ],
  ['create-repository', 'repository: a/b\ntype: modle', [{ name: 'input.type', given: 'modle', suggestion: 'model' }]],
  [
    'request',
    'path: /api/x\nfoo: 1',
    [
      {
        name: 'input.foo',
        message: 'is not a parameter of request; it takes method, path, path-params, query, headers, body, raw-body.',
      },
    ],
  ],
  [
    'ensure-connection',
    'foo: 1',
    [{ name: 'input.foo', message: 'is not a parameter of ensure-connection; it takes none.' }],
  ],
])('%s with %j', (key, text, problems) => {
  const found = problemsOf(key, text);
  expect(found).toMatchObject(problems);
  expect(found).toHaveLength(problems.length);
});

test('all problems are told at once', () => {
  const names = problemsOf('create-discussion', 'repository: x\ntitle: ab\npull-request: maybe').map(
    ({ name }) => name,
  );
  expect(names).toEqual(['input.repository', 'input.title', 'input.pull-request', 'input.description']);
});

test("a name that may be the action's own waits for the action", () => {
  const { params, own } = requestOf('get-model', 'repo_id: my-org/my-model\nfetch_mode: fast');
  expect(params).toEqual({});
  expect([...own.keys()]).toEqual(['repo_id', 'fetch_mode']);
});

test.each([
  ['delete-repository', 'repository: my-org/old', ''],
  ['delete-repository', 'repository: my-org/old', 'my-org/Old'],
  ['delete-repository', 'repository: my-org/old', 'old'],
  ['delete-repository', 'repo_id: my-org/old', 'my-org/older'],
  ['move-repository', 'repository: my-org/old\nto-repository: my-org/new', 'my-org/new'],
])('%s of %j is not confirmed by %j', (key, text, confirm) => {
  const problems = problemsOf(key, text, confirm);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ name: 'confirm', message: expect.stringContaining('`my-org/old`') });
});

test.each([
  ['delete-repository', 'repository: my-org/old'],
  ['delete-repository', 'repo-id: my-org/old'],
  ['move-repository', 'from-repo: my-org/old\nto-repo: my-org/new'],
  ['move-repository', 'repository: my-org/old\ntarget: my-org/new'],
])('%s of %j is confirmed by the full name', (key, text) => {
  expect(requestOf(key, text, 'my-org/old').params.repository).toBe('my-org/old');
});

test('where something must be confirmed, no name is left for the action to explain', () => {
  expect(problemsOf('delete-repository', 'repository: a/b\nforce: true', 'a/b')).toMatchObject([
    { name: 'input.force' },
  ]);
  expect(problemsOf('delete-repository', 'owner: a\nname: b', 'a/b').map(({ name }) => name)).toContain('input.owner');
});

test('secrets are known before anything is logged', () => {
  const request = requestOf(
    'create-repository',
    'repository: a/b\ntype: space\nsdk: static\nsecrets: [{key: TOKEN, value: hunter2}]',
  );
  expect(secretValues(request)).toEqual(['hunter2']);
  expect(isConfidential(request)).toBe(true);
  expect(isConfidential(requestOf('create-repository', 'repository: a/b'))).toBe(false);
});
