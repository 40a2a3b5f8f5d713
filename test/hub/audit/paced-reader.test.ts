import { expect, test } from 'vitest';
import { OperationError } from '../../../src/errors.ts';
import type { HubAnswer } from '../../../src/hub/audit/hub-calls.ts';
import { PacedReader } from '../../../src/hub/audit/paced-reader.ts';
import { readRateLimit, readRetryAfter } from '../../../src/hub/audit/rate-limit.ts';
import { startAuditedHub } from './audited-hub.ts';

const ok: HubAnswer = { status: 200, headers: {}, body: {} };

/** A clock that only sleeping moves. */
function clocked(answer: (now: number, request: number) => HubAnswer | Error, concurrency = 8) {
  const sleeps: number[] = [];
  const clock = { now: 1_000_000, sleeps, active: 0, most: 0, requests: 0 };
  const reader = new PacedReader(
    {
      async get() {
        clock.requests += 1;
        clock.active += 1;
        clock.most = Math.max(clock.most, clock.active);
        await new Promise((resolve) => setImmediate(resolve));
        clock.active -= 1;
        const given = answer(clock.now, clock.requests);
        if (given instanceof Error) throw given;
        return given;
      },
    },
    {
      concurrency,
      signal: new AbortController().signal,
      log: { debug: () => undefined, info: () => undefined, notice: () => undefined, warning: () => undefined },
      runtime: {
        ...{ env: {}, platform: process.platform, execPath: process.execPath, fetch },
        now: () => clock.now,
        random: () => 0.5,
        sleep: async (milliseconds) => {
          clock.sleeps.push(milliseconds);
          clock.now += milliseconds;
        },
      },
    },
  );
  return { clock, reader };
}

test('sends more at a time as long as it goes well, and half as many after a refusal', async () => {
  const { clock, reader } = clocked((_now, request) => (request === 60 ? { ...ok, status: 503 } : ok), 8);
  await Promise.all(Array.from({ length: 50 }, () => reader.get('/api/models')));
  expect([clock.most, reader.concurrency]).toEqual([8, 8]);
  await Promise.all(Array.from({ length: 10 }, () => reader.get('/api/models')));
  expect(reader.concurrency).toBeLessThan(6);
  expect(clock.requests).toBe(61);
});

test('waits for the window once, however many requests wait, and leaves a twentieth to others', async () => {
  let used = 0;
  let begun = 1_000_000;
  const { clock, reader } = clocked((now) => {
    if (now >= begun + 300_000) {
      used = 0;
      begun = now;
    }
    used += 1;
    const reset = Math.ceil((begun + 300_000 - now) / 1000);
    const headers = {
      ratelimit: `"api";r=${Math.max(0, 100 - used)};t=${reset}`,
      'ratelimit-policy': '"fixed window";"api";q=100;w=300',
    };
    return used > 100 ? { ...ok, status: 429, headers } : { ...ok, headers };
  });
  await Promise.all(Array.from({ length: 250 }, () => reader.get('/api/models')));
  expect(clock.requests).toBe(250);
  expect(reader.waits).toBe(2);
  expect(reader.waitedMs).toBeGreaterThan(2 * 299_000);
});

test('a refusal that says how long is obeyed; what cannot be repeated is not', async () => {
  const busy = { ...ok, status: 429, headers: { 'retry-after': '7' } };
  const first = clocked((_now, request) => (request === 1 ? busy : ok));
  expect((await first.reader.get('/api/models')).status).toBe(200);
  expect(first.clock.sleeps).toEqual([7500]);
  const gone = clocked(() => ({ ...ok, status: 404 }));
  expect((await gone.reader.get('/api/models')).status).toBe(404);
  expect(gone.clock.requests).toBe(1);
  const down = clocked(() => ({ ...ok, status: 502 }));
  expect((await down.reader.get('/api/models')).status).toBe(502);
  expect(down.clock.requests).toBe(3);
  const broken = clocked(() => new OperationError('AUTH_REJECTED', 'no', { hint: '' }));
  await expect(broken.reader.get('/api/models')).rejects.toThrow('no');
  expect(broken.clock.requests).toBe(1);
});

test('the sandbox refuses past its quota, and a paced reader is never refused', async () => {
  const quota = { quota: 40, windowSeconds: 1 };
  const hub = await startAuditedHub({ settings: { rateLimits: { api: quota } } });
  const context = hub.context();
  const reader = new PacedReader(context.calls, {
    ...context,
    runtime: { ...context.runtime, now: () => Date.now() },
    concurrency: 8,
  });
  const answers = await Promise.all(Array.from({ length: 90 }, () => reader.get('/api/models', [['limit', '1']])));
  await hub.close();
  expect(answers.every((answer) => answer.status === 200)).toBe(true);
  expect(hub.requests.filter((one) => one.status === 429)).toEqual([]);
  expect(reader.waits).toBeGreaterThan(0);
});

test.each([
  ['"api";r=99;t=55', { bucket: 'api', remaining: 99, resetMs: 55_000, quota: 500 }],
  ['"resolvers"; r=0; t=1', { bucket: 'resolvers', remaining: 0, resetMs: 1000, quota: 500 }],
  ['"other";r=1;t=1', undefined],
  ['"api";r=-1;t=1', undefined],
  ['', undefined],
])('RateLimit: %s', (ratelimit, expected) => {
  const headers = { ratelimit, 'ratelimit-policy': '"fixed window";"api";q=500;w=300' };
  expect(readRateLimit(headers)).toEqual(expected);
});

test('Retry-After in seconds and as a date', () => {
  const now = Date.parse('2026-11-23T06:00:00Z');
  expect(readRetryAfter({ 'retry-after': '12' }, now)).toBe(12_000);
  expect(readRetryAfter({ 'retry-after': 'Mon, 23 Nov 2026 06:00:30 GMT' }, now)).toBe(30_000);
  expect(readRetryAfter({ 'retry-after': 'soon' }, now)).toBeUndefined();
});
