import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/hub/catalogue.ts';
import { tellCollected } from '../../../src/hub/read-back/recognise-collection.ts';
import { tellCommented } from '../../../src/hub/read-back/recognise-comment.ts';
import { tellOpened } from '../../../src/hub/read-back/recognise-discussion.ts';
import {
  tellCreated,
  tellDeleted,
  tellDuplicated,
  tellMoved,
} from '../../../src/hub/read-back/recognise-repository.ts';
import { tellUpdated } from '../../../src/hub/read-back/recognise-settings.ts';
import type { Age, Look, Seen } from '../../../src/hub/read-back/verdict.ts';

const missing: Seen = { kind: 'missing' };
const found = (body: unknown): Seen => ({ kind: 'found', body });

/** A Hub that holds these answers by path; dates are words: `since`, `before`. */
function lookAt(answers: Readonly<Record<string, Seen>>): Look {
  return {
    get: async ({ path }) => answers[path] ?? missing,
    age: (date): Age => (date === 'since' || date === 'before' ? date : 'unclear'),
  };
}

const name = 'my-org/it';
const path = `/api/models/${name}`;
const model = { type: 'model', repository: name } as const;
const made = (createdAt: string, more: object = {}) => found({ id: name, _id: 'x', createdAt, private: true, ...more });

/** A Space does not tell when it was started: whoever lost the answer must look. */
const unrecognisable = ['restart-space'];

test('each write of the catalogue can be recognised', () => {
  const hub = catalogue.filter((row) => row.kind === 'hub');
  const writes = hub.filter((row) => row.effect !== 'read');
  expect(writes.filter((row) => row.recognise === undefined).map(({ key }) => key)).toEqual(unrecognisable);
});

describe('a repository that was created', () => {
  test.each([
    ['is there since', { [path]: made('since') }, 'done'],
    ['was there before', { [path]: made('before') }, 'absent'],
    ['is not there', {}, 'absent'],
    ['is there, but nobody knows since when', { [path]: made('') }, 'unclear'],
    ['is there since, with other settings', { [path]: made('since', { private: false }) }, 'unclear'],
    ['has a name that leads to another', { [path]: found({ id: 'my-org/other', createdAt: 'since' }) }, 'absent'],
    ['has moved', { [path]: { kind: 'moved' } }, 'absent'],
  ] as const)('%s', async (_, answers, kind) => {
    expect(await tellCreated({ ...model, private: true }, lookAt(answers))).toMatchObject({ kind });
  });

  test('its answer is what the Hub would have said', async () => {
    const verdict = await tellCreated(model, lookAt({ [path]: made('since') }));
    expect(verdict).toMatchObject({ output: { url: `https://huggingface.co/${name}`, name, id: 'x' } });
  });
});

const target = 'my-org/that';
const renamed = { ...model, toRepository: target };
const targetPath = `/api/models/${target}`;
const there = found({ id: target, createdAt: 'before' });

test.each([
  ['the source is gone and the target is there', { [targetPath]: there }, 'done'],
  ["the source's name leads to the target", { [targetPath]: there, [path]: there }, 'done'],
  ['the source redirects', { [targetPath]: there, [path]: { kind: 'moved' } }, 'done'],
  ['the source is where it was', { [path]: made('before') }, 'absent'],
  ['both are there', { [targetPath]: there, [path]: made('before') }, 'unclear'],
  ['neither is there', {}, 'unclear'],
] as const)('moved: %s', async (_, answers, kind) => {
  expect(await tellMoved(renamed, lookAt(answers))).toMatchObject({ kind });
});

test.each([
  ['gone', {}, 'done'],
  ['there', { [path]: made('before') }, 'absent'],
] as const)('deleted: %s', async (_, answers, kind) => {
  expect(await tellDeleted(model, lookAt(answers))).toMatchObject({ kind });
});

test.each([
  ['made since', { [targetPath]: found({ id: target, createdAt: 'since' }) }, 'done'],
  ['older', { [targetPath]: there }, 'absent'],
  ['not there', {}, 'absent'],
] as const)('duplicated: %s', async (_, answers, kind) => {
  expect(await tellDuplicated(renamed, lookAt(answers))).toMatchObject({ kind });
});

