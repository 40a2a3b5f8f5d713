import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOperation } from '../../../src/hub/run-operation.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ actions: 'renamed' });
});

afterAll(() => sandbox.close());

const run = (input: string) => runOperation(requestOf('run-action', input), sandboxContext(sandbox));

test("an action runs by its key, in its own names, each value in the schema's type", async () => {
  const result = await run(
    'action: create-discussion\nparameters: {owner: my-org, repo_name: my-model, repo_type: models, title: 1.0, body: "no"}',
  );
  expect(result).toMatchObject({ status: 'succeeded', changed: true, headline: "Ran action 'Create discussion'" });
  expect(result.actionRunId).toBeDefined();
  const titles = [
    ...(sandbox.hub.store.repository('model', 'my-org/my-model')?.discussions.byNumber.values() ?? []),
  ].map(({ title }) => title);
  expect(titles).toContain('1.0');
});

test('what only reads changes nothing', async () => {
  const result = await run('action: get-current-user\neffect: read');
  expect(result).toMatchObject({ changed: false, output: { name: 'ada' } });
});

test('a wrong parameter is named before the action runs', async () => {
  const before = sandbox.hubServer.requests.length;
  await expect(run('action: create-discussion\nparameters: {owner: my-org, repo_type: modles}')).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: expect.stringContaining('input.parameters.repo_type'),
  });
  await expect(run('action: create-discussion\nparameters: {owner: my-org}')).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  expect(sandbox.hubServer.requests).toHaveLength(before);
});

test('an action that is not there is said to be so', async () => {
  await expect(run('action: no-such-action')).rejects.toMatchObject({ code: 'ACTION_NOT_FOUND' });
});
