import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOperation } from '../../../src/hub/run-operation.ts';
import type { RunOptions } from '../../../src/hub/run-options.ts';
import { SEEDED_TOKENS } from '../../sandbox/hub/seed.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ hubToken: SEEDED_TOKENS.adaReadOnly });
});

afterAll(() => sandbox.close());

function planned(
  key: string,
  input: string,
  { confirm = '', ...more }: Partial<RunOptions> & { confirm?: string } = {},
) {
  const context = sandboxContext(sandbox);
  const options = { ...context.options, dryRun: true, ...more };
  return runOperation(requestOf(key, input, confirm), { ...context, options });
}

test.each([
  ['create-repository', 'repository: my-org/my-model', '', 'HUB_CONFLICT', 'It exists already: model my-org/my-model.'],
  ['duplicate-repository', 'repository: my-org/nowhere\nto-repository: my-org/copy', '', 'HUB_NOT_FOUND', 'nowhere'],
  [
    'duplicate-repository',
    'repository: my-org/my-model\nto-repository: my-org/gated-model',
    '',
    'HUB_CONFLICT',
    'exists',
  ],
  ['update-model-settings', 'repository: my-org/nowhere\nprivate: true', '', 'HUB_NOT_FOUND', 'It is not there'],
  ['create-discussion', 'repository: my-org/nowhere\ntitle: Title\ndescription: Text', '', 'HUB_NOT_FOUND', 'nowhere'],
  ['delete-repository', 'repository: my-org/nowhere', 'my-org/nowhere', 'HUB_NOT_FOUND', 'nowhere'],
  [
    'move-repository',
    'repository: my-org/nowhere\nto-repository: my-org/x',
    'my-org/nowhere',
    'HUB_NOT_FOUND',
    'nowhere',
  ],
  [
    'move-repository',
    'repository: my-org/my-model\nto-repository: my-org/gated-model',
    'my-org/my-model',
    'HUB_CONFLICT',
    'Another model is called my-org/gated-model already.',
  ],
])('%s of %j fails as the step itself would', async (key, input, confirm, code, words) => {
  const plan = planned(key, input, { confirm });
  await expect(plan).rejects.toMatchObject({ code, details: { effect: 'none' } });
  await expect(plan).rejects.toThrow(words);
});

test('names that only the workspace knows are planned without looking', async () => {
  const renamed = await startSandbox({ actions: 'renamed', hubToken: SEEDED_TOKENS.adaReadOnly });
  const context = sandboxContext(renamed);
  const input = 'owner: my-org\nrepo_name: fresh\nrepo_type: models';
  const result = await runOperation(requestOf('create-repository', input), {
    ...context,
    options: { ...context.options, dryRun: true },
  });
  expect(result).toMatchObject({
    status: 'planned',
    changed: true,
    headline: 'Would be carried out: Create a repository',
  });
  expect(result.table?.rows).toContainEqual(['repo_name', 'not told by the Hub', 'fresh']);
  await renamed.close();
});

test('what differs is planned call by call', async () => {
  const input = 'repository: my-org/my-model\nprivate: true';
  const result = await planned('create-repository', input, { ifExists: 'update' });
  expect(result).toMatchObject({
    status: 'planned',
    changed: true,
    headline: 'Would be brought in line: model my-org/my-model',
    url: 'https://huggingface.co/my-org/my-model',
    output: {
      calls: [{ request: { method: 'PUT', path: '/api/models/my-org/my-model/settings' } }],
      changes: [{ name: 'private', known: true, now: false, 'would-be': true }],
    },
  });
});
