import { expect } from 'vitest';
import { z } from 'zod';
import { type OperationCase, recordOf, type Scene } from './operation-case.ts';

const collection = z.looseObject({ slug: z.string(), items: z.array(z.record(z.string(), z.unknown())) });

/** The slug ends in an id that only making it tells, so it is looked up by title. */
const slugs = new Map<string, string>();
const slugOf = ({ name }: Scene): string => slugs.get(name) ?? `my-org/unknown-${'0'.repeat(24)}`;

const oneModel = { item: { type: 'model', id: 'my-org/my-model' } };

async function withCollection(scene: Scene, first: object = oneModel): Promise<void> {
  const sent = { title: scene.name, namespace: 'my-org', ...first };
  const made = collection.parse((await scene.hub.succeed('POST', '/api/collections', sent)).body);
  slugs.set(scene.name, made.slug);
}

const pathOf = (scene: Scene): string => `/api/collections/${slugOf(scene)}`;

async function itemsIn(scene: Scene): Promise<unknown[]> {
  return collection.parse(await scene.hub.get(pathOf(scene))).items.map(({ id }) => id);
}

/** Reading a collection. */
export const collectionReadCases: Readonly<Record<string, OperationCase>> = {
  'get-collection': {
    changes: false,
    prepare: withCollection,
    input: (scene) => ({ slug: slugOf(scene) }),
    check: (result, scene) => {
      expect(recordOf(result)).toMatchObject({ title: scene.name, items: [{ id: 'my-org/my-model' }] });
      expect(result.outputs).toMatchObject({ id: slugOf(scene), count: '1' });
      expect(result.outputs.url).toContain(`/collections/${slugOf(scene)}`);
    },
  },
};

/** What is done to collections that are there already. */
export const collectionCases: Readonly<Record<string, OperationCase>> = {
  'update-collection': {
    changes: true,
    runsWithout: 'actions',
    prepare: withCollection,
    input: (scene) => ({ slug: slugOf(scene), description: 'Kept up by a workflow', private: true, theme: 'green' }),
    check: async (result, scene) => {
      const now = { description: 'Kept up by a workflow', theme: 'green', title: scene.name };
      expect(recordOf(result)).toMatchObject({ data: now });
      expect(result.outputs.id).toBe(slugOf(scene));
      // It is private now, and whoever looks is a member.
      expect(await scene.hub.get(pathOf(scene))).toMatchObject({ ...now, private: true });
    },
  },
  'delete-collection': {
    changes: true,
    runsWithout: 'actions',
    prepare: withCollection,
    input: (scene) => ({ slug: slugOf(scene) }),
    inputs: (scene) => ({ confirm: slugOf(scene) }),
    check: async (_, scene) => {
      expect(await scene.hub.status(pathOf(scene))).toBe(404);
    },
  },
  'add-collection-item': {
    changes: true,
    runsWithout: 'actions',
    prepare: withCollection,
    input: (scene) => ({
      slug: slugOf(scene),
      type: 'dataset',
      item: 'my-org/my-dataset',
      note: 'What it learnt from',
    }),
    check: async (_, scene) => {
      expect(await itemsIn(scene)).toEqual(['my-org/my-model', 'my-org/my-dataset']);
      expect(JSON.stringify(await scene.hub.get(pathOf(scene)))).toContain('What it learnt from');
    },
  },
  'remove-collection-item': {
    changes: true,
    runsWithout: 'actions',
    prepare: withCollection,
    input: (scene) => ({ slug: slugOf(scene), type: 'model', item: 'my-org/my-model' }),
    check: async (_, scene) => {
      expect(await itemsIn(scene)).toEqual([]);
    },
  },
};
