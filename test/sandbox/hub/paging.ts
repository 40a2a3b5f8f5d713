import type { Context } from './context.ts';
import { badRequest } from './errors.ts';

/** A page of a list and the headers that lead to the next one. */
export interface Page<T> {
  readonly items: T[];
  readonly headers: Record<string, string>;
}

/** Reads `limit`, bounded as documented. */
export function limitOf(context: Context, bounds: { initial: number; min?: number; max: number }): number {
  const given = context.query.get('limit');
  if (given === null) return bounds.initial;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < (bounds.min ?? 1)) {
    throw badRequest(`limit: must be an integer of at least ${bounds.min ?? 1}`);
  }
  return Math.min(limit, bounds.max);
}

/** Reads a page number counted from 0. */
export function pageOf(context: Context): number {
  const page = Number(context.query.get('p') ?? '0');
  if (!Number.isInteger(page) || page < 0) throw badRequest('p: must be a non-negative integer');
  return page;
}

interface Cursor {
  readonly after: string;
  readonly offset: number;
}

function readCursor(text: string): Cursor {
  const [offset, ...after] = Buffer.from(text, 'base64url').toString().split(':');
  if (offset === undefined || !/^\d+$/.test(offset)) throw badRequest('Invalid cursor');
  return { offset: Number(offset), after: after.join(':') };
}

/**
 * Cuts a page out of a list. The cursor names the last entry shown, so that entries added before
 * it do not shift the next page; if that entry is gone the position decides.
 */
export function cursorPage<T>(
  context: Context,
  list: readonly T[],
  limit: number,
  keyOf: (item: T) => string,
): Page<T> {
  const text = context.query.get('cursor');
  const cursor = text === null ? undefined : readCursor(text);
  const start = cursor === undefined ? 0 : startAfter(list, cursor, keyOf);
  const items = list.slice(start, start + limit);
  const last = items.at(-1);
  if (last === undefined || start + limit >= list.length) return { items, headers: {} };
  const next = new URL(context.call.url);
  next.searchParams.set('cursor', Buffer.from(`${start + limit}:${keyOf(last)}`).toString('base64url'));
  return { items, headers: linkTo(next) };
}

function startAfter<T>(list: readonly T[], cursor: Cursor, keyOf: (item: T) => string): number {
  const expected = list[cursor.offset - 1];
  if (expected !== undefined && keyOf(expected) === cursor.after) return cursor.offset;
  const found = list.findIndex((item) => keyOf(item) === cursor.after);
  return found === -1 ? cursor.offset : found + 1;
}

/** The header of a further page. huggingface.js needs an absolute address and the space after ';'. */
export function linkTo(next: URL): Record<string, string> {
  return { Link: `<${next.href}>; rel="next"` };
}
