import { describe, expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import type { FaultRule } from '../sandbox/http/fault-rule.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { openTo, useSandbox } from './opened.ts';
import { patience } from './test-runtime.ts';

type FaultOnly = FaultRule extends infer Rule ? (Rule extends { kind: string } ? Omit<Rule, 'match'> : never) : never;

const passing: [string, FaultOnly][] = [
  ['500', { kind: 'status', status: 500 }],
  ['502 as a page', { kind: 'html' }],
  ['503', { kind: 'status', status: 503 }],
  ['504', { kind: 'status', status: 504 }],
  ['408', { kind: 'status', status: 408 }],
  ['425', { kind: 'status', status: 425 }],
  ['429', { kind: 'rate-limit', retryAfter: 1 }],
  ['a reset', { kind: 'reset-before' }],
  ['half an answer', { kind: 'truncated' }],
  ['damaged JSON', { kind: 'wrong-json' }],
  ['no body', { kind: 'empty' }],
  ['a lock', { kind: 'status', status: 409, body: { type: 'concurrency', key: 'lock_timeout', message: 'busy' } }],
];

/** Not the stand-in CLI's question how to behave. */
const anything = { match: /^\w+ \/(?!sandbox\/)/ };

function readOnce(sandbox: Sandbox, client: Awaited<ReturnType<typeof openTo>>['client']) {
  return client.request(
    sandbox.connectionId,
    { method: 'GET', path: '/api/whoami-v2' },
    { signal: patience(), effect: 'read' },
  );
}

function create(sandbox: Sandbox, client: Awaited<ReturnType<typeof openTo>>['client']) {
  const body = { kind: 'json', value: { type: 'model', name: 'fresh', organization: 'my-org' } } as const;
  return client.request(
    sandbox.connectionId,
    { method: 'POST', path: '/api/repos/create', body },
    { signal: patience(), effect: 'write' },
  );
}

function created(sandbox: Sandbox): number {
  return sandbox.hubServer.requests.flatMap((request) => request.effects).length;
}

describe.each(['api', 'cli'] as const)('over %s', (transport) => {
  test.each(passing)('a read is repeated after %s', async (_what, fault) => {
    await using sandbox = await useSandbox();
    const { client, log } = await openTo(sandbox, { transport, retries: 2 });
    sandbox.membraneServer.faults.add({ ...anything, times: 1, ...fault });
    expect((await readOnce(sandbox, client)).body).toMatchObject({ name: 'ada' });
    expect(log.lines.filter((line) => /^info: .* Repeating GET in \d+\.\d s \(1 of 2\)\.$/.test(line))).toHaveLength(1);
  });

  test('a read is given up after the last repetition', async () => {
    await using sandbox = await useSandbox();
    const { client } = await openTo(sandbox, { transport, retries: 2 });
    sandbox.membraneServer.faults.add({ ...anything, kind: 'status', status: 503 });
    await expect(readOnce(sandbox, client)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(sandbox.membraneServer.requests).toHaveLength(3);
  });

  // The CLI does not tell the status of an answer without an envelope: there a 425 proves nothing.
  const proofs = transport === 'api' ? ['429', '425', 'a lock'] : ['429', 'a lock'];
  test.each(passing.filter(([what]) => proofs.includes(what)))(
    'a write is repeated after %s, which proves that nothing was done',
    async (_what, fault) => {
      await using sandbox = await useSandbox();
      const { client } = await openTo(sandbox, { transport, retries: 2 });
      sandbox.membraneServer.faults.add({ ...anything, times: 1, ...fault });
      await create(sandbox, client);
      expect(created(sandbox)).toBe(1);
    },
  );

  test.each<[string, FaultOnly]>([
    ['a reset after the effect', { kind: 'reset-after' }],
    ['half an answer', { kind: 'truncated' }],
    ['a 500 after the effect', { kind: 'status', status: 500, afterEffect: true }],
    ['a page of a gateway', { kind: 'html' }],
    ['damaged JSON', { kind: 'wrong-json' }],
  ])('a write is not repeated after %s', async (_what, fault) => {
    await using sandbox = await useSandbox();
    const { client } = await openTo(sandbox, { transport, retries: 3 });
    sandbox.membraneServer.faults.add({ ...anything, ...fault });
    await expect(create(sandbox, client)).rejects.toMatchObject({ details: { effect: 'unknown' } });
    expect(sandbox.membraneServer.requests).toHaveLength(1);
    expect(created(sandbox)).toBeLessThanOrEqual(1);
  });

  test('a refusal is not repeated', async () => {
    await using sandbox = await useSandbox();
    const { client } = await openTo(sandbox, { transport, retries: 3 });
    const asked = client.request(
      sandbox.connectionId,
      { method: 'GET', path: '/api/models/no/no' },
      { signal: patience(), effect: 'read' },
    );
    await expect(asked).rejects.toMatchObject({ code: 'HUB_NOT_FOUND' });
    expect(sandbox.membraneServer.requests).toHaveLength(1);
  });

  test('a rejected token that was signed here is signed anew, once', async () => {
    await using sandbox = await useSandbox();
    const { key, secret } = sandbox.workspace;
    const signIn = {
      kind: 'workspace',
      workspaceKey: key,
      workspaceSecret: secret,
      tenantKey: sandbox.tenantKey,
    } as const;
    const { client, session, announced } = await openTo(sandbox, { transport, retries: 0, signIn });
    sandbox.membrane.tokens.expire(await session.accessToken(patience()));
    await create(sandbox, client);
    expect(created(sandbox)).toBe(1);
    expect(new Set(announced).size).toBe(2);
  });

  test('a rejected token that was given is told', async () => {
    await using sandbox = await useSandbox();
    const { client } = await openTo(sandbox, { transport, retries: 3 });
    sandbox.membrane.tokens.expire(sandbox.token);
    await expect(readOnce(sandbox, client)).rejects.toMatchObject({ code: 'AUTH_REJECTED' });
    expect(sandbox.membraneServer.requests).toHaveLength(1);
  });
});

test('the wait that is asked for is kept, in seconds, as a date and in the limits of the service behind', async () => {
  await using sandbox = await useSandbox();
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const now = Date.parse('2026-11-23T12:00:00Z');
  const { client } = await openTo(sandbox, { retries: 4, runtime: { sleep, now: () => now } });
  sandbox.membraneServer.faults.add(
    { ...anything, kind: 'rate-limit', retryAfter: 7, nth: 1 },
    { ...anything, kind: 'rate-limit', retryAfter: new Date(now + 9000), nth: 2 },
    { ...anything, kind: 'rate-limit', rateLimit: { remaining: 0, resetSeconds: 55 }, nth: 3 },
  );
  await readOnce(sandbox, client);
  expect(waits).toEqual([7000, 9000, 55_000]);
});

test('waits of our own grow, with full jitter, to half a minute', async () => {
  await using sandbox = await useSandbox();
  const waits: number[] = [];
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  const { client } = await openTo(sandbox, { retries: 7, runtime: { sleep, random: () => 0.5 } });
  sandbox.membraneServer.faults.add({ ...anything, kind: 'status', status: 503 });
  await readOnce(sandbox, client).catch(() => undefined);
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
});

test('a wait that is too long to be meant is not begun', async () => {
  await using sandbox = await useSandbox();
  const { client } = await openTo(sandbox, { retries: 4 });
  sandbox.membraneServer.faults.add({ ...anything, kind: 'rate-limit', retryAfter: 4000 });
  await expect(readOnce(sandbox, client)).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    details: { retryAfterMs: 4_000_000 },
  });
  expect(sandbox.membraneServer.requests).toHaveLength(1);
});

