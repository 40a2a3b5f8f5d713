import type { InputProblem } from '../input-problem.ts';
import { coerceToSchema } from './coerce-to-schema.ts';
import { findPlaces, type Placement } from './find-places.ts';
import { schemaMistakes } from './fit-value.ts';
import type { InputMapping } from './input-value.ts';
import { isRecord, type Json, type JsonObject } from './json.ts';
import { kebabCase, sameName } from './name-forms.ts';
import type { Parameter } from './parameters.ts';
import { defaultOf, type JsonSchema, onlyValue, propertiesOf, requiredOf } from './schema-keywords.ts';
import { placesOf } from './schema-properties.ts';
import type { ReadSchema } from './schema-reader.ts';

export interface MappingTask {
  readonly parameters: readonly Parameter[];
  /** By canonical names, typed and checked; without defaults. */
  readonly params: JsonObject;
  /** Names of the action's own, each known to belong to its schema: they go through as they are. */
  readonly own: InputMapping;
  readonly schema: ReadSchema;
}

export type Mapping =
  | { readonly ok: true; readonly input: JsonObject }
  /** The action has no parameter for these (kebab-case): nothing may be dropped, so it cannot be used. */
  | { readonly ok: false; readonly why: 'no-place'; readonly names: readonly string[] }
  | { readonly ok: false; readonly why: 'invalid'; readonly problems: readonly InputProblem[] };

/** The name in a schema that a user's key means: the very one, or the same in another spelling. */
export function ownName(key: string, schema: JsonSchema): string | undefined {
  const names = propertiesOf(schema);
  return names.has(key) ? key : [...names.keys()].find((name) => sameName(name, key));
}

/** Brings an operation's parameters into the form that a workspace's action asks for. */
export function mapToSchema(task: MappingTask): Mapping {
  const own = placeOwn(task);
  if (!own.ok) return { ok: false, why: 'invalid', problems: own.problems };
  const { schema } = task.schema;
  const found = findPlaces({
    ...task,
    places: placesOf(schema),
    taken: own.placements.map(({ path }) => path),
    schema,
  });
  if (found.without.length > 0) return { ok: false, why: 'no-place', names: found.without };
  const placements = [...own.placements, ...found.placements];
  const input = complete(build(placements), schema);
  const problems = task.schema.partial ? [] : mistakes(input, schema, placements);
  return problems.length > 0 ? { ok: false, why: 'invalid', problems } : { ok: true, input };
}

type OwnPlacements =
  | { readonly ok: true; readonly placements: readonly Placement[] }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

function placeOwn({ own, schema: { schema } }: MappingTask): OwnPlacements {
  const properties = propertiesOf(schema);
  const read = [...own].map(([key, value]) => {
    const name = ownName(key, schema) ?? key;
    return { key, name, coerced: coerceToSchema(value, properties.get(name) ?? true, `input.${key}`) };
  });
  const doubled = read.filter(({ name }, index) => read.findIndex((other) => other.name === name) < index);
  const problems = [
    ...read.flatMap(({ coerced }) => (coerced.ok ? [] : coerced.problems)),
    ...doubled.map(({ key }) => ({
      name: `input.${key}`,
      message: 'is given twice, the other time in another spelling.',
    })),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const placements = read.flatMap(({ key, name, coerced }) =>
    coerced.ok ? [{ path: [name], value: coerced.value, from: key }] : [],
  );
  return { ok: true, placements };
}

interface Branch extends Map<string, Branch | Json> {}

function build(placements: readonly Placement[]): JsonObject {
  const root: Branch = new Map();
  for (const { path, value } of placements) put(root, path, value);
  return toObject(root);
}

function put(branch: Branch, path: readonly string[], value: Json): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    branch.set(first, value);
    return;
  }
  const existing = branch.get(first);
  const inner: Branch = existing instanceof Map ? existing : new Map();
  branch.set(first, inner);
  put(inner, rest, value);
}

function toObject(branch: Branch): JsonObject {
  return Object.fromEntries([...branch].map(([key, value]) => [key, value instanceof Map ? toObject(value) : value]));
}

/** What the schema asks for and answers itself: a property with a default, or with one possible value. */
function complete(input: JsonObject, schema: JsonSchema): JsonObject {
  const properties = propertiesOf(schema);
  const added = requiredOf(schema).flatMap((name): [string, Json][] => {
    if (Object.hasOwn(input, name)) return [];
    const inner = properties.get(name) ?? true;
    const value = onlyValue(inner) ?? defaultOf(inner);
    return value === undefined ? [] : [[name, value]];
  });
  const inside = Object.entries(input).map(([name, value]): [string, Json] => {
    const inner = properties.get(name);
    return [name, inner !== undefined && isJsonObject(value) ? complete(value, inner) : value];
  });
  return Object.fromEntries([...inside, ...added]);
}

function isJsonObject(value: Json): value is JsonObject {
  return isRecord(value);
}

function mistakes(input: JsonObject, schema: JsonSchema, placements: readonly Placement[]): InputProblem[] {
  return schemaMistakes(input, schema).map(({ path, message }) => {
    const placed = placements.find((placement) => placement.path.every((part, index) => path[index] === part));
    const name = placed ? kebabCase(placed.from) : path.join('.');
    const where = name === '' ? 'input' : `input.${name}`;
    return { name: where, message: `does not fit the workspace's action: ${message}` };
  });
}
