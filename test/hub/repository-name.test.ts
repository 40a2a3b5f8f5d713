import { expect, test } from 'vitest';
import { namespaceProblem, repositoryNameProblem, splitRepository } from '../../src/hub/repository-name.ts';

test.each(['my-org/my-model', 'A/b', 'my_org/model.v1-2', `a/${'x'.repeat(96)}`])('%s is a repository', (name) => {
  expect(repositoryNameProblem(name)).toBeUndefined();
});

test.each([
  ['my-model', "must be the repository's full name, 'namespace/name'."],
  ['a/b/c', "must be the repository's full name, 'namespace/name'."],
  ['/b', 'one half of it is empty'],
  ['a/', 'one half of it is empty'],
  ['a/b c', "may hold letters, digits, '-', '_' and '.' only."],
  ['a/b%2F', "may hold letters, digits, '-', '_' and '.' only."],
  ['a/ü', "may hold letters, digits, '-', '_' and '.' only."],
  ['../b', "must not begin or end a name with '-' or '.'."],
  ['a/-b', "must not begin or end a name with '-' or '.'."],
  ['a/b--c', "must not hold '--' or '..'."],
  ['a/b..c', "must not hold '--' or '..'."],
  ['a/b.git', "must not end in '.git'."],
  [`a/${'x'.repeat(97)}`, 'more than 96 characters'],
])('%s is none', (name, problem) => {
  expect(repositoryNameProblem(name)).toContain(problem);
});

test('a namespace is one part', () => {
  expect(namespaceProblem('my-org')).toBeUndefined();
  expect(namespaceProblem('a/b')).toContain('letters, digits');
});

test('a full name splits in two', () => {
  expect(splitRepository('my-org/my-model')).toEqual({ namespace: 'my-org', name: 'my-model' });
});
