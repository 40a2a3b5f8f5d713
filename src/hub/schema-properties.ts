import { spelling } from './name-forms.ts';
import { type JsonSchema, propertiesOf, requiredOf } from './schema-keywords.ts';

/** Levels of nesting below which no parameter is looked for. */
const deepestPlace = 4;
const mostPlaces = 1_000;

/** Where a value can go in the input of an action. */
export interface Place {
  readonly path: readonly string[];
  /** The whole path as one plainly spelled name: `repo.id` is `repoid`, as `repo_id` would be. */
  readonly joined: string;
  /** The last part of the path, plainly spelled. */
  readonly last: string;
  readonly schema: JsonSchema;
  /** Whether the object that holds it must have it. */
  readonly required: boolean;
}

/** Every property of a schema that readSchema has read, the outer ones first. */
export function placesOf(schema: JsonSchema): readonly Place[] {
  const places: Place[] = [];
  let level: readonly Place[] = [{ path: [], joined: '', last: '', schema, required: true }];
  for (let depth = 0; depth < deepestPlace && places.length < mostPlaces; depth += 1) {
    level = level.flatMap(placesIn);
    places.push(...level);
  }
  return places.slice(0, mostPlaces);
}

function placesIn({ path, joined, schema }: Place): Place[] {
  const required = new Set(requiredOf(schema));
  return [...propertiesOf(schema)].map(([name, inner]) => ({
    path: [...path, name],
    joined: joined + spelling(name),
    last: spelling(name),
    schema: inner,
    required: required.has(name),
  }));
}

/** Whether two places cannot both be filled: the same one, or one inside the other. */
export function overlap(one: readonly string[], other: readonly string[]): boolean {
  const shorter = one.length < other.length ? one : other;
  return shorter.every((name, index) => one[index] === name && other[index] === name);
}
