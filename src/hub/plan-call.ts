import { OperationError } from '../errors.ts';
import { type InputProblem, inputError } from '../input-problem.ts';
import type { MembraneAction, ProxyRequest } from '../membrane/client.ts';
import type { InputMapping } from './input-value.ts';
import type { JsonObject } from './json.ts';
import { nearest } from './nearest.ts';
import type { HubOperation } from './operation.ts';
import { isConfidential, type OperationRequest, unknownParameter } from './operation-request.ts';
import { adoptAliases, missingProblems, type ReadParameters } from './read-parameters.ts';
import { type JsonSchema, propertiesOf } from './schema-keywords.ts';
import { mapToSchema, ownName } from './schema-mapping.ts';
import { type ReadSchema, readSchema } from './schema-reader.ts';

/** How an operation will be carried out: nothing of it has been sent yet. */
export type PlannedCall =
  | {
      readonly via: 'action';
      readonly params: JsonObject;
      readonly action: MembraneAction;
      readonly input: JsonObject;
      readonly confidential: boolean;
    }
  /** `because`: why the workspace's action is not used, for the log. */
  | { readonly via: 'route'; readonly params: JsonObject; readonly request: ProxyRequest; readonly because: string };

/** Decides between the workspace's action and the Hub's own route. Throws INPUT_INVALID. */
export function planCall(
  operation: HubOperation,
  request: OperationRequest,
  action: MembraneAction | undefined,
): PlannedCall {
  if (!action) return planRoute(operation, request, `The workspace has no action '${operation.key}'`);
  const schema = readSchema(action.inputSchema);
  return schema
    ? planAction(operation, request, action, schema)
    : planRoute(operation, request, `The workspace's action '${operation.key}' does not say what it takes`);
}

function planAction(
  operation: HubOperation,
  request: OperationRequest,
  action: MembraneAction,
  schema: ReadSchema,
): PlannedCall {
  const read = readRest(operation, request, schema.schema);
  const { params, own } = read;
  // Names of the action's own may stand for required ones; without any, nothing does.
  refuse([...read.problems, ...(own.size > 0 ? [] : missingProblems(operation, read.written))]);
  refuse(own.size > 0 ? [] : operation.check(params));
  const mapping = mapToSchema({ parameters: operation.parameters, params, own, schema });
  const confidential = isConfidential({ ...request, params });
  if (mapping.ok) return { via: 'action', params, action, input: mapping.input, confidential };
  if (mapping.why === 'invalid') throw refusal(mapping.problems);
  const names = mapping.names.join(', ');
  if (own.size > 0) throw refusal(mapping.names.map((name) => cannotCombine(name, own)));
  return planRoute(operation, request, `The workspace's action '${operation.key}' has no parameter for ${names}`);
}

function planRoute(operation: HubOperation, request: OperationRequest, because: string): PlannedCall {
  const read = readRest(operation, request, false);
  refuse([...read.problems, ...missingProblems(operation, read.written)]);
  refuse(operation.check(read.params));
  const confidential = isConfidential({ ...request, params: read.params });
  return { via: 'route', params: read.params, request: { ...operation.route(read.params), confidential }, because };
}

/** Names that neither the schema nor the catalogue knows end here. */
function readRest(operation: HubOperation, request: OperationRequest, schema: JsonSchema): ReadParameters {
  const foreign = [...request.own.keys()].filter((key) => ownName(key, schema) === undefined);
  const read = adoptAliases(operation, { ...request, problems: [] }, foreign);
  const known = [...operation.parameters.map(({ kebab }) => kebab), ...propertiesOf(schema).keys()];
  const unknown = foreign.filter((key) => read.own.has(key));
  refuse(unknown.map((key) => unknownParameter(operation, key, nearest(key, known))));
  return read;
}

function cannotCombine(name: string, own: InputMapping): InputProblem {
  const others = [...own.keys()].join(', ');
  const message = `has no place in the workspace's action beside ${others}, which only that action knows.`;
  return { name: `input.${name}`, message };
}

function refuse(problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw refusal(problems);
}

/** The same words as for problems seen at the start, but by now the connection has been used. */
function refusal(problems: readonly InputProblem[]): OperationError {
  return new OperationError('INPUT_INVALID', inputError(problems).message, {
    hint: "Correct the parameters named above; `search-actions` shows what the workspace's action takes. Nothing was changed on the Hub.",
    effect: 'none',
    retryable: false,
  });
}
