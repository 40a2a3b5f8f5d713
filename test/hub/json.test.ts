import { expect, test } from 'vitest';
import { at, isRecord, ownProperty } from '../../src/hub/json.ts';

test('own properties alone are data', () => {
  expect(ownProperty({ a: 1 }, 'a')).toBe(1);
  expect(ownProperty({}, 'constructor')).toBeUndefined();
  expect(ownProperty([1], '0')).toBeUndefined();
  expect(ownProperty(null, 'a')).toBeUndefined();
});

test('at walks down and stops where nothing is', () => {
  expect(at({ repo: { id: 'a/b' } }, ['repo', 'id'])).toBe('a/b');
  expect(at({ repo: 'a/b' }, ['repo', 'id'])).toBeUndefined();
});

test('lists and null are no records', () => {
  expect([{}, [], null, 'x'].map(isRecord)).toEqual([true, false, false, false]);
});
