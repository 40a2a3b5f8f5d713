import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openPullRequestScene } from '../action/pull-request-scene.ts';
import { useSandbox } from '../action/sandbox-step.ts';
import type { RanJob, RanWorkflow } from '../harness/workflow.ts';
import { readWorkflow } from '../harness/workflow-file.ts';
import { examplesFolder, runExample, told } from './example-run.ts';

const bed = useSandbox();

function job(workflow: RanWorkflow, id: string): RanJob {
  const found = workflow.jobs[id];
  if (found === undefined) throw new Error(`There was no job ${id}.`);
  return found;
}

function outputsOf(workflow: RanWorkflow, id: string, step: string): Readonly<Record<string, string>> {
  return job(workflow, id).steps.find(({ name }) => name === step)?.outputs ?? {};
}

describe('examples/release-model.yml', () => {
  const release = (tag: string) => ({ name: 'release', payload: { release: { tag_name: tag } } });
  const files = {
    'model/README.md': '---\nlicense: apache-2.0\n---\n# A model\n',
    'model/config.json': '{"layers": 2}\n',
  };

  test.concurrent('publishes a release, and nothing the second time', async () => {
    const tag = 'v1.0: "first"';
    const refused = await runExample('release-model.yml', bed.sandbox, { event: release(tag), files });
    expect(refused.succeeded, 'a tag that git does not take').toBe(false);
    const first = await runExample('release-model.yml', bed.sandbox, { event: release('v1.0'), files });
    expect(first.succeeded, told(first)).toBe(true);
    expect(outputsOf(first, 'publish', 'Publish the folder')).toMatchObject({ status: 'succeeded', changed: 'true' });
    expect(await bed.hub.get('/api/models/my-org/my-released-model')).toMatchObject({ private: true, gated: 'manual' });
    const refs = z.looseObject({ tags: z.array(z.looseObject({ name: z.string() })) });
    const { tags } = refs.parse(await bed.hub.get('/api/models/my-org/my-released-model/refs'));
    expect(tags.map(({ name }) => name)).toEqual(['v1.0']);
    const again = await runExample('release-model.yml', bed.sandbox, { event: release('v1.0'), files });
    expect(again.succeeded, told(again)).toBe(true);
    expect(outputsOf(again, 'publish', 'Publish the folder').changed).toBe('false');
  });
});

describe('examples/pull-request-discussion.yml', () => {
  const name = 'pull-request-discussion.yml';

  test.concurrent('opened, pushed to three times and closed: one discussion and one comment', async () => {
    const { permissions = {} } = readWorkflow(path.join(examplesFolder, name)).jobs.discuss ?? {};
    const issues = permissions['pull-requests'] === 'write' ? 'write' : 'read';
    const scene = await openPullRequestScene(12, { issues });
    const before = await discussions();
    const step = async (action: string, change: Parameters<typeof scene.event>[1] = {}) => {
      const payload = scene.event(action, change);
      const ran = await runExample(name, bed.sandbox, {
        ...{ event: { name: 'pull_request', payload }, githubToken: scene.github.token },
        env: { GITHUB_API_URL: scene.server.url },
      });
      expect(ran.succeeded, told(ran)).toBe(true);
      expect(job(ran, 'discuss').result).toBe('success');
      return ran;
    };
    // Longer than the Hub takes a title, and full of what could be read as something else.
    const secret = '$' + '{{ secrets.MEMBRANE_TOKEN }}';
    const title = `"Quoted": 'all' # ${secret} ${'long '.repeat(40)}`;
    await step('opened');
    await step('synchronize');
    await step('edited', { title: 'Train for much longer', body: 'Ten more epochs.\n\n$(touch pwned) `x`' });
    const last = await step('synchronize', { title, body: 'Ten more epochs.\n\n$(touch pwned) `x`' });
    await step('closed', { title, body: 'Ten more epochs.\n\n$(touch pwned) `x`', state: 'closed' });
    await scene.close();

    const own = (await discussions()).slice(0, -before.length || undefined);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ status: 'closed' });
    expect(own[0]?.title).toContain(secret);
    expect(scene.github.comments).toHaveLength(1);
    expect(scene.github.comments[0]?.body).toContain(outputsOf(last, 'discuss', 'Keep the discussion').url);
    expect(scene.server.requests.flatMap(({ effects }) => effects).filter((one) => one === 'comment 12')).toHaveLength(
      1,
    );
  });

  test.concurrent('from a fork: nothing runs', async () => {
    const head = { repo: { full_name: 'mallory/octo-models' } };
    const event = { name: 'pull_request', payload: { pull_request: { number: 1, head } } };
    expect(job(await runExample(name, bed.sandbox, { event }), 'discuss').result).toBe('skipped');
  });

  async function discussions() {
    const schema = z.object({
      discussions: z.array(z.object({ num: z.number(), title: z.string(), status: z.string() })),
    });
    return schema.parse(await bed.hub.get('/api/models/my-org/my-model/discussions')).discussions;
  }
});

