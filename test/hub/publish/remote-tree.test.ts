import { expect, test } from 'vitest';
import { readRemoteTree } from '../../../src/hub/publish/remote-tree.ts';
import { answeringHub, anyTarget, noSignal } from './answering-hub.ts';

const file = (path: string) => ({ type: 'file', path, size: 1, oid: path });
const next = (cursor: string) => ({
  link: `<https://huggingface.co/api/models/my-org/x/tree/c?cursor=${cursor}&a=b>; rel="next"`,
});

test('all pages, by the cursor alone, folders left out, the size of an LFS file its own', async () => {
  const lfs = { type: 'file', path: 'w.bin', size: 130, oid: 'p', lfs: { oid: 'sha', size: 5000, pointerSize: 130 } };
  const { hub, asked } = answeringHub(
    { body: [file('a'), { type: 'directory', path: 'd', size: 0, oid: 't' }], headers: next('one%3D') },
    { body: [file('d/b')], headers: next('two') },
    { body: [lfs], headers: { 'x-request-id': '1' } },
  );
  const tree = await readRemoteTree(hub, anyTarget, 'c', 'sub dir/ü', noSignal);
  expect([...tree.keys()]).toEqual(['a', 'd/b', 'w.bin']);
  expect(tree.get('w.bin')).toEqual({ path: 'w.bin', size: 5000, oid: 'p', sha256: 'sha' });
  expect(asked.map((request) => request.path)).toEqual(Array(3).fill('/api/models/my-org/x/tree/c/sub%20dir/%C3%BC'));
  expect(asked.map((request) => new Map(request.query).get('cursor'))).toEqual([undefined, 'one=', 'two']);
});

test('a full page without any header is no whole list', async () => {
  const { hub } = answeringHub({ body: Array.from({ length: 1000 }, (_, index) => file(`${index}`)), headers: {} });
  await expect(readRemoteTree(hub, anyTarget, 'c', '', noSignal)).rejects.toMatchObject({ code: 'CLI_UNUSABLE' });
});

test('a short page without any header is one', async () => {
  const { hub } = answeringHub({ body: [file('a')], headers: {} });
  expect((await readRemoteTree(hub, anyTarget, 'c', '', noSignal)).size).toBe(1);
});

test('what is no list of files is refused', async () => {
  const { hub } = answeringHub({ body: '<html>' });
  await expect(readRemoteTree(hub, anyTarget, 'c', '', noSignal)).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
  });
});
