import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slugOf } from '../sandbox/hub/store/collection.ts';
import { operationsIn } from '../sandbox/membrane/operations/dialect.ts';
import { isRecord, type UnknownRecord } from '../sandbox/membrane/record.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

/** For each action: an input in each dialect, the Hub's route it must reach, and what it must leave there. */
interface Case {
  canonical: UnknownRecord;
  renamed: UnknownRecord;
  route: string;
  effect?: string;
}

const model = { repository: 'my-org/made', type: 'model' };
/** Stands for the slug of a seeded collection, which ends in an id. */
const COLLECTION = '{collection}';
const renamedModel = { owner: 'my-org', repo_name: 'made', repo_type: 'models' };

/** In this order: what one makes the next one reads, and the last one deletes. */
const CASES: Record<string, Case> = {
  'create-repository': {
    canonical: { ...model, visibility: 'private' },
    renamed: { ...renamedModel, settings: { visibility: 'private' } },
    route: 'POST /api/repos/create',
    effect: 'create-repository model my-org/made',
  },
  'update-model-settings': {
    canonical: { repository: 'my-org/made', gated: 'manual', discussionsDisabled: false },
    renamed: { model_id: 'my-org/made', settings: { gated: 'manual', discussions_disabled: false } },
    route: 'PUT /api/:kind/:repo/settings',
    effect: 'update-settings model my-org/made',
  },
  'create-discussion': {
    canonical: { ...model, title: 'Hello', description: 'World' },
    renamed: { ...renamedModel, title: 'Hello', body: 'World' },
    route: 'POST /api/:kind/:repo/discussions',
    effect: 'open-discussion model my-org/made #',
  },
  'get-discussion': {
    canonical: { ...model, num: 1 },
    renamed: { ...renamedModel, discussion_number: 1 },
    route: 'GET /api/:kind/:repo/discussions/:num',
  },
  'list-discussions': {
    canonical: { ...model, status: 'open', p: 0 },
    renamed: { ...renamedModel, status: 'open', page: 0 },
    route: 'GET /api/:kind/:repo/discussions',
  },
  'get-model': {
    canonical: { repository: 'my-org/made', expand: ['sha', 'private'] },
    renamed: { model_id: 'my-org/made', fields: ['sha', 'private'] },
    route: 'GET /api/:kind/:repo',
  },
  'list-models': {
    canonical: { author: 'my-org', limit: 2, sort: 'lastModified', direction: -1 },
    renamed: { owner: 'my-org', page_size: 2, sort_by: 'lastModified', order: 'desc' },
    route: 'GET /api/:kind',
  },
  'list-repository-files': {
    canonical: { ...model, revision: 'main', recursive: true },
    renamed: { repo: { id: 'my-org/made', type: 'model' }, ref: 'main', recursive: true },
    route: 'GET /api/:kind/:repo/tree/:rev/:path',
  },
  'duplicate-repository': {
    canonical: { ...model, target: 'my-org/copy', private: true },
    renamed: {
      source: { repo_id: 'my-org/made' },
      destination: { repo_id: 'my-org/copy', visibility: 'private' },
      repo_type: 'models',
    },
    route: 'POST /api/:kind/:repo/duplicate',
    effect: 'duplicate-repository model my-org/made',
  },
  'move-repository': {
    canonical: { fromRepo: 'my-org/copy', toRepo: 'my-org/moved', type: 'model' },
    renamed: { source_repo_id: 'my-org/copy', destination_repo_id: 'my-org/moved', repo_type: 'models' },
    route: 'POST /api/repos/move',
    effect: 'move-repository model my-org/copy',
  },
  'create-collection': {
    canonical: { title: 'Made', namespace: 'my-org', private: true },
    renamed: { collection: { title: 'Made' }, owner: 'my-org', visibility: 'private' },
    route: 'POST /api/collections',
    effect: 'create-collection my-org/made-',
  },
  'list-collections': {
    canonical: { owner: 'my-org' },
    renamed: { owner: 'my-org' },
    route: 'GET /api/collections',
  },
  'list-organization-members': {
    canonical: { organization: 'my-org' },
    renamed: { org_name: 'my-org' },
    route: 'GET /api/organizations/:name/members',
  },
  'get-daily-papers': { canonical: { limit: 3 }, renamed: { page_size: 3 }, route: 'GET /api/daily_papers' },
  'list-datasets': { canonical: { author: 'my-org' }, renamed: { owner: 'my-org' }, route: 'GET /api/:kind' },
  'get-dataset': {
    canonical: { repository: 'my-org/my-dataset' },
    renamed: { dataset_id: 'my-org/my-dataset' },
    route: 'GET /api/:kind/:repo',
  },
  'list-spaces': { canonical: { author: 'my-org' }, renamed: { owner: 'my-org' }, route: 'GET /api/:kind' },
  'get-space': {
    canonical: { repository: 'my-org/my-space' },
    renamed: { space_id: 'my-org/my-space' },
    route: 'GET /api/:kind/:repo',
  },
  'get-current-user': { canonical: {}, renamed: {}, route: 'GET /api/whoami-v2' },
  'comment-discussion': {
    canonical: { ...model, num: 1, comment: 'Seen' },
    renamed: { ...renamedModel, discussion_number: 1, body: 'Seen' },
    route: 'POST /api/:kind/:repo/discussions/:num/comment',
    effect: 'comment model my-org/made #1',
  },
  'create-tag': {
    canonical: { ...model, tag: 'v1', revision: 'main', message: 'First' },
    renamed: { repo: { id: 'my-org/made', type: 'model' }, tag_name: 'v1', target: { ref: 'main' }, message: 'First' },
    route: 'POST /api/:kind/:repo/tag/:branch',
    effect: 'create-tag model my-org/made v1',
  },
  'get-organization': {
    canonical: { organization: 'my-org' },
    renamed: { org_name: 'my-org' },
    route: 'GET /api/organizations/:name/overview',
  },
  'get-collection': {
    canonical: { slug: COLLECTION },
    renamed: { collection_slug: COLLECTION },
    route: 'GET /api/collections/:slug',
  },
  'delete-repository': {
    canonical: model,
    renamed: { repo: { id: 'my-org/made', type: 'model' } },
    route: 'DELETE /api/repos/delete',
    effect: 'delete-repository model my-org/made',
  },
};

