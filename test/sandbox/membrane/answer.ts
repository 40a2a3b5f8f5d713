import type { Call } from '../http/application.ts';
import { invalidRequest, type MembraneFailure, tooLarge, withInternals } from './envelope.ts';
import { REQUEST_LIMIT_BYTES } from './proxy.ts';
import { isRecord, type UnknownRecord } from './record.ts';

export function answerJson(call: Call, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  call.response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  call.response.end(text);
}

export function answerHtml(call: Call, html: string): void {
  call.response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  call.response.end(html);
}

export function answerFailure(call: Call, failure: MembraneFailure): void {
  answerJson(call, failure.status, withInternals(failure.envelope));
}

/** The body as JSON; nothing at all is an empty object. @throws MembraneFailure 400, 413 */
export async function jsonBody(call: Call): Promise<unknown> {
  const announced = Number(call.request.headers['content-length'] ?? 0);
  if (announced > REQUEST_LIMIT_BYTES) throw tooLarge(`Request is larger than ${REQUEST_LIMIT_BYTES} bytes`);
  const text = (await call.body()).toString('utf8');
  if (Buffer.byteLength(text) > REQUEST_LIMIT_BYTES) throw tooLarge('Request is larger than 10 MB');
  if (text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    throw invalidRequest('Body is not valid JSON');
  }
}

export async function recordBody(call: Call): Promise<UnknownRecord> {
  const body = await jsonBody(call);
  if (!isRecord(body)) throw invalidRequest('Body must be an object');
  return body;
}
