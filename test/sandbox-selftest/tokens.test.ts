import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { Tokens } from '../sandbox/membrane/tokens.ts';

const WORKSPACE = { key: 'w', secret: 'a-shared-secret-of-some-length' };
const bearer = (token: string) => `Bearer ${token}`;
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;
const shared = (claims: Record<string, unknown>, alg = 'HS256', secret = WORKSPACE.secret) =>
  new SignJWT(claims).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));

describe('tokens', () => {
  const tokens = new Tokens(WORKSPACE);

  it.each(['HS256', 'HS512'])('takes %s in both namings of the claims', async (alg) => {
    const exp = inAnHour();
    const documented = await shared({ workspaceKey: 'w', tenantKey: 't', name: 'T', exp }, alg);
    const sdk = await shared({ iss: 'w', id: 't', exp }, alg);
    expect(await tokens.verify(bearer(documented))).toEqual({ workspaceKey: 'w', tenantKey: 't', name: 'T' });
    expect(await tokens.verify(bearer(sdk))).toEqual({ workspaceKey: 'w', tenantKey: 't', name: 't' });
  });

  it.each(['ES256', 'RS256', 'PS256'])('takes %s under a public key of the workspace', async (alg) => {
    const other = await generateKeyPair('ES256');
    const { privateKey, publicKey } = await generateKeyPair(alg);
    const publicKeys = [await exportSPKI(other.publicKey), await exportSPKI(publicKey)];
    const token = await new SignJWT({ workspaceKey: 'w', tenantKey: 't', exp: inAnHour() })
      .setProtectedHeader({ alg })
      .sign(privateKey);
    expect(await new Tokens({ ...WORKSPACE, publicKeys }).verify(bearer(token))).toMatchObject({ tenantKey: 't' });
    await expect(tokens.verify(bearer(token))).rejects.toMatchObject({ status: 401 });
  });

  it('takes registered client tokens until they expire', async () => {
    tokens.registerClientToken('pat-one', 't');
    expect(await tokens.verify('Bearer pat-one')).toMatchObject({ tenantKey: 't' });
    tokens.expire('pat-one');
    await expect(tokens.verify('Bearer pat-one')).rejects.toThrow('Access token has expired.');
  });

  it.each([
    ['nothing', () => undefined],
    ['an unknown client token', () => 'Bearer pat-two'],
    ['no token at all', () => 'Basic abc'],
    ['no JWT', () => 'Bearer abc'],
    ['an expired one', async () => bearer(await tokens.sign('t', -5))],
    ['another secret', async () => bearer(await shared({ workspaceKey: 'w', tenantKey: 't' }, 'HS256', 'other'))],
    ['another workspace', async () => bearer(await shared({ workspaceKey: 'v', tenantKey: 't' }))],
    ['no tenant', async () => bearer(await shared({ workspaceKey: 'w' }))],
    ['no signature', () => `Bearer ${btoa('{"alg":"none"}')}.${btoa('{"workspaceKey":"w","tenantKey":"t"}')}.`],
  ])('refuses %s', async (_what, authorization) => {
    const refused = tokens.verify(await authorization());
    await expect(refused).rejects.toMatchObject({ status: 401, envelope: { key: 'not_authenticated' } });
  });
});
