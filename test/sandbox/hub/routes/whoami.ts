import type { Context } from '../context.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { AccessToken, Organization } from '../store/account.ts';
import { avatarUrl } from '../store/account.ts';

function describeToken(token: AccessToken): Record<string, unknown> {
  const scoped = token.scopes.map(({ entity, permissions }) => ({
    entity: { _id: entity.name, type: entity.type, name: entity.name },
    permissions,
  }));
  return {
    displayName: token.displayName,
    role: token.role,
    createdAt: token.createdAt,
    ...(token.role === 'fineGrained' && { fineGrained: { scoped, global: [], canReadGatedRepos: false } }),
  };
}

function describeMembership(organization: Organization, user: string): Record<string, unknown> {
  return {
    type: 'org',
    id: organization._id,
    name: organization.name,
    fullname: organization.fullname,
    email: null,
    avatarUrl: avatarUrl(organization.name),
    canPay: false,
    periodEnd: null,
    ...(organization.plan !== undefined && { plan: organization.plan }),
    roleInOrg: organization.members.get(user)?.role,
    resourceGroups: [...organization.resourceGroups.values()]
      .filter((group) => group.members.has(user))
      .map((group) => ({ id: group.id, name: group.name, role: group.members.get(user) })),
  };
}

function whoami(context: Context): Reply {
  const { user, token } = context.signedIn();
  const organizations = [...context.store.organizations.values()];
  return json({
    type: 'user',
    id: user._id,
    name: user.name,
    fullname: user.fullname,
    email: user.email,
    emailVerified: true,
    canPay: false,
    periodEnd: null,
    isPro: user.isPro,
    avatarUrl: avatarUrl(user.name),
    orgs: organizations.filter((one) => one.members.has(user.name)).map((one) => describeMembership(one, user.name)),
    auth: {
      type: 'access_token',
      accessToken: describeToken(token),
      ...(token.expiresAt !== undefined && { expiresAt: token.expiresAt }),
    },
  });
}

export const whoamiRoutes: readonly Route[] = [{ method: 'GET', pattern: '/api/whoami-v2', handle: whoami }];
