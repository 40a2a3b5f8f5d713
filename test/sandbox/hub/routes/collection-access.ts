import { atLeast, requireWriteToken, roleIn } from '../access.ts';
import type { Context } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';
import type { Collection } from '../store/collection.ts';
import type { Store } from '../store/store.ts';

/** A collection by its id or by any slug it ever had. */
export function collectionById(store: Store, idOrSlug: string): Collection | undefined {
  return store.collections.get(idOrSlug.slice(-24));
}

/** Whether the viewer may know of a collection. */
export function mayRead(context: Context, collection: Collection): boolean {
  if (!collection.private) return true;
  return atLeast(roleIn(context.store, context.viewer, collection.namespace), 'read');
}

/** The collection of the path: the id at the end of its slug counts, the words before do not. */
export function collectionOf(context: Context): Collection {
  const [namespace = '', rest = ''] = context.parameter('slug').split('/');
  const id = /(?:^|-)([0-9a-f]{24})$/.exec(rest)?.[1];
  const collection = id === undefined ? undefined : context.store.collections.get(id);
  if (collection === undefined || collection.namespace !== namespace || !mayRead(context, collection)) {
    throw notFound('Collection not found');
  }
  return collection;
}

/** The collection of the path, if the viewer may change it. */
export function writableCollection(context: Context): Collection {
  const viewer = context.signedIn();
  const collection = collectionOf(context);
  requireWriteToken(viewer, collection.namespace);
  if (!atLeast(roleIn(context.store, viewer, collection.namespace), 'contributor')) {
    throw forbidden(`You don't have the rights to update this collection`);
  }
  return collection;
}
