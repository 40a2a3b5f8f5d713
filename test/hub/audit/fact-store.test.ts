import { expect, test } from 'vitest';
import { addUndecided } from '../../../src/hub/audit/evaluate.ts';
import { type CachedRepository, emptyCache } from '../../../src/hub/audit/fact-cache.ts';
import { FactStore } from '../../../src/hub/audit/fact-store.ts';
import type { HubAnswer } from '../../../src/hub/audit/hub-calls.ts';
import { readRecord } from '../../../src/hub/audit/repository-record.ts';
import type { PreparedNeed } from '../../../src/hub/audit/rule.ts';
import { unsafeScan } from '../../../src/hub/audit/rules/files.ts';

const dayMs = 86_400_000;
const now = Date.UTC(2026, 10, 23);
const clean = { scansDone: true, filesWithIssues: [] };

function needOf(): PreparedNeed {
  const { need } = unsafeScan.prepareWith({});
  if (!need) throw new Error('The rule needs no scan.');
  return need;
}

/** A store whose Hub gives one answer, over a cache that holds one scan. */
function storeWith(answer: HubAnswer, cached: CachedRepository | undefined, at = now) {
  const asked: Record<string, string>[] = [];
  const cache = { ...emptyCache, repository: () => cached };
  const reader = {
    get: async (_path: string, _query?: unknown, headers: Readonly<Record<string, string>> = {}) => {
      asked.push({ ...headers });
      return answer;
    },
  };
  return { asked, store: new FactStore(reader, cache, { now: at, refreshAfter: 7 * dayMs }) };
}

const cachedScan = (sha: string, scansDone = true): CachedRepository => ({
  repository: 'model:my-org/a',
  sha,
  facts: { scan: { at: now - dayMs, etag: '"one"', value: { scansDone, files: [] } } },
});

const record = readRecord('model', { id: 'my-org/a', sha: 'c0ffee', siblings: [{ rfilename: 'w.pt' }] });
if (!record) throw new Error('no record');

const ok: HubAnswer = { status: 200, headers: { etag: '"two"' }, body: clean };

test('an answer about this commit is used, and one about another is not', async () => {
  const same = storeWith(ok, cachedScan('c0ffee'));
  expect(await same.store.gather(record, [needOf()])).toMatchObject({ hits: 1, facts: { scan: { scansDone: true } } });
  expect(same.asked).toEqual([]);
  const other = storeWith(ok, cachedScan('decaf'));
  expect((await other.store.gather(record, [needOf()])).hits).toBe(0);
  expect(other.asked).toEqual([{}]);
});

test('an answer that grew old is asked for by its etag, and 304 keeps it', async () => {
  const { asked, store } = storeWith({ status: 304, headers: {}, body: '' }, cachedScan('c0ffee'), now + 8 * dayMs);
  const gathered = await store.gather(record, [needOf()]);
  expect(asked).toEqual([{ 'if-none-match': '"one"' }]);
  expect(gathered).toMatchObject({ hits: 1, facts: { scan: { files: [] } } });
  expect(JSON.parse(gathered.line ?? '')).toMatchObject({ facts: { scan: { at: now + 8 * dayMs, etag: '"one"' } } });
});

test('a scan that was not done is asked for again, and the new etag is kept', async () => {
  const { asked, store } = storeWith(ok, cachedScan('c0ffee', false));
  const gathered = await store.gather(record, [needOf()]);
  expect([asked.length, gathered.hits]).toEqual([1, 0]);
  expect(JSON.parse(gathered.line ?? '')).toMatchObject({ sha: 'c0ffee', facts: { scan: { etag: '"two"' } } });
});

test.each([
  [{ status: 403, headers: {}, body: {} }, 'The Hub refused to show the security scan (HTTP 403).'],
  [{ status: 200, headers: {}, body: 'not json' }, 'The Hub refused to show the security scan (HTTP 200).'],
])('a refusal is told and not kept: %j', async (answer, reason) => {
  const { store } = storeWith(answer, undefined);
  const gathered = await store.gather(record, [needOf()]);
  expect([gathered.refused.get('scan'), gathered.line, gathered.facts]).toEqual([reason, undefined, {}]);
});

test('reasons without end become one', () => {
  const reasons = Array.from({ length: 500 }, (_, index) => ({ rules: ['a'], reason: `reason ${index}`, count: 1 }));
  const told = addUndecided(addUndecided([], reasons), reasons);
  expect(told).toHaveLength(51);
  expect(told.reduce((sum, one) => sum + one.count, 0)).toBe(1000);
});
