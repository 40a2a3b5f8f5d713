import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, onTestFinished } from 'vitest';
import { cacheLine, FactCacheWriter, readFactCache } from '../../../src/hub/audit/fact-cache.ts';
import type { RememberedFinding } from '../../../src/hub/audit/finding-schema.ts';

const test = base.extend<{ file: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the pattern.
  file: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'fact-cache-'));
    await use(path.join(folder, 'cache'));
    await rm(folder, { recursive: true });
  },
});

/** What a Hub may put into a card: longer than one read of the file, of several bytes a character, with other line ends. */
const texts = ['short', 'ä€🎈'.repeat(40_000), 'one\u2028two\u2029three\r\nfour\rfive', 'x'.repeat(65_536), ''];

const finding: RememberedFinding = {
  fingerprint: 'f'.repeat(32),
  rule: 'card-missing',
  severity: 'low',
  subject: { kind: 'repository', type: 'model', id: 'my-org/a\u2028', url: 'https://huggingface.co/my-org/a' },
  firstSeen: '2026-11-01T00:00:00.000Z',
};

async function writeCache(file: string): Promise<void> {
  const writer = new FactCacheWriter(file);
  await writer.begin('my-org');
  for (const [index, value] of texts.entries()) {
    await writer.keep(cacheLine({ repository: `model:my-org/${index}`, facts: { card: { at: 1, value } } }) ?? '');
  }
  const run = { startedAt: '2026-11-02T00:00:00.000Z', finishedAt: '2026-11-02T01:00:00.000Z', repositories: 5 };
  await writer.finish({ ...run, findings: [finding, { ...finding, rule: 'license-missing' }] });
}

test('what was written is read again, in any order', async ({ file }) => {
  await writeCache(file);
  const { cache, problem } = await readFactCache(file, 'my-org');
  onTestFinished(() => cache.close());
  expect(problem).toBeUndefined();
  expect([...cache.keys()]).toEqual(texts.map((_, index) => `model:my-org/${index}`));
  for (const index of [4, 1, 0, 3, 2, 1]) {
    expect(cache.repository(`model:my-org/${index}`)?.facts.card?.value).toBe(texts[index]);
  }
  expect(cache.repository('model:my-org/5')).toBeUndefined();
  expect(cache.previousStart).toBe('2026-11-02T00:00:00.000Z');
  expect(cache.previous()).toMatchObject({ repositories: 5, findings: [finding, { rule: 'license-missing' }] });
});

test('a closed cache knows nothing, and lets the next one take its place', async ({ file }) => {
  await writeCache(file);
  const { cache } = await readFactCache(file, 'my-org');
  expect(cache.repository('model:my-org/1')?.facts.card?.value).toBe(texts[1]);
  cache.close();
  await writeCache(file);
  expect(cache.repository('model:my-org/1')).toBeUndefined();
  expect(cache.previous()?.findings).toEqual([]);
  cache.close();
});

test('line ends of another system are a change', async ({ file }) => {
  await writeCache(file);
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'));
  const { cache, problem } = await readFactCache(file, 'my-org');
  expect(problem).toBe('is cut short or was changed');
  expect([...cache.keys()]).toEqual([]);
});
