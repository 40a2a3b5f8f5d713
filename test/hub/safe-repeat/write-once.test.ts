import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOperation } from '../../../src/hub/run-operation.ts';
import type { IfExists } from '../../../src/hub/run-options.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

/** What was sent, with what came of it. */
async function run(key: string, input: string, ifExists: IfExists, confirm = '') {
  const said: string[] = [];
  const context = sandboxContext(sandbox, said);
  const from = sandbox.hubServer.requests.length;
  const result = await runOperation(requestOf(key, input, confirm), {
    ...context,
    options: { ...context.options, ifExists },
  });
  const sent = sandbox.hubServer.requests.slice(from).filter(({ method }) => method !== 'GET');
  return { result, said, sent: sent.map(({ method, path, bodyText }) => `${method} ${path} ${bodyText}`) };
}

const created = { status: 'succeeded', changed: true };
const kept = { status: 'skipped', changed: false };

describe('a Space', () => {
  const base = 'repository: my-org/lab\ntype: space\nsdk: docker\n';

  test('is brought in line part by part', async () => {
    const asked = `${base}variables: [{key: MODE, value: a}, {key: LEVEL, value: '1', description: How much}]`;
    expect((await run('create-repository', asked, 'update')).result).toMatchObject(created);
    expect((await run('create-repository', asked, 'update')).result).toMatchObject(kept);
    const changed = `${base}private: true\nhardware: t4-small\nsleep-time-seconds: 600\nvariables: [{key: MODE, value: b}, {key: LEVEL, value: '1'}, {key: NEW, value: c}]`;
    const first = await run('create-repository', changed, 'update');
    expect(first.result).toMatchObject({ ...created, headline: 'Brought in line: space my-org/lab' });
    expect(first.sent).toEqual([
      'PUT /api/spaces/my-org/lab/settings {"private":true}',
      'POST /api/spaces/my-org/lab/hardware {"flavor":"t4-small","sleepTimeSeconds":600}',
      'POST /api/spaces/my-org/lab/sleeptime {"seconds":600}',
      'POST /api/spaces/my-org/lab/variables {"key":"MODE","value":"b"}',
      'POST /api/spaces/my-org/lab/variables {"key":"NEW","value":"c"}',
    ]);
    const second = await run('create-repository', changed, 'update');
    expect(second.result).toMatchObject(kept);
    expect(second.sent).toEqual([]);
  });

  test('on free hardware sleeps when the Hub wants it to', async () => {
    const input = 'repository: my-org/free\ntype: space\nsdk: static\nhardware: cpu-basic\nsleep-time-seconds: 300';
    await run('create-repository', input, 'update');
    expect((await run('create-repository', input, 'update')).result).toMatchObject(kept);
  });

  test('has its secrets set again, which nobody can compare, and never said', async () => {
    const { result, said, sent } = await run(
      'create-repository',
      `${base}secrets: [{key: KEY, value: correct-horse}]`,
      'update',
    );
    expect(result).toMatchObject(created);
    expect(sent).toEqual(['POST /api/spaces/my-org/lab/secrets {"key":"KEY","value":"correct-horse"}']);
    expect(said.join('\n')).not.toContain('correct-horse');
  });

  test('with another SDK is left alone, with an error that names it', async () => {
    const other = 'repository: my-org/lab\ntype: space\nsdk: gradio\nprivate: false';
    const from = sandbox.hubServer.requests.length;
    await expect(run('create-repository', other, 'update')).rejects.toMatchObject({
      code: 'HUB_CONFLICT',
      message: 'space my-org/lab exists and cannot be brought in line: sdk is docker, not gradio.',
    });
    expect(sandbox.hubServer.requests.slice(from).every(({ method }) => method === 'GET')).toBe(true);
  });

  test('does not stand in the way of a model of the same name', async () => {
    expect((await run('create-repository', 'repository: my-org/lab', 'skip')).result).toMatchObject(created);
  });
});

