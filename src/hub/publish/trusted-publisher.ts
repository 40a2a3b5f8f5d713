import { decodeJwt } from 'jose';
import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import type { Runtime } from '../../runtime.ts';
import { addressOf, type Target } from './target.ts';

/** A token is not begun to be used when this little of its life is left. */
const leastLeftMs = 5 * 60_000;
/** What the Hub documents, for an answer that does not say it. */
const usualLifeSeconds = 3600;

/** The job's own identity, as the runner gives it. */
export interface JobIdentity {
  /** Missing where the job may not have an ID token: no `id-token: write`. Rejects where the runner gives none. */
  readonly getIdToken?: ((audience: string) => Promise<string>) | undefined;
  /** A pull request from a fork never gets one. */
  readonly fromFork: boolean;
}

export interface PublisherOptions {
  readonly target: Target;
  readonly hubUrl: string;
  readonly identity: JobIdentity;
  readonly runtime: Pick<Runtime, 'fetch' | 'now'>;
  /** Told of each token before its first use, to be masked. */
  readonly onSecret: (value: string) => void;
}

/** A token that may write the one repository for an hour. */
export interface TrustedPublisher {
  /** The same token until it is about to end, then another one. @throws OperationError */
  token(signal: AbortSignal): Promise<string>;
}

const answer = z.object({ access_token: z.string().startsWith('hf_'), expires_in: z.number().positive().optional() });
const refusal = z.object({ error: z.string(), error_description: z.string().optional() });

/** Nothing is asked for before the first token is needed; the token is kept in memory alone. */
export function openTrustedPublisher(options: PublisherOptions): TrustedPublisher {
  let current: { readonly token: Promise<string>; endsAt: number } | undefined;
  return {
    token(signal) {
      if (current !== undefined && current.endsAt - options.runtime.now() >= leastLeftMs) return current.token;
      // Files in parallel ask at the same time: all of them wait for the one exchange.
      const exchanged = exchange(options, signal);
      const next = { token: exchanged.then(({ token }) => token), endsAt: Number.POSITIVE_INFINITY };
      current = next;
      exchanged.then(
        ({ endsAt }) => {
          next.endsAt = endsAt;
        },
        () => {
          current = undefined;
        },
      );
      return next.token;
    },
  };
}

async function exchange(options: PublisherOptions, signal: AbortSignal): Promise<{ token: string; endsAt: number }> {
  // The audience is the Hub's own address: a token for another one is refused.
  const idToken = await idTokenOf(options.identity, options.hubUrl);
  options.onSecret(idToken);
  const asked = options.runtime.now();
  const response = await post(options, idToken, signal);
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refused(response.status, body, options, idToken);
  const read = answer.safeParse(body);
  if (!read.success) throw exchangeFailed('its answer could not be read', response.status);
  options.onSecret(read.data.access_token);
  const life = read.data.expires_in ?? usualLifeSeconds;
  return { token: read.data.access_token, endsAt: asked + life * 1000 };
}

async function idTokenOf(identity: JobIdentity, audience: string): Promise<string> {
  if (identity.fromFork) {
    throw new OperationError('AUTH_MISSING', 'A pull request from a fork has no identity of its own on GitHub.', {
      hint: "Publish from a branch of the repository itself, or with 'upload-through: membrane'.",
      effect: 'none',
    });
  }
  if (identity.getIdToken === undefined) throw noPermission();
  try {
    return await identity.getIdToken(audience);
  } catch (cause) {
    throw new OperationError('AUTH_MISSING', "GitHub did not give this job's ID token.", {
      hint: 'Run the step again; if it stays so, see that the job has `permissions: id-token: write`.',
      cause,
      effect: 'none',
      retryable: true,
    });
  }
}

function noPermission(): OperationError {
  return new OperationError('AUTH_MISSING', 'This job may not ask GitHub for an ID token.', {
    hint: 'Give the job `permissions:` with `id-token: write` (and `contents: read` for the checkout).',
    effect: 'none',
  });
}

async function post(options: PublisherOptions, idToken: string, signal: AbortSignal): Promise<Response> {
  const body = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    subject_token: idToken,
    resource: addressOf(options.target),
  };
  try {
    return await options.runtime.fetch(`${options.hubUrl}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal,
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw exchangeFailed('it could not be reached', undefined, cause);
  }
}

function refused(status: number, body: unknown, options: PublisherOptions, idToken: string): OperationError {
  const read = refusal.safeParse(body);
  if (status >= 500 || status === 429 || !read.success) return exchangeFailed(`it answered ${status}`, status);
  const words = read.data.error_description === undefined ? '' : ` (${read.data.error_description.slice(0, 300)})`;
  const { target } = options;
  if (read.data.error !== 'invalid_grant') {
    return new OperationError(
      'HUB_REJECTED',
      `The Hub does not take this job's ID token: ${read.data.error}${words}.`,
      {
        hint: "Use 'upload-through: membrane', and open an issue of this action with the step's log.",
        status,
        effect: 'none',
      },
    );
  }
  return new OperationError(
    'HUB_FORBIDDEN',
    `No trusted publisher of ${target.type} ${target.repository} matches this job${words}: ${claimsOf(idToken)}.`,
    {
      hint: `Add one on the settings page of ${target.repository} with exactly these values, or use 'upload-through: membrane'.`,
      status,
      effect: 'none',
    },
  );
}

/** What a publisher is matched on, so that the two can be compared; read from our own token, and nobody's secret. */
function claimsOf(idToken: string): string {
  try {
    const claims = decodeJwt(idToken);
    const shown = ['repository', 'ref', 'workflow', 'environment'].flatMap((name) => {
      const value = claims[name];
      return typeof value === 'string' ? [`${name} ${value}`] : [];
    });
    return shown.join(', ');
  } catch {
    return 'the ID token is not a readable one';
  }
}

function exchangeFailed(what: string, status: number | undefined, cause?: unknown): OperationError {
  return new OperationError('UPSTREAM_UNAVAILABLE', `The Hub did not exchange this job's ID token: ${what}.`, {
    hint: 'Run the step again. Nothing was published.',
    cause,
    effect: 'none',
    retryable: true,
    ...(status === undefined ? {} : { status }),
  });
}