test.concurrent('examples/nightly-audit.yml audits in a matrix of jobs and tells the score', async () => {
  const event = { name: 'schedule', payload: {} };
  const policy = 'rules:\n  license-missing:\n    severity: high\n';
  const ran = await runExample('nightly-audit.yml', bed.sandbox, {
    event,
    files: { '.github/hub-policy.yml': policy },
  });
  expect(ran.succeeded, told(ran)).toBe(true);
  expect(job(ran, 'tell').steps[0]?.log).toMatch(/Score \d+(\.\d+)?, \d+ findings/);
});

test.concurrent('examples/matrix-of-models.yml asks for every model in a part of its own', async () => {
  const ran = await runExample('matrix-of-models.yml', bed.sandbox);
  expect(ran.succeeded, told(ran)).toBe(true);
  const parts = job(ran, 'discussions').steps.filter(({ name }) => name === 'List their open discussions');
  expect(parts).toHaveLength(2);
  expect(parts.map(({ outputs }) => outputs.status)).toEqual(['succeeded', 'succeeded']);
  const asked = parts.reduce((sum, { outputs }) => sum + Object.keys(JSON.parse(outputs.output ?? '{}')).length, 0);
  expect(String(asked)).toBe(job(ran, 'models').outputs.count);
});

describe('examples/approval.yml', () => {
  const gated = async (name: string) => (await bed.hub.get(`/api/models/my-org/${name}`)).gated;

  test.concurrent('changes what a person has approved, and nothing that needs no change', async () => {
    await bed.hub.createRepository('model', 'approved');
    const inputs = { repository: 'my-org/approved', gated: 'manual' };
    const asked: string[] = [];
    const answering = (answer: boolean) => ({
      inputs,
      approves: (environment: string) => {
        asked.push(environment);
        return answer;
      },
    });
    const rejected = await runExample('approval.yml', bed.sandbox, answering(false));
    expect([job(rejected, 'plan').outputs.changed, job(rejected, 'change').result]).toEqual(['true', 'failure']);
    expect(await gated('approved')).toBe(false);
    const approved = await runExample('approval.yml', bed.sandbox, answering(true));
    expect(approved.succeeded, told(approved)).toBe(true);
    expect(await gated('approved')).toBe('manual');
    const again = await runExample('approval.yml', bed.sandbox, answering(true));
    expect(job(again, 'change').result).toBe('skipped');
    expect(asked).toEqual(['hub-production', 'hub-production']);
  });
});

test.concurrent('examples/runner-of-your-own.yml signs in in two runs, with no secret', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'runner-of-your-own-'));
  const vars = { MEMBRANE_HOME: path.join(root, 'home') };
  const name = 'runner-of-your-own.yml';
  const begun = await runExample(name, bed.sandbox, { secrets: {}, vars, inputs: { code: '' } });
  const url = outputsOf(begun, 'sign-in', 'Get the address, or complete the sign-in')['login-url'] ?? '';
  const code = /<code>([^<]+)</.exec(await (await fetch(url)).text())?.[1];
  const done = await runExample(name, bed.sandbox, { secrets: {}, vars, inputs: { code } });
  rmSync(root, { recursive: true });
  expect(done.succeeded, told(done)).toBe(true);
  expect(outputsOf(done, 'sign-in', 'See who that is').id).not.toBe('');
});

test.concurrent('examples/cli-for-later-steps.yml has the CLI in its second step', async () => {
  const ran = await runExample('cli-for-later-steps.yml', bed.sandbox);
  expect(ran.succeeded, told(ran)).toBe(true);
  expect(job(ran, 'use').steps[1]?.log).toContain('"items"');
});
