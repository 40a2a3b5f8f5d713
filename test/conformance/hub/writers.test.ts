import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedHub } from '../served-hub.ts';
import { serveHub } from '../served-hub.ts';
import { ask, commitOf, NDJSON } from './ask.ts';

describe('writers at once', () => {
  let served: ServedHub;
  beforeAll(async () => {
    // Long enough for all requests of a test to be under way together.
    served = await serveHub({ settings: { workMs: 300 } });
  });
  afterAll(() => served.close());

  const effects = () => served.server.requests.flatMap((one) => one.effects);
  const repository = (name: string) => served.hub.store.repository('model', `my-org/${name}`);

  test('of many commits to one branch each is seen whole or refused with 412', async () => {
    await ask(served, 'POST /api/repos/create', { body: { name: 'busy', organization: 'my-org' } });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ask(served, 'POST /api/models/my-org/busy/commit/main', {
          body: commitOf(`Commit ${index}`, { [`${index}/one`]: 'a', [`${index}/two`]: 'b' }),
          headers: NDJSON,
        }),
      ),
    );
    const made = answers.filter((one) => one.status === 200).length;
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200, 412]));
    const content = repository('busy')?.content;
    const head = content?.resolve('main');
    expect(head && content?.history(head)).toHaveLength(made + 1);
    expect(head?.files.size).toBe(1 + 2 * made);
    expect(effects().filter((one) => one.startsWith('commit model my-org/busy'))).toHaveLength(made);
  });

  test('a stale parent is refused and leaves nothing behind', async () => {
    const before = repository('busy')?.sha;
    const body = commitOf('Late', { late: 'x' }, '0'.repeat(40));
    const answer = await ask(served, 'POST /api/models/my-org/busy/commit/main', { body, headers: NDJSON });
    expect(answer.status).toBe(412);
    expect(answer.headers.get('x-error-message')).toBe('A commit has happened since. Please refresh and try again.');
    expect(repository('busy')?.sha).toBe(before);
  });

  test('a commit of which one line is impossible changes nothing', async () => {
    const before = repository('busy')?.sha;
    const body = `${commitOf('Half', { good: 'x' })}\n${JSON.stringify({ key: 'deletedFile', value: { path: 'none' } })}`;
    const answer = await ask(served, 'POST /api/models/my-org/busy/commit/main', { body, headers: NDJSON });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('x-error-code')).toBe('EntryNotFound');
    expect(repository('busy')?.sha).toBe(before);
  });

  test.each([
    ['outside the repository', { '../x': 'x' }],
    ['in git itself', { '.git/config': 'x' }],
    ['a file in a file', { 'good.txt': 'x', 'good.txt/inner': 'x' }],
  ])('a path %s is refused', async (_, files) => {
    const body = commitOf('Bad', files);
    const answer = await ask(served, 'POST /api/models/my-org/busy/commit/main', { body, headers: NDJSON });
    expect(answer.status).toBe(400);
  });

  test('a card with metadata the Hub does not take is refused', async () => {
    const body = commitOf('Card', { 'README.md': '---\nlicense: none-such\n---\n' });
    const answer = await ask(served, 'POST /api/models/my-org/busy/commit/main', { body, headers: NDJSON });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Invalid metadata in README.md');
  });

  test('an account creates one repository at a time; others are not held up', async () => {
    const create = (name: string, token?: string) =>
      ask(served, 'POST /api/repos/create', {
        body: { name, organization: 'my-org' },
        ...(token !== undefined && { token }),
      });
    const answers = await Promise.all([create('one'), create('two'), create('three', 'hf_sandbox_grace_write')]);
    const mine = answers.slice(0, 2).toSorted((a, b) => a.status - b.status);
    expect(mine.map((one) => one.status)).toEqual([200, 409]);
    expect(mine[1]?.text).toContain('another conflicting operation is in progress');
    expect(answers[2]?.status).toBe(200);
    expect(repository('one') === undefined).not.toBe(repository('two') === undefined);
  });

  test('bytes that are not those announced are not taken', async () => {
    const oid = 'a'.repeat(64);
    const batch = await ask(served, 'POST /my-org/busy.git/info/lfs/objects/batch', {
      body: { operation: 'upload', transfers: ['basic'], objects: [{ oid, size: 3 }], ref: { name: 'main' } },
    });
    const href = /"upload":\{"href":"([^"]+)"/.exec(batch.text)?.[1] ?? '';
    expect((await ask(served, `PUT ${href}`, { body: 'abc', token: '' })).status).toBe(400);
    const lfs = JSON.stringify({ key: 'lfsFile', value: { path: 'f', algo: 'sha256', oid, size: 3 } });
    const body = `${commitOf('LFS', {})}\n${lfs}`;
    const commit = await ask(served, 'POST /api/models/my-org/busy/commit/main', { body, headers: NDJSON });
    expect(commit.status).toBe(400);
    expect(repository('busy')?.content.resolve('main')?.files.has('f')).toBe(false);
  });
});
