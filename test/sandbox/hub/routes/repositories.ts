import * as z from 'zod';
import { atLeast, requireCreating, requireWrite, requireWriteToken, roleIn } from '../access.ts';
import type { Context } from '../context.ts';
import { CONFLICTING_CREATION, MOVE_REPLY, MOVE_TARGET_EXISTS_STATUS } from '../doubts.ts';
import { badRequest, conflict, forbidden, HubError } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json, text } from '../reply.ts';
import type { Route } from '../router.ts';
import { checkPath, checkRepositoryName } from '../store/names.ts';
import { newRepository } from '../store/new-repository.ts';
import type { Repository, RepositoryType, Visibility } from '../store/repository.ts';
import { REPOSITORY_TYPES } from '../store/repository.ts';
import { applySpaceOptions, spaceOptions } from './space-options.ts';

/** The address of a repository's page. */
export function repositoryUrl(origin: string, repository: { type: RepositoryType; id: string }): string {
  const prefix = repository.type === 'model' ? '' : `${repository.type}s/`;
  return `${origin}/${prefix}${repository.id}`;
}

const creation = z.object({
  name: z.string(),
  organization: z.string().nullish(),
  type: z.enum(REPOSITORY_TYPES).nullish(),
  private: z.boolean().nullish(),
  visibility: z.enum(['public', 'private', 'protected']).nullish(),
  license: z.string().nullish(),
  resourceGroupId: z.string().nullish(),
  sdk: z.string().nullish(),
  files: z
    .array(z.object({ path: z.string(), content: z.string(), encoding: z.enum(['utf-8', 'base64']).optional() }))
    .optional(),
  ...spaceOptions,
});
type Creation = z.infer<typeof creation>;

const SDKS = ['gradio', 'docker', 'static', 'streamlit'];

/** What both spellings of a repository's visibility mean together. */
export function visibilityOf(
  given: { visibility?: Visibility | null | undefined; private?: boolean | null | undefined },
  type: RepositoryType,
): Visibility | undefined {
  if (given.visibility === 'protected' && type !== 'space') {
    throw badRequest('visibility: "protected" is only for Spaces');
  }
  if (given.visibility != null) return given.visibility;
  return given.private == null ? undefined : given.private ? 'private' : 'public';
}

function initialFiles(body: Creation): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  if (body.license != null) files.set('README.md', Buffer.from(`---\nlicense: ${body.license}\n---\n`));
  for (const { path, content, encoding } of body.files ?? []) {
    checkPath(path);
    files.set(path, Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
  }
  return files;
}

function build(context: Context, body: Creation, namespace: string): Repository {
  const type = body.type ?? 'model';
  const { store } = context;
  const preset = store.organizations.get(namespace)?.defaultPrivate === true ? 'private' : 'public';
  const repository = newRepository({
    type,
    namespace,
    name: body.name,
    createdBy: context.signedIn().user.name,
    id: store.identifiers.next(),
    now: store.now(),
    files: initialFiles(body),
    facts: { visibility: visibilityOf(body, type) ?? preset, ...(body.sdk != null && { sdk: body.sdk }) },
  });
  repository.resourceGroup = body.resourceGroupId ?? undefined;
  if (type === 'space') applySpaceOptions(repository.space, body, store.now());
  return repository;
}

/** Holds an account's creations apart, as the Hub does: a second one at the same time is refused. */
export async function whileCreating<T>(context: Context, work: () => Promise<T>): Promise<T> {
  const account = context.signedIn().user.name;
  if (context.store.creating.has(account)) {
    throw new HubError(CONFLICTING_CREATION.status, CONFLICTING_CREATION.message);
  }
  context.store.creating.add(account);
  try {
    return await work();
  } finally {
    context.store.creating.delete(account);
  }
}

async function create(context: Context): Promise<Reply> {
  const viewer = context.signedIn();
  const body = await context.json(creation);
  const type = body.type ?? 'model';
  const namespace = body.organization ?? viewer.user.name;
  if (type === 'space' && !SDKS.includes(body.sdk ?? '')) {
    throw badRequest(`sdk: must be one of ${SDKS.join(', ')}`);
  }
  checkRepositoryName(body.name);
  requireCreating(context.store, viewer, namespace, type);
  return whileCreating(context, async () => {
    const id = `${namespace}/${body.name}`;
    refuseExisting(context, type, id);
    // The Hub needs a moment; whoever comes meanwhile meets the lock, not half a repository.
    await context.takeTime();
    const repository = build(context, body, namespace);
    context.store.add(repository);
    context.effect(`create-repository ${type} ${id}`);
    return json({ url: repositoryUrl(context.origin, repository), name: id, id: repository.facts._id });
  });
}

/** Refuses a name in use; clients read the address of the repository from the refusal. */
export function refuseExisting(context: Context, type: RepositoryType, id: string): void {
  const existing = context.store.repository(type, id);
  if (existing === undefined) return;
  throw conflict(`You already created this ${type} repo`, { url: repositoryUrl(context.origin, existing) });
}

const deletion = z.object({
  name: z.string(),
  organization: z.string().nullish(),
  type: z.enum(REPOSITORY_TYPES).nullish(),
});

async function remove(context: Context): Promise<Reply> {
  const viewer = context.signedIn();
  const body = await context.json(deletion);
  const id = body.name.includes('/') ? body.name : `${body.organization ?? viewer.user.name}/${body.name}`;
  const type = body.type ?? 'model';
  const repository = context.find(type, id);
  requireWrite(context.store, viewer, repository);
  context.store.remove(repository);
  context.effect(`delete-repository ${type} ${repository.id}`);
  return text('OK');
}

const moving = z.object({
  fromRepo: z.string().regex(/^[^/]+\/[^/]+$/),
  toRepo: z.string().regex(/^[^/]+\/[^/]+$/),
  type: z.enum(REPOSITORY_TYPES).default('model'),
});

function split(id: string): { namespace: string; name: string } {
  const [namespace = '', name = ''] = id.split('/');
  return { namespace, name };
}

/** Between namespaces: out of an organisation needs its admin, into one needs a contributor. */
function requireMoving(context: Context, repository: Repository, target: string): void {
  const viewer = context.signedIn();
  requireWriteToken(viewer, repository.namespace, 'repo.write', repository);
  if (target === repository.namespace) {
    requireWrite(context.store, viewer, repository);
    return;
  }
  const from = roleIn(context.store, viewer, repository.namespace);
  const to = roleIn(context.store, viewer, target);
  if (atLeast(from, 'admin') && atLeast(to, 'contributor')) return;
  throw forbidden(`You don't have the rights to move ${repository.id} to "${target}"`);
}

async function move(context: Context): Promise<Reply> {
  const viewer = context.signedIn();
  const { fromRepo, toRepo, type } = await context.json(moving);
  const repository = context.find(type, fromRepo);
  const { namespace, name } = split(toRepo);
  checkRepositoryName(name);
  requireWriteToken(viewer, namespace);
  requireMoving(context, repository, namespace);
  if (context.store.repository(type, toRepo) !== undefined) {
    throw new HubError(MOVE_TARGET_EXISTS_STATUS, `A ${type} repository called ${toRepo} already exists`);
  }
  context.store.move(repository, namespace, name);
  context.effect(`move-repository ${type} ${fromRepo} ${toRepo}`);
  return json(MOVE_REPLY);
}

export const repositoryRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/repos/create', handle: create },
  { method: 'DELETE', pattern: '/api/repos/delete', handle: remove },
  { method: 'POST', pattern: '/api/repos/move', handle: move },
];
