import { Validator } from '@cfworker/json-schema';
import { coerceToSchema } from './coerce-to-schema.ts';
import { fromJson } from './input-value.ts';
import type { Json } from './json.ts';
import { spelling } from './name-forms.ts';
import { allowedValues, type JsonSchema, typesOf } from './schema-keywords.ts';

/** A wrong value of a foreign schema, by the place it was found in. */
export interface SchemaMistake {
  /** `['settings', 'visibility']`. */
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * One of our values in the form another schema asks for: another JSON type (`"3"` for `3`), another spelling of one of
 * its values (`models` for `model`), the only item of a list. `undefined` where it has no form there.
 */
export function fitValue(value: Json, schema: JsonSchema): Json | undefined {
  const coerced = coerceToSchema(fromJson(value), schema, '');
  if (coerced.ok && isValid(coerced.value, schema)) return coerced.value;
  const respelled = respell(value, schema);
  if (respelled !== undefined) return respelled;
  const only = isList(value) && value.length === 1 && !typesOf(schema).includes('array') ? value[0] : undefined;
  return only === undefined ? undefined : fitValue(only, schema);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function respell(value: Json, schema: JsonSchema): Json | undefined {
  if (typeof value !== 'string') return undefined;
  return allowedValues(schema)?.find((allowed) => typeof allowed === 'string' && singular(allowed) === singular(value));
}

function singular(text: string): string {
  return spelling(text).replace(/s$/, '');
}

function isValid(value: Json, schema: JsonSchema): boolean {
  return schemaMistakes(value, schema).length === 0;
}

const shownMistakes = 10;

/** Keywords whose errors only say that something inside is wrong, which is said there. */
const outerKeywords = new Set(['properties', 'items', 'prefixItems', 'allOf', 'additionalProperties', '$ref']);

/** What a schema that readSchema has read finds wrong with a value. A schema that makes no sense finds nothing. */
export function schemaMistakes(value: Json, schema: JsonSchema): readonly SchemaMistake[] {
  try {
    const { errors } = new Validator(asValidatorSchema(schema), '2020-12', false).validate(value);
    const inner = errors.filter(({ keyword }) => !outerKeywords.has(keyword));
    return (inner.length > 0 ? inner : errors)
      .slice(0, shownMistakes)
      .map(({ instanceLocation, error }) => ({ path: pathOf(instanceLocation), message: error.slice(0, 200) }));
  } catch {
    return [];
  }
}

/** The validator keeps notes in the object it is given. */
function asValidatorSchema(schema: JsonSchema) {
  return typeof schema === 'boolean' ? schema : structuredClone(schema);
}

function pathOf(location: string): readonly string[] {
  return location
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
