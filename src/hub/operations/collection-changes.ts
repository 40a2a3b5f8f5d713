import { z } from 'zod';
import { send } from '../hub-request.ts';
import { at } from '../json.ts';
import { column, defineOperation } from '../operation.ts';
import { privateFlag } from '../parameter-types.ts';
import { parameter } from '../parameters.ts';
import { tellGone, tellRevised } from '../read-back/recognise-collection-change.ts';
import { presentChanges } from '../safe-repeat/collection-change-present.ts';
import {
  collectionDescription,
  collectionPage,
  collectionPath,
  collectionSlug,
  collectionTitle,
  readCollection,
} from './collection-parameters.ts';

const family = 'Collections';

export const getCollection = defineOperation({
  key: 'get-collection',
  title: 'Get a collection',
  description: 'Reads a collection with all its items.',
  family,
  effect: 'read',
  intent: 'get one collection of the Hugging Face Hub with its items',
  parameters: z.object({ slug: collectionSlug() }),
  columns: [column('Item', 'id'), column('Type', 'type'), column('Note', 'note.text', 'note')],
  answer: { id: ['slug', 'id', '_id'], items: ['items'] },
  done: 'Read',
  describe: ({ slug }) => `collection ${slug}`,
  route: readCollection,
  page: collectionPage,
});

export const updateCollection = defineOperation({
  key: 'update-collection',
  title: 'Update a collection',
  description: 'Changes the title, the description, the look or the visibility of a collection.',
  family,
  effect: 'write',
  intent: 'update a collection on the Hugging Face Hub: title, description, theme, visibility',
  parameters: z.object({
    slug: collectionSlug(),
    title: parameter(collectionTitle().optional(), 'From 1 to 60 characters; the slug changes with it.', {
      aliases: ['name', 'collectionTitle', 'newTitle'],
    }),
    description: parameter(collectionDescription().optional(), 'At most 150 characters.', {
      aliases: ['summary', 'collectionDescription'],
    }),
    private: privateFlag('Whether only its owner sees it.'),
    theme: parameter(
      z.enum(['orange', 'blue', 'green', 'purple', 'pink', 'indigo']).optional(),
      'The colour it is shown in.',
      { aliases: ['color', 'colour'] },
    ),
    position: parameter(z.int().min(0).optional(), "Its place among its owner's collections, counted from 0.", {
      aliases: ['index', 'order'],
    }),
  }),
  answer: { id: ['slug', 'id', '_id'] },
  done: 'Updated',
  describe: ({ slug }) => `collection ${slug}`,
  route: ({ slug, ...changes }) => send('PATCH', collectionPath({ slug }), changes),
  // The answer is wrapped, and holds the slug that goes with a new title.
  page: ({ slug }, answer) => {
    const now = at(answer, ['data', 'slug']) ?? at(answer, ['slug']);
    return collectionPage({ slug: typeof now === 'string' ? now : slug });
  },
  current: readCollection,
  repeat: { kind: 'change', unique: false, present: presentChanges },
  recognise: {
    safeTwice: true,
    where: collectionPage,
    tell: ({ slug, ...changes }, look) => tellRevised(collectionPath({ slug }), changes, look),
  },
  check: ({ slug: _, ...changes }) =>
    Object.values(changes).every((value) => value === undefined)
      ? [{ name: 'input', message: 'names nothing to change, such as title or description.' }]
      : [],
});

export const deleteCollection = defineOperation({
  key: 'delete-collection',
  title: 'Delete a collection',
  description: 'Deletes a collection for good; what it holds stays where it is.',
  family,
  effect: 'destroy',
  intent: 'delete a collection from the Hugging Face Hub',
  parameters: z.object({ slug: collectionSlug('The collection to delete, as its address names it.') }),
  done: 'Deleted',
  describe: ({ slug }) => `collection ${slug}`,
  route: ({ slug }) => ({ method: 'DELETE', path: collectionPath({ slug }) }),
  current: readCollection,
  recognise: {
    safeTwice: true,
    where: collectionPage,
    tell: ({ slug }, look) => tellGone(collectionPath({ slug }), look),
  },
  confirm: { what: "the collection's slug", text: ({ slug }) => slug },
});