describe.each(['canonical', 'renamed'] as const)('the workspace actions, %s', (dialect) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ actions: dialect });
  });
  afterAll(() => sandbox.close());

  it('have a case each', () => {
    expect(Object.keys(CASES).sort()).toEqual(
      operationsIn(dialect)
        .map(({ key }) => key)
        .sort(),
    );
  });

  it.each(Object.entries(CASES))('%s', async (key, { [dialect]: input, route, effect }) => {
    const before = sandbox.hubServer.requests.length;
    const answer = await run(sandbox, key, filledIn(input, sandbox));
    expect(answer).toMatchObject({ status: 200, actionRunId: expect.any(String) });
    const made = sandbox.hubServer.requests.slice(before);
    expect(made.map((request) => request.route)).toEqual([route]);
    const effects = made.flatMap((request) => request.effects);
    if (effect === undefined) expect(effects).toEqual([]);
    else expect(effects.filter((one) => one.startsWith(effect))).toHaveLength(1);
  });

  it('refuse a name of the other dialect before the Hub is asked', async () => {
    const before = sandbox.hubServer.requests.length;
    const other = dialect === 'canonical' ? 'renamed' : 'canonical';
    for (const key of ['create-repository', 'delete-repository', 'get-model', 'list-models']) {
      const refused = await run(sandbox, key, CASES[key]?.[other] ?? {});
      expect(refused).toMatchObject({ status: 400, type: 'bad_request', key: 'invalid_input' });
    }
    expect(sandbox.hubServer.requests).toHaveLength(before);
  });
});

describe('pages of lists', () => {
  it('are told by the renamed actions themselves', async () => {
    const sandbox = await startSandbox({ actions: 'renamed' });
    const first = await run(sandbox, 'list-models', { owner: 'my-org', page_size: 1 });
    const output = isRecord(first.output) ? first.output : {};
    expect(output.models).toHaveLength(1);
    const next = { owner: 'my-org', page_size: 1, page_token: output.next_page_token };
    const second = await run(sandbox, 'list-models', next);
    expect(second.output).toMatchObject({ models: [expect.anything()] });
    expect(second.output).not.toMatchObject({ models: output.models });
    await sandbox.close();
  });
});

function filledIn(input: UnknownRecord, { hub }: Sandbox): UnknownRecord {
  const [seeded] = hub.store.collections.values();
  const slug = seeded === undefined ? '' : slugOf(seeded);
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value === COLLECTION ? slug : value]));
}

async function run(sandbox: Sandbox, key: string, input: UnknownRecord): Promise<UnknownRecord> {
  const url = `${sandbox.membraneUrl}/actions/${key}/run?connectionId=${sandbox.connectionId}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.token}` },
    body: JSON.stringify({ input }),
  });
  const answer: unknown = await response.json();
  return { status: response.status, ...(isRecord(answer) ? answer : {}) };
}
