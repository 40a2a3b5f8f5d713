import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ActionResult } from '../harness/run-action.ts';
import { outputOf, recordOf } from './operation-case.ts';
import { openPullRequestScene, type PullRequestScene } from './pull-request-scene.ts';
import { errorOf, runStep, useSandbox } from './sandbox-step.ts';

const bed = useSandbox();
let scene: PullRequestScene;
beforeAll(async () => {
  scene = await openPullRequestScene(7);
});
afterAll(() => scene.close());

const listed = z.object({ discussions: z.array(z.object({ num: z.number(), title: z.string(), status: z.string() })) });
const details = z.object({
  title: z.string(),
  status: z.string(),
  events: z.array(z.object({ type: z.string(), data: z.object({ latest: z.object({ raw: z.string() }).optional() }) })),
});

async function discussionsOf(name: string) {
  return listed.parse(await bed.hub.get(`/api/models/my-org/${name}/discussions`)).discussions;
}

async function discussion(name: string, num: number) {
  return details.parse(await bed.hub.get(`/api/models/my-org/${name}/discussions/${num}`));
}

async function commentsOf(name: string, num: number): Promise<string[]> {
  return (await discussion(name, num)).events.flatMap(({ data }) => data.latest?.raw ?? []);
}

const operation = 'create-discussion';

describe('A pull request', () => {
  test('that is opened, pushed to three times, closed and reopened has one discussion and one comment', async () => {
    const name = 'followed';
    const key = 'octo-org/octo-models#7';
    await bed.hub.createRepository('model', name);
    const step = async (action: string, change: Parameters<PullRequestScene['event']>[1] = {}) => {
      const description = change.body ?? 'Two more epochs.';
      const title = change.title ?? 'Train for longer';
      const result = await scene.run(bed.sandbox, scene.event(action, change), {
        ...{ operation, inputs: { 'comment-on-pull-request': 'true' } },
        input: { repository: `my-org/${name}`, title, description, key, state: 'follow-pull-request' },
      });
      expect(result.exitCode, result.log).toBe(0);
      return result;
    };
    const ours = () => scene.github.comments.filter(({ body }) => body.includes(`my-org/${name}`));

    const opened = await step('opened');
    expect(opened.outputs).toMatchObject({ status: 'succeeded', changed: 'true', id: '1' });
    expect(recordOf(opened)).toMatchObject({ num: 1, status: 'open', done: ['opened'] });
    expect(ours()).toHaveLength(1);

    const same = await step('synchronize');
    expect(same.outputs).toMatchObject({ status: 'skipped', changed: 'false', id: '1', url: opened.outputs.url });
    const renamed = await step('synchronize', { title: 'Train for much longer' });
    expect(recordOf(renamed)).toMatchObject({ title: 'Train for much longer', done: ['renamed'] });
    const explained = await step('synchronize', { title: 'Train for much longer', body: 'Ten more epochs.' });
    expect(recordOf(explained)).toMatchObject({ done: ['commented'] });

    const last = { title: 'Train for much longer', body: 'Ten more epochs.' };
    const closed = await step('closed', { ...last, state: 'closed' });
    expect(recordOf(closed)).toMatchObject({ status: 'closed', done: ['closed'] });
    expect((await step('closed', { ...last, state: 'closed' })).outputs.changed).toBe('false');
    expect(ours()[0]?.body).toContain('closed');
    expect(recordOf(await step('reopened', last))).toMatchObject({ status: 'open', done: ['reopened'] });

    expect(await discussionsOf(name)).toEqual([{ num: 1, title: 'Train for much longer', status: 'open' }]);
    expect(await commentsOf(name, 1)).toEqual([
      expect.stringMatching(/^Two more epochs\.\n\n<!-- membrane-hub-action key=\S+ text=[0-9a-f]{16} -->$/),
      expect.stringMatching(/^Ten more epochs\.\n\n<!-- /),
    ]);
    expect(ours()).toHaveLength(1);
  });
});

