import { describe, expect, test } from 'vitest';
import type { HubProxy } from '../../../src/hub/hub-proxy.ts';
import { runOperation } from '../../../src/hub/run-operation.ts';
import type { ActionRun, MembraneClient } from '../../../src/membrane/client.ts';
import { withSandbox } from '../../action/sandbox-step.ts';
import { requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

interface Workspace {
  /** Of the action's `limit`. */
  readonly mostPerPage: number;
  answer(input: unknown, run: number): unknown;
}

/** Lists all models in a workspace whose action is none of the sandbox's; the Hub's own route answers one page. */
function listBy({ mostPerPage, answer }: Workspace, text = '') {
  return withSandbox({ actions: 'none' }, async (sandbox) => {
    const said: string[] = [];
    const runs: ActionRun[] = [];
    const routes: string[] = [];
    const context = sandboxContext(sandbox, said);
    const properties = {
      limit: { type: 'integer', maximum: mostPerPage },
      cursor: { type: 'string' },
      depth: { type: 'integer' },
    };
    const action = { id: 'a1', key: 'list-models', inputSchema: { type: 'object', properties } };
    const client: MembraneClient = {
      ...context.client,
      transport: 'api',
      searchActions: async () => [action],
      runAction: async (run) => {
        runs.push(run);
        return { output: answer(run.input, runs.length - 1), actionRunId: `run-${runs.length}` };
      },
    };
    const hub: HubProxy = {
      request: async ({ path }) => {
        routes.push(path);
        return { status: 200, headers: {}, body: [{ id: 'by-route' }] };
      },
    };
    const options = { ...context.options, maxItems: 'all' } as const;
    const result = await runOperation(requestOf('list-models', text), { ...context, client, hub, options });
    return { result, runs: runs.map(({ input }) => input), routes, said: said.join('\n') };
  });
}

describe("a workspace's own action", () => {
  test('is followed as long as it says where the list goes on', async () => {
    const pages = [
      { models: [{ id: 'a' }], nextCursor: 'x' },
      { models: [{ id: 'b' }], nextCursor: '' },
    ];
    const { result, runs, routes } = await listBy({ mostPerPage: 1_000, answer: (_, run) => pages[run] });
    expect(result).toMatchObject({ output: [{ id: 'a' }, { id: 'b' }], actionId: 'a1', actionRunId: 'run-1' });
    expect(runs).toEqual([{ limit: 1_000 }, { limit: 1_000, cursor: 'x' }]);
    expect(routes).toEqual([]);
  });

  test('that leads back to where it was ends', async () => {
    const answer = (_: unknown, run: number) => ({ models: [{ id: `${run}` }], nextCursor: `${run % 2}` });
    const { result } = await listBy({ mostPerPage: 1_000, answer });
    expect(result.count).toBe(3);
  });

  test('that says nothing is left for the route, from the beginning, with a word', async () => {
    const full = Array.from({ length: 1_000 }, (_, index) => ({ id: `${index}` }));
    const { result, routes, said } = await listBy({ mostPerPage: 1_000, answer: () => full });
    expect(result).toMatchObject({ output: [{ id: 'by-route' }], count: 1 });
    expect(result.actionId).toBeUndefined();
    expect(routes).toEqual(['/api/models']);
    expect(said).toMatch(/answered 1000 items and no way to the next ones/);
  });

  test('that gives smaller pages than the Hub is asked for its own, which nobody can tell from the last', async () => {
    const { runs, routes } = await listBy({ mostPerPage: 20, answer: () => [{ id: 'a' }] });
    expect(runs).toEqual([{}]);
    expect(routes).toEqual(['/api/models']);
  });

  test('whose own parameters are used cannot be left for the route', async () => {
    const listed = listBy({ mostPerPage: 1_000, answer: () => [{ id: 'a' }] }, 'depth: 2');
    await expect(listed).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('input.depth'),
    });
  });
});
