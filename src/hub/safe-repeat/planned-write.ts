import type { JsonObject } from '../json.ts';
import type { HubOperation } from '../operation.ts';
import type { OperationRequest } from '../operation-request.ts';
import type { OperationResult } from '../operation-result.ts';
import type { PlannedCall } from '../plan-call.ts';
import { adoptAliases } from '../read-parameters.ts';

/** A write of the catalogue, ready to be sent. */
export interface PlannedWrite {
  readonly operation: HubOperation;
  readonly request: OperationRequest;
  readonly call: PlannedCall;
  /** Plans the same write for other parameters: nothing is sent. */
  plan(request: OperationRequest): PlannedCall;
  /** Sends it, and finds it again where its answer was lost. */
  send(call: PlannedCall): Promise<OperationResult>;
}

/** What is known of a write by the catalogue's own names. */
export interface KnownWrite {
  readonly params: JsonObject;
  /** Names of the workspace's action that nobody else can explain. */
  readonly unexplained: readonly string[];
}

/** Undefined where names of the workspace's own action stand for required parameters. */
export function knownWrite({ operation, request, call }: PlannedWrite): KnownWrite | undefined {
  const given = { ...request, params: call.params, problems: [] };
  const read = adoptAliases(operation, given, [...request.own.keys()]);
  const isKnown = operation.parameters.every(({ name, required }) => !required || read.params[name] !== undefined);
  return isKnown ? { params: read.params, unexplained: [...read.own.keys()] } : undefined;
}

/** The same request without parameters that need not be sent. */
export function without(request: OperationRequest, names: ReadonlySet<string>): OperationRequest {
  const params = Object.fromEntries(Object.entries(request.params).filter(([name]) => !names.has(name)));
  const written = new Map([...request.written].filter(([name]) => !names.has(name)));
  return { ...request, params, written };
}
