import { expect, test } from 'vitest';
import type { Existence } from '../../../src/hub/existence.ts';
import { getOrganization } from '../../../src/hub/operations/organizations.ts';
import { repositoryExists } from '../../../src/hub/operations/repository-exists.ts';
import { requestOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

const asked = { repository: 'a/b', type: 'dataset' };

test('only what all repositories have is asked for', () => {
  expect(routeOf(repositoryExists, 'repository: a/b\ntype: space')[0]).toBe(
    'GET /api/spaces/a/b?expand=sha&expand=private&expand=lastModified&expand=createdAt',
  );
  expect(routeOf(getOrganization, 'organization: a')[0]).toBe('GET /api/organizations/a/overview');
});

test.each<[Existence, unknown]>([
  [{ kind: 'missing' }, { exists: false, ...asked }],
  [
    { kind: 'found', body: { id: 'a/b', private: true, other: 1 } },
    { exists: true, ...asked, id: 'a/b', private: true },
  ],
  [
    { kind: 'found', body: { id: 'A/b' } },
    { exists: true, ...asked, id: 'A/b' },
  ],
  [
    { kind: 'found', body: { id: 'a/new' } },
    { exists: true, ...asked, id: 'a/new', renamedTo: 'a/new' },
  ],
  [
    { kind: 'moved', address: '/api/datasets/a/new?expand=sha' },
    { exists: true, ...asked, renamedTo: 'a/new' },
  ],
  [
    { kind: 'moved', address: 'https://elsewhere.example/x' },
    { exists: true, ...asked },
  ],
  [
    { kind: 'moved', address: undefined },
    { exists: true, ...asked },
  ],
  // An action of the workspace that answers the question itself.
  [
    { kind: 'found', body: { exists: false, why: 'gone' } },
    { exists: false, why: 'gone' },
  ],
  [{ kind: 'found', body: true }, { exists: true }],
])('%j is told as %j', (seen, answer) => {
  const { params } = requestOf('repository-exists', 'repository: a/b\ntype: dataset');
  expect(repositoryExists.existence?.(params, seen)).toEqual(answer);
});

test.each([
  [{ exists: true }, 'https://huggingface.co/datasets/a/b'],
  [{ exists: true, renamedTo: 'a/new' }, 'https://huggingface.co/datasets/a/new'],
  [{ exists: false }, undefined],
])('the page of %j is %s', (answer, page) => {
  const { params } = requestOf('repository-exists', 'repository: a/b\ntype: dataset');
  expect(repositoryExists.page(params, answer)).toBe(page);
});