test.each([
  ['all in force', { private: true, gated: 'manual' }, 'done'],
  ['one is not', { private: false, gated: 'manual' }, 'absent'],
  ['gated otherwise', { private: true, gated: 'auto' }, 'absent'],
  ['one that reading does not show', { private: true, gated: 'manual', discussionsDisabled: true }, 'absent'],
] as const)('settings: %s', async (_, settings, kind) => {
  const shown = { [path]: found({ id: name, private: true, gated: 'manual' }) };
  expect(await tellUpdated({ repository: name, ...settings }, lookAt(shown))).toMatchObject({ kind });
});

describe('a discussion that was opened', () => {
  const asked = { ...model, title: 'New weights', description: 'Here\r\nthey are ' };
  const one = { num: 7, title: 'New weights', author: { name: 'ada' }, isPullRequest: false, createdAt: 'since' };
  const comment = (raw: string) => found({ events: [{ type: 'comment', data: { latest: { raw } } }] });
  const hub = (discussions: readonly object[], raw = 'Here\nthey are') => ({
    '/api/whoami-v2': found({ name: 'ada' }),
    [`${path}/discussions`]: found({ discussions }),
    [`${path}/discussions/7`]: comment(raw),
  });

  test.each([
    ['is the only one like it', hub([one]), 'done'],
    ['is not listed', hub([]), 'absent'],
    ["is somebody else's", hub([{ ...one, author: { name: 'linus' } }]), 'absent'],
    ['has an older namesake only', hub([{ ...one, createdAt: 'before' }]), 'absent'],
    ['has an older namesake beside it', hub([one, { ...one, num: 3, createdAt: 'before' }]), 'done'],
    ['is a pull request', hub([{ ...one, isPullRequest: true }]), 'absent'],
    ['has a twin', hub([one, { ...one, num: 8 }]), 'unclear'],
    ['has another text', hub([one], 'Something else'), 'unclear'],
    ['has no date', hub([{ ...one, createdAt: 5 }]), 'unclear'],
    ['has no number', hub([{ ...one, num: 'x' }]), 'unclear'],
    ['is in a repository that is gone', { '/api/whoami-v2': found({ name: 'ada' }) }, 'unclear'],
    ['belongs to an account nobody knows', { [`${path}/discussions`]: found({ discussions: [one] }) }, 'unclear'],
  ] as const)('%s', async (_, answers, kind) => {
    expect(await tellOpened(asked, lookAt(answers))).toMatchObject({ kind });
  });
});

describe('a comment that was made', () => {
  const one = { type: 'comment', author: { name: 'ada' }, createdAt: 'since', data: { latest: { raw: 'Done.' } } };
  test.each([
    ['is there since', [one], 'done'],
    ['was made before, too', [{ ...one, createdAt: 'before' }, one], 'done'],
    ['was made before only', [{ ...one, createdAt: 'before' }], 'absent'],
    ["is somebody else's", [{ ...one, author: { name: 'linus' } }], 'absent'],
    ['has a twin', [one, one], 'unclear'],
    ['has no date', [{ ...one, createdAt: undefined }], 'unclear'],
  ] as const)('%s', async (_, events, kind) => {
    const answers = { '/api/whoami-v2': found({ name: 'ada' }), '/d/1': found({ events }) };
    expect(await tellCommented('Done.', '/d/1', lookAt(answers))).toMatchObject({ kind });
  });
});

test.each([
  ['made since', [{ title: 'Ours', lastUpdated: 'since' }], 'done'],
  ['older', [{ title: 'Ours', lastUpdated: 'before' }], 'absent'],
  ['another', [{ title: 'Theirs', lastUpdated: 'since' }], 'absent'],
  ['twice', [{ title: 'Ours' }, { title: 'Ours' }], 'unclear'],
] as const)('a collection: %s', async (_, body, kind) => {
  const answers = { '/api/collections': found(body) };
  expect(await tellCollected({ title: 'Ours', namespace: 'my-org' }, lookAt(answers))).toMatchObject({ kind });
});

test('no answer of a Hub makes a recognition throw', async () => {
  const params = { ...renamed, title: 'x', description: 'y', namespace: 'my-org', private: true };
  const tellers = [tellCreated, tellDuplicated, tellMoved, tellDeleted, tellUpdated, tellOpened, tellCollected];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.anything(), { minLength: 1, maxLength: 4 }), async (bodies) => {
      let next = 0;
      const look: Look = { get: async () => found(bodies[next++ % bodies.length]), age: () => 'unclear' };
      for (const tell of tellers) expect(['done', 'absent', 'unclear']).toContain((await tell(params, look)).kind);
    }),
    { seed: 55, numRuns: 1_000 },
  );
});
