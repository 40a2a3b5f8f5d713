import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

/** Ends a file that was written to its end, with the digest of all lines before it. */
const endMark = 'end ';

/** Writes lines beside the file and puts them in its place when all are there. */
export class LineWriter {
  readonly #file: string;
  readonly #stream: WriteStream;
  readonly #hash: Hash = createHash('sha256');

  constructor(file: string) {
    this.#file = file;
    this.#stream = createWriteStream(`${file}.new`, { mode: 0o600 });
    // A failed write is told by `finished`; without a listener it would end the process.
    this.#stream.on('error', () => undefined);
  }

  async write(line: string): Promise<void> {
    this.#hash.update(line).update('\n');
    if (this.#stream.write(`${line}\n`) || this.#stream.errored) return;
    await once(this.#stream, 'drain');
  }

  async commit(): Promise<void> {
    this.#stream.end(`${endMark}${this.#hash.digest('hex')}\n`);
    await finished(this.#stream);
    await rename(`${this.#file}.new`, this.#file);
  }

  /** Leaves the file as it was. */
  async discard(): Promise<void> {
    this.#stream.destroy();
    await rm(`${this.#file}.new`, { force: true });
  }
}

/** How the reading of a file of LineWriter ended; one that is cut short or changed counts as corrupted. */
export type LineFileState = 'whole' | 'missing' | 'corrupted';

/** Hands over each line as it comes. Only an answer of `whole` says that the lines are what was written. */
export async function readLineFile(file: string, onLine: (line: string) => void): Promise<LineFileState> {
  const hash = createHash('sha256');
  let end: string | undefined;
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (end !== undefined) return 'corrupted';
      if (line.startsWith(endMark)) end = line.slice(endMark.length);
      else {
        hash.update(line).update('\n');
        onLine(line);
      }
    }
  } catch (error) {
    return isMissing(error) ? 'missing' : 'corrupted';
  }
  return end === hash.digest('hex') ? 'whole' : 'corrupted';
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** JSON of a line, or undefined: what follows reads it with a schema anyway. */
export function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