describe('a collection', () => {
  const base = 'title: Reading list\nnamespace: my-org\n';

  test('is found by its title and brought in line', async () => {
    const first = await run('create-collection', `${base}description: Old`, 'update');
    expect(first.result).toMatchObject(created);
    const changed = `${base}description: New\nprivate: true\nitem: {type: model, id: my-org/my-model}`;
    const second = await run('create-collection', changed, 'update');
    expect(second.result).toMatchObject({ ...created, id: first.result.id });
    const path = `/api/collections/${first.result.id}`;
    expect(second.sent).toEqual([
      `PATCH ${path} {"description":"New","private":true}`,
      `POST ${path}/items {"item":{"type":"model","id":"my-org/my-model"}}`,
    ]);
    expect((await run('create-collection', changed, 'update')).sent).toEqual([]);
    const skipped = await run('create-collection', base, 'skip');
    expect(skipped.result).toMatchObject({ ...kept, id: first.result.id, output: { title: 'Reading list' } });
  });
});

describe('a discussion', () => {
  const base = 'repository: my-org/gated-model\ntitle: Licence?\n';

  test('is found by title and account, and its first comment edited', async () => {
    const first = await run('create-discussion', `${base}description: Which one?`, 'update');
    expect(first.result).toMatchObject(created);
    expect((await run('create-discussion', `${base}description: "Which one? "`, 'update')).sent).toEqual([]);
    const second = await run('create-discussion', `${base}description: This one?`, 'update');
    expect(second.result).toMatchObject({
      ...created,
      id: first.result.id,
      url: first.result.url?.replace(sandbox.hubUrl, 'https://huggingface.co'),
    });
    expect(second.sent).toEqual([expect.stringMatching(/\/comment\/[0-9a-f]+\/edit \{"content":"This one\?"\}$/)]);
    expect((await run('create-discussion', `${base}description: This one?`, 'skip')).result).toMatchObject(kept);
  });

  test('is no pull request of the same title', async () => {
    const pull = await run('create-discussion', `${base}description: x\npull-request: true`, 'skip');
    expect(pull.result).toMatchObject(created);
    const again = await run('create-discussion', `${base}description: x\npull-request: true`, 'skip');
    expect(again.result).toMatchObject({ ...kept, id: pull.result.id, output: { pullRequest: true } });
  });
});

describe('settings', () => {
  test('with discussions off are recognised, and set again only where the Hub does not tell them', async () => {
    const input = 'repository: my-org/pickled-model\ndiscussions-disabled: true\nvisibility: public\ngated: false';
    expect((await run('update-model-settings', input, 'fail')).sent).toEqual([
      'PUT /api/models/my-org/pickled-model/settings {"discussionsDisabled":true}',
    ]);
    expect((await run('update-model-settings', input, 'fail')).result).toMatchObject({
      ...kept,
      headline: 'Nothing to change: settings of model my-org/pickled-model',
    });
    const untold = `${input}\norg-members-gated: true`;
    for (const _ of [1, 2]) {
      expect((await run('update-model-settings', untold, 'fail')).sent).toEqual([
        'PUT /api/models/my-org/pickled-model/settings {"orgMembersGated":true}',
      ]);
    }
  });
});

test('a failure half-way says what was changed before it', async () => {
  await run('create-repository', 'repository: my-org/half\ntype: space\nsdk: static', 'fail');
  const input = 'repository: my-org/half\ntype: space\nsdk: static\nprivate: true\nhardware: h200';
  await expect(run('create-repository', input, 'update')).rejects.toMatchObject({
    code: 'HUB_REJECTED',
    message: expect.stringMatching(/Before that, private had been brought in line\.$/),
    details: { effect: 'done' },
  });
});

test('moving again what has been moved changes nothing, and a name that is taken is an error', async () => {
  await run('create-repository', 'repository: my-org/here', 'fail');
  const input = 'repository: my-org/here\nto-repository: my-org/there';
  expect((await run('move-repository', input, 'skip', 'my-org/here')).result).toMatchObject(created);
  expect((await run('move-repository', input, 'skip', 'my-org/here')).result).toMatchObject({
    ...kept,
    output: { name: 'my-org/there' },
  });
  await run('create-repository', 'repository: my-org/here', 'fail');
  await expect(run('move-repository', input, 'skip', 'my-org/here')).rejects.toMatchObject({ code: 'HUB_CONFLICT' });
});

