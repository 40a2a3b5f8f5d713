import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorCodes, OperationError } from '../../../src/errors.ts';
import { openApiClient } from '../../../src/membrane/api/client.ts';
import type { MembraneClient } from '../../../src/membrane/client.ts';
import { openSession } from '../../../src/membrane/sign-in.ts';
import { waitFromHeaders } from '../../../src/membrane/wait-headers.ts';
import { testRuntime } from '../test-runtime.ts';

const apiUrl = 'https://membrane.test/base';
const token = 'pat-hostile-answers-0123456789';

/** A client of a server that answers each request with the same, whatever was asked. */
function clientAnswered(answer: () => Response, asked: URL[]): MembraneClient {
  const answering: typeof fetch = async (input) => {
    asked.push(new URL(String(input)));
    return answer();
  };
  const runtime = testRuntime({ fetch: answering });
  return openApiClient({ apiUrl, session: openSession({ kind: 'token', token }, runtime, () => undefined), runtime });
}

const signal = new AbortController().signal;

const calls: readonly ((client: MembraneClient) => Promise<unknown>)[] = [
  (client) => client.ensureConnection('https://huggingface.co', { signal }),
  (client) => client.getConnection('../..//evil?x=#', { signal, waitSeconds: 1 }),
  (client) => client.searchActions({ connectionId: 'c', intent: 'x' }, { signal }),
  (client) => client.getAction('../../act', 'c', { signal }),
  (client) => client.runAction({ actionId: 'a', connectionId: 'c', input: {} }, { signal, effect: 'write' }),
  (client) => client.request('c', { method: 'GET', path: '/api/models' }, { signal, effect: 'read' }),
];

/** JSON of every shape, envelopes among them, text that only looks like it, and prototypes. */
const envelope = fc.record(
  {
    type: fc.constantFrom('internal', 'connection', 'bad_request', 'action_run', 'teapot'),
    key: fc.constantFrom('not_found', 'access_token_expired', 'rate_limit_exceeded', ''),
    message: fc.anything(),
    data: fc.anything(),
    causedByError: fc.anything(),
    items: fc.anything(),
    id: fc.anything(),
    state: fc.anything(),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.json(),
  fc.string(),
  envelope.map((value) => JSON.stringify(value) ?? ''),
  fc.constant('{"__proto__":{"polluted":true},"items":[{"id":"x","__proto__":{"polluted":true}}],"state":"READY"}'),
  fc.constant(`${'['.repeat(50_000)}`),
  fc.constant(`{"id":"x","state":"${'A'.repeat(200_000)}"}`),
);
/** As a server may send them: visible characters, several of the names that are read. */
const headers = fc.dictionary(
  fc.constantFrom('content-type', 'retry-after', 'ratelimit', 'location', 'x-request-id', 'x-error-message'),
  fc.stringMatching(/^[\x20-\x7e]{0,60}$/),
);
const status = fc.constantFrom(
  200,
  201,
  204,
  301,
  307,
  400,
  401,
  403,
  404,
  408,
  409,
  418,
  425,
  429,
  500,
  502,
  503,
  504,
);

test('any answer is a result or an error with a code, and leads to no other host', async () => {
  await fc.assert(
    fc.asyncProperty(body, headers, status, fc.nat(calls.length - 1), async (text, sent, code, index) => {
      const asked: URL[] = [];
      const answer = () => new Response(code === 204 ? null : text, { status: code, headers: sent });
      const failure = await calls[index]?.(clientAnswered(answer, asked)).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (failure !== undefined) expect(isCoded(failure), String(failure)).toBe(true);
      expect(
        asked.every(({ origin, pathname }) => origin === new URL(apiUrl).origin && pathname.startsWith('/base/')),
      ).toBe(true);
      expect('polluted' in {}).toBe(false);
    }),
    { seed: 56, numRuns: 3_000 },
  );
}, 60_000);

function isCoded(failure: unknown): boolean {
  if (!(failure instanceof OperationError)) return false;
  const { code, message, details } = failure;
  const isShort = message.length < 2_000 && details.hint.length > 0;
  return errorCodes.includes(code) && code !== 'INTERNAL' && isShort && !`${message}${details.hint}`.includes(token);
}

test('no header makes a wait that is negative, endless or no number', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.double().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(value, value, fc.integer({ min: 0, max: 4e12 }), (after, limit, now) => {
      const wait = waitFromHeaders({ 'retry-after': after, ratelimit: `"api";r=0;t=${limit}` }, now) ?? 0;
      expect(wait >= 0 && wait <= 86_400_000).toBe(true);
    }),
    { seed: 57, numRuns: 5_000 },
  );
});
