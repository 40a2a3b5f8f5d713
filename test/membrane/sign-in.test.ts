import { constants, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { isTokenTheCliTakes, openSession, type SignIn } from '../../src/membrane/sign-in.ts';
import { patience, testRuntime } from './test-runtime.ts';

const workspace = {
  kind: 'workspace',
  workspaceKey: 'ws',
  workspaceSecret: 'shared-secret',
  tenantKey: 'owner/name',
} as const;

function open(signIn: SignIn, now: () => number = Date.now) {
  const announced: string[] = [];
  const session = openSession(signIn, testRuntime({ now }), (value) => announced.push(value));
  return { session, announced };
}

test('a token is passed on as it is, without the line break it was stored with', async () => {
  const { session } = open({ kind: 'token', token: ' pat-123456\n' });
  expect(await session.accessToken(patience())).toBe('pat-123456');
  expect(session.secrets()).toEqual(['pat-123456']);
  expect(session.renewable).toBe(false);
});

test.each(['', '  ', 'two\nlines', 'nö'])('the token %j is none', (token) => {
  expect(() => open({ kind: 'token', token })).toThrow(expect.objectContaining({ code: 'AUTH_MISSING' }));
});

test('a shared secret signs a token that carries both namings', async () => {
  const { session, announced } = open({ ...workspace, tenantName: 'Name' });
  const token = await session.accessToken(patience());
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' });
  const claims = decodeJwt(token);
  expect(claims).toMatchObject({
    workspaceKey: 'ws',
    iss: 'ws',
    tenantKey: 'owner/name',
    id: 'owner/name',
    name: 'Name',
  });
  expect((claims.exp ?? 0) - Date.now() / 1000).toBeGreaterThan(3600);
  expect(announced).toEqual([token]);
  expect(session.secrets()).toEqual(['shared-secret', token]);
  expect(session.describe()).toMatchObject({
    kind: 'workspace',
    workspace: 'ws',
    tenant: 'owner/name',
    expiresAt: (claims.exp ?? 0) * 1000,
  });
});

test('a signed token is used until it is close to its end, or was rejected', async () => {
  let now = 1_800_000_000_000;
  const { session, announced } = open(workspace, () => now);
  const first = await session.accessToken(patience());
  now += 3_600_000;
  expect(await session.accessToken(patience())).toBe(first);
  const renewed = await session.accessToken(patience(), { renew: true });
  now += 7_000_000;
  const anew = await session.accessToken(patience());
  expect(new Set([first, renewed, anew]).size).toBe(3);
  expect(announced).toEqual([first, renewed, anew]);
});

function ec(namedCurve: string, type: 'pkcs8' | 'sec1'): string {
  return generateKeyPairSync('ec', { namedCurve }).privateKey.export({ type, format: 'pem' }).toString();
}

test.each([
  ['ES256', ec('P-256', 'pkcs8')],
  ['ES256', ec('P-256', 'sec1')],
  ['ES384', ec('P-384', 'sec1')],
  ['ES256', ec('P-256', 'pkcs8').replaceAll('\n', '\\n')],
  [
    'RS256',
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  ],
  [
    'RS256',
    generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  ],
  [
    'PS256',
    generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  ],
])('a private key signs with %s', async (algorithm, workspaceSecret) => {
  const token = await open({ ...workspace, workspaceSecret }).session.accessToken(patience());
  expect(decodeProtectedHeader(token).alg).toBe(algorithm);
});

test('a signature by an RSA-PSS key verifies', async () => {
  const { privateKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
  const workspaceSecret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const [header, claims, signature = ''] = (
    await open({ ...workspace, workspaceSecret }).session.accessToken(patience())
  ).split('.');
  const key = { key: createPublicKey(privateKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
  expect(verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
});

test.each([
  ['cut off', ec('P-256', 'pkcs8').slice(0, 90)],
  [
    'a public key',
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  ],
  ['of a curve that signs no token', ec('secp224r1', 'pkcs8')],
  [
    'too short',
    generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  ],
])('a key that is %s is told without quoting it', (_what, workspaceSecret) => {
  try {
    open({ ...workspace, workspaceSecret });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ code: 'INPUT_INVALID' });
    expect(JSON.stringify(error)).not.toContain(workspaceSecret.split('\n')[1]);
    expect(String(error)).not.toContain(workspaceSecret.split('\n')[1]);
  }
});

test.each([
  [{ accessToken: 'token-a', access_token: 'token-b' }, 'token-a'],
  [{ profiles: [{ tenant: { access_token: 'token-deep' } }] }, 'token-deep'],
  [{ token: 'token-c', note: 'no' }, 'token-c'],
])('finds the access token in %j', async (credentials, token) => {
  const { session } = open({ kind: 'credentials', text: JSON.stringify(credentials) });
  expect(await session.accessToken(patience())).toBe(token);
});

test.each(['{}', 'no JSON', '{"accessToken":7}'])('credentials %j have none', async (text) => {
  await expect(open({ kind: 'credentials', text }).session.accessToken(patience())).rejects.toMatchObject({
    code: 'AUTH_MISSING',
  });
});

test('every string inside credentials is a secret, but for those too short to hide', () => {
  const text = JSON.stringify({ a: { refreshToken: 'refresh-1' }, b: ['other-1', 'tiny'] });
  expect(open({ kind: 'credentials', text }).session.secrets()).toEqual([text, 'refresh-1', 'other-1']);
});

test.each([
  ['pat-abc', true],
  ['eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln', true],
  ['opaque', false],
  ['a.b.c', false],
])('whether the CLI takes %s: %s', (token, taken) => {
  expect(isTokenTheCliTakes(token)).toBe(taken);
});
