import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ServedHub } from '../served-hub.ts';
import { serveHub } from '../served-hub.ts';
import { ask, commitOf, NDJSON } from './ask.ts';

describe('addresses', () => {
  let served: ServedHub;
  beforeAll(async () => {
    served = await serveHub();
    const body = commitOf('Propose', { 'deep/er/file name+ü.txt': 'proposed' });
    await ask(served, 'POST /api/models/my-org/my-model/commit/main?create_pr=1', { body, headers: NDJSON });
  });
  afterAll(() => served.close());

  test.each([
    'GET /api/models/my-org/my-model/tree/refs%2Fpr%2F3/deep%2Fer',
    'GET /api/models/my-org/my-model/tree/refs/pr/3/deep/er',
    'GET /api/models/my-org%2Fmy-model/tree/refs/pr/3/deep/er/',
    'GET /my-org/my-model/resolve/refs%2Fpr%2F3/deep/er/file%20name%2B%C3%BC.txt',
    'GET /my-org/my-model/resolve/refs/pr/3/deep%2Fer%2Ffile name+ü.txt',
    'GET /my-org/my-model/raw/refs/pr/3/deep/er/file%20name+%C3%BC.txt',
    'HEAD /my-org/my-model/resolve/refs%2Fpr%2F3/deep/er/file%20name+%C3%BC.txt',
    'GET /api/models/my-org/my-model/revision/refs%2Fpr%2F3',
  ])('%s is found in either spelling', async (route) => {
    const [method = '', ...path] = route.split(' ');
    expect((await ask(served, `${method} ${path.join('%20')}`)).status).toBe(200);
  });

  test('a repository that moved leads on with method, query and 307', async () => {
    await ask(served, 'POST /api/repos/create', { body: { name: 'old', organization: 'my-org' } });
    await ask(served, 'POST /api/repos/move', {
      body: { fromRepo: 'my-org/old', toRepo: 'my-org/new', type: 'model' },
    });
    const answer = await ask(served, 'GET /api/models/my-org/old/tree/main?expand=true');
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe('/api/models/my-org/new/tree/main?expand=true');
    await ask(served, 'POST /api/repos/create', { body: { name: 'old', organization: 'my-org' } });
    expect((await ask(served, 'GET /api/models/my-org/old')).status).toBe(200);
  });

  test('what is not there, and a method that is not', async () => {
    expect((await ask(served, 'GET /api/nothing/at/all')).status).toBe(404);
    expect((await ask(served, 'PATCH /api/repos/create')).status).toBe(405);
  });

  test.each([
    ['bytes=0-3', 206, 'bytes 0-3/19', 'text'],
    ['bytes=-5', 206, 'bytes 14-18/19', 'lo,1\n'],
    ['bytes=15-', 206, 'bytes 15-18/19', 'o,1\n'],
    ['bytes=15-99', 206, 'bytes 15-18/19', 'o,1\n'],
    ['bytes=19-', 416, 'bytes */19', undefined],
  ])('the range %s answers %i', async (Range, status, contentRange, text) => {
    const route = 'GET /datasets/my-org/my-dataset/resolve/main/data/train.csv';
    const answer = await ask(served, route, { headers: { Range } });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-range')).toBe(contentRange);
    if (text !== undefined) expect(answer.text).toBe(text);
  });

  test('files of large objects are gone when the Hub closes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'large-objects-'));
    for (const name of ['TMPDIR', 'TMP', 'TEMP']) vi.stubEnv(name, folder);
    const other = await serveHub();
    const content = 'x'.repeat(2 * 1024 * 1024);
    const body = commitOf('Large', { 'large.txt': content });
    await ask(other, 'POST /api/models/my-org/my-model/commit/main', { body, headers: NDJSON });
    expect(await readdir(folder)).toHaveLength(1);
    expect((await ask(other, 'GET /my-org/my-model/resolve/main/large.txt')).text).toBe(content);
    await other.close();
    vi.unstubAllEnvs();
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
  });
});
