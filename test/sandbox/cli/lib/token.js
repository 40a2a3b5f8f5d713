import { createHmac } from 'node:crypto';

/** A token in the SDK's own form lasts so long, in seconds. */
const LIFETIME = 3600;

/** The token that a call carries, with the SDK's words where there is none that it would take. */
export function tokenFor({ accessToken, workspaceKey, workspaceSecret, tenantKey }) {
  if (!accessToken && workspaceKey && workspaceSecret) {
    return signed({ id: tenantKey ?? 'test-customer', iss: workspaceKey }, workspaceSecret);
  }
  if (!accessToken) throw new Error('Access token is not provided.');
  if (!accessToken.startsWith('pat-') && !decoded(accessToken)) {
    throw new Error('Access token should be a valid JWT token.');
  }
  return accessToken;
}

/** The claims, unchecked. */
export function decoded(token) {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString());
  } catch {
    return undefined;
  }
}

function signed(claims, secret) {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + LIFETIME;
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, exp })}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}
