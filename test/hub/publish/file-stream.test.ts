import { createHash, randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stampOf } from '../../../src/hub/publish/file-contents.ts';
import { streamPart } from '../../../src/hub/publish/file-stream.ts';
import { sendToStorage } from '../../../src/hub/publish/storage.ts';
import { folderWith, removeFolder } from './fixture.ts';

/** More than a system keeps for a connection whose other end does not read. */
const contents = randomBytes(16_000_017);
const parts = [
  ['the whole file', 0, contents.length],
  ['a part out of its middle', 700_001, 15_000_003],
  ['less than a block', 5, 105],
] as const;

/** As a slow network does, it takes a little and then nothing for a while. */
async function readSlowly(request: IncomingMessage): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of request) {
    hash.update(block);
    await wait(2);
  }
  return hash.digest('hex');
}

test.each(parts)('%s arrives byte for byte at a server that reads slowly', async (_, start, end) => {
  const workspace = await folderWith({ 'model.bin': contents });
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    received.push(await readSlowly(request));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' ? bound?.port : undefined;
  const source = path.join(workspace, 'model.bin');
  const file = {
    path: 'model.bin',
    size: contents.length,
    source: { kind: 'disk', file: source, stamp: stampOf(statSync(source)) } as const,
  };
  let counted = 0;
  const body = streamPart({ file, start, end }, (bytes) => {
    counted += bytes;
  });
  const headers = { 'content-length': String(end - start) };
  const address = `http://127.0.0.1:${port}/part`;
  const answer = await sendToStorage({ method: 'PUT', address, headers, body }, AbortSignal.timeout(30_000));
  expect(answer.status).toBe(200);
  expect(received).toEqual([createHash('sha256').update(contents.subarray(start, end)).digest('hex')]);
  expect(counted).toBe(end - start);
  server.close();
  await removeFolder(workspace);
});
