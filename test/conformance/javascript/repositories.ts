import assert from 'node:assert/strict';
import * as hub from '@huggingface/hub';
import type { Check } from './check.ts';
import { collect } from './check.ts';

async function rejection(work: Promise<unknown>): Promise<hub.HubApiError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof hub.HubApiError, `expected a HubApiError, got ${String(error)}`);
  return error;
}

/** Accounts, repositories and lists. */
export const repositoryChecks: readonly Check[] = [
  {
    method: 'whoAmI',
    run: async ({ hubUrl, accessToken }) => {
      const me = await hub.whoAmI({ hubUrl, accessToken });
      assert.equal(me.name, 'ada');
      assert.equal(me.auth.accessToken?.role, 'write');
      assert.ok(me.type === 'user' && me.orgs.some((one) => one.name === 'my-org'));
    },
  },
  {
    method: 'createRepo',
    run: async ({ hubUrl, accessToken, hub: { store } }) => {
      for (const type of ['model', 'dataset', 'space'] as const) {
        const repo = { type, name: `my-org/js-created-${type}` };
        const { repoUrl, id } = await hub.createRepo({ hubUrl, accessToken, repo, private: true, license: 'mit' });
        assert.ok(repoUrl.endsWith(repo.name));
        assert.equal(store.repository(type, repo.name)?.facts._id, id);
        assert.equal(store.repository(type, repo.name)?.isPrivate, true);
      }
    },
  },
  {
    method: 'repoExists',
    run: async ({ hubUrl, accessToken }) => {
      assert.equal(await hub.repoExists({ hubUrl, accessToken, repo: 'my-org/my-model' }), true);
      assert.equal(await hub.repoExists({ hubUrl, accessToken, repo: 'my-org/nowhere' }), false);
      assert.equal(await hub.repoExists({ hubUrl, repo: 'my-org/private-model' }), false);
    },
  },
  {
    method: 'listModels',
    run: async ({ hubUrl, accessToken, server }) => {
      const before = server.requests.length;
      const models = await collect(
        hub.listModels({ hubUrl, accessToken, search: { owner: 'my-org' }, additionalFields: ['cardData'] }),
      );
      assert.ok(server.requests.length - before > 1, 'more than one page');
      assert.equal(new Set(models.map((one) => one.id)).size, models.length);
      assert.ok(models.some((one) => one.name === 'my-org/private-model' && one.private));
      const named = await collect(hub.listModels({ hubUrl, accessToken, search: { task: 'text-generation' } }));
      assert.deepEqual(
        named.map((one) => one.name),
        ['my-org/my-model'],
      );
    },
  },
  {
    method: 'listDatasets',
    run: async ({ hubUrl, accessToken }) => {
      const datasets = await collect(
        hub.listDatasets({ hubUrl, accessToken, search: { owner: 'my-org', query: 'my-data' } }),
      );
      assert.equal(datasets[0]?.name, 'my-org/my-dataset');
      assert.equal(datasets[0]?.downloads, 120);
    },
  },
  {
    method: 'listSpaces',
    run: async ({ hubUrl, accessToken }) => {
      const spaces = await collect(hub.listSpaces({ hubUrl, accessToken, additionalFields: ['runtime'] }));
      const mine = spaces.find((one) => one.name === 'my-org/my-space');
      assert.equal(mine?.sdk, 'gradio');
      assert.equal(mine?.runtime?.stage, 'RUNNING');
    },
  },
  {
    method: 'modelInfo',
    run: async ({ hubUrl, accessToken }) => {
      const additionalFields = ['cardData', 'safetensors', 'sha'] as const;
      const model = await hub.modelInfo({
        hubUrl,
        accessToken,
        name: 'my-org/my-model',
        additionalFields: [...additionalFields],
      });
      assert.equal(model.cardData?.license, 'apache-2.0');
      assert.equal(model.safetensors?.total, 1_000_000);
      assert.match(model.id, /^[0-9a-f]{24}$/);
      assert.match(model.sha ?? '', /^[0-9a-f]{40}$/);
    },
  },
  {
    method: 'datasetInfo',
    run: async ({ hubUrl, accessToken }) => {
      const dataset = await hub.datasetInfo({
        hubUrl,
        accessToken,
        name: 'my-org/my-dataset',
        additionalFields: ['tags'],
      });
      assert.ok(dataset.tags.includes('license:cc-by-4.0'));
    },
  },
  {
    method: 'spaceInfo',
    run: async ({ hubUrl, accessToken }) => {
      const space = await hub.spaceInfo({
        hubUrl,
        accessToken,
        name: 'my-org/my-space',
        additionalFields: ['runtime'],
      });
      assert.equal(space.runtime?.hardware?.current, 'cpu-basic');
    },
  },
  {
    method: 'checkRepoAccess',
    run: async ({ hubUrl, accessToken }) => {
      await hub.checkRepoAccess({ hubUrl, accessToken, repo: 'my-org/private-model' });
      const error = await rejection(hub.checkRepoAccess({ hubUrl, repo: 'my-org/private-model' }));
      assert.equal(error.statusCode, 401);
    },
  },
  {
    method: 'deleteRepo',
    run: async ({ hubUrl, accessToken, hub: { store } }) => {
      const repo = { type: 'dataset', name: 'my-org/js-deleted' } as const;
      await hub.createRepo({ hubUrl, accessToken, repo });
      await hub.deleteRepo({ hubUrl, accessToken, repo });
      assert.equal(store.repository('dataset', repo.name), undefined);
    },
  },
  {
    method: 'errors (409, 404, 403, 401)',
    run: async ({ hubUrl, accessToken }) => {
      const taken = await rejection(hub.createRepo({ hubUrl, accessToken, repo: 'my-org/my-model' }));
      assert.equal(taken.statusCode, 409);
      assert.match(taken.message, /already created/);
      const missing = await rejection(hub.deleteRepo({ hubUrl, accessToken, repo: 'my-org/nowhere' }));
      assert.equal(missing.statusCode, 404);
      assert.ok(missing.requestId);
      const refused = await rejection(
        hub.deleteRepo({ hubUrl, accessToken: 'hf_sandbox_ada_read', repo: 'my-org/my-model' }),
      );
      assert.equal(refused.statusCode, 403);
      const unknown = await rejection(hub.whoAmI({ hubUrl, accessToken: 'hf_unknown' }));
      assert.equal(unknown.statusCode, 401);
    },
  },
];
