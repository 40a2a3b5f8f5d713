import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServedApplication } from '../sandbox/http/application.ts';
import type { Fault, FaultKind } from '../sandbox/http/fault-rule.ts';
import { serve } from '../sandbox/http/serve.ts';

/** What a client makes of one request: the answer as it came, or how it failed. */
type Seen = { status: number; headers: Headers; text: string } | { failed: string };

/** Long enough for an answer on a busy machine. */
const PATIENCE_MS = 10_000;
/** For answers that are not to come. */
const STALL_MS = 300;
const TRUE_ANSWER = JSON.stringify({ ok: true, name: 'naïve ✨' });

interface Case {
  fault: Fault;
  /** 0 where the application must not have run. */
  effects: 0 | 1;
  check(seen: Seen): void;
}

const answered = (seen: Seen) => {
  if ('failed' in seen) throw new Error(`no answer: ${seen.failed}`);
  return seen;
};
const failed = (seen: Seen) => expect('failed' in seen ? seen.failed : seen).toBeTypeOf('string');
const stalled = (seen: Seen) => expect(seen).toEqual({ failed: 'TimeoutError' });

const CASES: Record<string, Case> = {
  'a status with body and headers': {
    fault: { kind: 'status', status: 503, body: { message: 'down' }, headers: { 'x-why': 'test' } },
    effects: 0,
    check: (seen) => {
      const { status, headers, text } = answered(seen);
      expect([status, headers.get('x-why'), text]).toEqual([503, 'test', '{"message":"down"}']);
    },
  },
  'a status after the effect': {
    fault: { kind: 'status', status: 500, afterEffect: true },
    effects: 1,
    check: (seen) => expect(answered(seen).status).toBe(500),
  },
  'a reset before the effect': { fault: { kind: 'reset-before' }, effects: 0, check: failed },
  'a reset after the effect': { fault: { kind: 'reset-after' }, effects: 1, check: failed },
  'a stall': { fault: { kind: 'stall' }, effects: 0, check: stalled },
  'a stall after the effect': { fault: { kind: 'stall-after-effect' }, effects: 1, check: stalled },
  'a trickle': {
    fault: { kind: 'trickle', everyMs: 1 },
    effects: 1,
    check: (seen) => expect(answered(seen).text).toBe(TRUE_ANSWER),
  },
  'a trickle too slow to wait for': { fault: { kind: 'trickle', everyMs: 100 }, effects: 1, check: stalled },
  'a truncated body': { fault: { kind: 'truncated' }, effects: 1, check: failed },
  'wrong JSON': {
    fault: { kind: 'wrong-json' },
    effects: 1,
    check: (seen) => {
      const { status, headers, text } = answered(seen);
      expect([status, headers.get('content-type')]).toEqual([201, 'application/json']);
      expect(() => JSON.parse(text)).toThrow();
    },
  },
  "a gateway's page": {
    fault: { kind: 'html' },
    effects: 0,
    check: (seen) => {
      const { status, headers } = answered(seen);
      expect([status, headers.get('content-type')]).toEqual([502, 'text/html']);
    },
  },
  'a redirect': {
    fault: { kind: 'redirect', location: 'https://elsewhere.invalid/' },
    effects: 0,
    check: (seen) => {
      const { status, headers } = answered(seen);
      expect([status, headers.get('location')]).toEqual([302, 'https://elsewhere.invalid/']);
    },
  },
  '429 without a hint': {
    fault: { kind: 'rate-limit' },
    effects: 0,
    check: (seen) => {
      const { status, headers } = answered(seen);
      expect([status, headers.get('retry-after'), headers.get('ratelimit')]).toEqual([429, null, null]);
    },
  },
  '429 with seconds': {
    fault: { kind: 'rate-limit', retryAfter: 7 },
    effects: 0,
    check: (seen) => expect(answered(seen).headers.get('retry-after')).toBe('7'),
  },
  '429 with a date': {
    fault: { kind: 'rate-limit', retryAfter: new Date('2030-01-01T00:00:00Z') },
    effects: 0,
    check: (seen) => expect(answered(seen).headers.get('retry-after')).toBe('Tue, 01 Jan 2030 00:00:00 GMT'),
  },
  "429 with the Hub's headers": {
    fault: { kind: 'rate-limit', rateLimit: { remaining: 0, resetSeconds: 12 } },
    effects: 0,
    check: (seen) => expect(answered(seen).headers.get('ratelimit')).toBe('"api";r=0;t=12'),
  },
  'an empty body': {
    fault: { kind: 'empty' },
    effects: 1,
    check: (seen) => {
      const { status, text } = answered(seen);
      expect([status, text]).toEqual([201, '']);
    },
  },
  'an expired token': {
    fault: { kind: 'token-expired' },
    effects: 0,
    check: (seen) => {
      const { status, text } = answered(seen);
      expect(status).toBe(401);
      expect(JSON.parse(text)).toMatchObject({ type: 'bad_request', key: 'not_authenticated' });
    },
  },
  'a callback': {
    fault: { kind: 'callback', call: () => wait(1) },
    effects: 1,
    check: (seen) => expect(answered(seen).text).toBe(TRUE_ANSWER),
  },
  'a delay': {
    fault: { kind: 'delay', ms: 60 },
    effects: 1,
    check: (seen) => expect(answered(seen).status).toBe(201),
  },
};

