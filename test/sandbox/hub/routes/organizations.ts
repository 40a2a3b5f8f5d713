import * as z from 'zod';
import { atLeast, roleIn } from '../access.ts';
import type { Context } from '../context.ts';
import { MEMBER_DETAILS_FOR, PRIVATE_MEMBERS_STATUS } from '../doubts.ts';
import { forbidden, HubError, notFound } from '../errors.ts';
import { cursorPage, limitOf } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Membership, Organization, ResourceGroup, User } from '../store/account.ts';
import { avatarUrl } from '../store/account.ts';
import { oid24 } from '../store/ids.ts';
import { REPOSITORY_TYPES } from '../store/repository.ts';

function organizationOf(context: Context): Organization {
  const organization = context.store.organizations.get(context.parameter('name'));
  if (organization === undefined) throw notFound('This organization does not exist');
  return organization;
}

function describeMember(user: User, membership: Membership, organization: Organization, detailed: boolean) {
  const groups = [...organization.resourceGroups.values()].filter((one) => one.members.has(user.name));
  return {
    _id: user._id,
    user: user.name,
    fullname: user.fullname,
    avatarUrl: avatarUrl(user.name),
    isPro: user.isPro,
    type: 'user',
    isFollowing: false,
    ...(detailed && {
      role: membership.role,
      twoFaEnabled: membership.twoFactor,
      verifiedEmail: user.email,
      resourceGroups: groups.map((one) => ({
        id: one.id,
        name: one.name,
        numUsers: one.members.size,
        role: one.members.get(user.name),
      })),
    }),
  };
}

function listMembers(context: Context): Reply {
  const organization = organizationOf(context);
  const role = roleIn(context.store, context.viewer, organization.name);
  if (organization.hasPrivateMembersList && role === undefined) {
    throw new HubError(PRIVATE_MEMBERS_STATUS, 'The members of this organization are private');
  }
  const max = 10_000;
  const limit = limitOf(context, { initial: context.settings.pageSizes.members, min: 10, max });
  const search = context.query.get('search')?.toLowerCase() ?? '';
  const email = context.query.get('email');
  const people = [...organization.members].flatMap(([name, membership]) => {
    const user = context.store.users.get(name);
    return user === undefined ? [] : [{ user, membership }];
  });
  const found = people.filter(
    ({ user }) =>
      `${user.name} ${user.fullname}`.toLowerCase().includes(search) && (email === null || user.email === email),
  );
  const page = cursorPage(context, found, limit, ({ user }) => user._id);
  const detailed = MEMBER_DETAILS_FOR.some((one) => one === role);
  const members = page.items.map(({ user, membership }) => describeMember(user, membership, organization, detailed));
  return json(members, 200, page.headers);
}

function overview(context: Context): Reply {
  const organization = organizationOf(context);
  const count = (index: number) => {
    const type = REPOSITORY_TYPES[index] ?? 'model';
    return context.store.repositories(type).filter((one) => one.namespace === organization.name && !one.isPrivate)
      .length;
  };
  return json({
    _id: organization._id,
    name: organization.name,
    fullname: organization.fullname,
    avatarUrl: avatarUrl(organization.name),
    type: 'org',
    isVerified: false,
    isFollowing: false,
    numUsers: organization.members.size,
    numModels: count(0),
    numDatasets: count(1),
    numSpaces: count(2),
    numFollowers: 0,
    ...(organization.plan !== undefined && { plan: organization.plan }),
  });
}

const roleChange = z.object({ role: z.enum(['admin', 'write', 'contributor', 'read', 'no_access']) });

async function changeRole(context: Context): Promise<Reply> {
  const organization = organizationOf(context);
  requireAdmin(context, organization);
  if (organization.plan === undefined) throw new HubError(402, 'This feature requires a Team or Enterprise plan');
  const { role } = await context.json(roleChange);
  const member = organization.members.get(context.parameter('username'));
  if (member === undefined) throw notFound('This user is not a member of the organization');
  member.role = role;
  context.effect(`change-role ${organization.name} ${context.parameter('username')} ${role}`);
  return json({ role });
}

function requireAdmin(context: Context, organization: Organization): void {
  const viewer = context.signedIn();
  if (viewer.token.role === 'read' || !atLeast(roleIn(context.store, viewer, organization.name), 'admin')) {
    throw forbidden(`You must be an admin of ${organization.name}`);
  }
}

function describeGroup(context: Context, group: ResourceGroup) {
  const users = [...group.members].flatMap(([name, role]) => {
    const user = context.store.users.get(name);
    return user === undefined
      ? []
      : [{ _id: user._id, name, fullname: user.fullname, avatarUrl: avatarUrl(name), role }];
  });
  const resources = REPOSITORY_TYPES.flatMap((type) => context.store.repositories(type))
    .filter((one) => one.resourceGroup === group.id)
    .map((one) => ({ type: one.type, name: one.id, private: one.isPrivate }));
  return {
    id: group.id,
    name: group.name,
    description: group.description,
    autoJoin: { enabled: false },
    users,
    resources,
  };
}

function listGroups(context: Context): Reply {
  const organization = organizationOf(context);
  if (roleIn(context.store, context.signedIn(), organization.name) === undefined) {
    throw forbidden('You are not a member of this organization');
  }
  return json([...organization.resourceGroups.values()].map((group) => describeGroup(context, group)));
}

const newGroup = z.object({ name: z.string().min(1), description: z.string().optional() });

async function createGroup(context: Context): Promise<Reply> {
  const organization = organizationOf(context);
  requireAdmin(context, organization);
  const { name, description } = await context.json(newGroup);
  const id = oid24(`${organization.name}/${name}`);
  const group: ResourceGroup = { id, name, description: description ?? '', members: new Map() };
  organization.resourceGroups.set(id, group);
  context.effect(`create-resource-group ${organization.name} ${name}`);
  return json(describeGroup(context, group));
}

export const organizationRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/organizations/:name/members', handle: listMembers },
  { method: 'PUT', pattern: '/api/organizations/:name/members/:username/role', handle: changeRole },
  { method: 'GET', pattern: '/api/organizations/:name/overview', handle: overview },
  { method: 'GET', pattern: '/api/organizations/:name/resource-groups', handle: listGroups },
  { method: 'POST', pattern: '/api/organizations/:name/resource-groups', handle: createGroup },
];
