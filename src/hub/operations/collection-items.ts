import { z } from 'zod';
import { OperationError } from '../../errors.ts';
import { send } from '../hub-request.ts';
import { at, type JsonObject } from '../json.ts';
import { defineOperation, type HubRead } from '../operation.ts';
import { objectId } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import {
  itemId as idOfItem,
  isInCollection,
  tellAdded,
  tellRemoved,
} from '../read-back/recognise-collection-change.ts';
import { presentItem } from '../safe-repeat/collection-change-present.ts';
import {
  collectionItemTypes,
  collectionPage,
  collectionPath,
  collectionSlug,
  readCollection,
} from './collection-parameters.ts';

const family = 'Collections';

const itemName = () => z.string().min(1).max(200);
const itemDoc = 'Its name on the Hub: `my-org/my-model`, the number of a paper, the slug of a collection.';
const itemAliases = ['itemName', 'itemId', 'id', 'repoId', 'repository', 'target'];
const typeAliases = ['itemType', 'kind', 'repoType', 'resourceType'];

export const addCollectionItem = defineOperation({
  key: 'add-collection-item',
  title: 'Add an item to a collection',
  description: 'Puts a model, dataset, Space, paper or collection into a collection.',
  family,
  effect: 'write',
  intent: 'add an item to a collection on the Hugging Face Hub',
  parameters: z.object({
    slug: collectionSlug(),
    type: parameter(z.enum(collectionItemTypes), 'What kind of item it is.', { aliases: typeAliases }),
    item: parameter(itemName(), itemDoc, { aliases: itemAliases }),
    note: parameter(z.string().max(500).optional(), 'What is said about it, at most 500 characters.', {
      aliases: ['comment', 'description', 'text'],
    }),
  }),
  answer: { id: ['slug', 'id', '_id'] },
  done: 'Added',
  describe: ({ slug, type, item }) => `${type} ${item} to collection ${slug}`,
  route: ({ slug, type, item: id, note }) =>
    send('POST', `${collectionPath({ slug })}/items`, { item: { type, id }, note }),
  page: collectionPage,
  current: readCollection,
  repeat: { kind: 'create', unique: true, present: presentItem, needs: (named) => [readCollection(named)] },
  recognise: {
    safeTwice: true,
    where: collectionPage,
    tell: ({ slug, ...item }, look) => tellAdded(collectionPath({ slug }), item, look),
  },
});

export const removeCollectionItem = defineOperation({
  key: 'remove-collection-item',
  title: 'Remove an item from a collection',
  description: 'Takes an item out of a collection; the item itself stays where it is.',
  family,
  effect: 'write',
  intent: 'remove (delete) an item from a collection on the Hugging Face Hub',
  parameters: z.object({
    slug: collectionSlug(),
    type: parameter(z.enum(collectionItemTypes).optional(), 'What kind of item it is; with `item`.', {
      aliases: typeAliases,
    }),
    item: parameter(itemName().optional(), itemDoc, { aliases: ['itemName', 'repoId', 'repository', 'target'] }),
    itemId: parameter(
      objectId().optional(),
      "Instead of `type` and `item`: the entry's own `_id`, as `get-collection` tells it.",
      { aliases: ['itemObjectId', 'collectionItemId', 'entryId', 'id'] },
    ),
  }),
  done: 'Removed',
  describe: ({ slug, type, item, itemId }) =>
    `${item === undefined ? `item ${itemId}` : `${type} ${item}`} from collection ${slug}`,
  complete: findItem,
  route: ({ slug, itemId = '' }) => ({ method: 'DELETE', path: `${collectionPath({ slug })}/items/${itemId}` }),
  page: collectionPage,
  current: readCollection,
  recognise: {
    safeTwice: true,
    where: collectionPage,
    tell: ({ slug, itemId = '' }, look) => tellRemoved(collectionPath({ slug }), itemId, look),
  },
  check: ({ type, item, itemId }) => {
    const byName = type !== undefined && item !== undefined;
    if (itemId === undefined) {
      return byName ? [] : [{ name: 'input.item', message: 'is required together with type; or give item-id.' }];
    }
    return type === undefined && item === undefined
      ? []
      : [{ name: 'input.item-id', message: 'says the same as type and item: give one or the other.' }];
  },
});

interface NamedItem {
  readonly slug: string;
  readonly type?: string | undefined;
  readonly item?: string | undefined;
  readonly itemId?: string | undefined;
}

/** The Hub removes an entry by an id that only the collection itself tells. */
async function findItem({ slug, type, item, itemId }: NamedItem, read: HubRead): Promise<JsonObject> {
  if (itemId !== undefined) return {};
  const items = at(await read(readCollection({ slug })), ['items']);
  const found: unknown = Array.isArray(items) ? items.find((one) => isInCollection(one, { type, item })) : undefined;
  const id = idOfItem(found);
  if (id === undefined) throw notThere(slug, `${type} ${item}`);
  return { itemId: id, type: null, item: null };
}

function notThere(slug: string, what: string): OperationError {
  return new OperationError('HUB_NOT_FOUND', `The collection ${slug} does not hold ${what}.`, {
    hint: '`get-collection` shows what it holds.',
    retryable: false,
    effect: 'none',
  });
}
