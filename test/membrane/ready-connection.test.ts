import { expect, test } from 'vitest';
import { ensureReady, type ReadyRequest } from '../../src/membrane/ready-connection.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { openTo, useSandbox } from './opened.ts';
import { patience, recordedLog, testRuntime } from './test-runtime.ts';

async function ready(sandbox: Sandbox, asked: Partial<ReadyRequest> = {}) {
  const { client } = await openTo(sandbox);
  const log = recordedLog();
  const states: string[] = [];
  const request: ReadyRequest = {
    appUrl: 'https://huggingface.co/',
    timeoutMs: 20_000,
    onActionRequired: 'fail',
    ...asked,
  };
  const runtime = testRuntime();
  const outcome = ensureReady(client, request, {
    log,
    runtime,
    signal: patience(),
    onConnection: (connection) => states.push(connection.state),
  });
  return { outcome, log, states };
}

test('a connection that is ready is used at once', async () => {
  await using sandbox = await useSandbox();
  const { outcome, states } = await ready(sandbox);
  expect(await outcome).toMatchObject({ state: 'READY', id: sandbox.connectionId });
  expect(states).toEqual(['READY']);
  expect(sandbox.membraneServer.requests).toHaveLength(1);
});

test('a connection that is built is polled until it is ready', async () => {
  await using sandbox = await useSandbox({ connection: 'building', secondMs: 10 });
  const { outcome, states, log } = await ready(sandbox);
  expect(await outcome).toMatchObject({ state: 'READY' });
  expect(states).toEqual(['BUILDING', 'READY']);
  expect(log.lines).toEqual([
    `info: Membrane is building the connection ${sandbox.connectionId}; waiting until it is ready.`,
  ]);
});

test('a named connection is neither looked for nor created', async () => {
  await using sandbox = await useSandbox();
  const { outcome } = await ready(sandbox, { connectionId: sandbox.connectionId });
  expect((await outcome).id).toBe(sandbox.connectionId);
  expect(sandbox.membraneServer.requests.map((request) => request.method)).toEqual(['GET']);
});

test.each([
  ['connect', 'CONNECTION_ACTION_REQUIRED', /needs a person \(connect\)/, /^Open http\S+ and do what it asks/],
  [
    'provide-input',
    'CONNECTION_ACTION_REQUIRED',
    /Enter the address of your instance/,
    /console and give what it asks for/,
  ],
  ['configuration-error', 'CONNECTION_FAILED', /CONFIGURATION_ERROR: The connector lacks a client id/, /console/],
  ['setup-failed', 'CONNECTION_FAILED', /SETUP_FAILED: The connector could not be built/, /console/],
  ['disconnecting', 'CONNECTION_FAILED', /DISCONNECTING/, /gone/],
  ['unknown', 'CONNECTION_FAILED', /HIBERNATING/, /console/],
] as const)('a connection that tells the story %s fails with %s', async (connection, code, message, hint) => {
  await using sandbox = await useSandbox({ connection, secondMs: 10 });
  const { outcome, states } = await ready(sandbox);
  const error: unknown = await outcome.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code,
    message: expect.stringMatching(message),
    details: { hint: expect.stringMatching(hint) },
  });
  expect(states.length).toBeGreaterThan(0);
});

test('an older answer that says disconnected asks for a person too', async () => {
  await using sandbox = await useSandbox({ connection: 'connect', answers: 'older' });
  await expect((await ready(sandbox)).outcome).rejects.toMatchObject({ code: 'CONNECTION_ACTION_REQUIRED' });
});

test('waits for the person, says the link once, and goes on when they have acted', async () => {
  await using sandbox = await useSandbox({ connection: 'connect', secondMs: 20 });
  const { outcome, log, states } = await ready(sandbox, { onActionRequired: 'wait' });
  setTimeout(() => sandbox.membrane.performClientAction(sandbox.connectionId), 1500);
  expect(await outcome).toMatchObject({ state: 'READY' });
  expect(states).toEqual(['CLIENT_ACTION_REQUIRED', 'READY']);
  expect(log.lines).toHaveLength(1);
  expect(log.lines[0]).toMatch(/^warning: .*needs a person.*Open http/);
});

test.each([
  ['building-forever', 'BUILDING'],
  ['connect', 'CLIENT_ACTION_REQUIRED'],
] as const)('the limit ends the wait for %s and names the state', async (connection, state) => {
  await using sandbox = await useSandbox({ connection, secondMs: 10 });
  const { outcome } = await ready(sandbox, { onActionRequired: 'wait', timeoutMs: 1200 });
  await expect(outcome).rejects.toMatchObject({ code: 'CONNECTION_TIMEOUT', message: expect.stringContaining(state) });
});

test('a server that does not hold a poll is not asked without pause', async () => {
  await using sandbox = await useSandbox({ connection: 'building-forever', secondMs: 1 });
  const { client } = await openTo(sandbox);
  const pauses: number[] = [];
  let elapsed = 0;
  const runtime = testRuntime({
    now: () => elapsed,
    sleep: async (milliseconds) => {
      pauses.push(milliseconds);
      elapsed += milliseconds;
    },
  });
  const request: ReadyRequest = { appUrl: 'huggingface.co', timeoutMs: 20_000, onActionRequired: 'fail' };
  const outcome = ensureReady(client, request, { log: recordedLog(), runtime, signal: patience() });
  await expect(outcome).rejects.toMatchObject({ code: 'CONNECTION_TIMEOUT' });
  expect(pauses).toEqual([500, 1000, 2000, 4000, 5000, 5000, 2500]);
});

test('an aborted signal ends the wait with its reason', async () => {
  await using sandbox = await useSandbox({ connection: 'building-forever' });
  const { client } = await openTo(sandbox);
  const reason = new Error('cancelled');
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 100);
  const request: ReadyRequest = { appUrl: 'huggingface.co', timeoutMs: 20_000, onActionRequired: 'fail' };
  const outcome = ensureReady(client, request, {
    log: recordedLog(),
    runtime: testRuntime(),
    signal: controller.signal,
  });
  await expect(outcome).rejects.toBe(reason);
});
