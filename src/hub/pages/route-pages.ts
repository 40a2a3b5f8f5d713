import type { ProxyRequest, ProxyResponse } from '../../membrane/client.ts';
import type { JsonObject } from '../json.ts';
import { itemsOf } from '../lift.ts';
import type { HubOperation, Paging } from '../operation.ts';
import type { RunContext } from '../run-context.ts';
import { type Next, nextPlace, type Place } from './next-place.ts';
import { noList } from './no-list.ts';

type RouteContext = Pick<RunContext, 'hub' | 'signal'>;

/** A list that is read by the Hub's own route. */
export interface RoutedList {
  readonly operation: HubOperation;
  readonly paging: Paging;
  readonly params: JsonObject;
  readonly limit: number | undefined;
}

/** The items of one page after another, to the end of the list or until nobody asks for more. */
export async function* routePages(list: RoutedList, context: RouteContext): AsyncGenerator<readonly unknown[]> {
  const asked = new Set<string>();
  let place: Place = { by: 'start' };
  let needsHeaders = false;
  for (;;) {
    const request = { ...requestAt(list, place), needsHeaders };
    // A list whose pages lead back to an earlier one would never end.
    const address = JSON.stringify([request.path, request.query]);
    if (asked.has(address)) return;
    const response = await context.hub.request(request, { effect: 'read', signal: context.signal });
    const items = itemsOf(response.body, list.operation.answer);
    if (items === undefined) throw noList(list.operation);
    const next = placeAfter(list, place, response, items);
    if (next === 'hidden' && !needsHeaders) {
      needsHeaders = true;
      continue;
    }
    asked.add(address);
    yield items;
    if (next === 'end' || next === 'hidden') return;
    place = next;
  }
}

function requestAt({ operation, params, limit }: RoutedList, place: Place): ProxyRequest {
  const sized = limit === undefined ? params : { ...params, limit };
  if (place.by === 'page') return operation.route({ ...sized, page: place.page });
  if (place.by === 'cursor') return operation.route({ ...sized, cursor: place.cursor });
  const request = operation.route(sized);
  return place.by === 'query' ? { ...request, query: place.query } : request;
}

function placeAfter(
  { paging, params, limit }: RoutedList,
  place: Place,
  { body, headers, status }: ProxyResponse,
  items: readonly unknown[],
): Next {
  // A CLI that prints the body alone names no status either.
  const seen = status === undefined && Object.keys(headers).length === 0 ? undefined : headers;
  const next = nextPlace(paging, { body, headers: seen, items, page: pageNumber(params, place), limit });
  return next === 'hidden' && paging !== 'link' ? { by: 'page', page: pageNumber(params, place) + 1 } : next;
}

/** Counted from 0, from the user's own first page on. */
export function pageNumber(params: JsonObject, place: Place): number {
  if (place.by === 'page') return place.page;
  return typeof params.page === 'number' ? params.page : 0;
}
