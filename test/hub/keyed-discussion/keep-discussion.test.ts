import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { RunContext } from '../../../src/hub/run-context.ts';
import { runOperation } from '../../../src/hub/run-operation.ts';
import { HubProbe } from '../../action/hub-probe.ts';
import { SEEDED_TOKENS } from '../../sandbox/hub/seed.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

let sandbox: Sandbox;
/** The account behind the connection, as another run of the same workflow would act with it. */
let ada: HubProbe;
beforeAll(async () => {
  sandbox = await startSandbox();
  ada = new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.ada);
});
afterAll(() => sandbox.close());

const listed = z.object({
  discussions: z.array(z.object({ num: z.number(), title: z.string(), status: z.string(), numComments: z.number() })),
});
const first = z.object({
  events: z.array(z.looseObject({ data: z.looseObject({ latest: z.looseObject({ raw: z.string() }).optional() }) })),
});

async function stateOf(name: string) {
  const { discussions } = listed.parse(await ada.get(`/api/models/my-org/${name}/discussions`));
  return discussions.map(({ num, title, status }) => `${num} ${title} ${status}`);
}

async function textOf(name: string, num = 1): Promise<string> {
  const { events } = first.parse(await ada.get(`/api/models/my-org/${name}/discussions/${num}`));
  return events[0]?.data.latest?.raw ?? '';
}

/** `more` wins over the description and the key. */
function keep(name: string, title: string, more: object = {}, changed: Partial<RunContext['options']> = {}) {
  const given = { repository: `my-org/${name}`, title, description: 'Words.', key: 'the-key', ...more };
  const context = sandboxContext(sandbox);
  const options = { ...context.options, ...changed };
  const host = { ...context.host, runUrl: 'https://github.com/octo-org/octo-models/actions/runs/4711' };
  return runOperation(requestOf('create-discussion', JSON.stringify(given)), { ...context, host, options });
}

function route(name: string): RegExp {
  return new RegExp(`^POST /api/models/my-org/${name}/discussions$`);
}

test('what another run opens in the moment between looking and opening is kept, and ours is closed with a word', async () => {
  const name = 'overlapping';
  await ada.createRepository('model', 'template');
  await keep('template', 'Ours');
  const theirs = await textOf('template');
  await ada.createRepository('model', name);
  const call = async () => {
    await ada.succeed('POST', `/api/models/my-org/${name}/discussions`, { title: 'Theirs', description: theirs });
  };
  sandbox.hubServer.faults.add({ match: route(name), nth: 1, kind: 'callback', call });
  const result = await keep(name, 'Ours');
  expect(result).toMatchObject({ status: 'succeeded', changed: true, id: '1', output: { num: 1, title: 'Ours' } });
  expect(await stateOf(name)).toEqual(['2 Ours closed', '1 Ours open']);
  expect((await keep(name, 'Ours')).status).toBe('skipped');
  expect((await keep(name, 'Later')).id).toBe('1');
  // The title of the closed one, once more: it is a duplicate for good.
  expect((await keep(name, 'Ours')).id).toBe('1');
  expect(await stateOf(name)).toEqual(['2 Ours closed', '1 Ours open']);
});

test('one whose answer was lost is found again and not opened twice', async () => {
  const name = 'lost-answer';
  await ada.createRepository('model', name);
  sandbox.hubServer.faults.add({ match: route(name), nth: 1, kind: 'reset-after' });
  expect(await keep(name, 'Once')).toMatchObject({ status: 'succeeded', id: '1' });
  expect(await stateOf(name)).toEqual(['1 Once open']);
});

test('one that a person closed is opened again, one that is to be closed stays so', async () => {
  const name = 'closed-by-hand';
  await ada.createRepository('model', name);
  await keep(name, 'Title');
  await ada.succeed('POST', `/api/models/my-org/${name}/discussions/1/status`, { status: 'closed' });
  expect((await keep(name, 'Title', { state: 'closed' })).status).toBe('skipped');
  expect(await keep(name, 'Title')).toMatchObject({ output: { status: 'open', done: ['reopened'] } });
});

