import { z } from 'zod';
import type { ProxyResponse } from '../client.ts';
import { readHeaders, readStatus } from '../envelope-chain.ts';
import { unreadableAnswer } from '../unreadable-answer.ts';
import { findJsonDocument } from './json-document.ts';
import { NotByCliError } from './not-by-cli.ts';
import { withoutAnsi } from './terminal-text.ts';

const objectSchema = z.object({ status: z.unknown(), headers: z.unknown(), body: z.unknown(), data: z.unknown() });

/**
 * What `request` printed, under both documented meanings of `--json`: an object with `status` and `body` is the whole
 * response, anything else is the body, and then the call was a success.
 */
export function readProxyOutput(output: string): ProxyResponse {
  const found = findJsonDocument(output, (value) => wholeResponse(value) !== undefined);
  if (!found.ok) return { headers: {}, body: textBody(output) };
  return wholeResponse(found.value) ?? { headers: {}, body: found.value };
}

/** Without a body (204) the field is missing: then the headers tell a response from a body with a `status`. */
export function wholeResponse(value: unknown): ProxyResponse | undefined {
  const parsed = objectSchema.partial().safeParse(value);
  if (!parsed.success || typeof value !== 'object' || value === null) return undefined;
  const { headers, body, data } = parsed.data;
  const status = typeof parsed.data.status === 'number' ? readStatus(parsed.data.status) : undefined;
  const isWhole = 'body' in value || (typeof headers === 'object' && headers !== null);
  return status !== undefined && isWhole
    ? { status, headers: readHeaders(headers), body: body ?? data ?? null }
    : undefined;
}

function textBody(output: string): string | null {
  const text = withoutAnsi(output).trim();
  // The beginning of an object without its end is no text but an answer that was cut off.
  if (/^\{\s*"/.test(text)) throw unreadableAnswer('the CLI printed only a part of a JSON document');
  return text === '' ? null : text;
}

/**
 * The bytes of a body that the CLI has printed: only text inside of a whole response survives that, and not where a
 * character could not be read. Everything else was changed on the way.
 * @throws NotByCliError
 */
export function printedBytes({ status, body }: ProxyResponse): Uint8Array {
  if (status !== undefined && typeof body === 'string' && !body.includes('\u{fffd}')) return Buffer.from(body);
  throw new NotByCliError(
    'bytes',
    'CLI_UNUSABLE',
    'The CLI prints answers as text or as JSON of its own: the bytes of this file cannot be had through it.',
    { hint: 'Use `transport: api` (or `auto`), which keeps every byte.' },
  );
}
