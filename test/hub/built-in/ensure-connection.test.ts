import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOperation } from '../../../src/hub/run-operation.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

test('the connection is the answer, and nothing else is asked', async () => {
  const context = sandboxContext(sandbox);
  expect(await runOperation(requestOf('ensure-connection', ''), context)).toMatchObject({
    status: 'succeeded',
    changed: false,
    output: context.connection,
    id: sandbox.connectionId,
  });
  expect(sandbox.membraneServer.requests).toEqual([]);
});
