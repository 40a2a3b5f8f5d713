import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { envelopeError } from '../../src/membrane/error-envelope.ts';

const now = Date.parse('2026-11-23T12:00:00Z');

/** What the service behind answered, `depth` causes down. */
function wrapped(
  status: number,
  body: unknown = { error: 'said the service' },
  headers: object = {},
  depth = 2,
): object {
  const request = { url: 'https://service.example/api/things?token=secret', method: 'post' };
  let envelope: object = {
    type: 'custom_code',
    message: 'The call failed',
    data: { request, response: { status, headers, data: body } },
  };
  for (let level = 0; level < depth; level += 1)
    envelope = { type: 'action_run', message: 'Action failed', causedByError: envelope };
  return envelope;
}

test.each([
  [400, 'HUB_REJECTED', 'none', false],
  [401, 'HUB_FORBIDDEN', 'none', false],
  [402, 'HUB_FORBIDDEN', 'none', false],
  [403, 'HUB_FORBIDDEN', 'none', false],
  [404, 'HUB_NOT_FOUND', 'none', false],
  [409, 'HUB_CONFLICT', 'none', false],
  [413, 'HUB_REJECTED', 'none', false],
  [422, 'HUB_REJECTED', 'none', false],
  [425, 'UPSTREAM_UNAVAILABLE', 'none', true],
  [429, 'RATE_LIMITED', 'none', true],
  [408, 'UPSTREAM_UNAVAILABLE', 'unknown', true],
  [500, 'UPSTREAM_UNAVAILABLE', 'unknown', true],
  [502, 'UPSTREAM_UNAVAILABLE', 'unknown', true],
  [503, 'UPSTREAM_UNAVAILABLE', 'unknown', true],
])('a %i of the service behind is %s', (status, code, effect, retryable) => {
  for (const depth of [0, 1, 5]) {
    const error = envelopeError(wrapped(status, undefined, {}, depth), { subject: 'action', status: 400, now });
    expect(error).toMatchObject({ code, details: { effect, retryable, status, upstream: { status } } });
    expect(error.message).toBe(
      `The connected service answered ${status} to POST https://service.example/api/things: said the service`,
    );
  }
});

test.each([
  ['bad_request', 'not_authenticated', 'AUTH_REJECTED', 'none', false],
  ['bad_request', 'access_denied', 'AUTH_REJECTED', 'none', false],
  ['bad_request', 'not_found', 'ACTION_NOT_FOUND', 'none', false],
  ['bad_request', 'already_exists', 'HUB_CONFLICT', 'none', false],
  ['bad_request', 'invalid_input', 'ACTION_INPUT_INVALID', 'none', false],
  ['bad_request', 'invalid_request', 'ACTION_INPUT_INVALID', 'none', false],
  ['bad_request', 'rate_limit_exceeded', 'RATE_LIMITED', 'none', true],
  ['connection', 'rate_limit_exceeded', 'RATE_LIMITED', 'none', true],
  ['connection', 'connection_is_defunct', 'CONNECTION_ACTION_REQUIRED', 'none', true],
  ['connection', 'access_token_expired', 'CONNECTION_ACTION_REQUIRED', 'none', true],
  ['concurrency', 'lock_timeout', 'RATE_LIMITED', 'none', true],
  ['insufficient_credit', undefined, 'RATE_LIMITED', 'none', false],
  ['internal', undefined, 'UPSTREAM_UNAVAILABLE', 'unknown', true],
  ['configuration', undefined, 'CONNECTION_FAILED', 'unknown', false],
  ['openrouter_not_configured', undefined, 'CONNECTION_FAILED', 'unknown', false],
  ['custom_code', undefined, 'UPSTREAM_UNAVAILABLE', 'unknown', false],
  ['action_run', undefined, 'UPSTREAM_UNAVAILABLE', 'unknown', false],
])("Membrane's own %s %s is %s", (type, key, code, effect, retryable) => {
  const error = envelopeError({ type, key, message: 'in its words' }, { subject: 'action', now });
  expect(error).toMatchObject({ code, details: { effect, retryable, membraneType: type } });
  expect(error.details.membraneKey).toBe(key);
  expect(error.message).toContain('in its words');
  expect(error.details.hint).not.toBe('');
});

test.each([
  ['connection', 'CONNECTION_FAILED'],
  ['request', 'CONNECTION_FAILED'],
  ['search', 'ACTION_NOT_FOUND'],
  ['action', 'ACTION_NOT_FOUND'],
] as const)('not found means another thing for a %s', (subject, code) => {
  expect(envelopeError({ type: 'bad_request', key: 'not_found', message: 'Nothing' }, { subject, now }).code).toBe(
    code,
  );
});

test('a run that misses its connection does not blame the action', () => {
  const gone = { type: 'bad_request', key: 'not_found', message: 'Connection "c1" not found' };
  expect(envelopeError(gone, { subject: 'action', now }).code).toBe('CONNECTION_FAILED');
});

test.each([
  [401, 'AUTH_REJECTED', 'none'],
  [403, 'AUTH_REJECTED', 'none'],
  [413, 'ACTION_INPUT_INVALID', 'none'],
  [429, 'RATE_LIMITED', 'none'],
  [302, 'UPSTREAM_UNAVAILABLE', 'none'],
  [500, 'UPSTREAM_UNAVAILABLE', 'unknown'],
  [504, 'UPSTREAM_UNAVAILABLE', 'unknown'],
])('without an envelope the status %i decides: %s', (status, code, effect) => {
  expect(envelopeError({}, { subject: 'action', status, now })).toMatchObject({ code, details: { effect, status } });
});

