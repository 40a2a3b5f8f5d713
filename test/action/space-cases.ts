import { expect } from 'vitest';
import { type OperationCase, recordOf, type Scene } from './operation-case.ts';

const withSpace = ({ hub, name }: Scene): Promise<void> => hub.createRepository('space', name, { sdk: 'static' });

const runtimeOf = ({ hub, repository }: Scene): Promise<Record<string, unknown>> =>
  hub.get(`/api/spaces/${repository}/runtime`);

export const spaceSecret = 'a-secret-of-the-workflow-7731';

/** What is done to a Space that is there already. */
export const spaceCases: Readonly<Record<string, OperationCase>> = {
  'update-space-settings': {
    changes: true,
    runsWithout: 'actions',
    prepare: withSpace,
    input: ({ repository }) => ({ repository, visibility: 'private', 'discussions-disabled': true }),
    check: async (_, { hub, repository }) => {
      expect(await hub.get(`/api/spaces/${repository}`)).toMatchObject({ private: true });
      expect(await hub.status(`/api/spaces/${repository}/discussions`)).toBe(403);
    },
  },
  'restart-space': {
    changes: true,
    runsWithout: 'actions',
    prepare: withSpace,
    input: ({ repository }) => ({ repository, 'factory-reboot': true }),
    check: async (result, scene) => {
      expect(await runtimeOf(scene)).toMatchObject({ stage: 'RUNNING' });
      expect(recordOf(result)).toMatchObject({ stage: 'RUNNING' });
      expect(result.outputs.url).toMatch(new RegExp(`/spaces/${scene.repository}$`));
    },
  },
  'pause-space': {
    changes: true,
    runsWithout: 'actions',
    prepare: withSpace,
    input: ({ repository }) => ({ repository }),
    check: async (_, scene) => {
      expect(await runtimeOf(scene)).toMatchObject({ stage: 'PAUSED' });
    },
  },
  'set-space-hardware': {
    changes: true,
    runsWithout: 'actions',
    prepare: withSpace,
    input: ({ repository }) => ({ repository, hardware: 't4-small', 'sleep-time-seconds': 3600 }),
    check: async (_, scene) => {
      expect(await runtimeOf(scene)).toMatchObject({ hardware: { requested: 't4-small' }, gcTimeout: 3600 });
    },
  },
  'set-space-secret': {
    changes: true,
    runsWithout: 'actions',
    prepare: withSpace,
    input: ({ repository }) => ({ repository, key: 'API_TOKEN', value: spaceSecret, description: 'For the demo' }),
    // A secret never becomes an argument of a process.
    fails: (_, transport) => (transport === 'cli' ? 'CLI_UNUSABLE' : undefined),
    check: async (result, { hub, repository }) => {
      const secrets = await hub.get(`/api/spaces/${repository}/secrets`);
      expect(Object.keys(secrets)).toEqual(result.exitCode === 0 ? ['API_TOKEN'] : []);
      expect(result.masks).toContain(spaceSecret);
      expect(`${result.log}${result.summary}${JSON.stringify(result.outputs)}`).not.toContain(spaceSecret);
    },
  },
  'set-space-variable': {
    changes: true,
    runsWithout: 'actions',
    prepare: withSpace,
    input: ({ repository }) => ({ repository, key: 'MODE', value: '1.0' }),
    check: async (_, { hub, repository }) => {
      expect(await hub.get(`/api/spaces/${repository}/variables`)).toMatchObject({ MODE: { value: '1.0' } });
    },
  },
};
