import { expect, test } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { openSession } from '../../src/membrane/sign-in.ts';
import { namingSignIn } from '../../src/membrane/sign-in-name.ts';
import { testRuntime } from './test-runtime.ts';

function token(claims: object): string {
  return ['{"alg":"HS256"}', JSON.stringify(claims), 'sig']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

const rejected = new OperationError('AUTH_REJECTED', 'Refused.', { hint: 'h', effect: 'none' });

test.each([
  [
    { workspaceKey: 'ws', tenantKey: 'o/r', exp: 1_800_000_000 },
    'Refused. (signed in by `token`, workspace ws, tenant o/r, valid until 2027-01-15T08:00:00.000Z)',
  ],
  [{ iss: 'ws', id: 'line\nbreak' }, 'Refused. (signed in by `token`, workspace ws, tenant line break)'],
  [{ exp: 1e300 }, 'Refused. (signed in by `token`)'],
  [{ exp: 'soon', workspaceKey: 7 }, 'Refused. (signed in by `token`)'],
])('a rejected token with the claims %j is named', (claims, message) => {
  const session = openSession({ kind: 'token', token: token(claims) }, testRuntime(), () => undefined);
  expect(namingSignIn(rejected, session)).toMatchObject({ code: 'AUTH_REJECTED', message, details: rejected.details });
});

test('other errors stay as they are', () => {
  const session = openSession({ kind: 'token', token: 'pat-1' }, testRuntime(), () => undefined);
  const other = new OperationError('HUB_NOT_FOUND', 'No.', { hint: 'h' });
  expect(namingSignIn(other, session)).toBe(other);
});