test('a lost answer to bringing in line is read back, and is no failure', async () => {
  await run('create-repository', 'repository: my-org/lost\ntype: dataset', 'fail');
  sandbox.hubServer.faults.add({ match: 'PUT /api/:kind/:repo/settings', nth: 1, kind: 'reset-after' });
  const input = 'repository: my-org/lost\ntype: dataset\nprivate: true';
  const { result, sent } = await run('create-repository', input, 'update');
  expect(result).toMatchObject({ ...created, output: { private: true } });
  expect(sent).toHaveLength(1);
});

test('the refusal to make what exists says what would have made it green', async () => {
  await expect(run('create-repository', 'repository: my-org/my-model', 'fail')).rejects.toMatchObject({
    code: 'HUB_CONFLICT',
    details: { hint: expect.stringContaining('`if-exists`') },
  });
});

test('what is meant to be done once more says so', async () => {
  await run('create-repository', 'repository: my-org/demo\ntype: space\nsdk: static', 'fail');
  const { result, said } = await run('restart-space', 'repository: my-org/demo', 'skip');
  expect(result).toMatchObject(created);
  expect(said).toContain('`if-exists` says nothing to restart-space: it is sent each time.');
});

describe('a tag', () => {
  const base = 'repository: my-org/my-model\ntag: v1\n';

  test('stays where it is, and one at another commit is an error of update', async () => {
    expect((await run('create-tag', base, 'update')).result).toMatchObject(created);
    expect((await run('create-tag', base, 'update')).result).toMatchObject(kept);
    const path = '/api/models/my-org/my-model/commit/main';
    const lines = [
      '{"key":"header","value":{"summary":"On"}}',
      '{"key":"file","value":{"path":"new.txt","content":"x"}}',
    ];
    const hub = sandboxContext(sandbox).hub;
    const body = { kind: 'raw', text: lines.join('\n') } as const;
    const headers = { 'content-type': 'application/x-ndjson' };
    const signal = AbortSignal.timeout(5_000);
    await hub.request({ method: 'POST', path, body, headers }, { effect: 'write', signal });
    await expect(run('create-tag', base, 'update')).rejects.toMatchObject({
      code: 'HUB_CONFLICT',
      message: expect.stringMatching(/: revision is [0-9a-f]{40}, not main\.$/),
    });
    expect((await run('create-tag', base, 'skip')).result).toMatchObject(kept);
  });
});

test('an item of a collection is there with another note, which is brought in line', async () => {
  const { id: slug } = (await run('create-collection', 'title: Notes\nnamespace: my-org', 'fail')).result;
  const item = `slug: ${slug}\ntype: model\nitem: my-org/my-model\n`;
  expect((await run('add-collection-item', item, 'update')).result).toMatchObject(created);
  const noted = await run('add-collection-item', `${item}note: Ours`, 'update');
  expect(noted.sent).toEqual([
    expect.stringMatching(/^PATCH \/api\/collections\/.*\/items\/[0-9a-f]{24} \{"note":"Ours"\}$/),
  ]);
  expect((await run('add-collection-item', `${item}note: Ours`, 'update')).result).toMatchObject(kept);
});

test('a discussion is closed once, and the comment goes with it', async () => {
  const { id: num } = (
    await run('create-discussion', 'repository: my-org/my-model\ntitle: Close me\ndescription: x', 'fail')
  ).result;
  const place = `repository: my-org/my-model\nnum: ${num}\nstatus: closed\ncomment: Done\n`;
  expect((await run('update-discussion', place, 'fail')).sent).toHaveLength(1);
  expect((await run('update-discussion', place, 'fail')).result).toMatchObject(kept);
  const renamed = await run('update-discussion', `${place}title: Closed`, 'fail');
  expect(renamed.sent).toEqual([expect.stringMatching(/\/title \{"title":"Closed"\}$/)]);
});

test('other hardware is asked for with its sleep time, though that is the same', async () => {
  await run('create-repository', 'repository: my-org/gpu\ntype: space\nsdk: static', 'fail');
  const asked = (hardware: string) => `repository: my-org/gpu\nhardware: ${hardware}\nsleep-time-seconds: 900`;
  await run('set-space-hardware', asked('t4-small'), 'fail');
  expect((await run('set-space-hardware', asked('t4-medium'), 'fail')).sent).toEqual([
    'POST /api/spaces/my-org/gpu/hardware {"flavor":"t4-medium","sleepTimeSeconds":900}',
  ]);
});