describe('A discussion with a key', () => {
  const run = (input: object, more: { inputs?: Record<string, string>; event?: unknown } = {}): Promise<ActionResult> =>
    runStep(bed.sandbox, { operation, withoutPost: true, input, ...more });

  test.concurrent('is told from others of the same title, account and words', async () => {
    const name = 'keyed-others';
    await bed.hub.createRepository('model', name);
    const input = { repository: `my-org/${name}`, title: 'Same title', description: 'Same words.' };
    await run(input);
    const [one, other] = [await run({ ...input, key: 'one' }), await run({ ...input, key: 'other' })];
    expect([one.outputs.id, other.outputs.id]).toEqual(['2', '3']);
    expect((await run({ ...input, key: 'one', title: 'New title' })).outputs.id).toBe('2');
    expect((await run({ ...input, key: 'other', title: 'New title' })).outputs.id).toBe('3');
  });

  test.concurrent('is not found through a marker in the text that somebody else wrote', async () => {
    const name = 'keyed-forged';
    await bed.hub.createRepository('model', name);
    const input = { repository: `my-org/${name}`, title: 'A change', description: 'Words.', key: 'victim' };
    await run(input);
    const marker = (await commentsOf(name, 1))[0]?.split('\n').at(-1) ?? '';
    await run({ ...input, key: 'attacker', description: `Words.\n\n${marker}` });
    const sent = { title: 'A change', description: `By another account\n\n${marker}` };
    await bed.hub.succeed('POST', `/api/models/my-org/${name}/discussions`, sent);
    const again = await run({ ...input, title: 'Renamed' });
    expect(again.outputs.id).toBe('1');
    expect((await discussionsOf(name)).map(({ num, title }) => [num, title])).toEqual([
      [3, 'A change'],
      [2, 'A change'],
      [1, 'Renamed'],
    ]);
  });

  test.concurrent('stays one where three runs open it at once', async () => {
    const name = 'keyed-race';
    await bed.hub.createRepository('model', name);
    const input = { repository: `my-org/${name}`, title: 'At once', description: 'Words.', key: 'race' };
    const results = await Promise.all([run(input), run(input), run(input)]);
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    const settled = await run(input);
    const open = (await discussionsOf(name)).filter(({ status }) => status === 'open');
    expect(open).toHaveLength(1);
    expect(settled.outputs.id).toBe(String(open[0]?.num));
    expect((await run({ ...input, title: 'Later' })).outputs.id).toBe(settled.outputs.id);
  });

  test.concurrent('is not opened only to be closed, nor changed under a dry run', async () => {
    const name = 'keyed-dry';
    await bed.hub.createRepository('model', name);
    const input = { repository: `my-org/${name}`, title: 'A plan', description: 'Words.', key: 'dry' };
    expect((await run({ ...input, state: 'closed' })).outputs).toMatchObject({ status: 'skipped', changed: 'false' });
    const dry = { inputs: { 'dry-run': 'true' } };
    const planned = await run(input, dry);
    expect(planned.outputs).toMatchObject({ status: 'planned', changed: 'true' });
    expect(await discussionsOf(name)).toEqual([]);
    await run(input);
    const plan = await run({ ...input, title: 'Another plan', description: 'Other words.', state: 'closed' }, dry);
    expect(recordOf(plan)).toMatchObject({
      changes: [{ name: 'title' }, { name: 'comment' }, { name: 'state', now: 'open', 'would-be': 'closed' }],
    });
    expect((await run(input, dry)).outputs).toMatchObject({ status: 'planned', changed: 'false' });
    expect(await discussionsOf(name)).toEqual([{ num: 1, title: 'A plan', status: 'open' }]);
  });

  test.concurrent('has its words cut at the limit of the Hub, with a link to the run', async () => {
    const name = 'keyed-long';
    await bed.hub.createRepository('model', name);
    const description = 'x'.repeat(70_000);
    const input = { repository: `my-org/${name}`, title: 'Long', description };
    const keyed = await run({ ...input, key: 'long' });
    expect(keyed.exitCode, keyed.log).toBe(0);
    expect((await run({ ...input, key: 'long' })).outputs.changed).toBe('false');
    await run(input);
    for (const num of [1, 2]) {
      const [text = ''] = await commentsOf(name, num);
      expect(text.length).toBe(65_536);
      expect(text).toContain('[the workflow run](https://github.com/octo-org/octo-models/actions/runs/4711)');
    }
  });

  test.concurrent('follows a pull request only where there is one, said before anything starts', async () => {
    const before = bed.sandbox.membraneServer.requests.length;
    const input = { repository: 'my-org/nowhere', title: 'Title', description: 'Words.' };
    const result = await run({ ...input, key: 'k', state: 'follow-pull-request' });
    expect(errorOf(result)).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('pull_request') });
    expect(errorOf(await run({ ...input, state: 'open' })).message).toContain('input.state');
    expect(bed.sandbox.membraneServer.requests.slice(before).filter(({ path }) => path.includes('nowhere'))).toEqual(
      [],
    );
  });
});

describe('A comment on the pull request', () => {
  const input = (name: string) => ({ repository: `my-org/${name}`, title: 'A change', description: 'Words.' });
  const inputs = { 'comment-on-pull-request': 'true' };

  test('that GitHub refuses fails the step with the permission it lacks, and with its result', async () => {
    await bed.hub.createRepository('model', 'refused');
    const refusing = await openPullRequestScene(8, { issues: 'read' });
    const result = await refusing.run(bed.sandbox, refusing.event('opened'), {
      operation,
      input: input('refused'),
      inputs,
    });
    await refusing.close();
    expect(result.exitCode).toBe(1);
    expect(errorOf(result).hint).toContain('pull-requests: write');
    expect(result.outputs).toMatchObject({ status: 'failed', changed: 'true', id: '1' });
    expect(outputOf(result)).toMatchObject({ num: 1 });
  });

  test("is edited where it is this workflow's own, and nobody else's is touched", async () => {
    await bed.hub.createRepository('model', 'edited');
    const step = { operation, input: { ...input('edited'), key: 'edited' }, inputs };
    await scene.run(bed.sandbox, scene.event('opened'), step);
    const own = scene.github.comments.find(({ body }) => body.includes('my-org/edited'));
    if (own === undefined) throw new Error('There is no comment.');
    own.user = { login: 'mallory', type: 'User' };
    const forged = own.body;
    await scene.run(bed.sandbox, scene.event('synchronize'), { ...step, input: { ...step.input, title: 'Renamed' } });
    expect(own.body).toBe(forged);
    expect(scene.github.comments.filter(({ body }) => body.includes('my-org/edited'))).toHaveLength(2);
  });

  test('is left out where the event has no pull request', async () => {
    await bed.hub.createRepository('model', 'pushed');
    const result = await runStep(bed.sandbox, { operation, input: input('pushed'), inputs });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.log).toContain('nothing is commented');
  });
});
