import type { QueryPair } from '../hub-request.ts';
import { nextLink } from '../pages/next-link.ts';
import { type HubAnswer, type HubReader, isSuccess, refusal } from './hub-calls.ts';

/** The most the Hub's lists give (its OpenAPI document says so of kernels; models take the same). */
export const largestPage = 1000;
const smallestPage = 50;

export interface ListedPage {
  readonly items: readonly unknown[];
  /** The query of the page after this one; missing on the last. */
  readonly next: readonly QueryPair[] | undefined;
  /** The page is full and nothing says whether another follows: the transport hides headers. */
  readonly blind: boolean;
}

/**
 * The pages of a list, one ahead of the reader. A page the Hub will not give whole (too large, too slow) is asked for
 * again in halves. `what` finishes 'The Hub refused to …'.
 */
export async function* listPages(
  reader: HubReader,
  path: string,
  query: readonly QueryPair[],
  what: string,
): AsyncGenerator<ListedPage> {
  let coming = readPage(reader, path, query, what);
  for (;;) {
    const page = await coming;
    if (page.next) {
      coming = readPage(reader, path, page.next, what);
      coming.catch(() => undefined);
    }
    yield page;
    if (!page.next) return;
  }
}

async function readPage(
  reader: HubReader,
  path: string,
  query: readonly QueryPair[],
  what: string,
): Promise<ListedPage> {
  const answer = await reader.get(path, query);
  const limit = limitOf(query);
  if (mayBeTooLarge(answer.status) && limit > smallestPage) {
    return readPage(reader, path, withLimit(query, Math.ceil(limit / 2)), what);
  }
  if (!isSuccess(answer) || !Array.isArray(answer.body)) throw refusal(answer, what);
  return readAnswer(answer, answer.body, query, limit);
}

function readAnswer(
  answer: HubAnswer,
  items: readonly unknown[],
  query: readonly QueryPair[],
  limit: number,
): ListedPage {
  const link = nextLink(answer.headers.link);
  const moved = link && !sameQuery(link, query) ? link : undefined;
  const blind = Object.keys(answer.headers).length === 0 && items.length >= limit;
  return { items, next: moved, blind };
}

function mayBeTooLarge(status: number): boolean {
  return status === 400 || status === 413 || status === 500 || status === 502 || status === 504;
}

function limitOf(query: readonly QueryPair[]): number {
  return Number(query.find(([name]) => name === 'limit')?.[1] ?? largestPage);
}

function withLimit(query: readonly QueryPair[], limit: number): readonly QueryPair[] {
  return [...query.filter(([name]) => name !== 'limit'), ['limit', String(limit)]];
}

function sameQuery(one: readonly QueryPair[], other: readonly QueryPair[]): boolean {
  return new URLSearchParams(toPairs(one)).toString() === new URLSearchParams(toPairs(other)).toString();
}

function toPairs(query: readonly QueryPair[]): [string, string][] {
  return query.map(([name, value]) => [name, value]);
}
