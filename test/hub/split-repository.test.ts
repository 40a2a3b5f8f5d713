import { expect, test } from 'vitest';
import { listDiscussions } from '../../src/hub/operations/discussions.ts';
import { moveRepository } from '../../src/hub/operations/repositories.ts';
import { placesOf } from '../../src/hub/schema-properties.ts';
import { findHalves } from '../../src/hub/split-repository.ts';

const text = { type: 'string' };

function halves(properties: Record<string, unknown>, prefixes = [''], { parameters } = moveRepository) {
  const found = findHalves(prefixes, placesOf({ type: 'object', properties }), parameters);
  return found && [found.owner.path.join('.'), found.name.path.join('.')];
}

test.each([
  [{ owner: text, repo_name: text }, ['owner', 'repo_name']],
  [{ namespace: text, name: text }, ['namespace', 'name']],
  [{ organization: text, repository: text }, ['organization', 'repository']],
  [{ repo: { type: 'object', properties: { owner: text, name: text } } }, ['repo.owner', 'repo.name']],
  [{ repo_owner: text, repo_name: text }, ['repo_owner', 'repo_name']],
  [{ repository: text, limit: text }, undefined],
  [{ owner: text, limit: text }, undefined],
])('%j', (properties, expected) => {
  expect(halves(properties)).toEqual(expected);
});

test('two repositories are told apart by what stands before', () => {
  const properties = { from_owner: text, from_name: text, to_owner: text, to_name: text };
  expect(halves(properties, ['from'])).toEqual(['from_owner', 'from_name']);
  expect(halves(properties, ['to'])).toEqual(['to_owner', 'to_name']);
});

test("a name that is another parameter's is no owner", () => {
  expect(halves({ repo_name: text, author: text }, [''], listDiscussions)).toBeUndefined();
});
