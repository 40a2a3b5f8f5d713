import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Call, RecordedRequest } from './application.ts';

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;
const KEPT_TEXT_BYTES = 64 * 1024;

/** A request that the server itself refuses, with the status to answer. */
export class RefusedRequest extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A call on a real request; whatever is read of the body is noted on the record. */
export class IncomingCall implements Call {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly effects: string[];
  #response: ServerResponse;
  readonly #record: RecordedRequest;
  #body: Promise<Buffer> | undefined;
  #stream: Readable | undefined;

  constructor(request: IncomingMessage, response: ServerResponse, url: URL, record: RecordedRequest) {
    this.request = request;
    this.#response = response;
    this.url = url;
    this.effects = record.effects;
    this.#record = record;
  }

  get response(): ServerResponse {
    return this.#response;
  }

  /** From now on the application's answer goes elsewhere. */
  answerOn(response: ServerResponse): void {
    this.#response = response;
  }

  get route(): string | undefined {
    return this.#record.route;
  }

  set route(route: string | undefined) {
    if (route === undefined) delete this.#record.route;
    else this.#record.route = route;
  }

  body(): Promise<Buffer> {
    this.#body ??= collect(this.stream());
    return this.#body;
  }

  stream(): Readable {
    if (this.#stream) return this.#stream;
    const noting = noteBody(this.#record, /json/i.test(this.request.headers['content-type'] ?? ''));
    const out = new PassThrough();
    // A client that goes away in the middle ends the stream with an error; its reader sees it.
    pipeline(this.request, noting, out).catch((error: unknown) => {
      out.destroy(error instanceof Error ? error : new Error(String(error)));
    });
    this.#stream = out;
    return out;
  }
}

function noteBody(record: RecordedRequest, keepText: boolean): Transform {
  const hash = createHash('sha256');
  const text: Buffer[] = [];
  let kept = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      if (keepText && kept < KEPT_TEXT_BYTES) {
        text.push(chunk.subarray(0, KEPT_TEXT_BYTES - kept));
        kept += chunk.length;
      }
      done(null, chunk);
    },
    flush(done) {
      record.bodyDigest = hash.digest('hex');
      if (kept > 0) record.bodyText = Buffer.concat(text).toString('utf8');
      done();
    },
  });
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const piece = Buffer.from(chunk);
    size += piece.length;
    if (size > BODY_LIMIT_BYTES) throw new RefusedRequest(413, `The body is larger than ${BODY_LIMIT_BYTES} bytes.`);
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}
