import { z } from 'zod';
import type { InputProblem } from '../input-problem.ts';
import { isRecord, type Json } from './json.ts';
import { kebabCase } from './name-forms.ts';
import { allowedText, defaultOf, itemsOf, type JsonSchema, propertiesOf } from './schema-keywords.ts';

/** Another parameter that can say the same: `private: true` is `visibility: private`. */
export interface Translation {
  /** What the other parameter may be called. */
  readonly names: readonly string[];
  readonly values: readonly (readonly [ours: Json, theirs: Json])[];
}

/** What a parameter's type cannot say. */
export interface ParameterNotes {
  /** What a workspace's action may call the parameter, likeliest first. */
  readonly aliases?: readonly string[];
  readonly translations?: readonly Translation[];
  /**
   * For a repository: what the names of its two halves may begin with where an action takes them apart, as `to` in
   * `toOwner` and `toName`. An empty text stands for `owner` and `name` alone.
   */
  readonly splitPrefixes?: readonly string[];
  /** Holds secrets: never shown, never an argument of a process. */
  readonly secret?: boolean;
}

const notesOf = new WeakMap<z.ZodType, ParameterNotes>();

/** A parameter of an operation: its type, one sentence for the documentation, and the notes above. */
export function parameter<Type extends z.ZodType>(type: Type, doc: string, notes: ParameterNotes = {}): Type {
  const described = type.describe(doc);
  notesOf.set(described, notes);
  return described;
}

/** A parameter as everything else reads it: the checks, the mapping and the documentation. */
export interface Parameter {
  /** camelCase. */
  readonly name: string;
  /** How documentation and messages write it. */
  readonly kebab: string;
  readonly doc: string;
  readonly required: boolean;
  readonly default: Json | undefined;
  readonly json: JsonSchema;
  readonly type: z.ZodType;
  readonly aliases: readonly string[];
  readonly translations: readonly Translation[];
  readonly splitPrefixes: readonly string[] | undefined;
  readonly secret: boolean;
}

/** The parameters of a row, in the order they are written there. */
export function readParameters(object: z.ZodObject): readonly Parameter[] {
  const json: JsonSchema = z.toJSONSchema(object, { io: 'input', unrepresentable: 'any' });
  const schemas = propertiesOf(json);
  return Object.entries(object.shape).flatMap(([name, type]) =>
    type instanceof z.ZodType ? [readParameter(name, type, schemas.get(name) ?? true)] : [],
  );
}

function readParameter(name: string, type: z.ZodType, json: JsonSchema): Parameter {
  const notes = notesOf.get(type) ?? {};
  return {
    name,
    kebab: kebabCase(name),
    doc: type.description ?? '',
    required: !type.safeParse(undefined).success,
    default: defaultOf(json),
    json,
    type,
    aliases: notes.aliases ?? [],
    translations: notes.translations ?? [],
    splitPrefixes: notes.splitPrefixes,
    secret: notes.secret ?? false,
  };
}

/** What is wrong with a value of the right JSON type: its length, its range, its form. */
export function checkValue(parameter: Parameter, value: Json): InputProblem[] {
  const result = parameter.type.safeParse(value);
  if (result.success) return [];
  return result.error.issues.map((issue) => toProblem(parameter, value, issue));
}

function toProblem(parameter: Parameter, value: Json, issue: z.core.$ZodIssue): InputProblem {
  const path = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  const name = `input.${parameter.kebab}${path}`;
  const given = issue.path.reduce<unknown>(childOf, value);
  const message = given === '' ? 'must not be empty.' : messageOf(parameter, issue);
  return parameter.secret || !isShort(given) ? { name, message } : { name, message, given: String(given) };
}

function messageOf({ json }: Parameter, issue: z.core.$ZodIssue): string {
  return issue.code === 'custom' ? issue.message : `must be ${allowedText(schemaAt(json, issue.path))}.`;
}

function schemaAt(schema: JsonSchema, path: readonly PropertyKey[]): JsonSchema {
  return path.reduce<JsonSchema>(
    (inner, part) => (typeof part === 'number' ? itemsOf(inner) : (propertiesOf(inner).get(String(part)) ?? true)),
    schema,
  );
}

function childOf(value: unknown, part: PropertyKey): unknown {
  if (Array.isArray(value)) return value[Number(part)];
  return isRecord(value) ? value[String(part)] : undefined;
}

function isShort(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
