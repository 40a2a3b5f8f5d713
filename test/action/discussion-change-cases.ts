import { expect } from 'vitest';
import { type OperationCase, recordOf, type Scene } from './operation-case.ts';

const discussionPath = ({ repository }: Scene): string => `/api/datasets/${repository}/discussions/1`;

async function withDiscussion(scene: Scene): Promise<void> {
  await scene.hub.createRepository('dataset', scene.name);
  await scene.hub.openDiscussion(`datasets/${scene.repository}`, 'A first question');
}

/** A pull request of one file, ready to be merged. */
async function withPullRequest({ hub, name, repository }: Scene): Promise<void> {
  await hub.createRepository('model', name);
  const files = [{ path: 'added.txt', content: 'merged', encoding: 'utf-8' }];
  const commit = { summary: 'Add a file', files };
  await hub.succeed('POST', `/api/models/${repository}/commit/main?create_pr=1`, commit);
  const opened = await hub.get(`/api/models/${repository}/discussions/1`);
  if (opened.status === 'draft') {
    await hub.succeed('POST', `/api/models/${repository}/discussions/1/status`, { status: 'open' });
  }
}

/** What is done to discussions and pull requests that are there already. */
export const discussionChangeCases: Readonly<Record<string, OperationCase>> = {
  'comment-discussion': {
    changes: true,
    prepare: withDiscussion,
    input: ({ repository }) => ({ repository, type: 'dataset', num: 1, comment: 'Seen, thank you.' }),
    check: async (result, scene) => {
      const discussion = JSON.stringify(await scene.hub.get(discussionPath(scene)));
      expect(discussion).toContain('Seen, thank you.');
      expect(result.outputs.url).toContain(`/datasets/${scene.repository}/discussions/1`);
    },
  },
  'update-discussion': {
    changes: true,
    runsWithout: 'actions',
    prepare: withDiscussion,
    input: ({ repository }) => ({
      repository,
      type: 'dataset',
      num: 1,
      title: 'An answered question',
      status: 'closed',
      comment: 'Answered.',
    }),
    check: async (result, scene) => {
      const discussion = await scene.hub.get(discussionPath(scene));
      expect(discussion).toMatchObject({ title: 'An answered question', status: 'closed' });
      expect(JSON.stringify(discussion)).toContain('Answered.');
      expect(recordOf(result)).toMatchObject({ newTitle: expect.anything(), newStatus: expect.anything() });
    },
  },
  'merge-pull-request': {
    changes: true,
    runsWithout: 'actions',
    prepare: withPullRequest,
    input: ({ repository }) => ({ repository, num: 1, comment: 'Looks right.' }),
    check: async (_, { hub, repository }) => {
      expect(await hub.get(`/api/models/${repository}/discussions/1`)).toMatchObject({ status: 'merged' });
      const files = await hub.list(`/api/models/${repository}/tree/main`);
      expect(files).toContainEqual(expect.objectContaining({ path: 'added.txt' }));
    },
  },
};
