import { expect, test } from 'vitest';
import { listOrganizationMembers } from '../../../src/hub/operations/organizations.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test('the members', () => {
  expect(
    routeOf(listOrganizationMembers, 'organization: a\nsearch: x\nemail: e@example.com\nlimit: 10\ncursor: c')[0],
  ).toBe('GET /api/organizations/a/members?search=x&email=e@example.com&limit=10&cursor=c');
});

test.each(['a/b', '../x', 'a b', ''])('%j is no organization', (name) => {
  expect(problemsOf('list-organization-members', `organization: "${name}"`)).toHaveLength(1);
});
