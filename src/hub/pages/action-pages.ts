import { OperationError } from '../../errors.ts';
import type { MembraneAction } from '../../membrane/client.ts';
import { fromJson } from '../input-value.ts';
import type { JsonObject } from '../json.ts';
import { itemsOf, unwrap } from '../lift.ts';
import type { HubOperation, Paging } from '../operation.ts';
import type { OperationRequest } from '../operation-request.ts';
import { type PlannedCall, planCall } from '../plan-call.ts';
import type { RunContext } from '../run-context.ts';
import { type Next, nextPlace, type Place } from './next-place.ts';
import { noList } from './no-list.ts';
import { pageNumber } from './route-pages.ts';

type ActionContext = Pick<RunContext, 'client' | 'connection' | 'signal'>;
type ActionCall = Extract<PlannedCall, { via: 'action' }>;

/** A list that an action of the workspace answers. */
export interface ActedList {
  readonly operation: HubOperation;
  readonly paging: Paging;
  readonly request: OperationRequest;
  readonly action: MembraneAction;
  readonly call: ActionCall;
  readonly limit: number | undefined;
}

export interface ActedPage {
  readonly items: readonly unknown[];
  readonly next: Next;
  readonly actionRunId: string | undefined;
}

/** The first page; its `next` is `hidden` also where the action could not be asked for a second one. */
export async function firstActedPage(list: ActedList, context: ActionContext): Promise<ActedPage> {
  const page = await readPage(list, list.call, { by: 'start' }, context);
  const isReachable = typeof page.next === 'string' || callAt(list, page.next) !== undefined;
  return isReachable ? page : { ...page, next: 'hidden' };
}

/** The items of the first page and of those after it. */
export async function* actedPages(
  list: ActedList,
  first: ActedPage,
  context: ActionContext,
): AsyncGenerator<readonly unknown[]> {
  const asked = new Set<string>();
  let page = first;
  for (;;) {
    yield page.items;
    // An action that named its pages so far and names none now has come to the end.
    if (page.next === 'end' || page.next === 'hidden') return;
    const call = callAt(list, page.next);
    const address = JSON.stringify(call?.input);
    if (call === undefined || asked.has(address)) return;
    asked.add(address);
    page = await readPage(list, call, page.next, context);
  }
}

async function readPage(list: ActedList, call: ActionCall, place: Place, context: ActionContext): Promise<ActedPage> {
  const { client, connection, signal } = context;
  const { operation, paging, limit } = list;
  const { action, input, confidential } = call;
  const run = { actionId: action.id, connectionId: connection.id, input, confidential };
  const { output, actionRunId } = await client.runAction(run, { effect: 'read', signal });
  const body = unwrap(output);
  const items = itemsOf(body, operation.answer);
  if (items === undefined) throw noList(operation);
  const page = pageNumber(call.params, place);
  return { items, next: nextPlace(paging, { body, headers: undefined, items, page, limit }), actionRunId };
}

/** The call for another page; undefined where the action takes no such parameter. */
function callAt({ operation, request, action, limit }: ActedList, place: Place): ActionCall | undefined {
  // What is named in the action's own words cannot be told apart from what would be added here.
  if (request.own.size > 0 || place.by === 'query' || place.by === 'start') return undefined;
  const further = place.by === 'page' ? { page: place.page } : { cursor: place.cursor };
  return planWith({ ...further, ...(limit === undefined ? {} : { limit }) }, operation, request, action);
}

/** The call with further parameters, as if the user had written them; undefined where the action does not take them so. */
export function planWith(
  further: JsonObject,
  operation: HubOperation,
  request: OperationRequest,
  action: MembraneAction,
): ActionCall | undefined {
  const params = { ...request.params, ...further };
  const written = Object.entries(further).map(([name, value]) => [name, fromJson(value)] as const);
  try {
    const widened = { ...request, params, written: new Map([...request.written, ...written]) };
    const call = planCall(operation, widened, action);
    return call.via === 'action' ? call : undefined;
  } catch (error) {
    // Its schema may know the parameter and allow less of it: a smaller page, no such number.
    if (error instanceof OperationError && error.code === 'INPUT_INVALID') return undefined;
    throw error;
  }
}
