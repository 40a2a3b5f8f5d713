import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as hub from '@huggingface/hub';
import type { ServedHub } from '../served-hub.ts';
import type { Check } from './check.ts';
import { bytesOf, collect } from './check.ts';

const MEBIBYTE = 1024 * 1024;

async function newRepository({ hubUrl, accessToken }: ServedHub, name: string): Promise<hub.RepoId> {
  const repo = { type: 'model', name: `my-org/${name}` } as const;
  await hub.createRepo({ hubUrl, accessToken, repo });
  return repo;
}

async function sameBytes(served: ServedHub, repo: hub.RepoId, path: string, expected: Buffer): Promise<void> {
  const { hubUrl, accessToken } = served;
  const blob = await hub.downloadFile({ hubUrl, accessToken, repo, path });
  assert.ok(blob !== null, `${path} is there`);
  assert.ok(Buffer.from(await blob.arrayBuffer()).equals(expected), `${path} has the same bytes`);
}

async function uploadAndCompare(served: ServedHub, name: string, content: Buffer<ArrayBuffer>): Promise<string[]> {
  const { hubUrl, accessToken, server } = served;
  const repo = await newRepository(served, name);
  const before = server.requests.length;
  await hub.uploadFiles({ hubUrl, accessToken, repo, files: [{ path: 'weights.bin', content: new Blob([content]) }] });
  const routes = server.requests.slice(before).map((one) => one.route ?? '');
  await sameBytes(served, repo, 'weights.bin', content);
  return routes;
}

