import { discoverAction } from './discover.ts';
import { liftResult } from './lift.ts';
import type { HubOperation } from './operation.ts';
import type { OperationRequest } from './operation-request.ts';
import type { OperationResult } from './operation-result.ts';
import { type PlannedCall, planCall } from './plan-call.ts';
import type { RunContext } from './run-context.ts';

/** What carrying out a call came to, however it was done. */
interface Answer {
  readonly output: unknown;
  readonly actionId?: string | undefined;
  readonly actionRunId?: string | undefined;
}

/** Runs an operation on a connection that is READY. Throws OperationError. */
export async function runOperation(request: OperationRequest, context: RunContext): Promise<OperationResult> {
  const { operation } = request;
  return operation.kind === 'hub' ? runOnHub(operation, request, context) : operation.run(request, context);
}

async function runOnHub(
  operation: HubOperation,
  request: OperationRequest,
  context: RunContext,
): Promise<OperationResult> {
  const action = await discoverAction(operation, context);
  const call = planCall(operation, request, action);
  sayHow(call, context);
  const answer = await carryOut(operation, call, context);
  return {
    status: 'succeeded',
    changed: operation.effect !== 'read',
    ...answer,
    ...liftResult(operation, call.params, answer.output),
    headline: headlineOf(operation, call),
  };
}

function sayHow(call: PlannedCall, { log }: RunContext): void {
  if (call.via === 'action') {
    log.info(`Running the workspace's action '${call.action.key ?? call.action.id}'.`);
    log.debug(`Its input holds ${Object.keys(call.input).length} parameters.`);
  } else {
    const { method, path } = call.request;
    log.info(`${call.because}: using the Hub's own route ${method} ${path} through the proxy.`);
  }
}

async function carryOut(operation: HubOperation, call: PlannedCall, context: RunContext): Promise<Answer> {
  const { client, connection, signal, hub } = context;
  const options = { effect: operation.effect === 'read' ? 'read' : 'write', signal } as const;
  if (call.via === 'route') {
    const { body } = await hub.request(call.request, options);
    return { output: body ?? null };
  }
  const { action, input, confidential } = call;
  const run = { actionId: action.id, connectionId: connection.id, input, confidential };
  const { output, actionRunId } = await client.runAction(run, options);
  return { output: output ?? null, actionId: action.id, actionRunId };
}

/** With names of the action's own in play, what it was done to may not be known by ours. */
function headlineOf(operation: HubOperation, call: PlannedCall): string {
  const known = operation.parameters.every(({ name, required }) => !required || call.params[name] !== undefined);
  return known ? `${operation.done} ${operation.describe(call.params)}` : `${operation.title}: done`;
}
