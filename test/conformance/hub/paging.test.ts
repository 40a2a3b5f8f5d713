import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { HubOptions } from '../../sandbox/hub/hub.ts';
import type { ServedHub } from '../served-hub.ts';
import { serveHub } from '../served-hub.ts';
import { ask } from './ask.ts';

const listed = z.array(z.object({ id: z.string() }));

describe('lists and limits', () => {
  const open: ServedHub[] = [];
  afterEach(() => Promise.all(open.splice(0).map((served) => served.close())));

  async function start(options: HubOptions = {}): Promise<ServedHub> {
    const served = await serveHub(options);
    open.push(served);
    return served;
  }

  async function page(served: ServedHub, path: string): Promise<{ ids: string[]; next: string | undefined }> {
    const answer = await ask(served, `GET ${path}`);
    expect(answer.status).toBe(200);
    const next = /^<(http[^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    return { ids: listed.parse(answer.json).map((one) => one.id), next };
  }

  async function all(served: ServedHub, first: string): Promise<string[]> {
    const ids: string[] = [];
    for (let path: string | undefined = first; path !== undefined; ) {
      const { ids: more, next } = await page(served, path);
      ids.push(...more);
      path = next;
    }
    return ids;
  }

  test('the next page keeps all parameters and ends without a link', async () => {
    const served = await start();
    const ids = await all(served, '/api/models?author=my-org&sort=createdAt&limit=1');
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  });

  test('an entry added in front does not repeat or skip any on the next page', async () => {
    const served = await start();
    const first = await page(served, '/api/models?author=my-org&sort=createdAt&limit=2');
    await ask(served, 'POST /api/repos/create', { body: { name: 'newest', organization: 'my-org' } });
    const second = await page(served, first.next ?? '');
    expect(second.ids).toHaveLength(2);
    expect(second.ids.filter((id) => first.ids.includes(id) || id === 'my-org/newest')).toEqual([]);
  });

  test.each(['limit=0', 'limit=x', 'limit=1.5', 'cursor=!!', 'sort=nothing', 'expand=nothing'])(
    'the query %s is refused',
    async (query) => {
      expect((await ask(await start(), `GET /api/models?${query}`)).status).toBe(400);
    },
  );

  test('members may not be asked for in pages of fewer than ten', async () => {
    const served = await start();
    expect((await ask(served, 'GET /api/organizations/my-org/members?limit=9')).status).toBe(400);
    expect((await ask(served, 'GET /api/organizations/my-org/members?limit=10')).status).toBe(200);
  });

  test('a quota ends in 429 and comes back with the next window', async () => {
    let now = Date.UTC(2026, 0, 1);
    const served = await start({
      now: () => new Date(now),
      settings: { rateLimits: { api: { quota: 2, windowSeconds: 60 } } },
    });
    const answers = [1, 2, 3].map(() => () => ask(served, 'GET /api/whoami-v2'));
    const statuses: number[] = [];
    for (const request of answers) statuses.push((await request()).status);
    expect(statuses).toEqual([200, 200, 429]);
    now += 20_000;
    const refused = await ask(served, 'GET /api/whoami-v2');
    expect(refused.headers.get('ratelimit')).toBe('"api";r=0;t=40');
    expect(refused.headers.get('ratelimit-policy')).toBe('"fixed window";"api";q=2;w=60');
    expect((await ask(served, 'GET /my-org/my-model/resolve/main/README.md')).status).toBe(200);
    now += 40_000;
    expect((await ask(served, 'GET /api/whoami-v2')).status).toBe(200);
  });

  test('without a quota the headers are sent and nothing is refused', async () => {
    const { headers } = await ask(await start(), 'GET /api/models');
    expect(headers.get('ratelimit')).toBe('"api";r=999;t=300');
  });
});
