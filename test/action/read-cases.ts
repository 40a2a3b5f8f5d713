import { expect } from 'vitest';
import type { ActionResult } from '../harness/run-action.ts';
import { collectionReadCases } from './collection-cases.ts';
import { itemsOf, type OperationCase, recordOf, type Scene } from './operation-case.ts';
import { referenceReadCases } from './reference-cases.ts';
import { repositoryReadCases } from './repository-cases.ts';

type RepositoryType = 'model' | 'dataset' | 'space';

function gets(type: RepositoryType): OperationCase {
  return {
    changes: false,
    prepare: ({ hub, name }) => hub.createRepository(type, name, type === 'space' ? { sdk: 'static' } : {}),
    input: ({ repository }) => ({ repository }),
    check: (result, { repository }) => {
      expect(recordOf(result)).toMatchObject({ id: repository, private: false });
      expect(result.outputs.id).toBe(repository);
      expect(result.outputs.url).toMatch(new RegExp(`/${repository}$`));
    },
  };
}

function lists(type: RepositoryType): OperationCase {
  return {
    changes: false,
    prepare: async ({ hub, name }) => {
      const more = type === 'space' ? { sdk: 'static' } : {};
      await hub.createRepository(type, `${name}-one`, more);
      await hub.createRepository(type, `${name}-two`, more);
    },
    input: ({ name }) => ({ search: name, author: 'my-org', limit: 10 }),
    check: (result, { repository }) => {
      const ids = itemsOf(result).map(({ id }) => id);
      expect(ids.toSorted()).toEqual([`${repository}-one`, `${repository}-two`]);
      expectCount(result, 2);
      expect(result.summary).toContain(`${repository}-one`);
    },
  };
}

function expectCount(result: ActionResult, count: number): void {
  expect(result.outputs.count).toBe(String(count));
}

const dataset = ({ repository }: Scene): string => `datasets/${repository}`;

/** The operations that only read. */
export const readCases: Readonly<Record<string, OperationCase>> = {
  'get-model': gets('model'),
  'get-dataset': gets('dataset'),
  'get-space': gets('space'),
  'list-models': lists('model'),
  'list-datasets': lists('dataset'),
  'list-spaces': lists('space'),
  'list-organization-members': {
    changes: false,
    input: () => ({ organization: 'my-org' }),
    check: (result) => {
      expect(itemsOf(result).map(({ user }) => user)).toEqual(expect.arrayContaining(['ada', 'grace', 'linus']));
      expectCount(result, 3);
    },
  },
  'list-repository-files': {
    changes: false,
    prepare: ({ hub, name }) =>
      hub.createRepository('dataset', name, { files: [{ path: 'data/train.csv', content: 'a,b', encoding: 'utf-8' }] }),
    input: ({ repository }) => ({ repository, type: 'dataset', recursive: true }),
    check: (result) => {
      expect(itemsOf(result)).toContainEqual(
        expect.objectContaining({ path: 'data/train.csv', size: 3, type: 'file' }),
      );
    },
  },
  'get-daily-papers': {
    changes: false,
    input: () => ({ date: '2026-01-15', limit: 2 }),
    check: async (result, { hub }) => {
      const papers = await hub.list('/api/daily_papers?date=2026-01-15&limit=2');
      expect(itemsOf(result)).toEqual(papers);
      expect(papers).toHaveLength(2);
    },
  },
  'list-collections': {
    changes: false,
    prepare: async ({ hub, name }) => {
      await hub.call('POST', '/api/collections', { title: name, namespace: 'my-org' });
    },
    input: ({ name }) => ({ owner: ['my-org'], q: name }),
    check: (result, { name }) => {
      expect(itemsOf(result)).toEqual([expect.objectContaining({ title: name })]);
      expectCount(result, 1);
    },
  },
  'get-discussion': {
    changes: false,
    prepare: async (scene) => {
      await scene.hub.createRepository('dataset', scene.name);
      await scene.hub.openDiscussion(dataset(scene), 'A first question');
    },
    input: ({ repository }) => ({ repository, type: 'dataset', num: 1 }),
    check: (result) => {
      expect(recordOf(result)).toMatchObject({ num: 1, title: 'A first question', status: 'open' });
      expect(result.outputs.id).toBe('1');
    },
  },
  'list-discussions': {
    changes: false,
    prepare: async (scene) => {
      await scene.hub.createRepository('dataset', scene.name);
      await scene.hub.openDiscussion(dataset(scene), 'A first question');
      await scene.hub.openDiscussion(dataset(scene), 'Another question');
    },
    input: ({ repository }) => ({ repository, type: 'dataset', kind: 'discussion', status: 'open' }),
    check: (result) => {
      const titles = itemsOf(result).map(({ title }) => title);
      expect(titles.toSorted()).toEqual(['A first question', 'Another question']);
      expectCount(result, 2);
    },
  },
  'get-current-user': {
    changes: false,
    input: () => ({}),
    check: (result) => {
      expect(recordOf(result)).toMatchObject({ name: 'ada', type: 'user' });
    },
  },
  ...collectionReadCases,
  ...referenceReadCases,
  ...repositoryReadCases,
};
