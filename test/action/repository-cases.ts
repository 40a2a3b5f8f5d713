import { expect } from 'vitest';
import { type OperationCase, recordOf } from './operation-case.ts';

/** Questions about repositories and who owns them. */
export const repositoryReadCases: Readonly<Record<string, OperationCase>> = {
  'repository-exists': {
    changes: false,
    runsWithout: 'actions',
    input: ({ repository }) => ({ repository, type: 'dataset' }),
    check: (result, { repository }) => {
      expect(recordOf(result)).toEqual({ exists: false, repository, type: 'dataset' });
    },
  },
  'get-organization': {
    changes: false,
    input: () => ({ organization: 'my-org' }),
    check: (result) => {
      expect(recordOf(result)).toMatchObject({ name: 'my-org', fullname: 'My Organization' });
      expect(result.outputs.url).toMatch(/\/my-org$/);
    },
  },
  'download-file': {
    changes: false,
    runsWithout: 'actions',
    prepare: ({ hub, name }) =>
      hub.createRepository('model', name, { files: [{ path: 'docs/a.txt', content: 'naïve ✓\n', encoding: 'utf-8' }] }),
    input: ({ repository }) => ({ repository, path: 'docs/a.txt', to: 'fetched/a.txt' }),
    check: (result) => {
      expect(recordOf(result)).toMatchObject({ path: 'docs/a.txt', size: 11 });
      expect(recordOf(result).file).toMatch(/fetched.a\.txt$/);
    },
  },
};

/** Settings of a repository that is there already. */
export const repositoryCases: Readonly<Record<string, OperationCase>> = {
  'update-dataset-settings': {
    changes: true,
    runsWithout: 'actions',
    prepare: ({ hub, name }) => hub.createRepository('dataset', name),
    input: ({ repository }) => ({ repository, gated: 'auto', visibility: 'private' }),
    check: async (_, { hub, repository }) => {
      expect(await hub.get(`/api/datasets/${repository}`)).toMatchObject({ gated: 'auto', private: true });
    },
  },
};
