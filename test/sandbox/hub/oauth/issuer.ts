import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Application, Call, ServedApplication } from '../../http/application.ts';
import { serve } from '../../http/serve.ts';

/** A token lives five minutes on GitHub. */
const LIFE_SECONDS = 300;
const KEY_ID = 'sandbox-issuer-key';

/** What a job is known by; the claims of GitHub's documentation that a publisher can be matched on, and the rest. */
export interface Job {
  readonly repository: string;
  readonly ref: string;
  readonly workflow: string;
  readonly event: string;
}

export const DEFAULT_JOB: Job = {
  repository: 'octo-org/octo-repo',
  ref: 'refs/heads/main',
  workflow: 'release.yml',
  event: 'push',
};

/** Signs as GitHub's issuer does: RS256, its claims, its discovery documents, and the runner's own address for a token. */
export interface Issuer {
  readonly server: ServedApplication;
  /** `iss` of its tokens. */
  readonly url: string;
  /** What the runner sets for a job with `id-token: write`. */
  readonly environment: {
    readonly ACTIONS_ID_TOKEN_REQUEST_URL: string;
    readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string;
  };
  idToken(audience: string, job?: Partial<Job>, lifeSeconds?: number): Promise<string>;
  close(): Promise<void>;
}

export async function startIssuer(job: Partial<Job> = {}): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' };
  const requestToken = `sandbox-id-token-request-${randomUUID()}`;
  const sign = (audience: string, other: Partial<Job> = {}, lifeSeconds = LIFE_SECONDS) =>
    signToken(privateKey, server.url, audience, { ...DEFAULT_JOB, ...job, ...other }, lifeSeconds);
  const application: Application = async (call) => {
    const path = call.url.pathname;
    if (path === '/.well-known/openid-configuration') return answer(call, 200, discovery(server.url));
    if (path === '/.well-known/jwks') return answer(call, 200, { keys: [jwk] });
    if (path !== '/token') return answer(call, 404, { message: 'Not Found' });
    if (call.request.headers.authorization !== `Bearer ${requestToken}`)
      return answer(call, 401, { message: 'Bad token' });
    answer(call, 200, { count: 1, value: await sign(call.url.searchParams.get('audience') ?? server.url) });
  };
  const server = await serve(application);
  return {
    server,
    url: server.url,
    environment: {
      // As on the runner it has a query already, to which `&audience=` is appended.
      ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    },
    idToken: sign,
    close: () => server.close(),
  };
}

function discovery(url: string) {
  return {
    issuer: url,
    jwks_uri: `${url}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}

function signToken(key: CryptoKey, issuer: string, audience: string, job: Job, lifeSeconds: number): Promise<string> {
  const [owner = ''] = job.repository.split('/');
  const now = Math.floor(Date.now() / 1000);
  const workflowRef = `${job.repository}/.github/workflows/${job.workflow}@${job.ref}`;
  return new SignJWT({
    actor: 'octocat',
    actor_id: '583231',
    base_ref: '',
    event_name: job.event,
    head_ref: '',
    job_workflow_ref: workflowRef,
    ref: job.ref,
    ref_protected: 'true',
    ref_type: 'branch',
    repository: job.repository,
    repository_id: '74',
    repository_owner: owner,
    repository_owner_id: '65',
    repository_visibility: 'public',
    run_attempt: '1',
    run_id: '1234567890',
    run_number: '10',
    runner_environment: 'github-hosted',
    sha: 'a'.repeat(40),
    workflow: job.workflow,
    workflow_ref: workflowRef,
    workflow_sha: 'a'.repeat(40),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })
    .setIssuer(issuer)
    .setSubject(`repo:${job.repository}:ref:${job.ref}`)
    .setAudience(audience)
    .setJti(randomUUID())
    .setNotBefore(now - 600)
    .setIssuedAt(now)
    .setExpirationTime(now + lifeSeconds)
    .sign(key);
}

function answer(call: Call, status: number, body: unknown): void {
  call.response.writeHead(status, { 'content-type': 'application/json' });
  call.response.end(JSON.stringify(body));
}
