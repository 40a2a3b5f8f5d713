import { expect, test } from 'vitest';
import { getModel, listModels, updateModelSettings } from '../../../src/hub/operations/models.ts';
import { problemsOf } from '../request-of.ts';
import { routeOf } from './routes.ts';

test.each([
  ['repository: a/b', 'GET /api/models/a/b'],
  [
    'repository: a/b\nrevision: v/1\nblobs: true\nsecurity-status: true',
    'GET /api/models/a/b/revision/v%2F1?blobs=true&securityStatus=true',
  ],
  ['repository: a/b\nexpand: [sha, gated]', 'GET /api/models/a/b?expand=sha&expand=gated'],
])('%j', (input, route) => {
  expect(routeOf(getModel, input)[0]).toBe(route);
});

test('every parameter of the list has its place in the query', () => {
  const input = `
search: s
author: a
filter: [x, y]
sort: likes
direction: 1
full: true
expand: sha
config: true
card-data: true
pipeline-tag: p
gated: false
inference: warm
inference-provider: [h, i]
apps: z
num-parameters: min:1B
limit: 3
cursor: c`;
  expect(routeOf(listModels, input)[0].split('?')[1]?.split('&').toSorted()).toEqual([
    'apps=z',
    'author=a',
    'cardData=true',
    'config=true',
    'cursor=c',
    'direction=1',
    'expand=sha',
    'filter=x',
    'filter=y',
    'full=true',
    'gated=false',
    'inference=warm',
    'inference_provider=h',
    'inference_provider=i',
    'limit=3',
    'num_parameters=min:1B',
    'pipeline_tag=p',
    'search=s',
    'sort=likes',
  ]);
});

test('settings are sent as given, false too', () => {
  const input =
    'repository: a/b\ngated: false\ndiscussions-disabled: true\ngated-notifications-email: a@example.com\norg-members-gated: true\ngated-notifications-mode: bulk\ndiscussions-sorting: trending\nvisibility: public';
  expect(routeOf(updateModelSettings, input)).toEqual([
    'PUT /api/models/a/b/settings',
    {
      gated: false,
      discussionsDisabled: true,
      gatedNotificationsEmail: 'a@example.com',
      orgMembersGated: true,
      gatedNotificationsMode: 'bulk',
      discussionsSorting: 'trending',
      visibility: 'public',
    },
  ]);
});

test.each([
  ['', 'input'],
  ['visibility: protected', 'input.visibility'],
  ['private: true\nvisibility: public', 'input.private'],
  ['gated: yes', 'input.gated'],
  ['gated-notifications-email: nobody', 'input.gated-notifications-email'],
])('%j is refused', (rest, name) => {
  expect(problemsOf('update-model-settings', `repository: a/b\n${rest}`).map((problem) => problem.name)).toEqual([
    name,
  ]);
});
