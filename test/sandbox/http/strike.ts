import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Application } from './application.ts';
import { type CapturedAnswer, CapturedResponse } from './captured-response.ts';
import type { Fault } from './fault-rule.ts';
import type { IncomingCall } from './incoming-call.ts';

interface Struck {
  call: IncomingCall;
  response: ServerResponse;
  application: Application;
  /** Aborted when the server closes, so that no slow fault outlives it. */
  closing: AbortSignal;
}

/** Answers one call the way the fault says. */
export async function strike(fault: Fault, struck: Struck): Promise<void> {
  const before = answerBefore(fault);
  if (before) {
    await struck.call.body().catch(() => undefined);
    return send(struck.response, before);
  }
  switch (fault.kind) {
    case 'reset-before':
      await struck.call.body().catch(() => undefined);
      struck.response.socket?.destroy();
      return;
    case 'stall':
      await struck.call.body().catch(() => undefined);
      return;
    case 'callback':
      await fault.call();
      return struck.application(struck.call);
    case 'delay':
      await wait(fault.ms, undefined, { signal: struck.closing }).catch(() => undefined);
      return struck.application(struck.call);
    default:
      return strikeAfter(fault, struck, await answerOf(struck));
  }
}

async function answerOf({ call, application }: Struck): Promise<CapturedAnswer> {
  const captured = new CapturedResponse(call.request);
  call.answerOn(captured);
  await application(call);
  return captured.answer;
}

async function strikeAfter(fault: Fault, { response, closing }: Struck, answer: CapturedAnswer): Promise<void> {
  switch (fault.kind) {
    case 'status':
      return send(response, statusAnswer(fault));
    case 'reset-after':
      response.socket?.destroy();
      return;
    case 'stall-after-effect':
      return;
    case 'trickle':
      return trickle(response, answer, fault.everyMs, closing);
    case 'truncated':
      return truncate(response, answer);
    case 'wrong-json':
      return send(response, {
        ...answer,
        headers: { 'content-type': 'application/json' },
        body: Buffer.from('{"id": "ab'),
      });
    case 'empty':
      return send(response, { ...answer, headers: {}, body: Buffer.alloc(0) });
    default:
      return send(response, answer);
  }
}

/** The answers that need nothing of the application. */
function answerBefore(fault: Fault): CapturedAnswer | undefined {
  switch (fault.kind) {
    case 'status':
      return fault.afterEffect ? undefined : statusAnswer(fault);
    case 'html':
      return html(fault.status ?? 502);
    case 'redirect':
      return {
        status: fault.status ?? 302,
        headers: { location: fault.location ?? '/moved' },
        body: Buffer.alloc(0),
      };
    case 'rate-limit':
      return rateLimit(fault);
    case 'token-expired':
      return json(401, {
        type: 'bad_request',
        key: 'not_authenticated',
        message: 'Access token has expired.',
      });
    default:
      return undefined;
  }
}

function statusAnswer(fault: Extract<Fault, { kind: 'status' }>): CapturedAnswer {
  const answer = json(fault.status, fault.body ?? { message: `Sandbox fault ${fault.status}` });
  return { ...answer, headers: { ...answer.headers, ...fault.headers } };
}

function rateLimit(fault: Extract<Fault, { kind: 'rate-limit' }>): CapturedAnswer {
  const body = fault.body ?? {
    type: 'bad_request',
    key: 'rate_limit_exceeded',
    message: 'Rate limit exceeded.',
  };
  const answer = json(429, body);
  const { retryAfter, rateLimit: limit } = fault;
  const headers: OutgoingHttpHeaders = { ...answer.headers };
  if (retryAfter !== undefined)
    headers['retry-after'] = retryAfter instanceof Date ? retryAfter.toUTCString() : `${retryAfter}`;
  if (limit) {
    headers.ratelimit = `"api";r=${limit.remaining};t=${limit.resetSeconds}`;
    headers['ratelimit-policy'] = '"fixed window";"api";q=1000;w=300';
  }
  return { ...answer, headers };
}

function html(status: number): CapturedAnswer {
  const page = `<html>\r\n<head><title>${status} Bad Gateway</title></head>\r\n<body><center><h1>${status} Bad Gateway</h1></center></body>\r\n</html>\r\n`;
  return {
    status,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(page),
  };
}

function json(status: number, body: unknown): CapturedAnswer {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(text),
  };
}

function head(response: ServerResponse, { status, headers, body }: CapturedAnswer): void {
  const { 'transfer-encoding': _chunked, ...rest } = headers;
  response.writeHead(status, { ...rest, 'content-length': body.length });
}

function send(response: ServerResponse, answer: CapturedAnswer): void {
  head(response, answer);
  response.end(answer.body);
}

async function trickle(
  response: ServerResponse,
  answer: CapturedAnswer,
  everyMs: number,
  closing: AbortSignal,
): Promise<void> {
  head(response, answer);
  response.flushHeaders();
  for (const byte of answer.body) {
    if (closing.aborted || response.destroyed || response.socket === null) return;
    response.write(Uint8Array.of(byte));
    await wait(everyMs, undefined, { signal: closing }).catch(() => undefined);
  }
  response.end();
}

/** Half of the body under the length of the whole, then the connection ends. */
function truncate(response: ServerResponse, answer: CapturedAnswer): void {
  head(response, answer);
  response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => response.socket?.end());
}
