import { z } from 'zod';
import { get, hubAddress, send } from '../hub-request.ts';
import { at } from '../json.ts';
import { column, defineOperation } from '../operation.ts';
import { cursor, limit, namespace, privateFlag, resourceGroup, textList, textOfForm } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { tellCollected } from '../read-back/recognise-collection.ts';
import { presentCollection } from '../safe-repeat/collection-present.ts';

const family = 'Collections';

export const createCollection = defineOperation({
  key: 'create-collection',
  title: 'Create a collection',
  description: 'Creates a collection of models, datasets, Spaces and papers.',
  family,
  effect: 'write',
  intent: 'create a collection on the Hugging Face Hub',
  parameters: z.object({
    title: parameter(z.string().min(1).max(60), 'From 1 to 60 characters.', { aliases: ['name', 'collectionTitle'] }),
    namespace: parameter(namespace(), 'The user or organization that it belongs to.', {
      aliases: ['owner', 'organization', 'org', 'user', 'username', 'author'],
    }),
    description: parameter(z.string().max(150).optional(), 'At most 150 characters.', {
      aliases: ['summary', 'collectionDescription'],
    }),
    private: privateFlag('Whether only its owner sees it.'),
    item: parameter(
      z
        .strictObject({
          type: z.enum(['paper', 'collection', 'space', 'model', 'dataset', 'bucket']),
          id: z.string().min(1),
        })
        .optional(),
      'Its first item: a mapping of `type` and `id`.',
      { aliases: ['firstItem', 'initialItem'] },
    ),
    resourceGroupId: resourceGroup(),
  }),
  answer: { id: ['slug', 'id', '_id'] },
  done: 'Created',
  describe: ({ title, namespace: owner }) => `collection '${title}' of ${owner}`,
  route: (params) => send('POST', '/api/collections', params),
  page: (_params, answer) => {
    const slug = at(answer, ['slug']);
    return typeof slug === 'string' ? `${hubAddress}/collections/${encodeURI(slug)}` : undefined;
  },
  current: ({ title, namespace: owner }) => get('/api/collections', { owner, q: title }),
  repeat: { kind: 'create', unique: true, present: presentCollection },
  recognise: {
    // That one title is taken once in a namespace is what the official client relies on, but nowhere promised.
    safeTwice: false,
    where: ({ namespace: owner }) => `${hubAddress}/${owner}`,
    tell: tellCollected,
  },
});

export const listCollections = defineOperation({
  key: 'list-collections',
  title: 'List collections',
  description: 'Lists collections, by owner, by an item they hold, or by text.',
  family,
  effect: 'read',
  intent: 'list or search collections on the Hugging Face Hub',
  parameters: z.object({
    owner: parameter(textList().optional(), 'Only collections of these users or organizations.', {
      aliases: ['owners', 'namespace', 'author', 'user', 'organization', 'org'],
    }),
    item: parameter(
      z
        .array(
          textOfForm(
            /^(models|datasets|spaces)\/[^/]+\/[^/]+$|^(papers|collections)\/.+$/,
            "references such as 'models/my-org/my-model' or 'papers/2401.00001'",
          ),
        )
        .min(1)
        .optional(),
      'Only collections that hold one of these: `models/my-org/my-model`, `papers/ID` and the like.',
      { aliases: ['items', 'contains', 'itemId'] },
    ),
    q: parameter(z.string().min(1).optional(), 'Only collections that match this text.', {
      aliases: ['search', 'query', 'text', 'searchQuery', 'term'],
    }),
    sort: parameter(z.enum(['trending', 'upvotes', 'lastModified']).optional(), 'What the list is ordered by.', {
      aliases: ['sortBy', 'orderBy', 'order'],
    }),
    expand: parameter(z.boolean().optional(), "Adds the items' own fields; the Hub's default is true.", {
      aliases: ['expandItems', 'includeItems'],
    }),
    limit: limit(1, 10_000, '10'),
    cursor: cursor(),
  }),
  paging: 'link',
  columns: [
    column('Collection', 'title'),
    column('Slug', 'slug'),
    column('Owner', 'owner.name', 'owner'),
    column('Upvotes', 'upvotes'),
    column('Private', 'private'),
  ],
  answer: { items: ['collections'], identity: ['slug', '_id', 'id'] },
  done: 'Listed',
  describe: ({ owner }) => (owner === undefined ? 'collections' : `collections of ${owner.join(', ')}`),
  route: (params) => get('/api/collections', params),
});
