import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';

type WriteCallback = (error: Error | null | undefined) => void;

/** What an application answered, kept instead of sent. */
export interface CapturedAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/**
 * A response without a socket that keeps what the application writes, so that a fault can
 * strike after the effect and still decide what the client sees.
 */
export class CapturedResponse extends ServerResponse {
  readonly answer: Promise<CapturedAnswer>;
  readonly #kept: Buffer[] = [];
  readonly #complete: (answer: CapturedAnswer) => void;

  constructor(request: IncomingMessage) {
    super(request);
    const { promise, resolve } = Promise.withResolvers<CapturedAnswer>();
    this.answer = promise;
    this.#complete = resolve;
  }

  override writeHead(
    status: number,
    reasonOrHeaders?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    const given = typeof reasonOrHeaders === 'string' ? headers : reasonOrHeaders;
    this.statusCode = status;
    if (given && !Array.isArray(given)) setAll(this, given);
    return this;
  }

  override flushHeaders(): void {}

  override write(
    chunk: string | Uint8Array,
    encodingOrCallback?: BufferEncoding | WriteCallback,
    callback?: WriteCallback,
  ): boolean {
    const encoding = typeof encodingOrCallback === 'string' ? encodingOrCallback : 'utf8';
    const done = typeof encodingOrCallback === 'function' ? encodingOrCallback : callback;
    this.#kept.push(toBuffer(chunk, encoding));
    if (done) queueMicrotask(() => done(undefined));
    return true;
  }

  override end(
    chunkOrCallback?: string | Uint8Array | (() => void),
    encodingOrCallback?: BufferEncoding | (() => void),
    callback?: () => void,
  ): this {
    const encoding = typeof encodingOrCallback === 'string' ? encodingOrCallback : 'utf8';
    if (chunkOrCallback !== undefined && typeof chunkOrCallback !== 'function') {
      this.#kept.push(toBuffer(chunkOrCallback, encoding));
    }
    this.#complete({ status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#kept) });
    const done = [chunkOrCallback, encodingOrCallback, callback].find((argument) => typeof argument === 'function');
    // Whoever pipes into a response waits for both events.
    queueMicrotask(() => {
      this.emit('finish');
      this.emit('close');
      done?.();
    });
    return this;
  }
}

function setAll(response: ServerResponse, headers: OutgoingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

function toBuffer(chunk: string | Uint8Array, encoding: BufferEncoding): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk, encoding) : Buffer.from(chunk);
}
