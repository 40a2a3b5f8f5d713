import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobsPerMatrix, matrixOf, matrixOfNames } from '../src/matrix.ts';

test('a short list is one job an item', () => {
  expect(matrixOf([{ id: 'a' }, 'b', 3])).toEqual({ include: [{ id: 'a' }, { value: 'b' }, { value: 3 }] });
  expect(matrixOf([])).toEqual({ include: [] });
  expect(matrixOf(Array(256).fill({ a: 1 })).include).toHaveLength(256);
});

test('a list over the limit is cut into shards', () => {
  const { include } = matrixOf(Array.from({ length: 257 }, (_, index) => ({ id: index })));
  expect(include).toHaveLength(256);
  expect(include[0]).toEqual({ shard: 0, 'shard-count': 256, items: [{ id: 0 }] });
});

test('names are enough to find an item again', () => {
  expect(matrixOfNames([{ id: 'my-org/a', likes: 1 }, { x: 1 }, 'c'])).toEqual({
    include: [{ id: 'my-org/a' }, {}, { value: 'c' }],
  });
});

test('shards hold every item once, in order, and differ by one at most', () => {
  const lists = fc.array(fc.integer(), { maxLength: 1_000 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: jobsPerMatrix }), (list, count) => {
      const shards = matrixOf(list, count).include.map((shard) => shard.items);
      const sizes = shards.map((items) => (Array.isArray(items) ? items.length : -1));
      expect(shards.flat()).toEqual(list);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      expect(shards.length).toBeLessThanOrEqual(Math.max(1, Math.min(count, list.length)));
    }),
    { seed: 20_261_123 },
  );
});
