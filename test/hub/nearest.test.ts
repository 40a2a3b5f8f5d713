import { expect, test } from 'vitest';
import { nearest, nearTypo } from '../../src/hub/nearest.ts';

const names = ['repository', 'type', 'visibility', 'private'];

test.each([
  ['repositroy', 'repository'],
  ['repo-sitory', 'repository'],
  ['visiblity', 'visibility'],
  ['Privat', 'private'],
  ['repo', 'repository'],
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

test('a name that is cut off is the only one that begins so, though another is as short', () => {
  expect(nearest('create-repo', ['create-repository', 'create-tag'])).toBe('create-repository');
  expect(nearest('create-dis', ['create-discussion', 'create-disk', 'list'])).toBe('create-disk');
});

test('very long text is compared quickly', () => {
  expect(nearest('x'.repeat(1_000_000), names)).toBeUndefined();
  expect(nearest('anything', [])).toBeUndefined();
});
