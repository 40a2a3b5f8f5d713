import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEEDED_TOKENS } from '../../sandbox/hub/seed.ts';
import type { ServedHub } from '../served-hub.ts';
import { serveHub } from '../served-hub.ts';
import { ask, commitOf, NDJSON } from './ask.ts';

const NOBODY = '';
const { ada, adaReadOnly, adaFineGrained, grace, linus, mallory } = SEEDED_TOKENS;
const create = (organization: string) => ({ name: 'permitted', organization });
const commit = commitOf('Try', { 'try.txt': 'x' });
const discussion = { title: 'A question', description: 'Why?' };

/** Route, body, and the status each token meets. */
const CASES: readonly [string, unknown, Readonly<Record<string, number>>][] = [
  [
    'GET /api/models/my-org/private-model',
    undefined,
    { [NOBODY]: 401, [mallory]: 404, [linus]: 200, [adaReadOnly]: 200, [adaFineGrained]: 404 },
  ],
  ['GET /api/models/my-org/nowhere', undefined, { [NOBODY]: 401, [ada]: 404 }],
  ['GET /my-org/gated-model/resolve/main/README.md', undefined, { [NOBODY]: 401, [mallory]: 403, [linus]: 200 }],
  ['GET /api/models/my-org/gated-model', undefined, { [NOBODY]: 200, [mallory]: 200 }],
  ['GET /api/whoami-v2', undefined, { [NOBODY]: 401, hf_unknown: 401, [adaReadOnly]: 200 }],
  [
    'POST /api/models/my-org/my-model/commit/main',
    commit,
    { [NOBODY]: 401, [adaReadOnly]: 403, [linus]: 403, [grace]: 403, [mallory]: 403, [adaFineGrained]: 200 },
  ],
  ['POST /api/models/my-org/gated-model/commit/main', commit, { [adaFineGrained]: 403, [ada]: 200 }],
  [
    'POST /api/models/my-org/my-model/commit/main?create_pr=1',
    commit,
    { [NOBODY]: 401, [adaReadOnly]: 403, [mallory]: 200 },
  ],
  [
    'PUT /api/models/my-org/my-model/settings',
    { discussionsDisabled: false },
    { [NOBODY]: 401, [adaReadOnly]: 403, [grace]: 403, [ada]: 200 },
  ],
  ['POST /api/models/my-org/my-model/discussions', discussion, { [NOBODY]: 401, [adaReadOnly]: 403, [mallory]: 200 }],
  ['POST /api/models/my-org/private-model/discussions', discussion, { [mallory]: 404, [linus]: 200 }],
  [
    'POST /api/repos/create',
    create('my-org'),
    { [NOBODY]: 401, [adaReadOnly]: 403, [linus]: 403, [mallory]: 403, [adaFineGrained]: 403, [grace]: 200 },
  ],
  ['POST /api/repos/create', create('other-org'), { [linus]: 403, [ada]: 200 }],
  [
    'POST /api/repos/move',
    { fromRepo: 'my-org/my-model', toRepo: 'mallory/mine', type: 'model' },
    { [mallory]: 403, [ada]: 403 },
  ],
  ['POST /api/repos/move', { fromRepo: 'other-org/their-model', toRepo: 'ada/mine', type: 'model' }, { [ada]: 403 }],
  [
    'DELETE /api/repos/delete',
    { name: 'my-model', organization: 'my-org', type: 'model' },
    { [NOBODY]: 401, [mallory]: 403, [linus]: 403, [grace]: 403 },
  ],
  [
    'POST /api/collections',
    { title: 'Mine', namespace: 'my-org' },
    { [NOBODY]: 401, [adaReadOnly]: 403, [linus]: 403, [grace]: 200 },
  ],
  ['GET /api/spaces/my-org/my-space/secrets', undefined, { [NOBODY]: 401, [linus]: 403, [ada]: 200 }],
  [
    'PUT /api/organizations/my-org/members/linus/role',
    { role: 'write' },
    { [NOBODY]: 401, [grace]: 403, [adaReadOnly]: 403 },
  ],
  ['PUT /api/organizations/other-org/members/ada/role', { role: 'read' }, { [grace]: 402 }],
];

describe('who may do what', () => {
  let served: ServedHub;
  beforeAll(async () => {
    served = await serveHub();
  });
  afterAll(() => served.close());

  const rows = CASES.flatMap(([route, body, expected]) =>
    Object.entries(expected).map(([token, status]) => ({ route, body, token, who: token || 'nobody', status })),
  );

  test.each(rows)('$route by $who: $status', async ({ route, body, token, status }) => {
    const headers = route.includes('/commit/') ? NDJSON : {};
    const before = served.server.requests.length;
    const answer = await ask(served, route, { body, token, headers });
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
    if (status < 400) return;
    expect(answer.json).toHaveProperty('error');
    expect(answer.headers.get('x-error-message')).not.toBe(null);
    expect(served.server.requests.slice(before).flatMap((one) => one.effects)).toEqual([]);
  });

  test('who sees roles of members: the admin, not the reader', async () => {
    const members = (token: string) => ask(served, 'GET /api/organizations/my-org/members', { token });
    expect((await members(ada)).text).toContain('"role":"admin"');
    expect((await members(linus)).text).not.toContain('"role"');
  });

  test('a token that has expired is refused as an unknown one', async () => {
    const token = served.hub.store.tokens.get(mallory);
    if (token !== undefined) token.expiresAt = new Date(0);
    const answer = await ask(served, 'GET /api/whoami-v2', { token: mallory });
    expect(answer.headers.get('x-error-message')).toBe('Invalid credentials in Authorization header');
  });
});
