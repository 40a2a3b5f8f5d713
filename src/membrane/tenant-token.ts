import {
  constants,
  createPrivateKey,
  createSecretKey,
  sign as createSignature,
  type KeyObject,
  randomUUID,
} from 'node:crypto';
import { base64url, SignJWT } from 'jose';
import { OperationError } from '../errors.ts';
import type { Runtime } from '../runtime.ts';

export interface TenantTokenRequest {
  readonly workspaceKey: string;
  readonly workspaceSecret: string;
  readonly tenantKey: string;
  readonly tenantName?: string | undefined;
}

export interface TenantTokenSigner {
  /** The token in use, or a new one when that is close to its end or `renew` asks for it. */
  token(renew: boolean): Promise<string>;
}

/** Seconds; Membrane's documentation names two hours as usual, its SDK takes one. */
const lifetime = 7200;
/** Seconds before the end at which a new one is made: more than any single call may take. */
const renewBefore = 300;
/** Seconds that the runner's clock may be ahead of Membrane's. */
const clockSkew = 30;

/** Signs short-lived tenant tokens with a workspace's shared secret or private key. */
export function tenantTokenSigner(request: TenantTokenRequest, runtime: Runtime): TenantTokenSigner {
  const { key, algorithm } = signingKey(request.workspaceSecret);
  let current: { readonly value: Promise<string>; readonly expires: number } | undefined;
  return {
    token(renew) {
      const now = Math.floor(runtime.now() / 1000);
      if (current === undefined || renew || current.expires - now < renewBefore) {
        current = { value: sign(request, key, algorithm, now), expires: now + lifetime };
      }
      return current.value;
    },
  };
}

/** The claims carry both namings: the documentation's (`workspaceKey`, `tenantKey`) and the SDK's (`iss`, `id`). */
function sign(request: TenantTokenRequest, key: KeyObject, algorithm: string, now: number): Promise<string> {
  const { workspaceKey, tenantKey, tenantName } = request;
  const claims = {
    ...{ workspaceKey, tenantKey, id: tenantKey, iss: workspaceKey },
    ...(tenantName === undefined ? {} : { name: tenantName }),
    // The id makes one that is signed anew within the same second another token than the rejected one.
    ...{ iat: now - clockSkew, exp: now + lifetime, jti: randomUUID() },
  };
  const header = { alg: algorithm, typ: 'JWT' };
  if (key.asymmetricKeyType === 'rsa-pss') return Promise.resolve(signPss(header, claims, key));
  return new SignJWT(claims).setProtectedHeader(header).sign(key);
}

/** Web Crypto, which jose signs with, does not read keys of the type `rsa-pss`; RFC 7518, section 3.5. */
function signPss(header: object, claims: object, key: KeyObject): string {
  const input = [header, claims].map((part) => base64url.encode(JSON.stringify(part))).join('.');
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const signature = createSignature('sha256', Buffer.from(input), { key, padding, saltLength: 32 });
  return `${input}.${base64url.encode(signature)}`;
}

interface SigningKey {
  readonly key: KeyObject;
  readonly algorithm: string;
}

function signingKey(secret: string): SigningKey {
  const trimmed = secret.trim();
  if (trimmed === '') throw unusable('AUTH_MISSING', 'The workspace secret is empty.');
  // Without a marker it is the shared secret, as Membrane's console shows it.
  if (!trimmed.includes('-----BEGIN')) {
    return { key: createSecretKey(Buffer.from(trimmed, 'utf8')), algorithm: 'HS256' };
  }
  const key = readPrivateKey(trimmed);
  return { key, algorithm: algorithmOf(key) };
}

/** PKCS#8, SEC1 and PKCS#1 alike; line breaks that were stored as `\n` are put back. */
function readPrivateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem.includes('\n') ? pem : pem.replaceAll('\\n', '\n'));
  } catch {
    // The cause is left out on purpose: it may quote the key.
    throw unusable('INPUT_INVALID', 'The private key in `workspace-secret` cannot be read.');
  }
}

const curves: Readonly<Record<string, string>> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' };

function algorithmOf(key: KeyObject): string {
  const curve = key.asymmetricKeyDetails?.namedCurve ?? '';
  switch (key.asymmetricKeyType) {
    case 'ec': {
      const algorithm = curves[curve];
      if (algorithm !== undefined) return algorithm;
      throw unusable('INPUT_INVALID', `The curve ${curve} of the private key cannot sign a token.`);
    }
    case 'rsa':
    case 'rsa-pss':
      // RFC 7518, section 3.3: nothing shorter may sign.
      if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
        throw unusable('INPUT_INVALID', 'The RSA key in `workspace-secret` is shorter than 2048 bits.');
      }
      return key.asymmetricKeyType === 'rsa' ? 'RS256' : 'PS256';
    case 'ed25519':
      return 'EdDSA';
    default:
      throw unusable('INPUT_INVALID', `A private key of type ${key.asymmetricKeyType} cannot sign a token.`);
  }
}

function unusable(code: 'AUTH_MISSING' | 'INPUT_INVALID', message: string): OperationError {
  return new OperationError(code, message, {
    hint: 'Store the shared secret, or the whole PEM text of an unencrypted EC (P-256, P-384) or RSA private key, from BEGIN to END, as `workspace-secret`.',
    retryable: false,
    effect: 'none',
  });
}
