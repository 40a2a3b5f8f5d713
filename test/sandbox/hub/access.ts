import { forbidden } from './errors.ts';
import { isPublisher } from './oauth/publisher-rights.ts';
import type { Role, TokenScope, Viewer } from './store/account.ts';
import type { Repository } from './store/repository.ts';
import type { Store } from './store/store.ts';

const RANK: Readonly<Record<Role, number>> = {
  no_access: 0,
  read: 1,
  contributor: 2,
  write: 3,
  admin: 4,
};

/** The role a person has in a namespace; they are the admin of their own. */
export function roleIn(store: Store, viewer: Viewer | undefined, namespace: string): Role | undefined {
  if (viewer === undefined) return undefined;
  if (viewer.user.name === namespace) return 'admin';
  // A trusted publisher is no member: the scope of its token alone says where it may write.
  if (isPublisher(viewer)) return 'write';
  return store.organizations.get(namespace)?.members.get(viewer.user.name)?.role;
}

/** Whether the role is at least the other one. */
export function atLeast(role: Role | undefined, needed: Role): boolean {
  return role !== undefined && RANK[role] >= RANK[needed];
}

function scopeCovers(scope: TokenScope, namespace: string, repository: Repository | undefined): boolean {
  const { type, name } = scope.entity;
  if (type === 'user' || type === 'org') return name === namespace;
  return repository !== undefined && type === repository.type && name === repository.id;
}

function tokenAllows(viewer: Viewer, namespace: string, permission: string, repository?: Repository): boolean {
  if (viewer.token.role === 'write') return true;
  if (viewer.token.role === 'read') return false;
  return viewer.token.scopes.some(
    (scope) => scopeCovers(scope, namespace, repository) && scope.permissions.includes(permission),
  );
}

/** Whether the repository may be known to exist. */
export function canRead(store: Store, viewer: Viewer | undefined, repository: Repository): boolean {
  if (!repository.isPrivate) return true;
  if (viewer === undefined || !atLeast(roleIn(store, viewer, repository.namespace), 'read')) return false;
  if (viewer.token.role !== 'fineGrained') return true;
  return ['repo.content.read', 'repo.write'].some((permission) =>
    tokenAllows(viewer, repository.namespace, permission, repository),
  );
}

/** Whether a gated repository's files may be fetched. */
export function canReadFiles(store: Store, viewer: Viewer | undefined, repository: Repository): boolean {
  if (repository.facts.gated === false) return true;
  if (viewer === undefined) return false;
  if (repository.accessGranted.has(viewer.user.name)) return true;
  const member = atLeast(roleIn(store, viewer, repository.namespace), 'read');
  return member && !repository.settings.orgMembersGated;
}

/** Contributors write only to what they created themselves. */
export function roleAllowsWriting(store: Store, viewer: Viewer, repository: Repository): boolean {
  const role = roleIn(store, viewer, repository.namespace);
  if (role === 'contributor') return repository.facts.createdBy === viewer.user.name;
  return atLeast(role, 'write');
}

/** Refuses who may not change a repository's files, settings or existence. */
export function requireWrite(store: Store, viewer: Viewer, repository: Repository): void {
  requireWriteToken(viewer, repository.namespace, 'repo.write', repository);
  if (!roleAllowsWriting(store, viewer, repository)) {
    throw forbidden(
      `You don't have the rights to update this repository: ${repository.id}. Your role does not allow it.`,
    );
  }
}

/** Refuses who may not take part in a repository's discussions. */
export function requireDiscussing(viewer: Viewer, repository: Repository): void {
  const permission = tokenAllows(viewer, repository.namespace, 'repo.write', repository)
    ? 'repo.write'
    : 'discussion.write';
  requireWriteToken(viewer, repository.namespace, permission, repository);
}

/** Refuses tokens that only read. */
export function requireWriteToken(
  viewer: Viewer,
  namespace: string,
  permission = 'repo.write',
  repository?: Repository,
): void {
  if (tokenAllows(viewer, namespace, permission, repository)) return;
  throw forbidden(
    `Forbidden: you must use a write token to ${permission === 'discussion.write' ? 'take part in discussions of' : 'write to'} ${repository?.id ?? namespace}. The token "${viewer.token.displayName}" does not allow it.`,
  );
}

/** Refuses who may not create in a namespace. */
export function requireCreating(store: Store, viewer: Viewer, namespace: string, what: string): void {
  requireWriteToken(viewer, namespace);
  if (atLeast(roleIn(store, viewer, namespace), 'contributor')) return;
  throw forbidden(`You don't have the rights to create a ${what} under the namespace "${namespace}"`);
}
