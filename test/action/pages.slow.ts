import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { withMachine } from '../harness/runner-machine.ts';
import { DEFAULT_SETTINGS } from '../sandbox/hub/settings.ts';
import { outputOf } from './operation-case.ts';
import { errorOf, runStep, useSandbox, withSandbox } from './sandbox-step.ts';

const hub = {
  generate: { organisation: 'big-org', models: 600 },
  settings: { pageSizes: { ...DEFAULT_SETTINGS.pageSizes, discussions: 1 } },
};

/** One operation for each way in which the Hub's lists go on, with pages so small that there are several. */
const lists = [
  { operation: 'list-models', input: { author: 'big-org', limit: 250 }, count: 600 },
  { operation: 'list-discussions', input: { repository: 'my-org/my-model' }, count: 2 },
  { operation: 'get-daily-papers', input: { limit: 10 }, count: 0 },
  { operation: 'list-collections', input: { owner: 'my-org', limit: 1 }, count: 2 },
] as const;

describe.each(['canonical', 'renamed', 'none'] as const)('a workspace whose actions are %s', (actions) => {
  const bed = useSandbox({ actions, hub });
  // What an action answers does not depend on the transport; which headers are seen does.
  const transports = actions === 'none' ? (['cli', 'api'] as const) : (['api'] as const);
  const asked = transports.flatMap((transport) => lists.map((list) => ({ ...list, transport })));

  test.concurrent.each(asked)(
    '$operation answers all over $transport',
    async ({ operation, input, count, transport }) => {
      const inputs = { 'max-items': 'all' };
      const result = await runStep(bed.sandbox, { operation, transport, input, inputs, withoutPost: true });
      expect(result.exitCode, result.log).toBe(0);
      const expected = count || bed.sandbox.hub.store.papers.length;
      expect(result.outputs.count).toBe(String(expected));
      expect(result.annotations).toEqual([]);
    },
  );
});

describe('the pages of a list', () => {
  const bed = useSandbox({ actions: 'none', hub });
  const all = { operation: 'list-models', input: { author: 'big-org', sort: 'id', limit: 200 } };
  const ids = (count: number) =>
    bed.sandbox.hub.store
      .repositories('model')
      .filter(({ namespace }) => namespace === 'big-org')
      .map(({ id }) => id)
      .toSorted()
      .toReversed()
      .slice(0, count);

  test('make one array, in the order of the Hub, as many as are wanted, and no page more', async () => {
    const before = bed.sandbox.hubServer.requests.length;
    const result = await runStep(bed.sandbox, { ...all, inputs: { 'max-items': '450', query: '[].id' } });
    expect(result.exitCode, result.log).toBe(0);
    expect(outputOf(result)).toEqual(ids(450));
    expect(bed.sandbox.hubServer.requests.length - before).toBe(3);
  });

  test('go to output-file as they come, whole, and the output keeps a note', () =>
    withMachine({}, async (machine) => {
      const inputs = { 'max-items': 'all', 'output-file': 'out/models.json' };
      const input = { author: 'big-org', full: true };
      const result = await runStep(bed.sandbox, { operation: 'list-models', input, inputs, machine });
      expect(result.exitCode, result.log).toBe(0);
      const file = path.join(machine.workspace, 'out', 'models.json');
      expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveLength(600);
      expect(outputOf(result)).toMatchObject({ truncated: true, 'output-file': file });
      expect(result.summary).toMatch(/550 more/);
      expect(result.filesLeft.filter((left) => left.path.endsWith('.json'))).toHaveLength(1);
    }));

  test('are read again alone where one fails, and each item is there once', async () => {
    bed.sandbox.hubServer.faults.add({ match: 'GET /api/:kind', nth: 3, kind: 'status', status: 503 });
    const result = await runStep(bed.sandbox, { ...all, inputs: { 'max-items': 'all', query: '[].id' } });
    bed.sandbox.hubServer.faults.clear();
    expect(result.exitCode, result.log).toBe(0);
    expect(outputOf(result)).toEqual(ids(600));
  });

  test('that cannot be read leave no half of a file', () =>
    withMachine({}, async (machine) => {
      bed.sandbox.hubServer.faults.add({ match: 'GET /api/:kind', nth: 2, kind: 'status', status: 403 });
      const inputs = { 'max-items': 'all', 'output-file': 'models.json' };
      const result = await runStep(bed.sandbox, { ...all, inputs, machine });
      bed.sandbox.hubServer.faults.clear();
      expect(errorOf(result).code).toBe('HUB_FORBIDDEN');
      expect(result.log).toMatch(/Page 2 of the list failed, after 200 items/);
      expect(result.filesLeft.filter((left) => left.path.endsWith('.json'))).toEqual([]);
      expect(result.outputs['output-file']).toBeUndefined();
    }));
});

