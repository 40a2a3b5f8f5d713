import { type CryptoKey, decodeProtectedHeader, errors, importSPKI, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { notAuthenticated } from './envelope.ts';

/** What signs a workspace's tenant tokens. */
export interface Workspace {
  key: string;
  /** Shared, for HS256 and HS512. */
  secret: string;
  /** PEM (SPKI), for ES256, RS256, PS256 and their larger kin. */
  publicKeys?: readonly string[];
}

/** Whose call it is. */
export interface Caller {
  workspaceKey: string;
  tenantKey: string;
  name: string;
}

const SYMMETRIC = ['HS256', 'HS512'];
const ASYMMETRIC = ['ES256', 'ES384', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];

/** Checks tenant tokens and long-lived client tokens. */
export class Tokens {
  readonly #workspace: Workspace;
  readonly #clientTokens = new Map<string, Caller>();
  readonly #revoked = new Set<string>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Registers an opaque client token; the SDK takes only those that start with `pat-`. */
  registerClientToken(token: string, tenantKey: string): void {
    this.#clientTokens.set(token, { workspaceKey: this.#workspace.key, tenantKey, name: tenantKey });
  }

  /** From now on the token is refused as an expired one. */
  expire(token: string): void {
    this.#revoked.add(token);
  }

  /** A tenant token in both documented namings of its claims. */
  sign(tenantKey: string, secondsToLive = 7200): Promise<string> {
    const { key, secret } = this.#workspace;
    return new SignJWT({ workspaceKey: key, tenantKey, id: tenantKey, name: tenantKey })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(key)
      .setExpirationTime(Math.floor(Date.now() / 1000) + secondsToLive)
      .sign(new TextEncoder().encode(secret));
  }

  /** @throws MembraneFailure 401 `not_authenticated` */
  async verify(authorization: string | undefined): Promise<Caller> {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw notAuthenticated('Access token is not provided.');
    if (this.#revoked.has(token)) throw notAuthenticated('Access token has expired.');
    const client = this.#clientTokens.get(token);
    if (client) return client;
    if (token.startsWith('pat-')) throw notAuthenticated('Client token is not valid.');
    return this.#callerOf(await this.#payload(token));
  }

  async #payload(token: string): Promise<JWTPayload> {
    try {
      const { alg } = decodeProtectedHeader(token);
      if (alg && SYMMETRIC.includes(alg)) return await this.#verifyShared(token);
      if (alg && ASYMMETRIC.includes(alg)) return await this.#verifyPublic(token, alg);
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw notAuthenticated('Access token has expired.');
      if (!(error instanceof errors.JOSEError) && !(error instanceof TypeError)) throw error;
    }
    throw notAuthenticated('Access token is not valid.');
  }

  async #verifyShared(token: string): Promise<JWTPayload> {
    const secret = new TextEncoder().encode(this.#workspace.secret);
    return (await jwtVerify(token, secret, { algorithms: SYMMETRIC })).payload;
  }

  async #verifyPublic(token: string, alg: string): Promise<JWTPayload> {
    for (const pem of this.#workspace.publicKeys ?? []) {
      const key = await importKey(pem, alg);
      if (!key) continue;
      try {
        return (await jwtVerify(token, key, { algorithms: [alg] })).payload;
      } catch (error) {
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
      }
    }
    throw notAuthenticated('Access token is not valid.');
  }

  /** The skills' naming of the claims comes first, the SDK's own second. */
  #callerOf(payload: JWTPayload): Caller {
    const workspaceKey = payload.workspaceKey ?? payload.iss;
    const tenantKey = payload.tenantKey ?? payload.id;
    if (workspaceKey !== this.#workspace.key) throw notAuthenticated('Workspace of the access token not found.');
    if (typeof tenantKey !== 'string' || tenantKey === '') throw notAuthenticated('Access token names no tenant.');
    const name = typeof payload.name === 'string' ? payload.name : tenantKey;
    return { workspaceKey: this.#workspace.key, tenantKey, name };
  }
}

/** A key of another family than the token's algorithm cannot be imported for it. */
async function importKey(pem: string, alg: string): Promise<CryptoKey | undefined> {
  try {
    return await importSPKI(pem, alg);
  } catch {
    return undefined;
  }
}
