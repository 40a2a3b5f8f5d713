import { randomUUID } from 'node:crypto';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Context } from '../context.ts';
import { HubError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { User } from '../store/account.ts';
import { oid24 } from '../store/ids.ts';
import type { RepositoryType } from '../store/repository.ts';
import { PUBLISHER_PREFIX } from './publisher-rights.ts';
import { type TrustedPublisher, trustedPublishersOf } from './trusted-publishers.ts';

const LIFE_SECONDS = 3600;
/** The audience that tokens for the real Hub name; a client of the sandbox may name the sandbox instead. */
const HUB_AUDIENCE = 'https://huggingface.co';

const request = z.object({
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:token-exchange'),
  subject_token_type: z.literal('urn:ietf:params:oauth:token-type:id_token'),
  subject_token: z.string().min(1),
  resource: z.string().regex(/^((datasets|spaces)\/)?[^/]+\/[^/]+$/),
});

/** One answer for an unknown repository, a publisher that does not match and a token that is not believed. */
function invalidGrant(): HubError {
  return new HubError(400, 'invalid_grant', {
    extra: { error_description: 'No trusted publisher matches this token' },
  });
}

function resourceOf(resource: string): { type: RepositoryType; repository: string } {
  const [kind, ...rest] = resource.split('/');
  if (kind === 'datasets' && rest.length === 2) return { type: 'dataset', repository: rest.join('/') };
  if (kind === 'spaces' && rest.length === 2) return { type: 'space', repository: rest.join('/') };
  return { type: 'model', repository: resource };
}

async function claimsBy(publisher: TrustedPublisher, token: string, origin: string): Promise<JWTPayload | undefined> {
  const keys = createRemoteJWKSet(new URL(`${publisher.issuer}/.well-known/jwks`));
  const expected = { issuer: publisher.issuer, audience: [HUB_AUDIENCE, origin], algorithms: ['RS256'] };
  return jwtVerify(token, keys, expected).then(
    ({ payload }) => payload,
    () => undefined,
  );
}

function matches(publisher: TrustedPublisher, claims: JWTPayload): boolean {
  return (
    claims.repository === publisher.from &&
    (publisher.branch === undefined || claims.ref === `refs/heads/${publisher.branch}`) &&
    (publisher.workflow === undefined || claims.workflow === publisher.workflow)
  );
}

async function exchange(context: Context): Promise<Reply> {
  const body = await context.json(request, () => new HubError(400, 'invalid_request'));
  const { type, repository } = resourceOf(body.resource);
  if (context.store.repository(type, repository) === undefined) throw invalidGrant();
  const candidates = trustedPublishersOf(context.store).filter(
    (one) => one.type === type && one.repository === repository,
  );
  for (const publisher of candidates) {
    const claims = await claimsBy(publisher, body.subject_token, context.origin);
    if (claims !== undefined && matches(publisher, claims)) return json(grant(context, publisher));
  }
  throw invalidGrant();
}

function grant(context: Context, { type, repository, from }: TrustedPublisher): unknown {
  const { store } = context;
  const user = publisherUser(from, store.now());
  const value = `hf_jwt_${randomUUID().replaceAll('-', '')}`;
  store.users.set(user.name, user);
  store.tokens.set(value, {
    value,
    user: user.name,
    displayName: 'trusted publisher',
    role: 'fineGrained',
    scopes: [{ entity: { type, name: repository }, permissions: ['repo.content.read', 'repo.write'] }],
    createdAt: store.now(),
    expiresAt: new Date(store.now().getTime() + LIFE_SECONDS * 1000),
  });
  context.effect(`exchange-token ${type} ${repository}`);
  return {
    access_token: value,
    token_type: 'bearer',
    expires_in: LIFE_SECONDS,
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
  };
}

/** Commits show it in place of a person. */
function publisherUser(from: string, createdAt: Date): User {
  const name = `${PUBLISHER_PREFIX} ${from}`;
  return { _id: oid24(`publisher/${from}`), name, fullname: name, email: '', isPro: false, createdAt };
}

export const oauthRoutes: readonly Route[] = [{ method: 'POST', pattern: '/oauth/token', handle: exchange }];
