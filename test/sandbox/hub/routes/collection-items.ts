import * as z from 'zod';
import type { Context } from '../context.ts';
import { badRequest, conflict, notFound } from '../errors.ts';
import type { Reply } from '../reply.ts';
import { json } from '../reply.ts';
import type { Route } from '../router.ts';
import type { Collection, CollectionItem } from '../store/collection.ts';
import { COLLECTION_ITEM_TYPES, slugOf } from '../store/collection.ts';
import { collectionById, writableCollection } from './collection-access.ts';
import { describeCollection } from './describe-collection.ts';

const addition = z.object({
  item: z.object({ type: z.enum(COLLECTION_ITEM_TYPES), id: z.string() }),
  note: z.string().max(500).optional(),
});

function refuseUnknown(context: Context, type: CollectionItem['type'], id: string): void {
  if (type === 'model' || type === 'dataset' || type === 'space') context.find(type, id);
  else if (type === 'paper' && context.store.papers.every((one) => one.id !== id)) throw notFound('Paper not found');
  else if (type === 'collection' && collectionById(context.store, id) === undefined)
    throw notFound('Collection not found');
  else if (type === 'bucket') throw badRequest('The sandbox has no buckets');
}

/** Appends an item once its existence is known. */
export function addItem(context: Context, collection: Collection, body: z.infer<typeof addition>): CollectionItem {
  const { type, id } = body.item;
  refuseUnknown(context, type, id);
  if (collection.items.some((one) => one.type === type && one.id === id)) {
    throw conflict('This item is already in the collection');
  }
  const item: CollectionItem = { _id: context.store.identifiers.next(), type, id, note: body.note };
  collection.items.push(item);
  collection.lastUpdated = context.store.now();
  return item;
}

async function add(context: Context): Promise<Reply> {
  const collection = writableCollection(context);
  const item = addItem(context, collection, await context.json(addition));
  context.effect(`add-collection-item ${slugOf(collection)} ${item.type} ${item.id}`);
  return json(describeCollection(context, collection));
}

function itemOf(collection: Collection, id: string): CollectionItem {
  const item = collection.items.find((one) => one._id === id);
  if (item === undefined) throw notFound('Collection item not found');
  return item;
}

const itemChange = z.object({ note: z.string().max(500).optional(), position: z.number().int().min(0).optional() });

function change(collection: Collection, id: string, { note, position }: z.infer<typeof itemChange>): void {
  const item = itemOf(collection, id);
  item.note = note ?? item.note;
  if (position === undefined) return;
  collection.items.splice(collection.items.indexOf(item), 1);
  collection.items.splice(position, 0, item);
}

async function update(context: Context): Promise<Reply> {
  const collection = writableCollection(context);
  change(collection, context.parameter('item'), await context.json(itemChange));
  context.effect(`update-collection-item ${slugOf(collection)} ${context.parameter('item')}`);
  return json({ success: true });
}

const batch = z.array(z.object({ action: z.literal('update'), _id: z.string(), data: itemChange }));

async function updateMany(context: Context): Promise<Reply> {
  const collection = writableCollection(context);
  const changes = await context.json(batch);
  for (const { _id } of changes) itemOf(collection, _id);
  for (const { _id, data } of changes) change(collection, _id, data);
  context.effect(`update-collection-items ${slugOf(collection)} ${changes.length}`);
  return json({ success: true });
}

function remove(context: Context): Reply {
  const collection = writableCollection(context);
  const item = itemOf(collection, context.parameter('item'));
  collection.items.splice(collection.items.indexOf(item), 1);
  context.effect(`delete-collection-item ${slugOf(collection)} ${item.type} ${item.id}`);
  return json({ success: true });
}

export const collectionItemRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/api/collections/:slug/items', handle: add },
  { method: 'POST', pattern: '/api/collections/:slug/items/batch', handle: updateMany },
  { method: 'PATCH', pattern: '/api/collections/:slug/items/:item', handle: update },
  { method: 'DELETE', pattern: '/api/collections/:slug/items/:item', handle: remove },
];
