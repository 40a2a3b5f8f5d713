import * as z from 'zod';
import type { Context } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Repository } from '../store/repository.ts';
import { visibilityOf } from './repositories.ts';

const settings = z.object({
  private: z.boolean().optional(),
  visibility: z.enum(['public', 'private', 'protected']).optional(),
  discussionsDisabled: z.boolean().optional(),
  discussionsSorting: z.enum(['recently-created', 'trending', 'reactions']).optional(),
  gated: z.union([z.literal('auto'), z.literal('manual'), z.literal(false)]).optional(),
  orgMembersGated: z.boolean().optional(),
  gatedNotificationsEmail: z.email().optional(),
  gatedNotificationsMode: z.enum(['bulk', 'real-time']).optional(),
});

function apply(repository: Repository, change: z.infer<typeof settings>): void {
  const { facts } = repository;
  facts.visibility = visibilityOf(change, repository.type) ?? facts.visibility;
  facts.gated = change.gated ?? facts.gated;
  const current = repository.settings;
  repository.settings = {
    discussionsDisabled: change.discussionsDisabled ?? current.discussionsDisabled,
    discussionsSorting: change.discussionsSorting ?? current.discussionsSorting,
    orgMembersGated: change.orgMembersGated ?? current.orgMembersGated,
    gatedNotificationsEmail: change.gatedNotificationsEmail ?? current.gatedNotificationsEmail,
    gatedNotificationsMode: change.gatedNotificationsMode ?? current.gatedNotificationsMode,
  };
}

/** PUT, yet only what is sent changes; the answer repeats what was sent. */
async function update(context: Context): Promise<Reply> {
  const repository = context.writableRepository();
  const change = await context.json(settings);
  apply(repository, change);
  context.store.version += 1;
  context.effect(`update-settings ${repository.type} ${repository.id}`);
  return json(change);
}

const grouping = z.object({ resourceGroupId: z.string().nullable() });

async function setGroup(context: Context): Promise<Reply> {
  const repository = context.writableRepository();
  const { resourceGroupId } = await context.json(grouping);
  const organization = context.store.organizations.get(repository.namespace);
  if (organization === undefined) throw forbidden('Resource groups are for repositories of organizations');
  if (resourceGroupId !== null && !organization.resourceGroups.has(resourceGroupId)) {
    throw notFound('Resource group not found');
  }
  repository.resourceGroup = resourceGroupId ?? undefined;
  context.effect(`set-resource-group ${repository.type} ${repository.id}`);
  const addedBy = context.signedIn().user.name;
  return json({ name: repository.id, type: repository.type, private: repository.isPrivate, addedBy });
}

function getGroup(context: Context): Reply {
  const repository = context.writableRepository();
  const groups = context.store.organizations.get(repository.namespace)?.resourceGroups;
  const group = repository.resourceGroup === undefined ? undefined : groups?.get(repository.resourceGroup);
  if (group === undefined) throw notFound('This repository is in no resource group');
  return json({ id: group.id, name: group.name, numUsers: group.members.size });
}

export const settingsRoutes: readonly Route[] = [
  { method: 'PUT', pattern: '/api/:kind/:repo/settings', handle: update },
  { method: 'POST', pattern: '/api/:kind/:repo/resource-group', handle: setGroup },
  { method: 'GET', pattern: '/api/:kind/:repo/resource-group', handle: getGroup },
];
