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
