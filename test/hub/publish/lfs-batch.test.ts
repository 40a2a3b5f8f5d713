import { expect, test } from 'vitest';
import { OperationError } from '../../../src/errors.ts';
import { askUploadOrders, reachesLfs } from '../../../src/hub/publish/lfs-batch.ts';
import { answeringHub, anyTarget, noSignal } from './answering-hub.ts';

const oid = 'a'.repeat(64);
const ask = (body: unknown, size = 25) =>
  askUploadOrders(answeringHub({ body }).hub, anyTarget, [{ oid, size }], noSignal).then((orders) => orders.get(oid));

test.each([
  ['stored already', { oid, size: 25 }, { kind: 'stored' }],
  ['to one address', { oid, actions: { upload: { href: 'https://s/1' } } }, { kind: 'basic', address: 'https://s/1' }],
  [
    'in parts, by their numbers and not their order',
    {
      oid,
      actions: {
        upload: {
          href: 'https://s/done',
          header: { '00010': 'https://s/10', chunk_size: '10', '00002': 'https://s/2', '00001': 'https://s/1' },
        },
      },
    },
    {
      kind: 'multipart',
      partBytes: 10,
      parts: ['https://s/1', 'https://s/2', 'https://s/10'],
      completion: 'https://s/done',
    },
  ],
])('an object goes %s', async (_, object, expected) => {
  expect(await ask({ objects: [object] })).toEqual(expected);
  expect(await ask(JSON.stringify({ objects: [object] }))).toEqual(expected);
});

test.each([
  ['an object that was not asked for', { objects: [{ oid: 'b' }] }],
  [
    'the wrong number of parts',
    { objects: [{ oid, actions: { upload: { href: 'x', header: { chunk_size: '10', 1: 'y' } } } }] },
  ],
  [
    'a part of no size',
    { objects: [{ oid, actions: { upload: { href: 'x', header: { chunk_size: '0', 1: 'y' } } } }] },
  ],
  ['text', 'not JSON'],
  ['nothing', undefined],
])('%s is no answer', async (_, body) => {
  await expect(ask(body)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
});

test('an object that storage refuses is told with its words', async () => {
  await expect(ask({ objects: [{ oid, error: { code: 422, message: 'too big' } }] })).rejects.toThrow('too big');
});

test('a branch is named, a pull request is not', async () => {
  const { hub, asked } = answeringHub({ body: { objects: [] } }, { body: { objects: [] } });
  await askUploadOrders(hub, { ...anyTarget, type: 'dataset' }, [], noSignal);
  await askUploadOrders(hub, { ...anyTarget, newPullRequest: true }, [], noSignal);
  const bodies = asked.map((request) => JSON.parse(request.body?.kind === 'raw' ? request.body.text : '{}'));
  expect(bodies.map((body) => body.ref)).toEqual([{ name: 'main' }, undefined]);
  expect(asked.map((request) => request.path)).toEqual([
    '/datasets/my-org/x.git/info/lfs/objects/batch',
    '/my-org/x.git/info/lfs/objects/batch',
  ]);
});

const rejected = (status: number | undefined) =>
  new OperationError(status === 404 ? 'HUB_NOT_FOUND' : 'HUB_REJECTED', 'no', { hint: '', ...(status && { status }) });

test.each([
  ['an answer', { body: { objects: [] } }, true],
  ["the Hub's own 'not found'", rejected(404), true],
  ["the Hub's own refusal", rejected(422), true],
  ['a proxy that has no such path', rejected(undefined), false],
])('%s tells whether the route can be had', async (_, answer, expected) => {
  expect(await reachesLfs(answeringHub(answer).hub, anyTarget, noSignal)).toBe(expected);
});
