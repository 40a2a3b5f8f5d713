import { expect, test } from 'vitest';
import { overlap, placesOf } from '../../src/hub/schema-properties.ts';

test('places are found at every level, the outer ones first', () => {
  const schema = {
    type: 'object',
    required: ['repo'],
    properties: {
      repo: { type: 'object', required: ['id'], properties: { id: { type: 'string' }, type: true } },
      limit: true,
    },
  };
  const places = placesOf(schema);
  expect(places.map(({ path }) => path.join('.'))).toEqual(['repo', 'limit', 'repo.id', 'repo.type']);
  expect(places.map(({ required }) => required)).toEqual([true, false, true, false]);
  expect(places.map(({ joined, last }) => [joined, last])[2]).toEqual(['repoid', 'id']);
});

test.each([
  [['a'], ['a'], true],
  [['a'], ['a', 'b'], true],
  [['a', 'b'], ['a'], true],
  [['a', 'b'], ['a', 'c'], false],
  [['a'], ['b'], false],
])('%j and %j overlap: %s', (one, other, expected) => {
  expect(overlap(one, other)).toBe(expected);
});
