import { isRecord, type Json } from './json.ts';

/** A JSON Schema without references: what readSchema made of a foreign one, or what zod wrote for one of ours. */
export type JsonSchema = boolean | Readonly<Record<string, unknown>>;

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isRecord(value);
}

function keyword(schema: JsonSchema, name: string): unknown {
  return typeof schema === 'boolean' || !Object.hasOwn(schema, name) ? undefined : schema[name];
}

/** The types a schema names; none means any. */
export function typesOf(schema: JsonSchema): readonly string[] {
  const type = keyword(schema, 'type');
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.filter((name) => typeof name === 'string');
  return keyword(schema, 'properties') === undefined ? [] : ['object'];
}

/** The only values a schema takes (`enum`, `const`), as far as they are scalars. */
export function allowedValues(schema: JsonSchema): readonly (string | number | boolean | null)[] | undefined {
  const constant = keyword(schema, 'const');
  const listed = constant === undefined ? keyword(schema, 'enum') : [constant];
  if (!Array.isArray(listed)) return undefined;
  return listed.filter((value) => value === null || ['string', 'number', 'boolean'].includes(typeof value));
}

/** The alternatives of `anyOf` or `oneOf`. */
export function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  return [...schemaList(schema, 'anyOf'), ...schemaList(schema, 'oneOf')];
}

function schemaList(schema: JsonSchema, name: string): readonly JsonSchema[] {
  const list = keyword(schema, name);
  return Array.isArray(list) ? list.filter(isSchema) : [];
}

/** Properties of the schema itself and of what it is composed of. */
export function propertiesOf(schema: JsonSchema): ReadonlyMap<string, JsonSchema> {
  const own = keyword(schema, 'properties');
  const entries = isRecord(own) ? Object.entries(own) : [];
  const composed = [...schemaList(schema, 'allOf'), ...branchesOf(schema)].flatMap((part) => [...propertiesOf(part)]);
  const named = entries.filter((entry): entry is [string, JsonSchema] => isSchema(entry[1]));
  return new Map([...composed, ...named]);
}

/** Names that every value must have. */
export function requiredOf(schema: JsonSchema): readonly string[] {
  const own = keyword(schema, 'required');
  const names = Array.isArray(own) ? own.filter((name) => typeof name === 'string') : [];
  return [...new Set([...names, ...schemaList(schema, 'allOf').flatMap(requiredOf)])];
}

/** The schema of each item of a list. */
export function itemsOf(schema: JsonSchema): JsonSchema {
  const items = keyword(schema, 'items');
  return isSchema(items) ? items : true;
}

/** The schema of properties without a name of their own; `undefined` where nothing is said of them. */
export function additionalOf(schema: JsonSchema): JsonSchema | undefined {
  const additional = keyword(schema, 'additionalProperties');
  return isSchema(additional) ? additional : undefined;
}

/** What the schema's author fills in where nothing is given. */
export function defaultOf(schema: JsonSchema): Json | undefined {
  const value = keyword(schema, 'default');
  return isScalar(value) ? value : undefined;
}

/** The value a property must have anyway. */
export function onlyValue(schema: JsonSchema): Json | undefined {
  const allowed = allowedValues(schema);
  return allowed?.length === 1 ? allowed[0] : undefined;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function numberOf(schema: JsonSchema, name: string): number | undefined {
  const value = keyword(schema, name);
  return typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;
}

/** What a schema takes, in words that follow 'must be'. */
export function allowedText(schema: JsonSchema): string {
  const said = keyword(schema, 'allowed');
  if (typeof said === 'string') return said;
  const allowed = allowedValues(schema);
  if (allowed) return inWords(allowed.map((value) => (typeof value === 'string' ? `'${value}'` : String(value))));
  const types = typesOf(schema);
  if (types.length > 0) return inWords(types.map((type) => typeText(type, schema)));
  const branches = branchesOf(schema);
  return branches.length > 0 ? inWords(branches.map(allowedText)) : 'any JSON value';
}

function typeText(type: string, schema: JsonSchema): string {
  if (type === 'array') return `a list of ${plural(allowedText(itemsOf(schema)))}`;
  if (type === 'object') return 'a mapping';
  if (type === 'boolean') return 'true or false';
  if (type === 'null') return 'null';
  if (type === 'string')
    return `text${range(numberOf(schema, 'minLength'), numberOf(schema, 'maxLength'), ' characters')}`;
  const number = type === 'integer' ? 'a whole number' : 'a number';
  return `${number}${range(numberOf(schema, 'minimum'), numberOf(schema, 'maximum'), '')}`;
}

function range(least: number | undefined, most: number | undefined, unit: string): string {
  if (unit !== '' && least === 1) return most === undefined ? '' : ` of at most ${most}${unit}`;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}${unit}`;
  if (most !== undefined) return ` of at most ${most}${unit}`;
  return least === undefined ? '' : ` of at least ${least}${unit}`;
}

/** Good enough for the words above: 'text' has no plural, 'a mapping' becomes 'mappings'. */
function plural(text: string): string {
  return text === 'a mapping' ? 'mappings' : text;
}

function inWords(parts: readonly string[]): string {
  const unique = [...new Set(parts)];
  return unique.length < 2 ? unique.join('') : `${unique.slice(0, -1).join(', ')} or ${unique.at(-1)}`;
}
