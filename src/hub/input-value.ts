import type { InputProblem } from '../input-problem.ts';
import type { Json } from './json.ts';

/**
 * A plain scalar that YAML or JSON reads as a number, a boolean or null, with the text that was written: a parameter
 * that is a string gets the text (`1.0`, `007`, `~`), every other one the value.
 */
export class PlainScalar {
  readonly value: number | boolean | null;
  readonly source: string;

  constructor(value: number | boolean | null, source: string) {
    this.value = value;
    this.source = source;
  }
}

/** A map, not an object: no key can reach a prototype. */
export type InputMapping = ReadonlyMap<string, InputValue>;

/** What a user wrote, before anything says which type it should have. */
export type InputValue = string | PlainScalar | readonly InputValue[] | InputMapping;

export function isMapping(value: InputValue): value is InputMapping {
  return value instanceof Map;
}

export function isList(value: InputValue): value is readonly InputValue[] {
  return Array.isArray(value);
}

/** The value as JSON, each scalar as YAML reads it; what JSON cannot carry exactly is a problem. */
export function toJson(value: InputValue, name: string, problems: InputProblem[]): Json {
  if (typeof value === 'string') return value;
  if (value instanceof PlainScalar) return exactScalar(value, name, problems);
  if (isList(value)) return value.map((item, index) => toJson(item, `${name}[${index}]`, problems));
  return Object.fromEntries([...value].map(([key, item]) => [key, toJson(item, `${name}.${key}`, problems)]));
}

function exactScalar({ value, source }: PlainScalar, name: string, problems: InputProblem[]): Json {
  if (typeof value === 'number' && !isExact(value)) {
    problems.push({ name, message: 'is a number that JSON cannot carry exactly: put it in quotes.', given: source });
  }
  return value;
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

/** JSON as if a user had written it: for values that are already typed and go into somebody else's schema. */
export function fromJson(value: Json): InputValue {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return new PlainScalar(value, String(value));
  if (isJsonList(value)) return value.map(fromJson);
  return new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item)]));
}

function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

const shownCharacters = 80;

/** What was given, for a message: short, and never a whole document. */
export function display(value: InputValue): string {
  if (isList(value)) return `a list of ${value.length}`;
  if (isMapping(value)) return 'a mapping';
  const text = typeof value === 'string' ? value : value.source;
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}