/** Files: listing, uploading in every way, downloading, deleting. */
export const fileChecks: readonly Check[] = [
  {
    method: 'listFiles (recursive)',
    run: async ({ hubUrl, accessToken }) => {
      const files = await collect(hub.listFiles({ hubUrl, accessToken, repo: 'my-org/my-model', recursive: true }));
      const paths = files.map((one) => `${one.type} ${one.path}`);
      assert.ok(paths.includes('directory src') && paths.includes('file src/model.py'));
    },
  },
  {
    method: 'listFiles (expanded, in pages)',
    run: async ({ hubUrl, accessToken, server }) => {
      const before = server.requests.length;
      const repo = { type: 'model', name: 'my-org/pickled-model' } as const;
      const flagged = await collect(hub.listFiles({ hubUrl, accessToken, repo, recursive: true, expand: true }));
      const pickle = flagged.find((one) => one.path === 'weights.pkl');
      assert.equal(pickle?.lastCommit?.title, 'initial commit');
      assert.partialDeepStrictEqual(pickle?.securityFileStatus, { status: 'unsafe' });
      const all = await collect(
        hub.listFiles({ hubUrl, accessToken, repo: 'my-org/my-model', recursive: true, expand: true }),
      );
      assert.ok(all.length > 3 && server.requests.length - before >= 3, 'more than one page');
    },
  },
  {
    method: 'uploadFiles (small)',
    run: async (served) => {
      const { hubUrl, accessToken } = served;
      const repo = await newRepository(served, 'js-small');
      const files = [
        { path: 'notes/a b+ü.txt', content: new Blob(['first']) },
        { path: 'config.json', content: new Blob(['{}']) },
      ];
      const output = await hub.uploadFiles({ hubUrl, accessToken, repo, files, commitTitle: 'Two files' });
      assert.match(output?.commit.oid ?? '', /^[0-9a-f]{40}$/);
      await sameBytes(served, repo, 'config.json', Buffer.from('{}'));
      await sameBytes(served, repo, 'notes/a b+ü.txt', Buffer.from('first'));
    },
  },
  {
    method: 'uploadFiles (LFS basic)',
    run: async (served) => {
      const routes = await uploadAndCompare(served, 'js-lfs', bytesOf(MEBIBYTE + 3, 1));
      assert.ok(routes.includes('PUT /lfs-storage/:upload'));
    },
  },
  {
    method: 'uploadFiles (LFS multipart)',
    run: async (served) => {
      const routes = await uploadAndCompare(served, 'js-multipart', bytesOf(12 * MEBIBYTE + 7, 2));
      assert.equal(routes.filter((one) => one === 'PUT /lfs-storage/:upload/:part').length, 3);
      assert.ok(routes.includes('POST /api/complete_multipart/:upload'));
    },
  },
  {
    method: 'uploadFiles (1,000 files)',
    run: async (served) => {
      const { hubUrl, accessToken } = served;
      const repo = await newRepository(served, 'js-thousand');
      const files = Array.from({ length: 1000 }, (_, index) => ({
        path: `data/${index % 10}/${index}.txt`,
        content: new Blob([`file ${index}`]),
      }));
      await hub.uploadFiles({ hubUrl, accessToken, repo, files });
      const listed = await collect(hub.listFiles({ hubUrl, accessToken, repo, recursive: true, path: 'data' }));
      assert.equal(listed.filter((one) => one.type === 'file').length, 1000);
      await sameBytes(served, repo, 'data/9/999.txt', Buffer.from('file 999'));
    },
  },
  {
    method: 'uploadFile, uploadFilesWithProgress',
    run: async (served) => {
      const { hubUrl, accessToken } = served;
      const repo = await newRepository(served, 'js-progress');
      await hub.uploadFile({ hubUrl, accessToken, repo, file: { path: 'one.txt', content: new Blob(['1']) } });
      const files = [{ path: 'two.bin', content: new Blob([bytesOf(2 * MEBIBYTE, 3)]) }];
      const events = await collect(hub.uploadFilesWithProgress({ hubUrl, accessToken, repo, files }));
      assert.ok(events.some((one) => one.event === 'phase' && one.phase === 'committing'));
      await sameBytes(served, repo, 'two.bin', bytesOf(2 * MEBIBYTE, 3));
    },
  },
  {
    method: 'deleteFile, deleteFiles',
    run: async (served) => {
      const { hubUrl, accessToken } = served;
      const repo = await newRepository(served, 'js-deletions');
      const files = ['a', 'b', 'c'].map((path) => ({ path, content: new Blob([path]) }));
      await hub.uploadFiles({ hubUrl, accessToken, repo, files });
      await hub.deleteFiles({ hubUrl, accessToken, repo, paths: ['a', 'b'] });
      await hub.deleteFile({ hubUrl, accessToken, repo, path: 'c' });
      const left = await collect(hub.listFiles({ hubUrl, accessToken, repo }));
      assert.deepEqual(
        left.map((one) => one.path),
        ['.gitattributes'],
      );
    },
  },
  {
    method: 'downloadFile (ranges)',
    run: async (served) => {
      const { hubUrl, accessToken } = served;
      const content = bytesOf(3 * MEBIBYTE, 4);
      const repo = await newRepository(served, 'js-ranges');
      const files = [
        { path: 'large.bin', content: new Blob([content]) },
        { path: 'small.txt', content: new Blob(['0123456789']) },
      ];
      await hub.uploadFiles({ hubUrl, accessToken, repo, files });
      const large = await hub.downloadFile({ hubUrl, accessToken, repo, path: 'large.bin' });
      const part = large?.slice(1_000_000, 1_000_500);
      assert.ok(
        part !== undefined && Buffer.from(await part.arrayBuffer()).equals(content.subarray(1_000_000, 1_000_500)),
      );
      const small = await hub.downloadFile({ hubUrl, accessToken, repo, path: 'small.txt' });
      assert.equal(await small?.slice(2, 5).text(), '234');
      assert.equal(await hub.downloadFile({ hubUrl, accessToken, repo, path: 'absent' }), null);
    },
  },
  {
    method: 'fileExists, fileDownloadInfo, pathsInfo',
    run: async ({ hubUrl, accessToken }) => {
      const repo = { type: 'dataset', name: 'my-org/my-dataset' } as const;
      assert.equal(await hub.fileExists({ hubUrl, accessToken, repo, path: 'data/train.csv' }), true);
      assert.equal(await hub.fileExists({ hubUrl, accessToken, repo, path: 'data/none.csv' }), false);
      const info = await hub.fileDownloadInfo({ hubUrl, accessToken, repo, path: 'data/train.csv' });
      assert.equal(info?.size, 19);
      const paths = await hub.pathsInfo({
        hubUrl,
        accessToken,
        repo,
        paths: ['data', 'data/train.csv', 'none'],
        expand: true,
      });
      assert.deepEqual(
        paths.map((one) => one.type),
        ['directory', 'file'],
      );
    },
  },
  {
    method: 'snapshotDownload',
    run: async ({ hubUrl, accessToken }) => {
      const cacheDir = await mkdtemp(join(tmpdir(), 'hub-cache-'));
      try {
        const repo = { type: 'dataset', name: 'my-org/my-dataset' } as const;
        const folder = await hub.snapshotDownload({ hubUrl, accessToken, repo, cacheDir });
        assert.equal(await readFile(join(folder, 'data/train.csv'), 'utf8'), 'text,label\nhello,1\n');
      } finally {
        await rm(cacheDir, { recursive: true, force: true });
      }
    },
  },
];
