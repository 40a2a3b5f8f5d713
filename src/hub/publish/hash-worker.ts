/** What a hashing thread is asked. */
export interface HashOrder {
  readonly path: string;
  readonly algorithm: 'sha1' | 'sha256';
  /** Hashed before the contents. */
  readonly header: string;
}

export interface HashAnswer {
  readonly hash?: string;
  /** Bytes that were read. */
  readonly size?: number;
  readonly error?: string;
}

/**
 * The whole of a hashing thread. It is handed over as its own text, so that a bundle needs no second entry: it must
 * name nothing outside of itself.
 */
function hashingThread(): void {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { openSync, readSync, closeSync } = process.getBuiltinModule('node:fs');
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const block = Buffer.allocUnsafe(1_048_576);
  parentPort?.on('message', ({ path, algorithm, header }: HashOrder) => {
    try {
      const hash = createHash(algorithm).update(header);
      const descriptor = openSync(path, 'r');
      let size = 0;
      for (;;) {
        const read = readSync(descriptor, block, 0, block.length, null);
        if (read === 0) break;
        size += read;
        hash.update(block.subarray(0, read));
      }
      closeSync(descriptor);
      parentPort?.postMessage({ hash: hash.digest('hex'), size });
    } catch (error) {
      parentPort?.postMessage({ error: String(error) });
    }
  });
}

/** For `new Worker(text, { eval: true })`. */
export const hashingThreadText = `(${hashingThread.toString()})()`;
