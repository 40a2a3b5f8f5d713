import { expect, test } from 'vitest';
import { networkCode, networkFailure } from '../../src/membrane/http-failure.ts';

function failed(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause });
}

function coded(code: string, more: object = {}): Error {
  return Object.assign(new Error(code), { code, ...more });
}

test.each([
  ['refused', failed(coded('ECONNREFUSED')), 'none'],
  ['an unknown name', failed(coded('ENOTFOUND')), 'none'],
  [
    'each address refused',
    failed(Object.assign(new AggregateError([coded('ECONNREFUSED')]), { code: 'ECONNREFUSED' })),
    'none',
  ],
  ['a connect that took too long', failed(coded('ETIMEDOUT', { syscall: 'connect' })), 'none'],
  ['a connect timeout of undici', failed(coded('UND_ERR_CONNECT_TIMEOUT')), 'none'],
  ['an untrusted certificate', failed(coded('SELF_SIGNED_CERT_IN_CHAIN')), 'none'],
  ['a reset', failed(coded('ECONNRESET')), 'unknown'],
  ['a socket closed by the other side', failed(coded('UND_ERR_SOCKET')), 'unknown'],
  ['a read that took too long', failed(coded('ETIMEDOUT', { syscall: 'read' })), 'unknown'],
  ['no code at all', failed(undefined), 'unknown'],
  ['no error at all', 'text', 'unknown'],
])('tells what %s may have done', (_what, failure, effect) => {
  const error = networkFailure(failure, 'api.example.com');
  expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { effect } });
  expect(error.message).toContain('api.example.com');
});

test('repeating does not help against a certificate', () => {
  expect(networkFailure(failed(coded('CERT_HAS_EXPIRED')), 'h').details.retryable).toBe(false);
});

test('causes in a circle end', () => {
  const circle: { cause?: unknown } = {};
  circle.cause = circle;
  expect(networkCode(circle)).toBeUndefined();
});
