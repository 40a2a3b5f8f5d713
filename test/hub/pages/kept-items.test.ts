import { expect, test } from 'vitest';
import { KeptItems } from '../../../src/hub/pages/kept-items.ts';

function kept(count: number, most: number): KeptItems {
  const items = new KeptItems(most);
  for (let index = 0; index < count; index += 1) {
    const item = { id: `my-org/model-${index}`, text: 'x'.repeat(100) };
    items.add(item, JSON.stringify(item));
  }
  return items;
}

test('a short list is kept whole, and its length is that of its JSON', () => {
  const { items, names, characters, count } = kept(3, 1_000);
  expect(items).toHaveLength(3);
  expect(names).toHaveLength(3);
  expect(characters).toBe(JSON.stringify(items).length);
  expect(count).toBe(3);
});

test('of a longer one the names are kept, of a very long one nothing but the first rows', () => {
  expect(kept(20, 1_000)).toMatchObject({ items: undefined, names: expect.any(Array), count: 20 });
  const long = kept(100, 1_000);
  expect(long).toMatchObject({ items: undefined, names: undefined, count: 100 });
  expect(long.first).toHaveLength(50);
});
