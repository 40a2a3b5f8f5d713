import { expect, test } from 'vitest';
import type { HubReader } from '../../../src/hub/audit/hub-calls.ts';
import { listPages } from '../../../src/hub/audit/pages.ts';

/** A list of numbers that will not give more than `most` at a time. */
function numbers(total: number, most: number, asked: string[]): HubReader {
  return {
    async get(_path, query = []) {
      const { limit = '1000', cursor = '0' } = Object.fromEntries(query);
      asked.push(limit);
      if (Number(limit) > most) return { status: 413, headers: {}, body: 'too large' };
      const from = Number(cursor);
      const end = Math.min(total, from + Number(limit));
      const link = `<https://huggingface.co/api/models?limit=${limit}&cursor=${end}>; rel="next"`;
      const body = Array.from({ length: end - from }, (_, index) => from + index);
      return { status: 200, headers: end < total ? { link } : { 'x-request-id': '1' }, body };
    },
  };
}

async function itemsOf(reader: HubReader): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const page of listPages(reader, '/api/models', [['limit', '1000']], 'list')) items.push(...page.items);
  return items;
}

test('a page that is too large is asked for in halves, once', async () => {
  const asked: string[] = [];
  const items = await itemsOf(numbers(900, 300, asked));
  expect(items).toEqual(Array.from({ length: 900 }, (_, index) => index));
  expect(asked).toEqual(['1000', '500', '250', '250', '250', '250']);
});

test('a list that stays too large is an error', async () => {
  await expect(itemsOf(numbers(900, 10, []))).rejects.toMatchObject({ code: 'HUB_REJECTED' });
});

test('a next page that is this page again ends the list', async () => {
  const link = '<https://huggingface.co/api/models?limit=1000>; rel="next"';
  const reader: HubReader = { get: async () => ({ status: 200, headers: { link }, body: [1] }) };
  expect(await itemsOf(reader)).toEqual([1]);
});

test('a full page without headers is told apart from the last one', async () => {
  const reader: HubReader = { get: async () => ({ status: 200, headers: {}, body: Array(1000).fill(0) }) };
  const pages = [];
  for await (const page of listPages(reader, '/api/models', [['limit', '1000']], 'list')) pages.push(page.blind);
  expect(pages).toEqual([true]);
});

test.each([
  [401, 'HUB_FORBIDDEN'],
  [403, 'HUB_FORBIDDEN'],
  [404, 'HUB_NOT_FOUND'],
  [429, 'RATE_LIMITED'],
])('HTTP %i ends the list with %s', async (status, code) => {
  const reader: HubReader = { get: async () => ({ status, headers: {}, body: { error: 'no' } }) };
  await expect(itemsOf(reader)).rejects.toMatchObject({ code, details: { status } });
});
