import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import type { OperationResult } from '../../src/hub/operation-result.ts';
import { runOperation } from '../../src/hub/run-operation.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { requestOf } from './request-of.ts';
import { sandboxContext } from './sandbox-context.ts';

const model = 'repository: my-org/my-model';

/** Reads whatever the workspace calls things; each is what the seeded Hub holds. */
const reads: readonly (readonly [key: string, input: string, expected: Partial<OperationResult>])[] = [
  [
    'get-model',
    model,
    { id: 'my-org/my-model', url: 'https://huggingface.co/my-org/my-model', headline: 'Read model my-org/my-model' },
  ],
  ['get-dataset', 'repository: my-org/my-dataset', { url: 'https://huggingface.co/datasets/my-org/my-dataset' }],
  ['get-space', 'repository: my-org/my-space', { url: 'https://huggingface.co/spaces/my-org/my-space' }],
  [
    'list-models',
    'author: my-org\nlimit: 2\nsort: downloads\ndirection: -1',
    { count: 2, headline: 'Listed models of my-org' },
  ],
  ['list-datasets', 'author: my-org', { count: 1 }],
  ['list-spaces', 'author: my-org', { count: 1 }],
  ['list-repository-files', `${model}\nrecursive: true`, {}],
  ['list-discussions', `${model}\nkind: discussion\nstatus: open`, { count: 2 }],
  ['get-discussion', `${model}\nnum: 1`, { id: '1', url: 'https://huggingface.co/my-org/my-model/discussions/1' }],
  ['list-collections', 'owner: my-org\nlimit: 10', { count: 2 }],
  ['list-organization-members', 'organization: my-org', { count: 3 }],
  ['get-daily-papers', 'limit: 5\npage: 1', { count: 5 }],
  ['get-current-user', '', { url: 'https://huggingface.co/ada' }],
];

const from = 'my-org/fresh-model';

/** In this order, each on what the one before left. */
const writes: readonly (readonly [key: string, input: string, confirm: string, headline: string])[] = [
  ['create-repository', `repository: ${from}\nprivate: true\nlicense: mit`, '', `Created model ${from}`],
  [
    'update-model-settings',
    `repository: ${from}\ngated: manual\ndiscussions-disabled: false`,
    '',
    `Updated settings of model ${from}`,
  ],
  [
    'create-discussion',
    `repository: ${from}\ntitle: 1.0 is out\ndescription: ~`,
    '',
    `Opened discussion '1.0 is out' in model ${from}`,
  ],
  [
    'duplicate-repository',
    `repository: ${from}\nto-repository: ${from}-copy`,
    '',
    `Duplicated model ${from} as ${from}-copy`,
  ],
  [
    'move-repository',
    `repository: ${from}\nto-repository: ${from}-moved`,
    from,
    `Moved model ${from} to ${from}-moved`,
  ],
  ['delete-repository', `repository: ${from}-moved`, `${from}-moved`, `Deleted model ${from}-moved`],
  ['create-collection', 'title: Fresh\nnamespace: my-org\nprivate: true', '', "Created collection 'Fresh' of my-org"],
];

describe.each(['canonical', 'renamed', 'none'] as const)('with actions %s', (actions) => {
  let sandbox: Sandbox;
  const said: string[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox({ actions });
  });

  afterAll(() => sandbox.close());

  test.each(reads)('%s', async (key, input, expected) => {
    const result = await runOperation(requestOf(key, input), sandboxContext(sandbox));
    expect(result).toMatchObject({ status: 'succeeded', changed: false, ...expected });
    expect(result.actionId === undefined).toBe(actions === 'none');
  });

  test.each(writes)('%s', async (key, input, confirm, headline) => {
    const before = sandbox.hubServer.requests.length;
    const result = await runOperation(requestOf(key, input, confirm), sandboxContext(sandbox, said));
    expect(result).toMatchObject({ status: 'succeeded', changed: true, headline });
    const sent = sandbox.hubServer.requests.slice(before);
    expect(sent.filter(({ effects }) => effects.length > 0)).toHaveLength(1);
  });

  test('the Hub holds what was asked for', () => {
    const { store } = sandbox.hub;
    expect(store.repository('model', `${from}-copy`)?.facts.visibility).toBe('private');
    expect(store.repository('model', from)).toBeUndefined();
  });

  test('the log says how it was done', () => {
    const ways = said.filter((line) => /Hub's own route|workspace's action/.test(line));
    expect(ways.every((line) => line.includes("Hub's own route") === (actions === 'none'))).toBe(true);
    expect(ways).toHaveLength(writes.length);
  });
});

test('a route stands in, aloud, where an action does not take everything', async () => {
  const sandbox = await startSandbox();
  const said: string[] = [];
  const input =
    'repository: my-org/mounted\ntype: space\nsdk: static\nvolumes: [{type: bucket, source: a/b, mountPath: /data}]';
  await runOperation(requestOf('create-repository', input), sandboxContext(sandbox, said));
  expect(said).toEqual([
    "The workspace's action 'create-repository' has no parameter for volumes: using the Hub's own route POST /api/repos/create through the proxy.",
  ]);
  await sandbox.close();
});

test("a wrong name of the action's own stops before anything is written", async () => {
  const sandbox = await startSandbox({ actions: 'renamed' });
  const input = 'owner: my-org\nrepo_name: fresh\nsetings: {visibility: private}';
  const run = runOperation(requestOf('create-repository', input), sandboxContext(sandbox));
  await expect(run).rejects.toBeInstanceOf(OperationError);
  await expect(run).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringContaining('Did you mean `settings`?'),
  });
  expect(sandbox.hubServer.requests).toEqual([]);
  await sandbox.close();
});

test("the action's own names do the same work", async () => {
  const sandbox = await startSandbox({ actions: 'renamed' });
  const input = 'owner: my-org\nrepo_name: fresh\nsettings: {visibility: private}';
  const result = await runOperation(requestOf('create-repository', input), sandboxContext(sandbox));
  expect(result).toMatchObject({ status: 'succeeded', changed: true, headline: 'Create a repository: done' });
  expect(sandbox.hub.store.repository('model', 'my-org/fresh')?.facts.visibility).toBe('private');
  await sandbox.close();
});