const KINDS: Record<FaultKind, true> = {
  status: true,
  'reset-before': true,
  'reset-after': true,
  stall: true,
  'stall-after-effect': true,
  trickle: true,
  truncated: true,
  'wrong-json': true,
  html: true,
  redirect: true,
  'rate-limit': true,
  empty: true,
  'token-expired': true,
  callback: true,
  delay: true,
};

describe('the switchboard', () => {
  let server: ServedApplication;

  beforeEach(async () => {
    server = await serve(
      async (call) => {
        call.route = 'POST /things';
        await call.body();
        call.effects.push('made a thing');
        call.response.writeHead(201, { 'content-type': 'application/json' });
        call.response.end(TRUE_ANSWER);
      },
      { routeOf: (method) => `${method} /things` },
    );
  });
  afterEach(() => server.close());

  const send = async (body: string | Uint8Array<ArrayBuffer> = '{"a":1}', patienceMs = PATIENCE_MS): Promise<Seen> => {
    try {
      const response = await fetch(`${server.url}/things?x=1`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      return { failed: error instanceof Error ? error.name : String(error) };
    }
  };

  it('has a case for every kind', () => {
    const kinds = new Set(Object.values(CASES).map(({ fault }) => fault.kind));
    expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
  });

  it.each(Object.entries(CASES))('%s', async (_name, { fault, effects, check }) => {
    server.faults.add({ match: 'POST /things', nth: 1, ...fault });
    check(await send(undefined, check === stalled ? STALL_MS : PATIENCE_MS));
    const [struck] = server.requests;
    expect(struck).toMatchObject({ route: 'POST /things', fault: fault.kind, bodyText: '{"a":1}' });
    expect(struck?.effects).toHaveLength(effects);
    expect(answered(await send()).status).toBe(201);
    expect(server.requests[1]?.fault).toBeUndefined();
  });

  it('strikes the requests it is told to, and counts them', async () => {
    server.faults.add(
      { match: /^POST \/things$/, nth: [2, 3], kind: 'status', status: 502 },
      { match: /things/, every: 5, times: 1, kind: 'status', status: 504 },
      { match: 'GET /things', kind: 'status', status: 500 },
    );
    const statuses = [];
    for (let count = 0; count < 10; count += 1) statuses.push(answered(await send()).status);
    expect(statuses).toEqual([201, 502, 502, 201, 504, 201, 201, 201, 201, 201]);
    expect(server.faults.applied).toEqual([2, 1, 0]);
    server.faults.clear();
    expect(server.faults.applied).toEqual([]);
  });

  it('records digest, query and status of a body of any size', async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024).fill(97);
    await send(bytes);
    const [record] = server.requests;
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    expect(record).toMatchObject({ method: 'POST', path: '/things', query: '?x=1', status: 201, bodyDigest: digest });
    expect(record?.bodyText).toHaveLength(64 * 1024);
  });
});
