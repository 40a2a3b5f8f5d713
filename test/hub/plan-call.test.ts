import { expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import type { HubOperation } from '../../src/hub/operation.ts';
import { createRepository } from '../../src/hub/operations/create-repository.ts';
import { listModels } from '../../src/hub/operations/models.ts';
import { planCall } from '../../src/hub/plan-call.ts';
import { requestOf } from './request-of.ts';

const text = { type: 'string' };

function plan(operation: HubOperation, input: string, inputSchema?: unknown) {
  return planCall(
    operation,
    requestOf(operation.key, input),
    inputSchema === undefined ? undefined : { id: 'a1', inputSchema },
  );
}

function refusal(operation: HubOperation, input: string, inputSchema?: unknown): string {
  try {
    plan(operation, input, inputSchema);
  } catch (error) {
    if (error instanceof OperationError && error.code === 'INPUT_INVALID') return error.message;
    throw error;
  }
  return 'no problem';
}

test('an action whose schema takes everything is used', () => {
  const schema = { type: 'object', properties: { author: text, page_size: { type: 'integer' } } };
  expect(plan(listModels, 'author: my-org\nlimit: 5', schema)).toMatchObject({
    via: 'action',
    input: { author: 'my-org', page_size: 5 },
    confidential: false,
  });
});

test.each([
  [undefined, "The workspace has no action 'list-models'"],
  ['nonsense', "The workspace's action 'list-models' does not say what it takes"],
  [
    { type: 'object', properties: { author: text } },
    "The workspace's action 'list-models' has no parameter for pipeline-tag, limit",
  ],
])('with the schema %j the route of the Hub is used, and why is said', (schema, because) => {
  expect(plan(listModels, 'author: my-org\nlimit: 5\npipeline-tag: x', schema)).toMatchObject({
    via: 'route',
    because,
    request: {
      method: 'GET',
      path: '/api/models',
      query: [
        ['author', 'my-org'],
        ['limit', '5'],
        ['pipeline_tag', 'x'],
      ],
    },
  });
});

test('other names of parameters are read as these where the schema does not know them', () => {
  expect(plan(createRepository, 'repo_id: my-org/x')).toMatchObject({
    via: 'route',
    params: { repository: 'my-org/x' },
  });
  const schema = { properties: { repo_id: text } };
  expect(plan(createRepository, 'repo-id: my-org/x', schema)).toMatchObject({
    via: 'action',
    input: { repo_id: 'my-org/x' },
  });
});

test.each([
  ['repository: a/b\nflavour: x', undefined, 'input.flavour: is not a parameter of create-repository'],
  [
    'repository: a/b\nowner_nmae: x',
    { properties: { repository: text, owner_name: text } },
    'Did you mean `owner_name`?',
  ],
  ['repo_id: x', undefined, "input.repository: must be the repository's full name"],
  ['reason: x', undefined, 'input.reason: is not a parameter'],
  [
    'repository: a/b\nlicense: mit\nreason: x',
    { properties: { repository: text, reason: text } },
    "input.license: has no place in the workspace's action beside reason",
  ],
  ['repo_id: a/b\ntype: space', undefined, 'input.sdk: is required for a Space'],
])('%j with the schema %j is refused', (input, schema, message) => {
  expect(refusal(createRepository, input, schema)).toContain(message);
});

test('secrets make a call confidential either way', () => {
  const input = 'repository: a/b\ntype: space\nsdk: static\nsecrets: [{key: A, value: hunter2}]';
  expect(plan(createRepository, input)).toMatchObject({ via: 'route', request: { confidential: true } });
  const schema = { properties: { repository: text, type: text, sdk: text, secrets: { type: 'array' } } };
  expect(plan(createRepository, input, schema)).toMatchObject({ via: 'action', confidential: true });
});
