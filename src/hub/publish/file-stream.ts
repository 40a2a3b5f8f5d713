import { close, read } from 'node:fs';
import { Readable } from 'node:stream';
import { changedError, openUnchanged } from './file-contents.ts';
import type { LocalFile } from './files.ts';

/**
 * Bytes read at a time: larger blocks make no upload faster. More than a socket takes without saying that it is full, so
 * that undici asks for the next block only when this one has left.
 */
const blockBytes = 262_144;

export interface FilePart {
  readonly file: LocalFile;
  readonly start: number;
  /** The byte after the last one. */
  readonly end: number;
}

/**
 * A part of a file, read as fast as it is taken. Node's own stream would follow a link put in the file's place, and to
 * count what passes through it takes a second stream, which costs half as much again. Two blocks are filled in turns,
 * which takes 40 % less processor time over 1 GB than a new one each time: whoever reads the stream is done with a block,
 * or has paused the stream, before it goes on. To read ahead, as streams do by default, would break that.
 * @param onBytes told of each block as it is read
 * @throws OperationError if the file is no longer the one that was looked at
 */
export function streamPart({ file, start, end }: FilePart, onBytes: (bytes: number) => void): Readable {
  if (file.source.kind === 'memory') return fromMemory(file.source.bytes.subarray(start, end), onBytes);
  const descriptor = openUnchanged(file, file.source.file);
  const size = Math.min(blockBytes, end - start);
  let [block, other] = [Buffer.allocUnsafeSlow(size), Buffer.allocUnsafeSlow(size)];
  let at = start;
  let reading: (() => void) | true | undefined;
  return new Readable({
    highWaterMark: 0,
    read() {
      const length = Math.min(blockBytes, end - at);
      if (length === 0) {
        this.push(null);
        return;
      }
      reading = true;
      [block, other] = [other, block];
      read(descriptor, block, 0, length, at, (error, bytes, filled) => {
        const whenDone = reading;
        reading = undefined;
        if (typeof whenDone === 'function') return whenDone();
        if (error !== null || bytes === 0) return this.destroy(error ?? changedError(file));
        at += bytes;
        onBytes(bytes);
        this.push(filled.subarray(0, bytes));
      });
    },
    destroy(error, done) {
      const end = () => close(descriptor, (failure) => done(error ?? failure));
      // A descriptor closed under a read could by then be another file's.
      if (reading === undefined) end();
      else reading = end;
    },
  });
}

function fromMemory(bytes: Buffer, onBytes: (bytes: number) => void): Readable {
  onBytes(bytes.length);
  return Readable.from([bytes]);
}
