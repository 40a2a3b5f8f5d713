import assert from 'node:assert/strict';
import * as hub from '@huggingface/hub';
import type { ServedHub } from '../served-hub.ts';
import type { Check } from './check.ts';
import { collect } from './check.ts';

async function newRepository({ hubUrl, accessToken }: ServedHub, name: string): Promise<hub.RepoId> {
  const repo = { type: 'model', name: `my-org/${name}` } as const;
  await hub.createRepo({ hubUrl, accessToken, repo });
  return repo;
}

function adding(path: string): hub.CommitOperation[] {
  return [{ operation: 'addOrUpdate', path, content: new Blob([path]) }];
}

/** Commits, branches and collections. */
export const historyChecks: readonly Check[] = [
  {
    method: 'commit (parent commit)',
    run: async (served) => {
      const {
        hubUrl,
        accessToken,
        hub: { store },
      } = served;
      const repo = await newRepository(served, 'js-parents');
      const parentCommit = store.repository('model', repo.name)?.sha ?? '';
      const commit = (path: string) =>
        hub.commit({ hubUrl, accessToken, repo, title: path, operations: adding(path), parentCommit });
      const settled = await Promise.allSettled([commit('one.txt'), commit('two.txt')]);
      const failed = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      assert.equal(failed.length, 1, 'one of two writers at once succeeds');
      assert.equal(failed[0]?.statusCode, 412);
      assert.equal(await hub.countCommits({ hubUrl, accessToken, repo, revision: 'main' }), 2);
      const files = await collect(hub.listFiles({ hubUrl, accessToken, repo }));
      assert.equal(files.length, 2, 'nothing of the other commit is seen');
    },
  },
  {
    method: 'commit (pull request)',
    run: async (served) => {
      const {
        hubUrl,
        accessToken,
        hub: { store },
      } = served;
      const repo = await newRepository(served, 'js-pull-request');
      const output = await hub.commit({
        hubUrl,
        accessToken,
        repo,
        title: 'A proposal',
        operations: adding('new.txt'),
        isPullRequest: true,
      });
      assert.ok(output?.pullRequestUrl?.endsWith('/my-org/js-pull-request/discussions/1'));
      assert.equal(store.repository('model', repo.name)?.discussions.byNumber.get(1)?.pullRequest?.base, 'main');
      const exists = (revision: string) => hub.fileExists({ hubUrl, accessToken, repo, path: 'new.txt', revision });
      assert.equal(await exists('refs/pr/1'), true);
      assert.equal(await exists('main'), false);
      const proposed = await collect(hub.listFiles({ hubUrl, accessToken, repo, revision: 'refs/pr/1' }));
      assert.ok(proposed.some((one) => one.path === 'new.txt'));
    },
  },
  {
    method: 'createBranch, deleteBranch',
    run: async (served) => {
      const {
        hubUrl,
        accessToken,
        hub: { store },
      } = served;
      const repo = await newRepository(served, 'js-branches');
      const branches = () => [...(store.repository('model', repo.name)?.content.branches.keys() ?? [])];
      await hub.createBranch({ hubUrl, accessToken, repo, branch: 'feature/x' });
      await hub.createBranch({ hubUrl, accessToken, repo, branch: 'bare', empty: true });
      assert.deepEqual(branches(), ['main', 'feature/x', 'bare']);
      await assert.rejects(hub.createBranch({ hubUrl, accessToken, repo, branch: 'bare' }), { statusCode: 409 });
      await hub.createBranch({ hubUrl, accessToken, repo, branch: 'bare', overwrite: true });
      await hub.deleteBranch({ hubUrl, accessToken, repo, branch: 'feature/x' });
      assert.deepEqual(branches(), ['main', 'bare']);
    },
  },
  {
    method: 'countCommits, listCommits',
    run: async (served) => {
      const { hubUrl, accessToken } = served;
      const repo = await newRepository(served, 'js-history');
      for (const path of ['1', '2', '3']) {
        await hub.commit({ hubUrl, accessToken, repo, title: `Add ${path}`, operations: adding(path) });
      }
      assert.equal(await hub.countCommits({ hubUrl, accessToken, repo, revision: 'main' }), 4);
      const commits = await collect(hub.listCommits({ hubUrl, accessToken, repo, batchSize: 3 }));
      assert.deepEqual(
        commits.map((one) => one.title),
        ['Add 3', 'Add 2', 'Add 1', 'initial commit'],
      );
      assert.equal(commits[0]?.authors[0]?.username, 'ada');
    },
  },
  {
    method: 'createCollection, listCollections, deleteCollection',
    run: async ({ hubUrl, accessToken }) => {
      const collection = {
        title: 'From JavaScript',
        namespace: 'my-org',
        description: 'Some',
        item: { type: 'model', id: 'my-org/my-model' },
      } as const;
      const { slug } = await hub.createCollection({ hubUrl, accessToken, collection });
      const listed = () => collect(hub.listCollections({ hubUrl, accessToken, search: { owner: ['my-org'] } }));
      const mine = (await listed()).find((one) => one.slug === slug);
      assert.equal(mine?.title, 'From JavaScript');
      assert.equal(mine?.items[0]?.type, 'model');
      await hub.deleteCollection({ hubUrl, accessToken, slug });
      assert.ok((await listed()).every((one) => one.slug !== slug));
    },
  },
];
