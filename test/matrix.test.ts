import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittingMatrix, jobsPerMatrix, matrixOf, matrixOfNames } from '../src/matrix.ts';

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

test('what does not fit is cut down to names, then to ranges that cover the list', () => {
  const items = Array.from({ length: 1_000 }, (_, index) => ({ id: `a/${index}`, tags: 'x'.repeat(200) }));
  const list = { count: 1_000, items };
  expect(fittingMatrix(list, undefined, 1_000_000).holds).toBe('items');
  expect(fittingMatrix(list, undefined, 50_000).holds).toBe('names');
  const { holds, text } = fittingMatrix(list, 3, 1_000);
  expect(holds).toBe('ranges');
  expect(JSON.parse(text).include).toEqual([
    { shard: 0, 'shard-count': 3, start: 0, end: 333 },
    { shard: 1, 'shard-count': 3, start: 333, end: 666 },
    { shard: 2, 'shard-count': 3, start: 666, end: 1_000 },
  ]);
});

test('items without a name leave ranges, not empty jobs', () => {
  const items = Array.from({ length: 10 }, () => ({ x: 'y'.repeat(100) }));
  expect(fittingMatrix({ count: 10, items }, undefined, 500).holds).toBe('ranges');
  expect(fittingMatrix({ count: 10, items: undefined }, undefined, 500).holds).toBe('ranges');
});
