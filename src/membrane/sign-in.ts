import { decodeJwt } from 'jose';
import { z } from 'zod';
import { OperationError } from '../errors.ts';
import type { Runtime } from '../runtime.ts';
import { parseBoundedJson } from './bounded-json.ts';
import { type TenantTokenSigner, tenantTokenSigner } from './tenant-token.ts';

/** How the step signs in at Membrane. */
export type SignIn =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'workspace';
      readonly workspaceKey: string;
      /** The shared secret, or a private key in PEM form whose public half the workspace holds. */
      readonly workspaceSecret: string;
      readonly tenantKey: string;
      readonly tenantName?: string | undefined;
    }
  /** The text of a `credentials.json` that the CLI wrote at its login. */
  | { readonly kind: 'credentials'; readonly text: string };

export interface SessionDescription {
  readonly kind: SignIn['kind'];
  readonly workspace?: string | undefined;
  readonly tenant?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
}

/** A sign-in in use. */
export interface Session {
  readonly signIn: SignIn;
  /** Whether a rejected or expired token can be replaced without a person. */
  readonly renewable: boolean;
  /**
   * The token to send; a signed one is made anew shortly before it expires, or when `renew` says that it was rejected.
   * @throws OperationError `AUTH_MISSING` where credentials hold no token that can be read.
   */
  accessToken(signal: AbortSignal, options?: { readonly renew?: boolean }): Promise<string>;
  /** Everything known so far that must never be shown. */
  secrets(): string[];
  /** Read from the token's claims, which nobody checked: to show, never to trust. */
  describe(): SessionDescription;
}

/**
 * @param onSecret told of every newly signed token before anything can use it, so that it is masked first
 * @throws OperationError `AUTH_MISSING` where a part is empty, `INPUT_INVALID` for a private key that cannot be read
 */
export function openSession(signIn: SignIn, runtime: Runtime, onSecret: (value: string) => void): Session {
  switch (signIn.kind) {
    case 'token':
      return tokenSession(signIn, signIn.token.trim());
    case 'workspace':
      return workspaceSession(signIn, tenantTokenSigner(signIn, runtime), onSecret);
    case 'credentials':
      return credentialsSession(signIn);
  }
}

function tokenSession(signIn: SignIn, token: string): Session {
  if (token === '') throw missing('The Membrane token is empty.');
  // A line break inside would end the header it travels in.
  if (!/^[\x21-\x7e]+$/.test(token)) throw missing('The Membrane token holds characters that no token has.');
  return {
    signIn,
    renewable: false,
    accessToken: async () => token,
    secrets: () => [token],
    describe: () => ({ kind: signIn.kind, ...claimsOf(token) }),
  };
}

type WorkspaceSignIn = Extract<SignIn, { kind: 'workspace' }>;

function workspaceSession(
  signIn: WorkspaceSignIn,
  signer: TenantTokenSigner,
  onSecret: (value: string) => void,
): Session {
  const signed: string[] = [];
  return {
    signIn,
    renewable: true,
    async accessToken(_signal, options) {
      const token = await signer.token(options?.renew === true);
      if (!signed.includes(token)) {
        onSecret(token);
        signed.push(token);
      }
      return token;
    },
    secrets: () => [signIn.workspaceSecret, ...signed],
    describe: () => ({
      kind: signIn.kind,
      workspace: signIn.workspaceKey,
      tenant: signIn.tenantKey,
      expiresAt: claimsOf(signed.at(-1) ?? '').expiresAt,
    }),
  };
}

type CredentialsSignIn = Extract<SignIn, { kind: 'credentials' }>;

function credentialsSession(signIn: CredentialsSignIn): Session {
  if (signIn.text.trim() === '') throw missing('The credentials are empty.');
  const parsed = parseBoundedJson(signIn.text);
  const strings = parsed.ok ? stringsIn(parsed.value) : [];
  const token = tokenIn(strings);
  return {
    signIn,
    renewable: false,
    async accessToken() {
      if (token !== undefined) return token;
      throw missing('The credentials hold no access token that can be read.');
    },
    secrets: () => [
      signIn.text,
      ...strings.map((each) => each.value).filter((value) => value.length >= shortestSecret),
    ],
    describe: () => ({ kind: signIn.kind, ...claimsOf(token ?? '') }),
  };
}

/** Masking anything shorter would destroy the log and hide nothing. */
const shortestSecret = 6;
/** More than any credentials file holds. */
const maxStrings = 10_000;

interface NamedString {
  readonly name: string;
  readonly value: string;
}

/** Every string of a JSON value with the name it stands under, outer ones first. */
function stringsIn(root: unknown): NamedString[] {
  const found: NamedString[] = [];
  const waiting: [string, unknown][] = [['', root]];
  for (let next = waiting.shift(); next !== undefined && found.length < maxStrings; next = waiting.shift()) {
    const [name, value] = next;
    if (typeof value === 'string') found.push({ name, value });
    else if (typeof value === 'object' && value !== null) waiting.push(...Object.entries(value).slice(0, maxStrings));
  }
  return found;
}

function tokenIn(strings: readonly NamedString[]): string | undefined {
  for (const name of ['accessToken', 'access_token', 'token']) {
    const token = strings.find((each) => each.name === name && /^[\x21-\x7e]+$/.test(each.value));
    if (token !== undefined) return token.value;
  }
  return undefined;
}

const claim = z.string().optional().catch(undefined);
const claimsSchema = z.object({
  workspaceKey: claim,
  iss: claim,
  tenantKey: claim,
  id: claim,
  sub: claim,
  exp: z.number().optional().catch(undefined),
});

function claimsOf(token: string): Omit<SessionDescription, 'kind'> {
  const claims = readClaims(token);
  return {
    workspace: claims.workspaceKey ?? claims.iss,
    tenant: claims.tenantKey ?? claims.id ?? claims.sub,
    expiresAt: claims.exp === undefined ? undefined : claims.exp * 1000,
  };
}

function readClaims(token: string): Partial<z.infer<typeof claimsSchema>> {
  try {
    return claimsSchema.parse(decodeJwt(token));
  } catch {
    return {};
  }
}

/** The two forms that the CLI takes (`@membranehq/sdk`, `decodeToken`): a JWT, or an opaque one that says so. */
export function isTokenTheCliTakes(token: string): boolean {
  return token.startsWith('pat-') || isJwt(token);
}

function isJwt(token: string): boolean {
  try {
    decodeJwt(token);
    return true;
  } catch {
    return false;
  }
}

function missing(message: string): OperationError {
  return new OperationError('AUTH_MISSING', message, {
    hint: 'Give `token`, or `workspace-key` with `workspace-secret`, or the whole text of `credentials`. Workflows from forks and Dependabot get no secrets.',
    retryable: false,
    effect: 'none',
  });
}
