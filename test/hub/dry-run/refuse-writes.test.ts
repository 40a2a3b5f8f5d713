import { expect, test } from 'vitest';
import { refusingWrites } from '../../../src/hub/dry-run/refuse-writes.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { sandboxContext } from '../sandbox-context.ts';

test('a write ends here, a read goes through', async () => {
  const sandbox = await startSandbox();
  const { client: open, connection, signal } = sandboxContext(sandbox);
  const client = refusingWrites(open);
  const asked = sandbox.membraneServer.requests.length;
  const body = { kind: 'json', value: { type: 'model', name: 'x' } } as const;
  const write = { method: 'POST', path: '/api/repos/create', body } as const;
  await expect(client.request(connection.id, write, { effect: 'write', signal })).rejects.toThrow(
    'POST /api/repos/create',
  );
  const run = { actionId: 'create-repository', connectionId: connection.id, input: {} };
  await expect(client.runAction(run, { effect: 'write', signal })).rejects.toMatchObject({ code: 'INTERNAL' });
  expect(sandbox.membraneServer.requests).toHaveLength(asked);
  const read = { method: 'GET', path: '/api/whoami-v2' } as const;
  const answer = await client.request(connection.id, read, { effect: 'read', signal });
  expect(answer.body).toMatchObject({ name: 'ada' });
  expect(client.transport).toBe('api');
  await client.close();
  await sandbox.close();
});
