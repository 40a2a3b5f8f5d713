import { fitValue } from './fit-value.ts';
import type { Json, JsonObject } from './json.ts';
import { spelling } from './name-forms.ts';
import type { Parameter } from './parameters.ts';
import type { JsonSchema } from './schema-keywords.ts';
import { overlap, type Place } from './schema-properties.ts';
import { findHalves } from './split-repository.ts';

/** A value and where it goes. */
export interface Placement {
  readonly path: readonly string[];
  readonly value: Json;
  /** What the user calls it. */
  readonly from: string;
}

export interface Search {
  readonly parameters: readonly Parameter[];
  readonly params: JsonObject;
  readonly places: readonly Place[];
  /** Filled already. */
  readonly taken: readonly (readonly string[])[];
  readonly schema: JsonSchema;
}

export interface Found {
  readonly placements: readonly Placement[];
  /** Parameters that were given and have no place, in kebab-case. */
  readonly without: readonly string[];
}

type Way = (
  parameter: Parameter,
  value: Json,
  free: readonly Place[],
  search: Search,
) => readonly Placement[] | undefined;

/** From the surest to the boldest; each is tried for every parameter before the next, so that a sure one comes first. */
const sureWays: readonly Way[] = [
  (parameter, value, free) => atTop(parameter, value, free, [parameter.name]),
  inHalves,
  (parameter, value, free) => atTop(parameter, value, free, parameter.aliases),
  (parameter, value, free) => joined(parameter, value, free, namesOf(parameter)),
];

/** For what the user gave: it must go somewhere. A default goes where it surely belongs, or is left out. */
const allWays: readonly Way[] = [
  ...sureWays,
  (parameter, value, free) => translated(parameter, value, free, atTop),
  (parameter, value, free) => translated(parameter, value, free, joined),
  (parameter, value, free) => inside(parameter, value, free, tellingNames(parameter)),
  (parameter, value, free) => translated(parameter, value, free, inside),
];

/** Looks for a place for every parameter that was given, and for defaults where there happens to be one. */
export function findPlaces(search: Search): Found {
  const given = search.parameters.filter(({ name }) => search.params[name] !== undefined);
  const assumed = search.parameters.filter(
    (parameter) => !given.includes(parameter) && parameter.default !== undefined,
  );
  const first = placeAll(given, search, [], allWays);
  const second = placeAll(assumed, search, first.placements, sureWays);
  return { placements: [...first.placements, ...second.placements], without: first.without };
}

function placeAll(
  parameters: readonly Parameter[],
  search: Search,
  before: readonly Placement[],
  ways: readonly Way[],
): Found {
  const placements: Placement[] = [];
  let waiting = parameters;
  for (const way of ways) {
    waiting = waiting.filter((parameter) => {
      const value = search.params[parameter.name] ?? parameter.default;
      const taken = [...search.taken, ...[...before, ...placements].map(({ path }) => path)];
      const free = search.places.filter(({ path }) => !taken.some((other) => overlap(other, path)));
      const found = value === undefined ? undefined : way(parameter, value, free, search);
      placements.push(...(found ?? []));
      return found === undefined;
    });
  }
  return { placements, without: waiting.map(({ kebab }) => kebab) };
}

function namesOf(parameter: Parameter): readonly string[] {
  return [parameter.name, ...parameter.aliases];
}

/** Names that, alone and inside some object, could be anybody's: `owner.id` is no repository. */
const vagueNames = new Set([
  'id',
  'name',
  'type',
  'text',
  'content',
  'message',
  'value',
  'count',
  'size',
  'first',
  'order',
  'user',
]);

function tellingNames(parameter: Parameter): readonly string[] {
  return [parameter.name, ...parameter.aliases].filter((name) => name === parameter.name || !vagueNames.has(name));
}

/** A property of the input itself, by the first of the names that is there and takes the value. */
function atTop(parameter: Parameter, value: Json, free: readonly Place[], names: readonly string[]) {
  const top = free.filter(({ path }) => path.length === 1);
  return byNames(parameter, value, top, names);
}

/** A nested property whose whole path makes the name: `repo.id` for `repoId`. */
function joined(parameter: Parameter, value: Json, free: readonly Place[], names: readonly string[]) {
  return byNames(parameter, value, free, names);
}

/** A nested property by its own name alone (`settings.visibility`), if there is only one such place. */
function inside(parameter: Parameter, value: Json, free: readonly Place[], names: readonly string[]) {
  const nested = free.filter(({ path }) => path.length > 1);
  for (const name of names) {
    const wanted = spelling(name);
    const called = nested.filter(({ last }) => last === wanted);
    const [only, another] = called.filter(({ schema }) => fitValue(value, schema) !== undefined);
    if (only && !another) return place(parameter, value, only);
  }
  return undefined;
}

function byNames(
  parameter: Parameter,
  value: Json,
  places: readonly Place[],
  names: readonly string[],
): readonly Placement[] | undefined {
  for (const name of names) {
    const wanted = spelling(name);
    const fitting = places.find(
      ({ joined: called, schema }) => called === wanted && fitValue(value, schema) !== undefined,
    );
    if (fitting) return place(parameter, value, fitting);
  }
  return undefined;
}

function place(parameter: Parameter, value: Json, { path, schema }: Place): readonly Placement[] {
  return [{ path, value: fitValue(value, schema) ?? value, from: parameter.name }];
}

/** Another parameter that says the same: `visibility: private` for `private: true`. */
function translated(parameter: Parameter, value: Json, free: readonly Place[], way: typeof atTop) {
  for (const { names, values } of parameter.translations) {
    for (const [ours, theirs] of values) {
      const found = ours === value ? way(parameter, theirs, free, names) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

/** `namespace/name` in two: the owner in one place, the name in another. */
function inHalves(parameter: Parameter, value: Json, free: readonly Place[], search: Search) {
  if (parameter.splitPrefixes === undefined || typeof value !== 'string') return undefined;
  const halves = findHalves(parameter.splitPrefixes, free, search.parameters);
  if (!halves) return undefined;
  const slash = value.indexOf('/');
  return [
    ...place(parameter, value.slice(0, slash), halves.owner),
    ...place(parameter, value.slice(slash + 1), halves.name),
  ];
}
