import { expect, test } from 'vitest';
import { OperationError } from '../../../src/errors.ts';
import type { HubRead } from '../../../src/hub/operation.ts';
import { deleteCollection, getCollection, updateCollection } from '../../../src/hub/operations/collection-changes.ts';
import { addCollectionItem, removeCollectionItem } from '../../../src/hub/operations/collection-items.ts';
import { problemsOf } from '../request-of.ts';
import { temporaryHost } from '../temporary-host.ts';
import { routeOf } from './routes.ts';

const slug = 'my-org/models-65f2a0b1c3d4e5f60718293a';
const id = '65f2a0b1c3d4e5f607182900';

test.each([
  [getCollection, `slug: ${slug}`, `GET /api/collections/${slug}`, undefined],
  [getCollection, 'slug: a/é-1', 'GET /api/collections/a/%C3%A9-1', undefined],
  [
    updateCollection,
    `slug: ${slug}\ntitle: no\nposition: 0`,
    `PATCH /api/collections/${slug}`,
    { title: 'no', position: 0 },
  ],
  [
    addCollectionItem,
    `slug: ${slug}\ntype: paper\nitem: 2401.00001\nnote: Read it`,
    `POST /api/collections/${slug}/items`,
    { item: { type: 'paper', id: '2401.00001' }, note: 'Read it' },
  ],
  [removeCollectionItem, `slug: ${slug}\nitem-id: ${id}`, `DELETE /api/collections/${slug}/items/${id}`, undefined],
])('$key of %j', (operation, input, route, body) => {
  expect(routeOf(operation, input)).toEqual([route, body]);
});

test('deleting repeats the slug', () => {
  expect(routeOf(deleteCollection, `slug: ${slug}`, slug)[0]).toBe(`DELETE /api/collections/${slug}`);
  expect(problemsOf('delete-collection', `slug: ${slug}`, 'my-org/models').map(({ name }) => name)).toEqual([
    'confirm',
  ]);
});

test.each([
  ['get-collection', 'slug: my-org', 'input.slug'],
  ['get-collection', 'slug: ../models', 'input.slug'],
  ['get-collection', 'slug: a/b?c', 'input.slug'],
  ['get-collection', 'slug: a/b/c', 'input.slug'],
  ['update-collection', `slug: ${slug}`, 'input'],
  ['update-collection', `slug: ${slug}\ntheme: red`, 'input.theme'],
  ['add-collection-item', `slug: ${slug}\ntype: modle\nitem: a/b`, 'input.type'],
  ['remove-collection-item', `slug: ${slug}`, 'input.item'],
  ['remove-collection-item', `slug: ${slug}\nitem: a/b`, 'input.item'],
  ['remove-collection-item', `slug: ${slug}\ntype: model\nitem: a/b\nitem-id: ${id}`, 'input.item-id'],
  ['remove-collection-item', `slug: ${slug}\nitem-id: ../x`, 'input.item-id'],
])('%s of %j is refused', (key, input, name) => {
  expect(problemsOf(key, input).map((problem) => problem.name)).toEqual([name]);
});

const items = [
  { _id: '1', type: 'model', id: 'a/b' },
  { _id: '2', type: 'dataset', id: 'a/b' },
  { _id: '3', type: 'collection', id: '65f2a0b1c3d4e5f60718293a', slug },
];
const reads: HubRead = async () => ({ items });

test.each([
  ['dataset', 'A/b', '2'],
  // Renamed meanwhile: the id at its end is still the same.
  ['collection', 'my-org/older-name-65f2a0b1c3d4e5f60718293a', '3'],
])('the entry of %s %s is found in the collection', async (type, item, itemId) => {
  const completed = await complete({ slug, type, item });
  expect(completed).toEqual({ itemId, type: null, item: null });
});

test('an item that is not there is an error in words', async () => {
  await expect(complete({ slug, type: 'space', item: 'a/b' })).rejects.toThrow(/does not hold space a\/b/);
  await expect(complete({ slug, type: 'space', item: 'a/b' })).rejects.toBeInstanceOf(OperationError);
});

function complete(params: Readonly<Record<string, string>>) {
  if (removeCollectionItem.complete === undefined) throw new Error('remove-collection-item looks nothing up');
  return removeCollectionItem.complete(params, reads, temporaryHost());
}
