import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOperation } from '../../../src/hub/run-operation.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { problemsOf, requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

test('actions come with what they take and answer', async () => {
  const result = await runOperation(
    requestOf('search-actions', 'intent: create repository\nlimit: 5'),
    sandboxContext(sandbox),
  );
  expect(result).toMatchObject({
    status: 'succeeded',
    changed: false,
    count: 5,
    headline: "Found 5 actions for 'create repository'",
  });
  expect(result.table?.rows).toHaveLength(5);
  expect(result.output).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        key: 'create-repository',
        inputSchema: expect.anything(),
        outputSchema: expect.anything(),
      }),
    ]),
  );
});

test.each([
  ['', 'input.intent'],
  [`intent: ${'x'.repeat(201)}`, 'input.intent'],
  ['intent: x\nlimit: 0', 'input.limit'],
])('%j is refused', (input, name) => {
  expect(problemsOf('search-actions', input).map((problem) => problem.name)).toEqual([name]);
});
