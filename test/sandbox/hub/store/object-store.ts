import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Larger objects live in files, so that a test with big uploads keeps its memory. */
const IN_MEMORY_BYTES = 1024 * 1024;

/** Immutable bytes. */
export interface StoredObject {
  readonly size: number;
  /** Present for what is held in memory. */
  readonly buffer: Buffer | undefined;
  /** `end` is exclusive. */
  open(start?: number, end?: number): Readable;
  bytes(): Promise<Buffer>;
}

/** An object held in memory. */
export function memoryObject(buffer: Buffer): StoredObject {
  return {
    size: buffer.length,
    buffer,
    open: (start = 0, end = buffer.length) => Readable.from([buffer.subarray(start, end)]),
    bytes: async () => buffer,
  };
}

function fileObject(path: string, size: number): StoredObject {
  return {
    size,
    buffer: undefined,
    open: (start = 0, end = size) =>
      end <= start ? Readable.from([]) : createReadStream(path, { start, end: end - 1 }),
    bytes: () => readFile(path),
  };
}

/** Keeps bytes: small ones in memory, large ones in a private folder that `close` removes. */
export class ObjectStore {
  #folder: Promise<string> | undefined;

  #newPath(): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'sandbox-hub-'));
    return this.#folder.then((folder) => join(folder, randomUUID()));
  }

  async put(content: Buffer): Promise<StoredObject> {
    if (content.length <= IN_MEMORY_BYTES) return memoryObject(content);
    const path = await this.#newPath();
    await writeFile(path, content);
    return fileObject(path, content.length);
  }

  /** Stores a stream without holding it, and tells its SHA-256. */
  async putStream(source: Readable): Promise<{ object: StoredObject; sha256: string }> {
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    const path = await this.#newPath();
    await pipeline(source, measure, createWriteStream(path));
    return { object: fileObject(path, size), sha256: hash.digest('hex') };
  }

  /** Joins the parts of a multipart upload. */
  putParts(parts: readonly StoredObject[]): Promise<{ object: StoredObject; sha256: string }> {
    async function* chunks(): AsyncGenerator<Buffer> {
      for (const part of parts) yield* part.open();
    }
    return this.putStream(Readable.from(chunks()));
  }

  async close(): Promise<void> {
    const folder = await this.#folder;
    this.#folder = undefined;
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}