test('the parameters may go by other names', async () => {
  const name = 'other-names';
  await ada.createRepository('model', name);
  expect(await keep(name, 'Title', { description: undefined, body: 'Words.' })).toMatchObject({
    id: '1',
    changed: true,
  });
  expect(await keep(name, 'Title')).toMatchObject({ id: '1', changed: false });
});

test('a pull request of the Hub is kept beside a discussion of the same key', async () => {
  const name = 'with-pull-request';
  await ada.createRepository('model', name);
  const commit = { summary: 'Begin', files: [{ path: 'README.md', content: 'Text' }] };
  await ada.call('POST', `/api/models/my-org/${name}/commit/main`, commit);
  await keep(name, 'Title');
  const opened = await keep(name, 'Title', { 'pull-request': true });
  expect(opened).toMatchObject({ id: '2', output: { pullRequest: true, status: 'draft' } });
  expect((await keep(name, 'New title', { 'pull-request': true })).id).toBe('2');
  expect(await stateOf(name)).toEqual(['2 New title draft', '1 Title open']);
});

test('one is told from others of the same title, account and words', async () => {
  const name = 'others';
  await ada.createRepository('model', name);
  await keep(name, 'Same', { key: undefined });
  expect([(await keep(name, 'Same', { key: 'one' })).id, (await keep(name, 'Same', { key: 'other' })).id]).toEqual([
    '2',
    '3',
  ]);
  expect((await keep(name, 'New', { key: 'one' })).id).toBe('2');
  expect((await keep(name, 'New', { key: 'other' })).id).toBe('3');
});

test('a marker in the text that somebody else wrote finds nothing', async () => {
  const name = 'forged';
  await ada.createRepository('model', name);
  await keep(name, 'A change', { key: 'victim' });
  const marker = (await textOf(name)).split('\n').at(-1);
  await keep(name, 'A change', { key: 'attacker', description: `Words.\n\n${marker}` });
  const grace = new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.grace);
  const sent = { title: 'A change', description: `By another account\n\n${marker}` };
  await grace.succeed('POST', `/api/models/my-org/${name}/discussions`, sent);
  expect((await keep(name, 'Renamed', { key: 'victim' })).id).toBe('1');
  expect(await stateOf(name)).toEqual(['3 A change open', '2 A change open', '1 Renamed open']);
});

test('four that open it at once open one', async () => {
  const name = 'race';
  await ada.createRepository('model', name);
  await Promise.all([1, 2, 3, 4].map(() => keep(name, 'At once')));
  const settled = await keep(name, 'At once');
  expect((await stateOf(name)).filter((one) => one.endsWith(' open'))).toEqual([`${settled.id} At once open`]);
  expect((await keep(name, 'Later')).id).toBe(settled.id);
});

test('none is opened only to be closed, and a dry run changes nothing', async () => {
  const name = 'planned';
  await ada.createRepository('model', name);
  const dry = { dryRun: true };
  expect(await keep(name, 'A plan', { state: 'closed' })).toMatchObject({ status: 'skipped', changed: false });
  expect(await keep(name, 'A plan', {}, dry)).toMatchObject({ status: 'planned', changed: true });
  expect(await stateOf(name)).toEqual([]);
  await keep(name, 'A plan');
  const plan = await keep(name, 'Another', { description: 'Other words.', state: 'closed' }, dry);
  expect(plan.output).toMatchObject({
    changes: [{ name: 'title' }, { name: 'comment' }, { name: 'state', now: 'open', 'would-be': 'closed' }],
  });
  expect(await keep(name, 'A plan', {}, dry)).toMatchObject({ status: 'planned', changed: false });
  expect(await stateOf(name)).toEqual(['1 A plan open']);
});

test('words are cut at the limit of the Hub, with a link to the run, and are not new with every run', async () => {
  const name = 'long';
  await ada.createRepository('model', name);
  const long = { description: 'x'.repeat(70_000) };
  await keep(name, 'Long', long);
  expect(await keep(name, 'Long', long)).toMatchObject({ changed: false });
  await keep(name, 'Long', { ...long, key: undefined });
  for (const num of [1, 2]) {
    const text = await textOf(name, num);
    expect(text).toHaveLength(65_536);
    expect(text).toContain('[the workflow run](https://github.com/octo-org/octo-models/actions/runs/4711)');
  }
});
