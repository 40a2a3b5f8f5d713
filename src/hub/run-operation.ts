import { inputError } from '../input-problem.ts';
import type { CallEffect } from '../membrane/client.ts';
import { completeRequest } from './complete-request.ts';
import { discoverAction } from './discover.ts';
import { planWrite } from './dry-run/plan-write.ts';
import { lookFor } from './existence.ts';
import { isKept, keepUpToDate } from './keyed-discussion/keep.ts';
import { liftResult } from './lift.ts';
import type { HubOperation } from './operation.ts';
import type { OperationRequest } from './operation-request.ts';
import type { OperationResult } from './operation-result.ts';
import { runList } from './pages/run-list.ts';
import { type PlannedCall, planCall } from './plan-call.ts';
import { endedWhileReading } from './read-back/outcome-unknown.ts';
import { sendWrite, type WriteRecognition } from './read-back/send-write.ts';
import type { RunContext } from './run-context.ts';
import { writeOnce } from './safe-repeat/write-once.ts';
import { sendRoute } from './send-route.ts';

/** What carrying out a call came to, however it was done. */
interface Answer {
  readonly output: unknown;
  readonly actionId?: string | undefined;
  readonly actionRunId?: string | undefined;
}

/** Runs an operation on a connection that is READY. Throws OperationError. */
export async function runOperation(request: OperationRequest, context: RunContext): Promise<OperationResult> {
  const { operation } = request;
  if (operation.kind === 'built-in') return operation.run(request, context);
  if (operation.kind === 'step')
    throw inputError([{ name: 'operation', message: `${operation.key} is a step of its own.` }]);
  try {
    return await runOnHub(operation, request, context);
  } catch (error) {
    throw endedWhileReading(error, operation.key, operation.effect);
  }
}

async function runOnHub(
  operation: HubOperation,
  request: OperationRequest,
  context: RunContext,
): Promise<OperationResult> {
  if (isKept(operation, request)) return keepUpToDate(operation, request, { context, runOperation });
  const action = await discoverAction(operation, context);
  const completed = await completeRequest(operation, request, context);
  const call = planCall(operation, completed, action);
  const { paging } = operation;
  const wanted = context.options.maxItems;
  if (wanted !== undefined && paging !== undefined) {
    sayHow(call, context);
    return runList({ operation, paging, request: completed, wanted }, call, context);
  }
  if (operation.effect === 'read') return perform(operation, call, context);
  const write = {
    operation,
    request: completed,
    call,
    plan: (narrowed: OperationRequest) => planCall(operation, narrowed, action),
    send: (planned: PlannedCall) => perform(operation, planned, context),
  };
  return context.options.dryRun ? planWrite(write, context) : writeOnce(write, context);
}

async function perform(operation: HubOperation, call: PlannedCall, context: RunContext): Promise<OperationResult> {
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
  const { existence } = operation;
  if (existence !== undefined) {
    const { seen, answer } = await lookFor(() => send(operation, call, 'read', context));
    return { ...answer, output: existence(call.params, seen) };
  }
  if (operation.effect === 'read') return send(operation, call, 'read', context);
  const write = { what: operation.key, send: () => send(operation, call, 'write', context) };
  return sendWrite({ ...write, ...readBackOf(operation, call) }, context);
}

async function send(
  operation: HubOperation,
  call: PlannedCall,
  effect: CallEffect,
  context: RunContext,
): Promise<Answer> {
  const { client, connection, signal, hub } = context;
  if (call.via === 'route') {
    return { output: await sendRoute([call.request, ...operation.also(call.params)], hub, { effect, signal }) };
  }
  const { action, input, confidential } = call;
  const run = { actionId: action.id, connectionId: connection.id, input, confidential };
  const { output, actionRunId } = await client.runAction(run, { effect, signal });
  return { output: output ?? null, actionId: action.id, actionRunId };
}

/** Only where all that is required is known by our own names can the write be found again. */
function readBackOf(
  operation: HubOperation,
  call: PlannedCall,
): { where?: string | undefined; recognise?: WriteRecognition<Answer> } {
  const { recognise } = operation;
  if (recognise === undefined || !isKnown(operation, call)) return {};
  const { safeTwice } = recognise;
  const answer = (output: unknown) => ({ output, ...(call.via === 'action' ? { actionId: call.action.id } : {}) });
  return {
    where: recognise.where(call.params),
    recognise: { safeTwice, tell: (look) => recognise.tell(call.params, look), answer },
  };
}

/** With names of the action's own in play, what it was done to may not be known by ours. */
function isKnown(operation: HubOperation, call: PlannedCall): boolean {
  return operation.parameters.every(({ name, required }) => !required || call.params[name] !== undefined);
}

function headlineOf(operation: HubOperation, call: PlannedCall): string {
  return isKnown(operation, call) ? `${operation.done} ${operation.describe(call.params)}` : `${operation.title}: done`;
}
