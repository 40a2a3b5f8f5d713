import { expect, test } from 'vitest';
import { kebabCase, sameName } from '../../src/hub/name-forms.ts';

test.each([
  ['repoId', 'repo-id'],
  ['repo_id', 'Repo ID'],
  ['pipelineTag', 'pipeline_tag'],
])('%s and %s are the same name', (one, other) => {
  expect(sameName(one, other)).toBe(true);
});

test('other letters make another name', () => {
  expect(sameName('repository', 'repositories')).toBe(false);
});

test.each([
  ['gatedNotificationsEmail', 'gated-notifications-email'],
  ['repository', 'repository'],
  ['likes30d', 'likes30d'],
])('%s is documented as %s', (name, kebab) => {
  expect(kebabCase(name)).toBe(kebab);
});
