import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SEEDED_TOKENS } from '../sandbox/hub/seed.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { HubProbe } from './hub-probe.ts';
import { recordOf } from './operation-case.ts';
import { errorOf, requestsTo, runStep, withSandbox } from './sandbox-step.ts';
import { spaceSecret } from './space-cases.ts';
import { isWrite, stepRequests } from './written-requests.ts';

const opened = z.object({ num: z.number() });

const probe = (sandbox: Sandbox) => new HubProbe(sandbox.hubUrl, SEEDED_TOKENS.ada);

describe('a secret of a Space', () => {
  test.concurrent('goes by the API where the CLI would have been used, and is in no argument of a process', () =>
    withSandbox({}, async (sandbox) => {
      const result = await runStep(sandbox, {
        operation: 'set-space-secret',
        transport: 'auto',
        input: { repository: 'my-org/my-space', key: 'API_TOKEN', value: `${spaceSecret}\nand a second line` },
        watchArguments: true,
        env: { RUNNER_DEBUG: '1' },
      });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.annotations).toEqual([expect.objectContaining({ kind: 'notice' })]);
      expect(result.argumentsSeen.length).toBeGreaterThan(0);
      expect(JSON.stringify(result.argumentsSeen)).not.toContain(spaceSecret);
      expect(result.masks).toEqual(expect.arrayContaining([spaceSecret, 'and a second line']));
      expect(`${result.log}${result.summary}${JSON.stringify(result.outputs)}`).not.toContain(spaceSecret);
      const secrets = await probe(sandbox).get('/api/spaces/my-org/my-space/secrets');
      expect(Object.keys(secrets)).toEqual(['API_TOKEN']);
    }));
});

describe('a change in two parts', () => {
  test.concurrent('says what was carried out where the second part is refused', () =>
    withSandbox({}, async (sandbox) => {
      const hub = probe(sandbox);
      const num = await hub.openDiscussion('models/my-org/my-model', 'A question to close');
      const path = `/api/models/my-org/my-model/discussions/${num}`;
      await hub.succeed('POST', `${path}/status`, { status: 'closed' });
      const refuse = { match: 'POST /api/:kind/:repo/discussions/:num/status', kind: 'status', status: 403 } as const;
      sandbox.hubServer.faults.add({ ...refuse, body: { error: 'Not today' } });
      const input = { repository: 'my-org/my-model', num, title: 'Another question', status: 'open' };
      const result = await runStep(sandbox, { operation: 'update-discussion', input });
      expect(errorOf(result)).toMatchObject({ code: 'HUB_FORBIDDEN' });
      expect(errorOf(result).message).toMatch(/Not today\. Before it, this was carried out: POST \S+\/title\./);
      expect(await hub.get(path)).toMatchObject({ title: 'Another question', status: 'closed' });
    }));
});

test.concurrent('a dry run tells both parts, and sends neither', () =>
  withSandbox({ hubToken: SEEDED_TOKENS.adaReadOnly }, async (sandbox) => {
    const num = await probe(sandbox).openDiscussion('models/my-org/my-model', 'A question to close');
    const input = { repository: 'my-org/my-model', num, title: 'Another question', status: 'closed' };
    const from = sandbox.hubServer.requests.length;
    const planned = await runStep(sandbox, { operation: 'update-discussion', input, inputs: { 'dry-run': 'true' } });
    expect(planned.outputs, planned.log).toMatchObject({ status: 'planned', changed: 'true' });
    const path = `/api/models/my-org/my-model/discussions/${num}`;
    const parts = ['title', 'status'].map((part) => ({ request: { method: 'POST', path: `${path}/${part}` } }));
    expect(recordOf(planned)).toMatchObject({ calls: parts });
    expect(stepRequests(sandbox, from).filter(isWrite)).toEqual([]);
  }));

describe('whether a repository exists', () => {
  test.concurrent.each(['api', 'cli'] as const)('is answered over %s, also under an older name', (transport) =>
    withSandbox({ actions: 'none' }, async (sandbox) => {
      const move = { fromRepo: 'my-org/my-model', toRepo: 'my-org/new-name', type: 'model' };
      await probe(sandbox).succeed('POST', '/api/repos/move', move);
      const ask = async (repository: string) => {
        const result = await runStep(sandbox, { operation: 'repository-exists', transport, input: { repository } });
        expect(result.exitCode, result.log).toBe(0);
        return { ...recordOf(result), url: result.outputs.url };
      };
      const [there, older, none] = await Promise.all(['my-org/new-name', move.fromRepo, 'my-org/none'].map(ask));
      expect(there).toMatchObject({ exists: true, id: 'my-org/new-name', private: false });
      expect(older).toMatchObject({ exists: true, renamedTo: 'my-org/new-name' });
      expect(older?.url).toMatch(/\/my-org\/new-name$/);
      expect(none).toEqual({ exists: false, repository: 'my-org/none', type: 'model', url: '' });
    }),
  );

  test.concurrent('is no answer where the Hub gives none', () =>
    withSandbox({}, async (sandbox) => {
      sandbox.hubServer.faults.add({ match: /^GET \/api\/models\//, kind: 'status', status: 403 });
      const input = { repository: 'my-org/my-model' };
      const result = await runStep(sandbox, { operation: 'repository-exists', input });
      expect(errorOf(result).code).toBe('HUB_FORBIDDEN');
    }));
});

describe('what is not there to be changed', () => {
  test.concurrent('an item that the collection does not hold: nothing is sent', () =>
    withSandbox({}, async (sandbox) => {
      const made = await probe(sandbox).succeed('POST', '/api/collections', { title: 'Empty', namespace: 'my-org' });
      const [slug] = /my-org\/empty-[0-9a-f]{24}/.exec(JSON.stringify(made.body)) ?? [''];
      const from = sandbox.hubServer.requests.length;
      const input = { slug, type: 'model', item: 'my-org/my-model' };
      const result = await runStep(sandbox, { operation: 'remove-collection-item', input });
      expect(errorOf(result)).toMatchObject({
        code: 'HUB_NOT_FOUND',
        message: expect.stringContaining('does not hold'),
      });
      expect(stepRequests(sandbox, from).filter(isWrite)).toEqual([]);
    }));

  test.concurrent('a draft pull request is not merged', () =>
    withSandbox({}, async (sandbox) => {
      const draft = { title: 'A draft', description: 'Not yet', pullRequest: true };
      const { body } = await probe(sandbox).succeed('POST', '/api/datasets/my-org/my-dataset/discussions', draft);
      const input = { repository: 'my-org/my-dataset', type: 'dataset', ...opened.parse(body) };
      const result = await runStep(sandbox, { operation: 'merge-pull-request', input });
      expect(errorOf(result)).toMatchObject({ message: expect.stringContaining('draft') });
    }));
});

test.concurrent.each([
  ['delete-branch', { repository: 'my-org/my-model', branch: 'dev' }, 'my-org/my-model'],
  ['delete-tag', { repository: 'my-org/my-model', tag: 'v1' }, ''],
  ['delete-collection', { slug: `my-org/x-${'0'.repeat(24)}` }, 'my-org/x'],
  ['create-branch', { repository: 'my-org/my-model', branch: 'main', overwrite: true }, 'main'],
])('%s asks nobody anything before it is confirmed', (operation, input, confirm) =>
  withSandbox({}, async (sandbox) => {
    const result = await runStep(sandbox, { operation, input, inputs: { confirm } });
    expect(errorOf(result)).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('confirm') });
    expect(requestsTo(sandbox)).toBe(0);
  }),
);
