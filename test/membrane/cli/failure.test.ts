import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OperationError } from '../../../src/errors.ts';
import { cliFailure } from '../../../src/membrane/cli/failure.ts';

const now = 0;
const ended = { exitCode: 1, stdout: '', stderr: '' };
const envelope = JSON.stringify({ type: 'bad_request', key: 'not_found', message: 'Action "x" not found' });

describe('what the CLI printed', () => {
  test.each([
    ['an envelope', { stdout: envelope }, 'ACTION_NOT_FOUND', 'none'],
    [
      'an envelope on stderr, among other things',
      { stderr: `\u001b[31mError\u001b[0m\n${envelope}\n` },
      'ACTION_NOT_FOUND',
      'none',
    ],
    ['an error without a type', { stdout: '{"message":"oops"}' }, 'UPSTREAM_UNAVAILABLE', 'unknown'],
    ['the refusal of a token', { stderr: 'Error: Access token should be a valid JWT token.' }, 'AUTH_REJECTED', 'none'],
    [
      'that nobody is signed in',
      { stderr: 'You are not logged in. Please run membrane login.' },
      'AUTH_REJECTED',
      'none',
    ],
    ['an expired token', { stderr: 'Error: Access token has expired. (HTTP 401)' }, 'AUTH_REJECTED', 'none'],
    [
      'an expired connection',
      { stderr: 'Error: Access token of the connection has expired (HTTP 401)' },
      'CONNECTION_ACTION_REQUIRED',
      'none',
    ],
    ['an unknown flag', { stderr: "error: unknown option '--json'" }, 'CLI_UNUSABLE', 'none'],
    ['a missing file of its own', { stderr: "Error: Cannot find module './x.js'" }, 'CLI_UNUSABLE', 'none'],
    ['a refused connection', { stderr: 'Error: connect ECONNREFUSED 127.0.0.1:9' }, 'UPSTREAM_UNAVAILABLE', 'unknown'],
    [
      'a connection that was refused to Membrane itself',
      { stderr: 'Error: Internal server error (HTTP 500)\n  caused by: connect ECONNREFUSED 10.0.0.7:443' },
      'UPSTREAM_UNAVAILABLE',
      'unknown',
    ],
    [
      'a refusal in the middle of a run',
      { stderr: 'Error: Failed to run action (HTTP 400)\n  caused by: Could not acquire lock' },
      'ACTION_INPUT_INVALID',
      'unknown',
    ],
    ['a reset', { stderr: 'Error: read ECONNRESET' }, 'UPSTREAM_UNAVAILABLE', 'unknown'],
    ['a failed fetch', { stderr: 'TypeError: fetch failed' }, 'UPSTREAM_UNAVAILABLE', 'unknown'],
    ["Membrane's status", { stderr: 'Error: Action "x" not found (HTTP 404)' }, 'ACTION_NOT_FOUND', 'none'],
    [
      "the service's status",
      { stderr: 'Error: Failed to run action (HTTP 400)\n  caused by: Request failed with status code 404' },
      'HUB_NOT_FOUND',
      'none',
    ],
    [
      "the service's 401",
      { stderr: 'Error: Failed (HTTP 400)\n  caused by: 401 not authenticated' },
      'HUB_FORBIDDEN',
      'none',
    ],
    [
      'a 500 of the service',
      { stderr: 'Error: Failed (HTTP 400)\n  caused by: Request failed with status code 500' },
      'UPSTREAM_UNAVAILABLE',
      'unknown',
    ],
    ['nothing', {}, 'CLI_UNUSABLE', 'unknown'],
    ['something else', { stderr: 'Segmentation fault' }, 'CLI_UNUSABLE', 'unknown'],
  ])('%s', (_what, printed, code, effect) => {
    expect(cliFailure({ ...ended, ...printed }, 'action', now)).toMatchObject({ code, details: { effect } });
  });
});

test.each([
  'SyntaxError: unknown option in a template',
  'Not authenticated at the database',
  'Connection is defunct, reconnect it',
  'The cache answered (HTTP 429)',
])('a 500 in the words %j proves nothing', (words) => {
  const error = cliFailure({ ...ended, stderr: `Error: ${words} (HTTP 500)` }, 'action', now);
  expect(error).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { effect: 'unknown' } });
});

test("a proxied request's status is the service's, with its body", () => {
  const stderr = 'Error: Request failed with status code 409: {"error":"You already created this"}';
  const error = cliFailure({ ...ended, stderr }, 'request', now);
  expect(error).toMatchObject({
    code: 'HUB_CONFLICT',
    details: { upstream: { status: 409, body: { error: 'You already created this' } } },
  });
  expect(error.message).toContain('You already created this');
});

test('one that was killed may have done its work', () => {
  const error = cliFailure({ ...ended, exitCode: undefined, endedBy: 'SIGKILL', stdout: '{"outp' }, 'action', now);
  expect(error).toMatchObject({ code: 'CLI_UNUSABLE', details: { effect: 'unknown', retryable: true } });
});

test('whatever is printed, the error is coded and its message one line', () => {
  const words = fc.constantFrom(
    'Error: ',
    'status code ',
    '404',
    '(HTTP 500)',
    'caused by: ',
    '\n',
    '\u001b[31m',
    '{"type":"internal","message":"',
    '"}',
    '::error::',
    '\r',
    'ECONNRESET',
  );
  const output = fc
    .array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 10 })), { maxLength: 12 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(
      output,
      output,
      fc.constantFrom('action', 'request', 'connection', 'search'),
      (stdout, stderr, subject) => {
        const error = cliFailure({ exitCode: 1, stdout, stderr }, subject, now);
        expect(error).toBeInstanceOf(OperationError);
        expect(error.message).not.toMatch(/\p{Cc}/u);
      },
    ),
    { seed: 23, numRuns: 3000 },
  );
});
