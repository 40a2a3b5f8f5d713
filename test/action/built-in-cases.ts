import { expect } from 'vitest';
import { itemsOf, type OperationCase, recordOf } from './operation-case.ts';

/** The operations of the action's own. */
export const builtInCases: Readonly<Record<string, OperationCase>> = {
  request: {
    changes: true,
    prepare: ({ hub, name }) => hub.createRepository('model', name),
    input: ({ name }) => ({
      method: 'POST',
      path: '/api/models/{namespace}/{name}/discussions',
      'path-params': { namespace: 'my-org', name },
      body: { title: 'Through the proxy', description: 'No action was needed.' },
    }),
    check: async (result, { hub, repository }) => {
      expect(recordOf(result)).toMatchObject({ num: 1 });
      const discussion = await hub.get(`/api/models/${repository}/discussions/1`);
      expect(discussion).toMatchObject({ title: 'Through the proxy' });
    },
  },
  batch: {
    changes: true,
    input: ({ repository }) => ({
      operations: [
        { name: 'repo', operation: 'create-repository', input: { repository, private: true } },
        {
          name: 'talk',
          operation: 'create-discussion',
          input: { repository, title: `About \${steps.repo.url}`, description: 'Opened by the same batch.' },
        },
      ],
    }),
    check: async (result, { hub, repository }) => {
      expect(recordOf(result)).toMatchObject({ repo: { status: 'succeeded' }, talk: { id: '1', changed: true } });
      const discussion = await hub.get(`/api/models/${repository}/discussions/1`);
      expect(discussion).toMatchObject({
        title: expect.stringMatching(new RegExp(`^About https?://.*${repository}$`)),
      });
    },
  },
  'search-actions': {
    changes: false,
    input: () => ({ intent: 'create a new repository on the Hugging Face Hub', limit: 5 }),
    check: (result, { dialect }) => {
      const keys = itemsOf(result).map(({ key }) => key);
      if (dialect === 'none') expect(keys).not.toContain('create-repository');
      else expect(keys).toContain('create-repository');
    },
  },
  'run-action': {
    changes: true,
    prepare: ({ hub, name }) => hub.createRepository('model', name),
    input: ({ repository, name, dialect }) => ({
      action: 'create-discussion',
      parameters:
        dialect === 'renamed'
          ? { owner: 'my-org', repo_name: name, title: 'In its own words', body: 'Text' }
          : { repository, title: 'In its own words', description: 'Text' },
    }),
    fails: ({ dialect }) => (dialect === 'none' ? 'ACTION_NOT_FOUND' : undefined),
    check: async (result, { hub, repository, dialect }) => {
      if (dialect === 'none') return;
      const discussion = await hub.get(`/api/models/${repository}/discussions/1`);
      expect(discussion).toMatchObject({ title: 'In its own words' });
      expect(result.outputs['action-id']).not.toBe('');
    },
  },
  'ensure-connection': {
    changes: false,
    input: () => ({}),
    check: (result) => {
      expect(recordOf(result)).toMatchObject({ id: result.outputs['connection-id'], state: 'READY' });
    },
  },
  publish: { changes: true, shownIn: 'publish.test.ts', input: () => ({}), check: () => undefined },
  audit: { changes: false, shownIn: 'audit.test.ts', input: () => ({}), check: () => undefined },
  'audit-plan': { changes: false, shownIn: 'audit.test.ts', input: () => ({}), check: () => undefined },
  'audit-merge': { changes: false, shownIn: 'audit.test.ts', input: () => ({}), check: () => undefined },
  snapshot: { changes: false, shownIn: 'audit.test.ts', input: () => ({}), check: () => undefined },
  apply: { changes: true, shownIn: 'audit.test.ts', input: () => ({}), check: () => undefined },
  login: { changes: false, shownIn: 'login.slow.ts', input: () => ({}), check: () => undefined },
  setup: { changes: false, shownIn: 'setup.test.ts', input: () => ({}), check: () => undefined },
};
