import * as z from 'zod';
import { requireCreating } from '../access.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import { checkRepositoryName } from '../store/names.ts';
import { freshFacts } from '../store/new-repository.ts';
import { Repository } from '../store/repository.ts';
import { refuseExisting, repositoryUrl, visibilityOf, whileCreating } from './repositories.ts';
import { applySpaceOptions, spaceOptions } from './space-options.ts';

const duplication = z.object({
  repository: z.string().regex(/^[^/]+\/[^/]+$/),
  private: z.boolean().nullish(),
  visibility: z.enum(['public', 'private', 'protected']).nullish(),
  resourceGroupId: z.string().nullish(),
  ...spaceOptions,
});
type Duplication = z.infer<typeof duplication>;

function build(context: Context, source: Repository, target: string, body: Duplication): Repository {
  const { store } = context;
  const [namespace = '', name = ''] = target.split('/');
  const facts = {
    ...freshFacts({
      type: source.type,
      createdBy: context.signedIn().user.name,
      id: store.identifiers.next(),
      now: store.now(),
    }),
    visibility: visibilityOf(body, source.type) ?? source.facts.visibility,
    sdk: source.facts.sdk,
    safetensors: source.facts.safetensors,
    scans: source.facts.scans,
  };
  const copy = new Repository(namespace, name, facts, source.content.copy());
  if (source.type === 'space') {
    copy.space.stage = source.space.stage;
    for (const [key, variable] of source.space.variables) copy.space.variables.set(key, variable);
    applySpaceOptions(copy.space, body, store.now());
  }
  return copy;
}

/** Secrets, discussions, likes and downloads stay with the original; variables come along. */
async function duplicate(context: Context): Promise<Reply> {
  const viewer = context.signedIn();
  const source = context.readableRepository();
  const body = await context.json(duplication);
  const [namespace = '', name = ''] = body.repository.split('/');
  checkRepositoryName(name);
  requireCreating(context.store, viewer, namespace, source.type);
  return whileCreating(context, async () => {
    refuseExisting(context, source.type, body.repository);
    await context.takeTime();
    const copy = build(context, source, body.repository, body);
    context.store.add(copy);
    context.effect(`duplicate-repository ${source.type} ${source.id} ${copy.id}`);
    return json({ url: repositoryUrl(context.origin, copy), filesCopyPending: false });
  });
}

export const duplicateRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/:kind/:repo/duplicate', handle: duplicate },
];
