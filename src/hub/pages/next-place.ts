import type { QueryPair } from '../hub-request.ts';
import { ownProperty } from '../json.ts';
import type { Paging } from '../operation.ts';
import { nextLink } from './next-link.ts';

/** Where a page of a list begins. */
export type Place =
  | { readonly by: 'start' }
  | { readonly by: 'page'; readonly page: number }
  | { readonly by: 'cursor'; readonly cursor: string }
  | { readonly by: 'query'; readonly query: readonly QueryPair[] };

/** `hidden`: there may be another page, but this answer does not say where. */
export type Next = Place | 'end' | 'hidden';

/** A page as it was answered. */
export interface AnsweredPage {
  readonly body: unknown;
  /** Undefined where an answer's headers are not to be had. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly items: readonly unknown[];
  /** Its number, counted from 0, for lists that have page numbers. */
  readonly page: number;
  /** How many items were asked for; undefined where that was left to the other side. */
  readonly limit: number | undefined;
}

/** Where the page after this one begins. */
export function nextPlace(paging: Paging, answered: AnsweredPage): Next {
  if (paging === 'link') return answered.headers === undefined ? afterCursor(answered) : afterLink(answered.headers);
  if (answered.items.length === 0) return 'end';
  return paging === 'page-limit' ? afterFullPage(answered) : afterCount(answered);
}

function afterLink(headers: Readonly<Record<string, string>>): Next {
  const query = nextLink(headers.link);
  return query === undefined ? 'end' : { by: 'query', query };
}

/** What actions call the cursor of the next page. */
const cursorKeys = [
  ...['nextCursor', 'next_cursor', 'nextPageToken', 'next_page_token', 'nextPageCursor', 'next_page_cursor'],
  ...['cursor', 'pageToken', 'page_token', 'next'],
];

/** A cursor that is there and empty says that this is the last page, and so does a page shorter than was asked for. */
function afterCursor(answered: AnsweredPage): Next {
  const key = cursorKeys.find((name) => ownProperty(answered.body, name) !== undefined);
  const cursor = key === undefined ? undefined : ownProperty(answered.body, key);
  if (typeof cursor === 'string' && cursor !== '') return { by: 'cursor', cursor };
  return key !== undefined || isShort(answered) ? 'end' : 'hidden';
}

function afterFullPage(answered: AnsweredPage): Next {
  return isShort(answered) ? 'end' : { by: 'page', page: answered.page + 1 };
}

/** The Hub's own answer holds `start` and `count`; an action's may hide them. */
function afterCount({ body, items, page }: AnsweredPage): Next {
  const start = ownProperty(body, 'start');
  const count = ownProperty(body, 'count');
  if (typeof start !== 'number' || typeof count !== 'number') return 'hidden';
  return start + items.length < count ? { by: 'page', page: page + 1 } : 'end';
}

function isShort({ items, limit }: AnsweredPage): boolean {
  return items.length === 0 || (limit !== undefined && items.length < limit);
}
