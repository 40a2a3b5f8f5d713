import type { HubOperation, Paging } from '../operation.ts';
import type { OperationRequest } from '../operation-request.ts';
import { type PlannedCall, planCall } from '../plan-call.ts';
import type { RunContext } from '../run-context.ts';
import { type ActedList, actedPages, firstActedPage, planWith } from './action-pages.ts';
import type { MaxItems } from './max-items.ts';
import { pageSize } from './page-size.ts';
import { routePages } from './route-pages.ts';

/** A list whose pages are still to be read. */
export interface OpenList {
  readonly pages: AsyncIterable<readonly unknown[]>;
  readonly call: PlannedCall;
  readonly actionRunId?: string | undefined;
}

/** An operation that lists, and how much of it is wanted. */
export interface WantedList {
  readonly operation: HubOperation;
  readonly paging: Paging;
  readonly request: OperationRequest;
  readonly wanted: MaxItems;
}

/**
 * Decides who answers: the workspace's action as long as its answers say where the list goes on, else the Hub's own
 * route from the beginning, so that all items have one shape.
 */
export async function openList(list: WantedList, call: PlannedCall, context: RunContext): Promise<OpenList> {
  if (call.via === 'route') return byRoute(list, call, context);
  const { operation, request, wanted } = list;
  const acted = sized(list, call);
  const first = await firstActedPage(acted, context);
  const isEnough = wanted !== 'all' && first.items.length >= wanted;
  if (first.next !== 'hidden' || isEnough) {
    return { pages: actedPages(acted, first, context), call: acted.call, actionRunId: first.actionRunId };
  }
  const route = planCall(operation, request, undefined);
  context.log.info(
    `The workspace's action '${operation.key}' answered ${first.items.length} items and no way to the next ones: reading the list by the Hub's own route through the proxy.`,
  );
  return byRoute(list, route, context);
}

function byRoute(list: WantedList, call: PlannedCall, context: RunContext): OpenList {
  const { operation, paging, wanted } = list;
  const { params } = call;
  return {
    pages: routePages({ operation, paging, params, limit: pageSize(operation, params, wanted) }, context),
    call,
  };
}

/** The first call with the size of a page in it, where the action takes one. */
function sized(
  { operation, paging, request, wanted }: WantedList,
  call: Extract<PlannedCall, { via: 'action' }>,
): ActedList {
  const { action } = call;
  const plain = { operation, paging, request, action, call, limit: undefined };
  const limit = pageSize(operation, call.params, wanted);
  if (limit === undefined || request.own.size > 0) return plain;
  const withLimit = planWith({ limit }, operation, request, action);
  return withLimit === undefined ? plain : { ...plain, call: withLimit, limit };
}
