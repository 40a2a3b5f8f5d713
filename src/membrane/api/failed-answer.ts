import type { OperationError } from '../../errors.ts';
import { parseBoundedJson } from '../bounded-json.ts';
import { isEnvelope } from '../envelope-chain.ts';
import { envelopeError, type Subject } from '../error-envelope.ts';
import { unreadableAnswer } from '../unreadable-answer.ts';
import { upstreamError } from '../upstream-error.ts';
import type { HttpAnswer } from './http.ts';

/** What Membrane itself refused or failed, as the error to throw. */
export function membraneFailure(answer: HttpAnswer, subject: Subject, now: number): OperationError {
  const parsed = parseBoundedJson(answer.text);
  const context = { subject, now, status: answer.status, headers: answer.headers };
  return envelopeError(parsed.ok ? parsed.value : {}, context);
}

/**
 * What came back through the proxy with 400 and more. Membrane's own errors are envelopes with one of its types; any
 * other answer is the connected service's, passed on as it was.
 */
export function proxyFailure(answer: HttpAnswer, request: string, now: number): OperationError {
  const body = bodyOf(answer);
  if (isEnvelope(body)) return membraneFailure(answer, 'request', now);
  return upstreamError({ status: answer.status, headers: answer.headers, body }, { request, now });
}

/** JSON where the answer says or shows that it is, else text. */
export function bodyOf(answer: HttpAnswer): unknown {
  const type = answer.headers['content-type'] ?? '';
  if (answer.text === '') {
    if (answer.status === 200 && /\bjson\b/i.test(type)) throw unreadableAnswer('it is empty where JSON was announced');
    return null;
  }
  if (type !== '' && !/\bjson\b/i.test(type)) return answer.text;
  const parsed = parseBoundedJson(answer.text);
  if (parsed.ok) return parsed.value;
  // Lines of JSON call themselves JSON too; a cut-off document does as well, and must not pass for text.
  if (answer.status < 400 && /\bjson\b/i.test(type) && !/ndjson|jsonl|json-seq|lines/i.test(type)) {
    throw unreadableAnswer('its JSON is cut off or damaged');
  }
  return answer.text;
}

/** The JSON that each of Membrane's own answers is. */
export function jsonOf(answer: HttpAnswer): unknown {
  const parsed = parseBoundedJson(answer.text);
  if (!parsed.ok) throw unreadableAnswer('it is no JSON, or cut off');
  return parsed.value;
}