describe('an older CLI that prints no headers', () => {
  const older = { actions: 'none', cliJson: 'body', hub } as const;
  const step = { operation: 'list-models', input: { author: 'big-org', limit: 250 }, inputs: { 'max-items': 'all' } };

  test.concurrent('is left for the API in auto, with one notice', () =>
    withSandbox(older, async (sandbox) => {
      const result = await runStep(sandbox, { ...step, transport: 'auto' });
      expect(result.exitCode, result.log).toBe(0);
      expect(result.outputs.count).toBe('600');
      expect(result.annotations).toEqual([
        expect.objectContaining({ kind: 'notice', message: expect.stringMatching(/headers.*Going over the HTTP API/) }),
      ]);
    }));

  test.concurrent('is an error that says so with the CLI alone, unless the list ends with the page', () =>
    withSandbox(older, async (sandbox) => {
      const result = await runStep(sandbox, { ...step, transport: 'cli' });
      expect(errorOf(result)).toMatchObject({ code: 'CLI_UNUSABLE', hint: expect.stringMatching(/transport: api/) });
      const short = await runStep(sandbox, { ...step, input: { author: 'my-org', limit: 100 }, transport: 'cli' });
      expect(short.exitCode, short.log).toBe(0);
    }));
});

describe('query and matrix', () => {
  const bed = useSandbox({ hub });
  const step = { operation: 'list-models', transport: 'api' } as const;

  test('a list is a matrix, an item a job, or in shards', async () => {
    const input = { author: 'my-org', sort: 'id' };
    const items = await runStep(bed.sandbox, { ...step, input, inputs: { query: '[].{model: id}' } });
    expect(JSON.parse(items.outputs.matrix ?? '').include).toContainEqual({ model: 'my-org/my-model' });
    const shards = await runStep(bed.sandbox, { ...step, input, inputs: { query: '[].id', 'shard-count': '2' } });
    const { include } = JSON.parse(shards.outputs.matrix ?? '');
    expect(include).toHaveLength(2);
    expect([...include[0].items, ...include[1].items]).toEqual(outputOf(shards));
  });

  test('a list too large for an output leaves names in its matrix, in shards of 256', async () => {
    const input = { author: 'big-org', full: true };
    const result = await runStep(bed.sandbox, { ...step, input, inputs: { 'max-items': 'all' } });
    const { include } = JSON.parse(result.outputs.matrix ?? '');
    expect(include).toHaveLength(256);
    expect(include.flatMap((shard: { items: unknown[] }) => shard.items)).toHaveLength(600);
    expect(result.log).toMatch(/names of the items only/);
  });

  test('any answer of request that is a list has a matrix, and one that is none has none', async () => {
    const input = { path: '/api/models', query: { author: 'my-org' } };
    const list = await runStep(bed.sandbox, { operation: 'request', input });
    expect(JSON.parse(list.outputs.matrix ?? '').include[0]).toHaveProperty('id');
    const none = await runStep(bed.sandbox, { operation: 'get-current-user' });
    expect(none.outputs.matrix).toBe('');
  });

  test('the file holds the result before the query', () =>
    withMachine({ toolCache: inject('toolCache') }, async (machine) => {
      const inputs = { query: 'name', 'output-file': 'user.json' };
      const result = await runStep(bed.sandbox, { operation: 'get-current-user', inputs, machine });
      expect(outputOf(result)).toBe('ada');
      expect(JSON.parse(readFileSync(result.outputs['output-file'] ?? '', 'utf8'))).toMatchObject({ name: 'ada' });
    }));

  test('a query that does not fit says that the operation was done, and leaves the result', async () => {
    const input = { repository: 'my-org/queried', private: true };
    const inputs = { query: 'abs(url)' };
    const result = await runStep(bed.sandbox, { operation: 'create-repository', input, inputs });
    expect(result.exitCode).toBe(1);
    expect(errorOf(result)).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(/was carried out/) });
    expect(result.outputs).toMatchObject({ status: 'failed', changed: 'true', url: expect.stringMatching(/queried$/) });
    expect(outputOf(result)).toHaveProperty('url');
  });

  test('what is wrong with them is told at once, with everything else, before anything is sent', async () => {
    const before = bed.sandbox.membraneServer.requests.length;
    const inputs = { 'max-items': 'some', query: '[?', 'shard-count': '0' };
    const result = await runStep(bed.sandbox, { operation: 'get-model', inputs });
    const { code, message } = errorOf(result);
    expect(code).toBe('INPUT_INVALID');
    for (const name of ['max-items', 'query', 'shard-count', 'input.repository'])
      expect(message).toContain(`- ${name}:`);
    expect(message).toMatch(/\n {4}\[\?\n {6}\^/);
    const noList = await runStep(bed.sandbox, { operation: 'get-current-user', inputs: { 'max-items': '5' } });
    expect(errorOf(noList).message).toContain('is for operations that list');
    expect(bed.sandbox.membraneServer.requests.length).toBe(before);
  });
});
