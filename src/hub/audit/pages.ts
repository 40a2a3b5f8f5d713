import type { QueryPair } from '../hub-request.ts';
import { nextLink } from '../pages/next-link.ts';
import { type HubAnswer, type HubReader, isSuccess, refusal } from './hub-calls.ts';

/** The most the Hub's lists give (its OpenAPI document says so of kernels; models take the same). */
export const largestPage = 1000;
const smallestPage = 50;

export interface ListedPage<Item = unknown> {
  readonly items: readonly Item[];
  /** How many more there were that could not be read. */
  readonly unreadable: number;
  /** The query of the page after this one; missing on the last. */
  readonly next: readonly QueryPair[] | undefined;
  /** The page is full and nothing says whether another follows: the transport hides headers. */
  readonly blind: boolean;
}

/** Finishes 'The Hub refused to …'. */
type Purpose = string;

/** The pages of a list as the Hub gives them. */
export function listPages(
  reader: HubReader,
  path: string,
  query: readonly QueryPair[],
  what: Purpose,
): AsyncGenerator<ListedPage> {
  return readPages(reader, path, query, what, (item) => item);
}

/**
 * The pages of a list, one ahead of the reader. A page the Hub will not give whole (too large, too slow) is asked for
 * again in halves. Items are read as soon as a page is there: of the one ahead too, only what `readItem` takes stays in
 * memory.
 */
export async function* readPages<Item>(
  reader: HubReader,
  path: string,
  query: readonly QueryPair[],
  what: Purpose,
  readItem: (item: unknown) => Item | undefined,
): AsyncGenerator<ListedPage<Item>> {
  const read = async (asked: readonly QueryPair[]) => readAnswer(await ask(reader, path, asked, what), readItem);
  let coming = read(query);
  for (;;) {
    const page = await coming;
    if (page.next) {
      coming = read(page.next);
      coming.catch(() => undefined);
    }
    yield page;
    if (!page.next) return;
  }
}

interface RawPage {
  readonly headers: HubAnswer['headers'];
  readonly body: readonly unknown[];
  readonly query: readonly QueryPair[];
}

async function ask(reader: HubReader, path: string, query: readonly QueryPair[], what: Purpose): Promise<RawPage> {
  const answer = await reader.get(path, query);
  const limit = limitOf(query);
  if (mayBeTooLarge(answer.status) && limit > smallestPage) {
    return ask(reader, path, withLimit(query, Math.ceil(limit / 2)), what);
  }
  if (!isSuccess(answer) || !Array.isArray(answer.body)) throw refusal(answer, what);
  return { headers: answer.headers, body: answer.body, query };
}

function readAnswer<Item>(
  { headers, body, query }: RawPage,
  readItem: (item: unknown) => Item | undefined,
): ListedPage<Item> {
  const link = nextLink(headers.link);
  const next = link && !sameQuery(link, query) ? link : undefined;
  const blind = Object.keys(headers).length === 0 && body.length >= limitOf(query);
  const items: Item[] = [];
  for (const item of body) {
    const read = readItem(item);
    if (read !== undefined) items.push(read);
  }
  return { items, unreadable: body.length - items.length, next, blind };
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
