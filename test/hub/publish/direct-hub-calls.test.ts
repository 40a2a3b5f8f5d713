import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { directHubCalls } from '../../../src/hub/publish/direct-hub-calls.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { adaToken, testRuntime } from './fixture.ts';

let sandbox: Sandbox;
const waited: number[] = [];
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.hubServer.faults.clear();
  waited.length = 0;
});

const quiet = { debug: () => undefined, info: () => undefined, notice: () => undefined, warning: () => undefined };
const calls = () =>
  directHubCalls({
    hubUrl: sandbox.hubUrl,
    token: () => Promise.resolve(adaToken),
    log: quiet,
    retries: 2,
    runtime: { ...testRuntime, sleep: (milliseconds) => Promise.resolve(void waited.push(milliseconds)) },
  });
const signal = AbortSignal.timeout(20_000);
const whoami = { method: 'GET', path: '/api/whoami-v2' } as const;

test('a read is sent again after a passing fault, with the wait that the Hub asks for', async () => {
  const rateLimit = { remaining: 0, resetSeconds: 7 };
  sandbox.hubServer.faults.add({ match: 'GET /api/whoami-v2', nth: 1, kind: 'rate-limit', rateLimit });
  const answer = await calls().request(whoami, { effect: 'read', signal });
  expect(answer).toMatchObject({ status: 200, body: { name: 'ada' } });
  expect(waited[0]).toBe(8000);
});

test.each([
  ['reset after sending', { kind: 'reset-after' as const }, 'UPSTREAM_UNAVAILABLE', 'unknown', 1],
  ['a fault of the Hub', { kind: 'status' as const, status: 502 }, 'UPSTREAM_UNAVAILABLE', 'unknown', 1],
  ['a rate limit', { kind: 'rate-limit' as const, retryAfter: 1 }, 'RATE_LIMITED', 'none', 3],
  ['a refusal', { kind: 'status' as const, status: 403 }, 'HUB_FORBIDDEN', 'none', 1],
  ['a redirect', { kind: 'redirect' as const, location: 'http://127.0.0.1:1/' }, 'UPSTREAM_UNAVAILABLE', 'unknown', 1],
])('a write that meets %s is sent again only if it was not carried out', async (_, fault, code, effect, times) => {
  const mark = sandbox.hubServer.requests.length;
  sandbox.hubServer.faults.add({ match: 'POST /api/repos/create', ...fault });
  const body = { kind: 'json', value: { name: 'direct', organization: 'my-org' } } as const;
  const create = calls().request({ method: 'POST', path: '/api/repos/create', body }, { effect: 'write', signal });
  await expect(create).rejects.toMatchObject({ code, details: { effect } });
  expect(sandbox.hubServer.requests.slice(mark)).toHaveLength(times);
});
