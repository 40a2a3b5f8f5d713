import { hubAddress, type QueryPair } from '../hub-request.ts';

/** Longer headers come from no Hub. */
const longestHeader = 16_000;

/**
 * The query of the next page out of the header `Link` (RFC 8288). Of the address only the query is used: the next page
 * is on the same path of the same host, whatever the header says.
 */
export function nextLink(header: string | undefined): readonly QueryPair[] | undefined {
  if (header === undefined || header.length > longestHeader) return undefined;
  for (const [, address = '', parameters = ''] of header.matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (isNext(parameters)) return queryOf(address);
  }
  return undefined;
}

function isNext(parameters: string): boolean {
  const [, relations = ''] = /;\s*rel\s*=\s*"?([^";,]*)/i.exec(parameters) ?? [];
  return relations.toLowerCase().split(/\s+/).includes('next');
}

function queryOf(address: string): readonly QueryPair[] | undefined {
  const url = URL.parse(address, hubAddress);
  return url === null ? undefined : [...url.searchParams];
}
