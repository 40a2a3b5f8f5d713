import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
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

async function textOf(name: string): Promise<string> {
  const { events } = first.parse(await ada.get(`/api/models/my-org/${name}/discussions/1`));
  return events[0]?.data.latest?.raw ?? '';
}

function keep(name: string, title: string, more = 'description: Words.') {
  const text = `repository: my-org/${name}\ntitle: ${title}\nkey: the-key\n${more}`;
  return runOperation(requestOf('create-discussion', text), sandboxContext(sandbox));
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
  expect((await keep(name, 'Title', 'description: Words.\nstate: closed')).status).toBe('skipped');
  expect(await keep(name, 'Title')).toMatchObject({ output: { status: 'open', done: ['reopened'] } });
});

test('the parameters may go by other names', async () => {
  const name = 'other-names';
  await ada.createRepository('model', name);
  expect(await keep(name, 'Title', 'body: Words.')).toMatchObject({ id: '1', changed: true });
  expect(await keep(name, 'Title', 'description: Words.')).toMatchObject({ id: '1', changed: false });
});

test('a pull request of the Hub is kept beside a discussion of the same key', async () => {
  const name = 'with-pull-request';
  await ada.createRepository('model', name);
  const commit = { summary: 'Begin', files: [{ path: 'README.md', content: 'Text' }] };
  await ada.call('POST', `/api/models/my-org/${name}/commit/main`, commit);
  await keep(name, 'Title');
  const opened = await keep(name, 'Title', 'description: Words.\npull-request: true');
  expect(opened).toMatchObject({ id: '2', output: { pullRequest: true, status: 'draft' } });
  expect((await keep(name, 'New title', 'description: Words.\npull-request: true')).id).toBe('2');
  expect(await stateOf(name)).toEqual(['2 New title draft', '1 Title open']);
});
