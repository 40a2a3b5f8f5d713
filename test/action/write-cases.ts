import { expect } from 'vitest';
import { z } from 'zod';
import { collectionCases } from './collection-cases.ts';
import { discussionChangeCases } from './discussion-change-cases.ts';
import { type OperationCase, recordOf } from './operation-case.ts';
import { referenceCases } from './reference-cases.ts';
import { repositoryCases } from './repository-cases.ts';
import { spaceCases } from './space-cases.ts';

const collections = z.array(z.object({ slug: z.string(), title: z.string(), private: z.boolean() }));

/** The operations that change the Hub, each seen on the Hub itself. */
export const writeCases: Readonly<Record<string, OperationCase>> = {
  'create-repository': {
    changes: true,
    input: ({ repository }) => ({ repository, type: 'dataset', private: true }),
    check: async (result, { hub, repository }) => {
      expect(await hub.get(`/api/datasets/${repository}`)).toMatchObject({ id: repository, private: true });
      expect(result.outputs.url).toMatch(new RegExp(`/datasets/${repository}$`));
      expect(result.outputs.id).toMatch(/^[0-9a-f]{24}$/);
    },
  },
  'duplicate-repository': {
    changes: true,
    prepare: ({ hub, name }) =>
      hub.createRepository('model', name, { files: [{ path: 'notes.txt', content: 'hello', encoding: 'utf-8' }] }),
    input: ({ repository }) => ({ repository, 'to-repository': `${repository}-copy`, visibility: 'private' }),
    check: async (result, { hub, repository }) => {
      expect(await hub.get(`/api/models/${repository}-copy`)).toMatchObject({ private: true });
      const files = await hub.list(`/api/models/${repository}-copy/tree/main`);
      expect(files).toContainEqual(expect.objectContaining({ path: 'notes.txt' }));
      expect(result.outputs.url).toMatch(new RegExp(`/${repository}-copy$`));
    },
  },
  'move-repository': {
    changes: true,
    prepare: ({ hub, name }) => hub.createRepository('model', name),
    input: ({ repository }) => ({ repository, 'to-repository': `${repository}-moved` }),
    inputs: ({ repository }) => ({ confirm: repository }),
    check: async (_, { hub, repository }) => {
      expect(await hub.get(`/api/models/${repository}-moved`)).toMatchObject({ id: `${repository}-moved` });
      expect(await hub.status(`/api/models/${repository}`)).toBe(307);
    },
  },
  'update-model-settings': {
    changes: true,
    prepare: ({ hub, name }) => hub.createRepository('model', name),
    input: ({ repository }) => ({ repository, gated: 'manual', private: true }),
    check: async (_, { hub, repository }) => {
      expect(await hub.get(`/api/models/${repository}`)).toMatchObject({ gated: 'manual', private: true });
    },
  },
  'create-collection': {
    changes: true,
    input: ({ name }) => ({ title: name, namespace: 'my-org', description: 'Ours', private: true }),
    check: async (result, { hub, name }) => {
      const known = collections.parse(await hub.list('/api/collections?owner=my-org&limit=1000'));
      const slug = recordOf(result).slug;
      expect(known).toContainEqual({ slug, title: name, private: true });
      expect(result.outputs).toMatchObject({ id: slug, url: expect.stringContaining(String(slug)) });
    },
  },
  'create-discussion': {
    changes: true,
    prepare: ({ hub, name }) => hub.createRepository('model', name),
    input: ({ repository }) => ({ repository, title: 'Please add a licence', description: 'Which one is it?' }),
    check: async (result, { hub, repository }) => {
      const discussion = await hub.get(`/api/models/${repository}/discussions/1`);
      expect(discussion).toMatchObject({ title: 'Please add a licence', isPullRequest: false });
      expect(result.outputs).toMatchObject({ id: '1', url: expect.stringMatching(/\/discussions\/1$/) });
    },
  },
  'delete-repository': {
    changes: true,
    prepare: ({ hub, name }) => hub.createRepository('dataset', name),
    input: ({ repository }) => ({ repository, type: 'dataset' }),
    inputs: ({ repository }) => ({ confirm: repository }),
    check: async (_, { hub, repository }) => {
      expect(await hub.status(`/api/datasets/${repository}`)).toBe(404);
    },
  },
  ...repositoryCases,
  ...spaceCases,
  ...referenceCases,
  ...discussionChangeCases,
  ...collectionCases,
};
