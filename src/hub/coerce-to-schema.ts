import type { InputProblem } from '../input-problem.ts';
import { display, type InputMapping, type InputValue, isList, isMapping, PlainScalar, toJson } from './input-value.ts';
import type { Json } from './json.ts';
import { sameName } from './name-forms.ts';
import { nearest } from './nearest.ts';
import {
  additionalOf,
  allowedText,
  allowedValues,
  branchesOf,
  itemsOf,
  type JsonSchema,
  propertiesOf,
  requiredOf,
  typesOf,
} from './schema-keywords.ts';

/** A value as the schema asks for it, or why it cannot be one. */
export type Coercion =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/**
 * Turns what was written into the type a schema names, and never into another value: text stays text where the schema
 * takes text, `true`, `12` and the like become what they say where it takes that.
 * `name` is how the user knows the value, for problems: `input.repository`.
 */
export function coerceToSchema(value: InputValue, schema: JsonSchema, name: string): Coercion {
  const allowed = allowedValues(schema);
  if (allowed) return chooseAllowed(value, allowed, schema, name);
  const types = typesOf(schema);
  if (types.length > 0) return coerceToTypes(value, types, schema, name);
  const branches = branchesOf(schema);
  return branches.length > 0 ? coerceToBranch(value, branches, schema, name) : freeForm(value, name);
}

function chooseAllowed(
  value: InputValue,
  allowed: readonly (string | number | boolean | null)[],
  schema: JsonSchema,
  name: string,
): Coercion {
  if (isList(value) || isMapping(value)) return refuse(value, schema, name);
  const exact = allowed.find((one) => one === (value instanceof PlainScalar ? value.value : value));
  const text = value instanceof PlainScalar ? value.source : value;
  const chosen = exact === undefined ? allowed.find((one) => String(one) === text) : exact;
  if (chosen !== undefined) return { ok: true, value: chosen };
  return refuse(value, schema, name, nearest(text, allowed.map(String)));
}

function coerceToTypes(value: InputValue, types: readonly string[], schema: JsonSchema, name: string): Coercion {
  if (isMapping(value)) {
    return types.includes('object') ? coerceMapping(value, schema, name) : refuse(value, schema, name);
  }
  if (isList(value)) return types.includes('array') ? coerceList(value, schema, name) : refuse(value, schema, name);
  const scalar = coerceScalar(value, types);
  if (scalar !== undefined) return { ok: true, value: scalar };
  if (types.includes('array')) return coerceList([value], schema, name);
  return refuse(value, schema, name);
}

/** A plain scalar keeps its type where the schema takes it; text is read as the first other type that fits. */
function coerceScalar(value: string | PlainScalar, types: readonly string[]): Json | undefined {
  if (value instanceof PlainScalar && types.some((type) => isOfType(value.value, type))) return value.value;
  const text = value instanceof PlainScalar ? value.source : value;
  if (types.includes('string')) return text;
  if (types.includes('boolean') && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const number = /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined;
  return number !== undefined && types.some((type) => isOfType(number, type)) ? number : undefined;
}

function isOfType(value: number | boolean | null, type: string): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'number') return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  return type === (value === null ? 'null' : typeof value);
}

function coerceList(list: readonly InputValue[], schema: JsonSchema, name: string): Coercion {
  const items = itemsOf(schema);
  return gather(
    list.map((item, index): [string, Coercion] => [
      String(index),
      coerceToSchema(item, items, list.length === 1 ? name : `${name}[${index}]`),
    ]),
    (entries) => entries.map(([, item]) => item),
  );
}

function coerceMapping(mapping: InputMapping, schema: JsonSchema, name: string): Coercion {
  const properties = propertiesOf(schema);
  const read = [...mapping].map(([key, value]): [string, Coercion] => {
    const known = properties.has(key) ? key : [...properties.keys()].find((one) => sameName(one, key));
    const inner = `${name}.${key}`;
    return [known ?? key, coerceProperty(value, known, { schema, properties, name: inner, key })];
  });
  const missing = requiredOf(schema).filter((key) => !read.some(([written]) => written === key));
  const holes = missing.map((key): [string, Coercion] => [key, problemAt(`${name}.${key}`, 'is required.')]);
  const names = read.map(([written]) => written);
  const twice = names.filter((key, index) => names.indexOf(key) !== index);
  const doubled = twice.map((key): [string, Coercion] => [key, problemAt(`${name}.${key}`, 'is given twice.')]);
  return gather([...read, ...holes, ...doubled], Object.fromEntries);
}

interface PropertyPlace {
  readonly schema: JsonSchema;
  readonly properties: ReadonlyMap<string, JsonSchema>;
  readonly name: string;
  readonly key: string;
}

function coerceProperty(value: InputValue, known: string | undefined, place: PropertyPlace): Coercion {
  const schema = known === undefined ? additionalOf(place.schema) : place.properties.get(known);
  if (schema !== false) return coerceToSchema(value, schema ?? true, place.name);
  const message = `is not known here; known are ${[...place.properties.keys()].join(', ')}.`;
  return {
    ok: false,
    problems: [withSuggestion(place.name, message, nearest(place.key, [...place.properties.keys()]))],
  };
}

function problemAt(name: string, message: string): Coercion {
  return { ok: false, problems: [{ name, message }] };
}

function gather(read: readonly [string, Coercion][], build: (entries: [string, Json][]) => Json): Coercion {
  const problems = read.flatMap(([, coercion]) => (coercion.ok ? [] : coercion.problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: build(read.flatMap(([key, coercion]) => (coercion.ok ? [[key, coercion.value]] : []))) };
}

function coerceToBranch(
  value: InputValue,
  branches: readonly JsonSchema[],
  schema: JsonSchema,
  name: string,
): Coercion {
  const tried = branches.map((branch) => coerceToSchema(value, branch, name));
  const suggestion = tried.flatMap((one) => (one.ok ? [] : one.problems)).find((one) => one.suggestion)?.suggestion;
  return tried.find((one) => one.ok) ?? refuse(value, schema, name, suggestion);
}

function freeForm(value: InputValue, name: string): Coercion {
  const problems: InputProblem[] = [];
  const json = toJson(value, name, problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: json };
}

function refuse(value: InputValue, schema: JsonSchema, name: string, suggestion?: string): Coercion {
  const problem = withSuggestion(name, `must be ${allowedText(schema)}.`, suggestion);
  return { ok: false, problems: [{ ...problem, given: display(value) }] };
}

function withSuggestion(name: string, message: string, suggestion: string | undefined): InputProblem {
  return suggestion === undefined ? { name, message } : { name, message, suggestion };
}
