import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

/** Ends a file that was written to its end, with the digest of all lines before it. */
const endMark = 'end ';
/** Characters. */
const writtenAtOnce = 64 * 1024;

/** Writes lines beside the file and puts them in its place when all are there. */
export class LineWriter {
  readonly #file: string;
  readonly #stream: WriteStream;
  readonly #hash: Hash = createHash('sha256');
  /** Lines that are not with the stream yet: one write for each of 100,000 would be most of the work. */
  #waiting: string[] = [];
  #waitingLength = 0;

  constructor(file: string) {
    this.#file = file;
    this.#stream = createWriteStream(`${file}.new`, { mode: 0o600 });
    // A failed write is told by `finished`; without a listener it would end the process.
    this.#stream.on('error', () => undefined);
  }

  async write(line: string): Promise<void> {
    this.#waiting.push(line, '\n');
    this.#waitingLength += line.length + 1;
    if (this.#waitingLength >= writtenAtOnce) await this.#flush();
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting.join(''));
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#hash.update(bytes);
    if (this.#stream.write(bytes) || this.#stream.errored) return;
    await once(this.#stream, 'drain');
  }

  async commit(): Promise<void> {
    await this.#flush();
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

/**
 * Hands over each line as it comes, with the byte at which it begins. Only an answer of `whole` says that the lines are
 * what was written. Lines end at line feeds alone: a text from outside may hold U+2028, which readline would end one at.
 */
export async function readLineFile(
  file: string,
  onLine: (line: string, start: number) => void,
): Promise<LineFileState> {
  const hash = createHash('sha256');
  let end: string | undefined;
  try {
    for await (const { bytes, start } of linesOf(file)) {
      if (end !== undefined) return 'corrupted';
      const line = bytes.toString('utf8', 0, bytes.length - 1);
      if (line.startsWith(endMark)) end = line.slice(endMark.length);
      else {
        hash.update(bytes);
        onLine(line, start);
      }
    }
  } catch (error) {
    return isMissing(error) ? 'missing' : 'corrupted';
  }
  return end === hash.digest('hex') ? 'whole' : 'corrupted';
}

const newline = 0x0a;

/** Lines with their ends; a last one without an end is none. */
async function* linesOf(file: string): AsyncGenerator<{ readonly bytes: Buffer; readonly start: number }> {
  let rest: Buffer[] = [];
  let start = 0;
  for await (const piece of createReadStream(file)) {
    const chunk = Buffer.from(piece);
    let from = 0;
    for (let to = chunk.indexOf(newline); to !== -1; to = chunk.indexOf(newline, from)) {
      const last = chunk.subarray(from, to + 1);
      const bytes = rest.length === 0 ? last : Buffer.concat([...rest, last]);
      yield { bytes, start };
      start += bytes.length;
      from = to + 1;
      rest = [];
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
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