test('an expired sign-in of the connection outranks the 401 that it caused', () => {
  const envelope = { type: 'connection', key: 'access_token_expired', message: 'expired', causedByError: wrapped(401) };
  expect(envelopeError(envelope, { subject: 'action', now }).code).toBe('CONNECTION_ACTION_REQUIRED');
});

test('credit that ends in the middle of a run proves nothing', () => {
  const envelope = {
    type: 'action_run',
    message: 'failed',
    causedByError: { type: 'insufficient_credit', message: 'No credit' },
  };
  expect(envelopeError(envelope, { subject: 'action', now }).details.effect).toBe('unknown');
});

test('a success of the service inside a failure proves nothing', () => {
  const error = envelopeError(wrapped(200), { subject: 'action', now, status: 400 });
  expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { effect: 'unknown' } });
});

test('the wait that the service asks for is found inside the envelope', () => {
  const limited = wrapped(429, { error: 'slow' }, { RateLimit: ['"api";r=0;t=55'], 'X-Request-Id': 'r-1' });
  expect(envelopeError(limited, { subject: 'request', now }).details).toMatchObject({
    retryAfterMs: 55_000,
    requestId: 'r-1',
  });
});

test("Membrane's own wait and request id come from its headers", () => {
  const headers = { 'retry-after': '3', 'x-request-id': 'm-1' };
  const error = envelopeError(
    { type: 'bad_request', key: 'rate_limit_exceeded', message: 'slow' },
    { subject: 'action', status: 429, headers, now },
  );
  expect(error.details).toMatchObject({ retryAfterMs: 3000, requestId: 'm-1' });
});

test('an internal error is known by its id', () => {
  const error = envelopeError(
    { type: 'internal', message: 'oops', data: { errorId: 'e-1' } },
    { subject: 'action', now },
  );
  expect(error.details.requestId).toBe('e-1');
});

test('neither stack nor logs nor a query is shown, and no more than is fit to read', () => {
  const envelope = {
    ...wrapped(400, { error: `long ${'x'.repeat(9000)}` }),
    stack: 'at secret.js',
    logs: [{ message: 'log line' }],
  };
  const { message, details } = envelopeError(envelope, { subject: 'action', now });
  expect(`${message} ${details.hint}`).not.toMatch(/secret|log line/);
  expect(message.length).toBeLessThan(1000);
});

test("the service's own words are never taken for an envelope", () => {
  const body = {
    type: 'concurrency',
    key: 'lock_timeout',
    message: 'x',
    causedByError: { data: { response: { status: 429 } } },
  };
  expect(envelopeError(wrapped(500, body), { subject: 'action', now })).toMatchObject({
    details: { status: 500, effect: 'unknown' },
  });
});

test('a chain that is a circle, or without end, is read to a bound', () => {
  const circle: Record<string, unknown> = { type: 'internal', message: 'round' };
  circle.causedByError = circle;
  expect(envelopeError(circle, { subject: 'action', now }).code).toBe('UPSTREAM_UNAVAILABLE');
  expect(envelopeError(wrapped(404, {}, {}, 5000), { subject: 'action', now })).toBeInstanceOf(OperationError);
});

test('any shape becomes a coded error with a one-line message', () => {
  const anything = fc.anything({ maxDepth: 4, withNullPrototype: true });
  const part: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    envelope: fc.record(
      {
        type: fc.oneof(fc.constantFrom('bad_request', 'connection', 'internal', 'action_run', '__proto__'), anything),
        key: fc.oneof(fc.constantFrom('not_found', 'lock_timeout', 'rate_limit_exceeded'), anything),
        message: fc.oneof(fc.string({ unit: 'binary' }), anything),
        data: fc.oneof(
          fc.record({
            response: fc.record({
              status: fc.oneof(fc.integer(), fc.constantFrom(404, 500)),
              headers: anything,
              data: anything,
            }),
            request: anything,
          }),
          anything,
        ),
        causedByError: fc.oneof({ depthSize: 'small' }, tie('envelope'), anything),
      },
      { requiredKeys: [] },
    ),
  })).envelope;
  fc.assert(
    fc.property(
      fc.oneof(part, anything),
      fc.option(fc.constantFrom(400, 401, 404, 429, 500), { nil: undefined }),
      (envelope, status) => {
        const error = envelopeError(envelope, { subject: 'action', status, now });
        expect(error).toBeInstanceOf(OperationError);
        expect(error.message).not.toMatch(/\p{Cc}/u);
        expect(['none', 'unknown']).toContain(error.details.effect);
      },
    ),
    { seed: 5, numRuns: 3000 },
  );
});

test.each([
  [{ type: 'concurrency', key: 'lock_timeout' }, 'RATE_LIMITED'],
  [{ type: 'bad_request', key: 'rate_limit_exceeded' }, 'RATE_LIMITED'],
  [{ type: 'bad_request', key: 'not_authenticated' }, 'AUTH_REJECTED'],
  [{ type: 'connection', key: 'access_token_expired' }, 'CONNECTION_ACTION_REQUIRED'],
])('%j refuses at the door, but proves nothing in the middle of a run', (own, code) => {
  const cause = { ...own, message: 'No.' };
  const run = { type: 'action_run', message: 'Failed', causedByError: cause };
  const context = { subject: 'action', now: 0, status: 400 } as const;
  expect(envelopeError(cause, context)).toMatchObject({ code, details: { effect: 'none' } });
  expect(envelopeError(run, context)).toMatchObject({ code, details: { effect: 'unknown' } });
});
