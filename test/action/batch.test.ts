import { describe, expect, test } from 'vitest';
import { recordOf } from './operation-case.ts';
import { errorOf, runStep, useSandbox, withSandbox } from './sandbox-step.ts';
import { isWrite, stepRequests } from './written-requests.ts';

const bed = useSandbox();
const ref = (path: string) => `\${steps.${path}}`;

/** A repository, a discussion in it and its first reading, each from what the one before answered. */
const chain = (repository: string) => [
  { name: 'repo', operation: 'create-repository', input: { repository, private: true } },
  { operation: 'get-current-user', name: 'me' },
  {
    name: 'talk',
    operation: 'create-discussion',
    input: { repository, title: `Hello ${ref('me.output.name')}`, description: `See ${ref('repo.url')}` },
  },
  { name: 'read', operation: 'get-discussion', input: { repository, num: ref('talk.output.num') }, query: 'title' },
];

describe.each(['cli', 'api'] as const)('over %s', (transport) => {
  test('later entries use what earlier ones answered, as data', async () => {
    const input = { operations: chain(`my-org/chain-${transport}`) };
    const result = await runStep(bed.sandbox, { operation: 'batch', transport, input });
    expect(result.exitCode, result.log).toBe(0);
    expect(recordOf(result)).toMatchObject({
      repo: { operation: 'create-repository', status: 'succeeded', changed: true },
      talk: { id: '1' },
      read: { output: 'Hello ada', changed: false },
    });
    expect(result.outputs).toMatchObject({ status: 'succeeded', changed: 'true', count: '4', error: '' });
    for (const text of ['repo', 'create-discussion', 'Opened', 'succeeded']) expect(result.summary).toContain(text);
  });

  test('all of it goes over one CLI, one connection and one look for an action', async () => {
    await withSandbox({}, async (sandbox) => {
      const operations = ['my-model', 'private-model', 'my-model'].map((name) => ({
        ...{ operation: 'get-model', input: { repository: `my-org/${name}` } },
      }));
      const result = await runStep(sandbox, { operation: 'batch', transport, input: { operations, concurrency: 1 } });
      expect(result.exitCode, result.log).toBe(0);
      const asked = sandbox.membraneServer.requests.map(({ method, path }) => `${method} ${path}`);
      expect(asked.filter((one) => one === 'POST /connections/ensure')).toHaveLength(1);
      expect(asked.filter((one) => one === 'GET /actions')).toHaveLength(1);
      expect(asked.filter((one) => /\/(act|run)$/.test(one))).toHaveLength(3);
    });
  });
});

describe('an entry that fails', () => {
  const operations = [
    { name: 'good', operation: 'create-repository', input: { repository: 'my-org/good' }, 'if-exists': 'skip' },
    { name: 'bad', operation: 'get-model', input: { repository: 'my-org/none' } },
    { name: 'after', operation: 'get-model', input: { repository: 'my-org/my-model' } },
    { name: 'needs-bad', operation: 'get-model', input: { repository: ref('bad.output.id') } },
  ];

  test('fails the batch by name; what was done is told, the rest is not started', async () => {
    const result = await runStep(bed.sandbox, { operation: 'batch', input: { operations } });
    expect(result.exitCode).toBe(1);
    const { code, message } = errorOf(result);
    expect(code).toBe('HUB_NOT_FOUND');
    expect(message).toMatch(/'bad' \(get-model\): HUB_NOT_FOUND/);
    expect(message).toMatch(/Not started: after, needs-bad\./);
    expect(result.outputs).toMatchObject({ status: 'failed', changed: 'true' });
    expect(recordOf(result)).toMatchObject({
      good: { status: 'succeeded' },
      bad: { status: 'failed', error: { code: 'HUB_NOT_FOUND' } },
      after: { status: 'not-started', why: "'bad' failed" },
    });
    expect(result.summary).toContain('not-started');
  });

  test('with continue-on-error the others go on, but not what needs it', async () => {
    const input = { operations, concurrency: 3, 'continue-on-error': true };
    const result = await runStep(bed.sandbox, { operation: 'batch', input });
    expect(result.exitCode).toBe(1);
    expect(recordOf(result)).toMatchObject({
      good: { status: 'skipped', changed: false },
      bad: { status: 'failed' },
      after: { status: 'succeeded', output: { id: 'my-org/my-model' } },
      'needs-bad': { status: 'not-started', why: "it needs what 'bad' answers" },
    });
    expect(result.outputs.changed).toBe('false');
  });

  test('because what it refers to does not fit sends nothing', async () => {
    const before = stepRequests(bed.sandbox).filter(isWrite).length;
    const wrong = [
      { name: 'me', operation: 'get-current-user' },
      { operation: 'create-repository', input: { repository: `${ref('me.output.name')}/a/b` } },
      { operation: 'create-repository', input: { repository: ref('me.output.nothing') } },
    ];
    const input = { operations: wrong, 'continue-on-error': true };
    const { message } = errorOf(await runStep(bed.sandbox, { operation: 'batch', input }));
    expect(message).toMatch(/'step-2' .*INPUT_INVALID/);
    expect(message).toMatch(/names nothing: no `nothing` is there/);
    expect(stepRequests(bed.sandbox).filter(isWrite)).toHaveLength(before);
  });
});

