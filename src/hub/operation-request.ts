import type { InputProblem } from '../input-problem.ts';
import { catalogue, findOperation } from './catalogue.ts';
import type { InputMapping } from './input-value.ts';
import { isRecord, type Json, type JsonObject } from './json.ts';
import { nearest, nearTypo } from './nearest.ts';
import type { Operation } from './operation.ts';
import { adoptAliases, missingProblems, type ReadParameters, readDocument } from './read-parameters.ts';

/** An operation and what it was given, checked as far as that can be done without asking anybody. */
export interface OperationRequest {
  readonly operation: Operation;
  /** The catalogue's parameters by their camelCase names, typed and checked; defaults are not filled in. */
  readonly params: JsonObject;
  /** The same as they were written, by the same names. */
  readonly written: InputMapping;
  /** What the catalogue does not know: perhaps names of the workspace's own action. */
  readonly own: InputMapping;
}

export type RequestReading =
  | { readonly ok: true; readonly request: OperationRequest }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** Reads an operation's key and parameters and finds every problem that can be seen before the network is used. */
export function readOperationRequest(
  key: string,
  document: InputMapping,
  given: { readonly confirm: string },
): RequestReading {
  const operation = findOperation(key);
  if (!operation) return { ok: false, problems: [unknownOperation(key)] };
  const read = readFor(operation, document);
  const problems = [...read.problems, ...ownProblems(operation, read.own), ...requiredProblems(operation, read)];
  const whole = problems.length === 0 ? operation.check(read.params) : [];
  const found = [...problems, ...whole, ...confirmProblems(operation, read.params, given.confirm)];
  if (found.length > 0) return { ok: false, problems: found };
  return { ok: true, request: { operation, params: read.params, written: read.written, own: read.own } };
}

/** What must be confirmed must be known here and now, so no name is left for the workspace's action to explain. */
function readFor(operation: Operation, document: InputMapping): ReadParameters {
  const read = readDocument(operation, document);
  return isStrict(operation) ? adoptAliases(operation, read, [...read.own.keys()]) : read;
}

/** Whether every name must be one of the catalogue's. */
function isStrict(operation: Operation): boolean {
  return operation.kind === 'built-in' || operation.confirm !== undefined;
}

function unknownOperation(key: string): InputProblem {
  const keys = catalogue.map((operation) => operation.key);
  const suggestion = nearest(key, keys);
  const message = suggestion ? 'is not an operation.' : `must be one of ${keys.join(', ')}.`;
  return { name: 'operation', message, given: key, ...(suggestion ? { suggestion } : {}) };
}

/** A name nobody knows may be the action's own, unless it is all but one of ours. */
function ownProblems(operation: Operation, own: InputMapping): InputProblem[] {
  const names = operation.parameters.map(({ kebab }) => kebab);
  return [...own.keys()].flatMap((key) => {
    if (isStrict(operation)) return [unknownParameter(operation, key, nearest(key, names))];
    const typo = isAlias(operation, key) ? undefined : nearTypo(key, names);
    return typo === undefined ? [] : [unknownParameter(operation, key, typo)];
  });
}

function isAlias(operation: Operation, key: string): boolean {
  return (
    adoptAliases(operation, { params: {}, written: new Map(), own: new Map([[key, '']]), problems: [] }, [key]).own
      .size === 0
  );
}

/** A key that is no parameter of the operation. */
export function unknownParameter(operation: Operation, key: string, suggestion: string | undefined): InputProblem {
  const names = operation.parameters.map(({ kebab }) => kebab);
  const known = names.length > 0 ? `it takes ${names.join(', ')}` : 'it takes none';
  const message = `is not a parameter of ${operation.key}; ${known}.`;
  return { name: `input.${key.slice(0, 80)}`, message, ...(suggestion ? { suggestion } : {}) };
}

/** With names of the action's own beside them, a missing parameter may be there under another name. */
function requiredProblems(operation: Operation, read: ReadParameters): InputProblem[] {
  const unclear = read.own.size > 0 && !isStrict(operation);
  return unclear ? [] : missingProblems(operation, read.written);
}

function confirmProblems(operation: Operation, params: JsonObject, confirm: string): InputProblem[] {
  const { confirm: confirmation, key } = operation;
  if (!confirmation || operation.parameters.some(({ name, required }) => required && params[name] === undefined))
    return [];
  const text = confirmation.text(params);
  if (text === undefined || confirm === text) return [];
  const message = `must repeat ${confirmation.what}, \`${text}\`: without it ${key} does nothing.`;
  return [{ name: 'confirm', message, ...(confirm === '' ? {} : { given: confirm }) }];
}

/** The values in a request that must be masked before anything is logged. */
export function secretValues(request: OperationRequest): readonly string[] {
  return request.operation.parameters
    .filter(({ secret }) => secret)
    .flatMap(({ name }) => secretTexts(request.params[name]));
}

/** In lists of keys and values only the values are secret; other parameters are so as a whole. */
function secretTexts(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(secretTexts);
  return isRecord(value) && typeof value.value === 'string' ? [value.value] : [];
}

/** Whether a parameter that holds secrets was given: it must not become an argument of a process. */
export function isConfidential(request: OperationRequest): boolean {
  return request.operation.parameters.some(({ name, secret }) => secret && request.params[name] !== undefined);
}
