import type { HubOperation } from './operation.ts';
import type { OperationRequest } from './operation-request.ts';
import type { RunContext } from './run-context.ts';

/** The request with what the Hub alone knows filled in, where its row asks for that. Throws OperationError. */
export async function completeRequest(
  operation: HubOperation,
  request: OperationRequest,
  { hub, signal, host }: Pick<RunContext, 'hub' | 'signal' | 'host'>,
): Promise<OperationRequest> {
  const { complete } = operation;
  // With names of the action's own in play, what is to be looked up may not be known by ours.
  const isKnown = operation.parameters.every(({ name, required }) => !required || request.params[name] !== undefined);
  if (complete === undefined || !isKnown) return request;
  const read = async (call: Parameters<typeof hub.request>[0]) =>
    (await hub.request(call, { effect: 'read', signal })).body;
  const params = { ...request.params, ...(await complete(request.params, read, host)) };
  return { ...request, params: Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null)) };
}