test('a dry run plans all of it and writes nothing', async () => {
  const before = stepRequests(bed.sandbox).length;
  const input = { operations: chain('my-org/planned') };
  const result = await runStep(bed.sandbox, { operation: 'batch', input, inputs: { 'dry-run': 'true' } });
  expect(result.exitCode, result.log).toBe(0);
  expect(result.outputs).toMatchObject({ status: 'planned', changed: 'true' });
  expect(recordOf(result)).toMatchObject({
    repo: { status: 'planned', changed: true },
    me: { status: 'succeeded', output: { name: 'ada' } },
    talk: { status: 'planned', changed: true },
    read: { status: 'planned', changed: false },
  });
  expect(stepRequests(bed.sandbox).slice(before).filter(isWrite)).toEqual([]);
});

test('a list of several pages can be a part of it', async () => {
  const operations = [
    { name: 'all', operation: 'list-discussions', input: { repository: 'my-org/my-model' }, 'max-items': 'all' },
  ];
  const result = await runStep(bed.sandbox, { operation: 'batch', input: { operations } });
  expect(result.exitCode, result.log).toBe(0);
  expect(recordOf(result)).toMatchObject({ all: { output: [expect.any(Object), expect.any(Object)], count: 2 } });
});

test('everything wrong with it is told at once, and nothing is sent', async () => {
  const before = bed.sandbox.membraneServer.requests.length;
  const operations = [
    { operation: 'get-model', input: { repository: 'no-slash' } },
    { name: 'x', operation: 'delete-repository', input: { repository: 'my-org/my-model' } },
    { name: 'y', operation: 'get-model', input: { repository: ref('z.id') } },
  ];
  const { code, message } = errorOf(await runStep(bed.sandbox, { operation: 'batch', input: { operations } }));
  expect(code).toBe('INPUT_INVALID');
  for (const place of ['[0].input.repository', '[1].confirm', '[2].input'])
    expect(message).toContain(`operations${place}:`);
  expect(bed.sandbox.membraneServer.requests).toHaveLength(before);
});

test('a secret inside of a batch is masked and is no argument of a process', async () => {
  const value = 'hunter2-of-the-batch';
  const operations = [{ operation: 'set-space-secret', input: { repository: 'my-org/my-space', key: 'TOKEN', value } }];
  const step = { operation: 'batch', transport: 'auto', input: { operations }, watchArguments: true } as const;
  const result = await runStep(bed.sandbox, step);
  expect(result.exitCode, result.log).toBe(0);
  expect(result.masks).toContain(value);
  expect(JSON.stringify(result.argumentsSeen)).not.toContain(value);
});

test('a batch that is cancelled tells what was done and what was not started', () =>
  withSandbox({ latencyMs: 60 }, async (sandbox) => {
    const operations = Array.from({ length: 8 }, (_, index) => ({
      ...{ name: `m${index}`, operation: 'create-repository', input: { repository: `my-org/m${index}` } },
    }));
    const result = await runStep(sandbox, {
      operation: 'batch',
      input: { operations },
      during: async (step) => {
        await step.hasPrinted('[m1]');
        step.send('SIGINT');
      },
    });
    expect(result.exitCode).toBe(130);
    const { code, message } = errorOf(result);
    expect(code).toBe('CANCELLED');
    expect(message).toMatch(/Not started: .*m7/);
    expect(recordOf(result)).toMatchObject({ m0: { status: 'succeeded' }, m7: { status: 'not-started' } });
    expect(result.outputs.changed).toBe('true');
  }));
