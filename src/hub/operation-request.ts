import type { InputProblem } from '../input-problem.ts';
import type { InputMapping } from './input-value.ts';
import { isRecord, type Json, type JsonObject } from './json.ts';
import { sameName } from './name-forms.ts';
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

export interface GivenBeside {
  /** The text of the input `confirm`. */
  readonly confirm: string;
  /** Keys of the document whose values are not known yet: they count as given, and what depends on them is not checked. */
  readonly later?: ReadonlySet<string>;
}

/** Reads an operation's parameters and finds every problem that can be seen before the network is used. */
export function readRequestOf(operation: Operation, document: InputMapping, given: GivenBeside): RequestReading {
  const later = [...(given.later ?? [])];
  const read = readFor(operation, new Map([...document].filter(([key]) => !later.includes(key))));
  const problems = [
    ...read.problems,
    ...ownProblems(operation, [...read.own.keys(), ...later.filter((key) => !isParameter(operation, key))]),
    ...requiredProblems(operation, read, later),
  ];
  const whole = problems.length === 0 && later.length === 0 ? operation.check(read.params, read.written) : [];
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
  return operation.kind !== 'hub' || operation.confirm !== undefined;
}

/** A key that is none of the catalogue's. */
export function unknownOperation(key: string, keys: readonly string[]): InputProblem {
  const suggestion = nearest(key, keys);
  const message = suggestion ? 'is not an operation.' : `must be one of ${keys.join(', ')}.`;
  return { name: 'operation', message, given: key, ...(suggestion ? { suggestion } : {}) };
}

/** A name nobody knows may be the action's own, unless it is all but one of ours. */
function ownProblems(operation: Operation, own: readonly string[]): InputProblem[] {
  const names = operation.parameters.map(({ kebab }) => kebab);
  return own.flatMap((key) => {
    if (isStrict(operation)) return [unknownParameter(operation, key, nearest(key, names))];
    const typo = isAlias(operation, key) ? undefined : nearTypo(key, names);
    return typo === undefined ? [] : [unknownParameter(operation, key, typo)];
  });
}

function isParameter(operation: Operation, key: string): boolean {
  return isNamed(operation, key) || (isStrict(operation) && isAlias(operation, key));
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
function requiredProblems(operation: Operation, read: ReadParameters, later: readonly string[]): InputProblem[] {
  const unclear = (read.own.size > 0 && !isStrict(operation)) || later.some((key) => !isNamed(operation, key));
  const given = operation.parameters.filter(({ name }) => later.some((key) => sameName(name, key)));
  return unclear
    ? []
    : missingProblems(operation, new Map([...read.written, ...given.map(({ name }) => [name, ''] as const)]));
}

function isNamed(operation: Operation, key: string): boolean {
  return operation.parameters.some(({ name }) => sameName(name, key));
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
  const { operation, params, written } = request;
  const own = operation.parameters.filter(({ secret }) => secret).flatMap(({ name }) => secretTexts(params[name]));
  return operation.kind === 'built-in' ? [...own, ...(operation.secrets?.(written) ?? [])] : own;
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
