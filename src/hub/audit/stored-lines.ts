import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at once: lines that are asked for about in order are mostly there already. */
const blockSize = 64 * 1024;
const newline = 0x0a;

/**
 * Lines of a file by the byte at which they begin. Reads without waiting: what is asked for was read whole a moment
 * ago, and one block of it serves hundreds of lines.
 */
export class StoredLines {
  #descriptor: number | undefined;
  #block = Buffer.alloc(0);
  #blockStart = 0;

  constructor(file: string) {
    this.#descriptor = openSync(file, 'r');
  }

  /** @returns the line without its end; undefined once the file is closed or where nothing begins */
  at(start: number): string | undefined {
    for (let size = blockSize; this.#descriptor !== undefined; size *= 2) {
      const line = this.#inBlock(start);
      if (line !== undefined) return line;
      const asked = Buffer.allocUnsafe(size);
      const got = readSync(this.#descriptor, asked, 0, size, start);
      this.#block = asked.subarray(0, got);
      this.#blockStart = start;
      if (got < size) return this.#inBlock(start);
    }
    return undefined;
  }

  #inBlock(start: number): string | undefined {
    const from = start - this.#blockStart;
    if (from < 0 || from >= this.#block.length) return undefined;
    const to = this.#block.indexOf(newline, from);
    return to === -1 ? undefined : this.#block.toString('utf8', from, to);
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
