import type { InputProblem } from '../input-problem.ts';
import { coerceToSchema } from './coerce-to-schema.ts';
import type { InputMapping, InputValue } from './input-value.ts';
import type { Json, JsonObject } from './json.ts';
import { sameName } from './name-forms.ts';
import type { Operation } from './operation.ts';
import { checkValue, type Parameter } from './parameters.ts';
import { allowedText } from './schema-keywords.ts';

/** A document taken apart by what the catalogue knows of it. */
export interface ReadParameters {
  readonly params: JsonObject;
  readonly written: InputMapping;
  readonly own: InputMapping;
  readonly problems: readonly InputProblem[];
}

/** Finds the operation's parameters in a document, in any spelling of their names, and types and checks their values. */
export function readDocument(operation: Operation, document: InputMapping): ReadParameters {
  const reader = new ParameterReader();
  for (const [key, value] of document) {
    const known = operation.parameters.find(({ name }) => sameName(name, key));
    if (known) reader.take(known, key, value);
    else reader.own.set(key, value);
  }
  return reader.result();
}

/**
 * Reads keys that are other names of parameters (`repo-id` for `repository`) as these, where they are not given under
 * their own; what is nobody's other name stays where it is.
 */
export function adoptAliases(operation: Operation, read: ReadParameters, keys: readonly string[]): ReadParameters {
  const reader = new ParameterReader(read);
  for (const key of keys) {
    const value = read.own.get(key);
    const meant = meantBy(operation.parameters, key, reader.written);
    if (value === undefined || !meant) continue;
    reader.own.delete(key);
    reader.take(meant, key, value);
  }
  return reader.result();
}

/** The parameter not given yet that the key is the likeliest other name of. */
function meantBy(parameters: readonly Parameter[], key: string, written: InputMapping): Parameter | undefined {
  const ranked = parameters
    .filter(({ name }) => !written.has(name))
    .map((parameter) => ({ parameter, rank: parameter.aliases.findIndex((alias) => sameName(alias, key)) }))
    .filter(({ rank }) => rank >= 0);
  return ranked.toSorted((one, other) => one.rank - other.rank)[0]?.parameter;
}

/** Required parameters that are not there, said once each. */
export function missingProblems(operation: Operation, written: InputMapping): InputProblem[] {
  return operation.parameters
    .filter(({ name, required }) => required && !written.has(name))
    .map(({ kebab, json }) => ({ name: `input.${kebab}`, message: `is required: ${allowedText(json)}.` }));
}

class ParameterReader {
  readonly #params: Map<string, Json>;
  readonly #written: Map<string, InputValue>;
  readonly #problems: InputProblem[];
  readonly own: Map<string, InputValue>;

  constructor(from?: ReadParameters) {
    this.#params = new Map(Object.entries(from?.params ?? {}));
    this.#written = new Map(from?.written);
    this.#problems = [...(from?.problems ?? [])];
    this.own = new Map(from?.own);
  }

  get written(): InputMapping {
    return this.#written;
  }

  take(parameter: Parameter, key: string, value: InputValue): void {
    if (this.#written.has(parameter.name)) {
      this.#problems.push({ name: `input.${key}`, message: `is given twice, the other time as ${parameter.kebab}.` });
      return;
    }
    this.#written.set(parameter.name, value);
    const { json, value: typed, problems } = typeValue(parameter, value);
    this.#problems.push(...problems);
    if (json) this.#params.set(parameter.name, typed);
  }

  result(): ReadParameters {
    const params = Object.fromEntries(this.#params);
    return { params, written: this.#written, own: this.own, problems: this.#problems };
  }
}

interface TypedValue {
  readonly json: boolean;
  readonly value: Json;
  readonly problems: readonly InputProblem[];
}

function typeValue(parameter: Parameter, value: InputValue): TypedValue {
  const coerced = coerceToSchema(value, parameter.json, `input.${parameter.kebab}`);
  if (!coerced.ok)
    return { json: false, value: null, problems: coerced.problems.map((problem) => shown(parameter, problem)) };
  const problems = checkValue(parameter, coerced.value);
  return { json: problems.length === 0, value: coerced.value, problems };
}

/** A secret's value is never repeated, however wrong it is. */
function shown(parameter: Parameter, problem: InputProblem): InputProblem {
  if (!parameter.secret) return problem;
  const { name, message } = problem;
  return { name, message };
}
