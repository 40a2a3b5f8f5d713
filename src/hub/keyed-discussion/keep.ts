import { inputError } from '../../input-problem.ts';
import type { JsonObject } from '../json.ts';
import type { HubOperation } from '../operation.ts';
import type { OperationRequest } from '../operation-request.ts';
import type { OperationResult } from '../operation-result.ts';
import { adoptAliases, missingProblems } from '../read-parameters.ts';
import type { RunContext } from '../run-context.ts';
import { without } from '../safe-repeat/planned-write.ts';

/** What a row needs to keep one thing up to date instead of making another. */
export interface KeepTools {
  readonly context: RunContext;
  /** Makes it, in the row's ordinary way, with these parameters instead of its own. */
  create(changed: JsonObject): Promise<OperationResult>;
  /** Runs another operation of the catalogue, in its ordinary way. */
  run(operation: HubOperation, params: JsonObject): Promise<OperationResult>;
}

/** How a row keeps one thing up to date, where its parameters ask for that. */
export interface Keep<P = JsonObject> {
  /** The parameter that asks for it. */
  readonly by: keyof P & string;
  /** What says how it is kept, and is no part of what is sent. */
  readonly parameters: readonly (keyof P & string)[];
  run(params: P, tools: KeepTools): Promise<OperationResult>;
}

/** A request of parameters that are known to be right, as if a user had written it. */
function requestOf(operation: HubOperation, params: JsonObject): OperationRequest {
  const written = new Map(Object.keys(params).map((name) => [name, ''] as const));
  return { operation, params, written, own: new Map() };
}

/** A row whose request asks for being kept. */
type KeptOperation = HubOperation & { readonly keep: Keep };

export function isKept(operation: HubOperation, { params }: OperationRequest): operation is KeptOperation {
  return operation.keep !== undefined && params[operation.keep.by] !== undefined;
}

/** What runs an operation in its ordinary way. */
interface Runner {
  readonly context: RunContext;
  runOperation(request: OperationRequest, context: RunContext): Promise<OperationResult>;
}

/** Keeps what a request is about, by the catalogue's own names of its parameters. @throws OperationError INPUT_INVALID */
export function keepUpToDate(
  operation: KeptOperation,
  request: OperationRequest,
  { context, runOperation }: Runner,
): Promise<OperationResult> {
  const { keep } = operation;
  const read = adoptAliases(operation, { ...request, problems: [] }, [...request.own.keys()]);
  const problems = [...read.problems, ...missingProblems(operation, read.written)];
  if (problems.length > 0) throw inputError(problems);
  const bare = without({ ...request, ...read }, new Set<string>(keep.parameters));
  return keep.run(read.params, {
    context,
    // What is there of the same title is another one: the key has decided already that this one is not.
    create: (changed) =>
      runOperation(
        { ...bare, params: { ...bare.params, ...changed } },
        { ...context, options: { ...context.options, ifExists: 'fail' } },
      ),
    run: (other, params) => runOperation(requestOf(other, params), context),
  });
}
