import { expect } from 'vitest';
import { z } from 'zod';
import { itemsOf, type OperationCase, recordOf, type Scene } from './operation-case.ts';

const references = z.object({
  branches: z.array(z.object({ name: z.string(), targetCommit: z.string() })),
  tags: z.array(z.object({ name: z.string(), targetCommit: z.string() })),
});

async function namesOf({ hub, repository }: Scene, kind: 'branches' | 'tags'): Promise<string[]> {
  return references.parse(await hub.get(`/api/models/${repository}/refs`))[kind].map(({ name }) => name);
}

async function withReferences({ hub, name, repository }: Scene): Promise<void> {
  await hub.createRepository('model', name);
  await hub.succeed('POST', `/api/models/${repository}/branch/feature%2Fone`, {});
  await hub.succeed('POST', `/api/models/${repository}/tag/main`, { tag: 'v0.9' });
}

/** Reading branches, tags and history. */
export const referenceReadCases: Readonly<Record<string, OperationCase>> = {
  'list-refs': {
    changes: false,
    runsWithout: 'actions',
    prepare: withReferences,
    input: ({ repository }) => ({ repository }),
    check: (result) => {
      const { branches, tags } = references.parse(recordOf(result));
      expect(branches.map(({ name }) => name)).toEqual(['main', 'feature/one']);
      expect(tags.map(({ name }) => name)).toEqual(['v0.9']);
      expect(result.outputs.count).toBe('3');
      expect(result.summary).toContain('feature/one');
    },
  },
  'list-commits': {
    changes: false,
    runsWithout: 'actions',
    prepare: withReferences,
    input: ({ repository }) => ({ repository, revision: 'feature/one', limit: 10 }),
    check: (result) => {
      expect(itemsOf(result)).toEqual([expect.objectContaining({ id: expect.stringMatching(/^[0-9a-f]{40}$/) })]);
      expect(result.outputs.count).toBe('1');
      expect(result.summary).toContain('grace');
    },
  },
};

/** Making and deleting branches and tags. */
export const referenceCases: Readonly<Record<string, OperationCase>> = {
  'create-branch': {
    changes: true,
    runsWithout: 'actions',
    prepare: withReferences,
    input: ({ repository }) => ({ repository, branch: 'release/1.0', 'starting-point': 'v0.9' }),
    check: async (result, scene) => {
      expect(await namesOf(scene, 'branches')).toContain('release/1.0');
      expect(result.outputs.url).toMatch(/\/tree\/release%2F1\.0$/);
    },
  },
  'delete-branch': {
    changes: true,
    runsWithout: 'actions',
    prepare: withReferences,
    input: ({ repository }) => ({ repository, branch: 'feature/one' }),
    inputs: ({ repository }) => ({ confirm: `${repository}@feature/one` }),
    check: async (_, scene) => {
      expect(await namesOf(scene, 'branches')).toEqual(['main']);
    },
  },
  'create-tag': {
    changes: true,
    prepare: withReferences,
    input: ({ repository }) => ({ repository, tag: 'v1.0', revision: 'feature/one', message: 'The first' }),
    check: async (_, scene) => {
      expect(await namesOf(scene, 'tags')).toEqual(['v0.9', 'v1.0']);
    },
  },
  'delete-tag': {
    changes: true,
    runsWithout: 'actions',
    prepare: withReferences,
    input: ({ repository }) => ({ repository, tag: 'v0.9' }),
    inputs: ({ repository }) => ({ confirm: `${repository}@v0.9` }),
    check: async (_, scene) => {
      expect(await namesOf(scene, 'tags')).toEqual([]);
    },
  },
};
