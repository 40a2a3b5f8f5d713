import { canReadFiles, roleAllowsWriting } from '../access.ts';
import type { Context } from '../context.ts';
import { MOVED_STATUS } from '../doubts.ts';
import { badRequest, forbidden, gatedRepository, Redirect, repositoryNotFound } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import { securityRepositoryStatus } from '../store/security.ts';
import { describeRepository, isProperty } from './describe-repository.ts';

/** Reads `expand` and refuses names that are none. */
export function expandOf(context: Context): string[] {
  const names = context.all('expand');
  const unknown = names.find((name) => !isProperty(context.type, name));
  if (unknown !== undefined) throw badRequest(`expand: "${unknown}" is not a property that can be expanded`);
  return names;
}

function info(context: Context): Reply {
  const repository = context.repository();
  const revision = context.parameter('rev');
  const commit = revision === '' ? undefined : context.commit(repository);
  const subject = { repository, store: context.store, commit, blobs: context.flag('blobs') };
  const described = describeRepository(subject, expandOf(context));
  if (!context.flag('securityStatus')) return json(described);
  return json({ ...described, securityRepoStatus: securityRepositoryStatus(repository) });
}

/** Short names of old (`gpt2`) lead to the repository's present name. */
function legacy(context: Context): Reply {
  const name = context.parameter('short');
  const to = context.store.movedTo(context.type, name);
  if (to === undefined) throw repositoryNotFound(context.viewer !== undefined);
  throw new Redirect(MOVED_STATUS, context.call.url.pathname.replace(`/${name}`, `/${to}`) + context.call.url.search);
}

function scan(context: Context): Reply {
  return json(securityRepositoryStatus(context.repository()));
}

function authCheck(context: Context): Reply {
  const repository = context.repository();
  if (!canReadFiles(context.store, context.viewer, repository)) {
    throw gatedRepository(repository.id, context.viewer !== undefined);
  }
  return json({});
}

function writeCheck(context: Context): Reply {
  const repository = context.repository();
  const viewer = context.signedIn();
  if (viewer.token.role === 'read' || !roleAllowsWriting(context.store, viewer, repository)) {
    throw forbidden(`You don't have write access to ${repository.id}`);
  }
  return json({});
}

export const repositoryInfoRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/api/:kind/:repo', handle: info },
  { method: 'GET', pattern: '/api/:kind/:repo/revision/:rev', handle: info },
  { method: 'GET', pattern: '/api/:kind/:repo/scan', handle: scan },
  { method: 'GET', pattern: '/api/:kind/:repo/auth-check', handle: authCheck },
  { method: 'GET', pattern: '/api/:kind/:repo/auth-check/write', handle: writeCheck },
  { method: 'GET', pattern: '/api/:kind/:short', handle: legacy },
];
