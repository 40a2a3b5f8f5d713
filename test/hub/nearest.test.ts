import { expect, test } from 'vitest';
import { nearest, nearTypo } from '../../src/hub/nearest.ts';

const names = ['repository', 'type', 'visibility', 'private'];

test.each([
  ['repositroy', 'repository'],
  ['repo-sitory', 'repository'],
  ['visiblity', 'visibility'],
  ['Privat', 'private'],
  ['zzz', undefined],
])('nearest to %s is %s', (written, name) => {
  expect(nearest(written, names)).toBe(name);
});

test.each([
  ['repositry', 'repository'],
  ['typ', undefined],
  ['tpye', 'type'],
  ['prvate', 'private'],
  ['reason', undefined],
  ['visabilty', 'visibility'],
  ['owner', undefined],
])('%s is certainly meant as %s', (written, name) => {
  expect(nearTypo(written, names)).toBe(name);
});

test('very long text is compared quickly', () => {
  expect(nearest('x'.repeat(1_000_000), names)).toBeUndefined();
  expect(nearest('anything', [])).toBeUndefined();
});
