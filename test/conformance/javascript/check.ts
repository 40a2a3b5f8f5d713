import type { ServedHub } from '../served-hub.ts';

/** One method of the client and what it must do against the Hub; a failure is thrown. */
export interface Check {
  /** Name of the client's own method, with the case where there are several. */
  readonly method: string;
  readonly run: (served: ServedHub) => Promise<void>;
}

/** Collects what a paging method yields. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Content that no compression or deduplication makes smaller, the same in each run. */
export function bytesOf(size: number, seed: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(size);
  let state = seed >>> 0;
  for (let index = 0; index + 4 <= size; index += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    bytes.writeUInt32LE(state, index);
  }
  return bytes;
}
