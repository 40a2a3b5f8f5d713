import * as z from 'zod';
import { requireCreating } from '../access.ts';
import type { Context } from '../context.ts';
import { COLLECTION_ITEMS_IN_LIST, COLLECTION_TITLE_IS_UNIQUE } from '../doubts.ts';
import { badRequest, conflict } from '../errors.ts';
import { cursorPage, limitOf } from '../paging.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Collection } from '../store/collection.ts';
import { COLLECTION_ITEM_TYPES, slugOf } from '../store/collection.ts';
import { collectionOf, mayRead, writableCollection } from './collection-access.ts';
import { addItem } from './collection-items.ts';
import { describeCollection } from './describe-collection.ts';

const THEMES = ['orange', 'blue', 'green', 'purple', 'pink', 'indigo'] as const;

const creation = z.object({
  title: z.string().trim().min(1).max(60),
  namespace: z.string(),
  description: z.string().max(150).nullish(),
  private: z.boolean().nullish(),
  item: z.object({ type: z.enum(COLLECTION_ITEM_TYPES), id: z.string() }).nullish(),
  resourceGroupId: z.string().nullish(),
});

function refuseTwin(context: Context, namespace: string, title: string): void {
  const twin = [...context.store.collections.values()].find(
    (one) => one.namespace === namespace && one.title === title,
  );
  if (twin === undefined || !COLLECTION_TITLE_IS_UNIQUE) return;
  throw conflict(`A collection with the title "${title}" already exists`, { slug: slugOf(twin) });
}

async function create(context: Context): Promise<Reply> {
  const viewer = context.signedIn();
  const body = await context.json(creation);
  const { store } = context;
  requireCreating(store, viewer, body.namespace, 'collection');
  refuseTwin(context, body.namespace, body.title);
  const collection: Collection = {
    _id: store.identifiers.next(),
    namespace: body.namespace,
    title: body.title,
    description: body.description ?? undefined,
    private: body.private ?? false,
    theme: THEMES[store.collections.size % THEMES.length] ?? 'orange',
    position: 0,
    upvotes: 0,
    lastUpdated: store.now(),
    items: [],
    resourceGroup: body.resourceGroupId ?? undefined,
  };
  if (body.item != null) addItem(context, collection, { item: body.item });
  store.collections.set(collection._id, collection);
  context.effect(`create-collection ${slugOf(collection)}`);
  return json(describeCollection(context, collection));
}

/** `models/ns/name` and its likes, as the `item` filter spells what a collection holds. */
function holds(collection: Collection, wanted: string): boolean {
  const [kind = '', ...id] = wanted.split('/');
  return collection.items.some((one) => `${one.type}s` === kind && one.id === id.join('/'));
}

type Order = (a: Collection, b: Collection) => number;
const ORDERS: Readonly<Record<string, Order>> = {
  trending: (a, b) => b.upvotes - a.upvotes,
  upvotes: (a, b) => b.upvotes - a.upvotes,
  lastModified: (a, b) => b.lastUpdated.getTime() - a.lastUpdated.getTime(),
};

function list(context: Context): Reply {
  const { query, settings, store } = context;
  const order = ORDERS[query.get('sort') ?? 'trending'];
  if (order === undefined) throw badRequest(`sort: must be one of ${Object.keys(ORDERS).join(', ')}`);
  const limit = limitOf(context, { initial: settings.pageSizes.collections, max: 10_000 });
  const owners = context.all('owner');
  const items = context.all('item');
  const text = (query.get('q') ?? '').toLowerCase();
  const found = [...store.collections.values()].filter(
    (one) =>
      mayRead(context, one) &&
      (owners.length === 0 || owners.includes(one.namespace)) &&
      items.every((item) => holds(one, item)) &&
      one.title.toLowerCase().includes(text),
  );
  const page = cursorPage(context, found.toSorted(order), limit, (one) => one._id);
  const described = page.items.map((one) => {
    const { position: _, shareUrl: __, ...rest } = describeCollection(context, one, COLLECTION_ITEMS_IN_LIST);
    return rest;
  });
  return json(described, 200, page.headers);
}

function get(context: Context): Reply {
  return json(describeCollection(context, collectionOf(context)));
}

const change = z.object({
  title: z.string().trim().min(1).max(60).optional(),
  description: z.string().max(150).optional(),
  private: z.boolean().optional(),
  theme: z.enum(THEMES).optional(),
  position: z.number().int().optional(),
});

async function update(context: Context): Promise<Reply> {
  const collection = writableCollection(context);
  const { title, description, theme, position, ...rest } = await context.json(change);
  collection.title = title ?? collection.title;
  collection.description = description ?? collection.description;
  collection.private = rest.private ?? collection.private;
  collection.theme = theme ?? collection.theme;
  collection.position = position ?? collection.position;
  collection.lastUpdated = context.store.now();
  context.effect(`update-collection ${slugOf(collection)}`);
  return json({ success: true, data: describeCollection(context, collection) });
}

function remove(context: Context): Reply {
  const collection = writableCollection(context);
  context.store.collections.delete(collection._id);
  context.effect(`delete-collection ${slugOf(collection)}`);
  return json({ success: true });
}

export const collectionRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/collections', handle: create },
  { method: 'GET', pattern: '/api/collections', handle: list },
  { method: 'GET', pattern: '/api/collections/:slug', handle: get },
  { method: 'PATCH', pattern: '/api/collections/:slug', handle: update },
  { method: 'DELETE', pattern: '/api/collections/:slug', handle: remove },
];
