import { describe, expect, test } from 'vitest';
import type { HubProxy } from '../../../src/hub/hub-proxy.ts';
import type { MaxItems } from '../../../src/hub/pages/max-items.ts';
import { runOperation } from '../../../src/hub/run-operation.ts';
import type { ProxyRequest, ProxyResponse } from '../../../src/membrane/client.ts';
import { withSandbox } from '../../action/sandbox-step.ts';
import { requestOf } from '../request-of.ts';
import { sandboxContext } from '../sandbox-context.ts';

/** Lists models from pages that no well-behaved Hub would give. */
function listFrom(answer: (request: ProxyRequest, asked: number) => ProxyResponse, maxItems: MaxItems = 'all') {
  return withSandbox({ actions: 'none' }, async (sandbox) => {
    const said: string[] = [];
    const asked: ProxyRequest[] = [];
    const hub: HubProxy = {
      request: async (request) => {
        asked.push(request);
        return answer(request, asked.length - 1);
      },
    };
    const context = sandboxContext(sandbox, said);
    const options = { ...context.options, maxItems };
    const result = await runOperation(requestOf('list-models', 'author: my-org\nlimit: 2'), {
      ...context,
      hub,
      options,
    });
    return { result, asked, said };
  });
}

const page = (ids: readonly string[], next?: string): ProxyResponse => ({
  status: 200,
  headers: next === undefined ? {} : { link: `<${next}>; rel="next"` },
  body: ids.map((id) => ({ id })),
});

describe('pages from outside', () => {
  test('items that moved from one page to the next are there once', async () => {
    const pages = [page(['a', 'b'], '/x?cursor=1'), page(['b', 'c'], '/x?cursor=2'), page(['c', 'd'])];
    const { result } = await listFrom((_, asked) => pages[asked] ?? page([]));
    expect(result.output).toEqual(['a', 'b', 'c', 'd'].map((id) => ({ id })));
    expect(result).toMatchObject({ count: 4, table: { total: 4 }, list: { count: 4 } });
  });

  test('a link to another host is never followed: its query is asked of the same path', async () => {
    const pages = [page(['a', 'b'], 'https://attacker.example/api/secrets?cursor=1'), page(['c'])];
    const { asked } = await listFrom((_, index) => pages[index] ?? page([]));
    expect(asked.map(({ path, query }) => [path, query])).toEqual([
      [
        '/api/models',
        [
          ['author', 'my-org'],
          ['limit', '2'],
        ],
      ],
      ['/api/models', [['cursor', '1']]],
    ]);
  });

  test('pages that lead back to an earlier one end', async () => {
    const { result, asked } = await listFrom((_, index) => page([`${index}`], `/x?cursor=${index % 2}`));
    expect(asked).toHaveLength(3);
    expect(result.count).toBe(3);
  });

  test('ever new links to the same items end, with a warning', async () => {
    const { result, said } = await listFrom((_, index) => page(['a', 'b'], `/x?cursor=${index}`));
    expect(result.count).toBe(2);
    expect(said.join('\n')).toMatch(/held nothing new/);
  });

  test('no page more is asked for than is wanted', async () => {
    const { result, asked } = await listFrom((_, index) => page([`${index}a`, `${index}b`], `/x?cursor=${index}`), 3);
    expect(result.count).toBe(3);
    expect(asked).toHaveLength(2);
  });

  test('an answer that is no list is an error that says so', async () => {
    const answer = listFrom(() => ({ status: 200, headers: {}, body: 'hello' }));
    await expect(answer).rejects.toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      message: expect.stringMatching(/no list/),
    });
  });
});