test.each(['api', 'cli'] as const)('a stalled call over %s ends with the signal and its reason', async (transport) => {
  await using sandbox = await useSandbox();
  const { client } = await openTo(sandbox, { transport, retries: 3 });
  sandbox.membraneServer.faults.add({ ...anything, kind: 'stall' });
  const reason = new OperationError('TIMEOUT', 'over', { hint: '' });
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 500);
  const asked = client.request(
    sandbox.connectionId,
    { method: 'GET', path: '/x' },
    { signal: controller.signal, effect: 'read' },
  );
  await expect(asked).rejects.toBe(reason);
});

test.each(['hang', 'ignore-sigterm', 'grandchild', 'hang-after'] as const)(
  'a CLI with the fault %s ends with the signal',
  async (fault) => {
    await using sandbox = await useSandbox({ cli: { fault } });
    const { client } = await openTo(sandbox, { transport: 'cli', retries: 3 });
    const reason = new OperationError('CANCELLED', 'over', { hint: '' });
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 700);
    const started = performance.now();
    const asked = client.request(
      sandbox.connectionId,
      { method: 'GET', path: '/api/whoami-v2' },
      { signal: controller.signal, effect: 'read' },
    );
    await expect(asked).rejects.toBe(reason);
    expect(performance.now() - started).toBeLessThan(3000);
  },
);

test.each(['die', 'die-after'] as const)('a CLI with the fault %s may have done its work', async (fault) => {
  await using sandbox = await useSandbox({ cli: { fault } });
  const { client } = await openTo(sandbox, { transport: 'cli', retries: 3 });
  await expect(create(sandbox, client)).rejects.toMatchObject({
    code: 'CLI_UNUSABLE',
    details: { effect: 'unknown', retryable: true },
  });
  expect(created(sandbox)).toBe(fault === 'die' ? 0 : 1);
});

test('a CLI that prints forty megabytes around its answer is still understood', async () => {
  await using sandbox = await useSandbox({ cli: { fault: 'huge' } });
  const { client } = await openTo(sandbox, { transport: 'cli' });
  expect((await readOnce(sandbox, client)).body).toMatchObject({ name: 'ada' });
});
