import { isRecord } from './json.ts';
import type { JsonSchema } from './schema-keywords.ts';

/** Levels of nesting, references followed. */
const deepest = 16;
/** Subschemas and lists, references followed. The largest schemas of real actions hold some hundreds. */
const mostNodes = 4_000;
const mostKeys = 500;

/** Keywords that hold regular expressions: a foreign one can take exponential time, and the service checks it anyway. */
const patternKeywords = new Set(['pattern', 'patternProperties']);
const identifiers = new Set(['$id', '$anchor', '$dynamicAnchor', '$dynamicRef', '$schema', '$defs', 'definitions']);
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
/** Keywords whose keys are the names of properties, not keywords. */
const nameMaps = new Set(['properties', 'dependentSchemas', 'dependentRequired']);
/** Keywords whose value is data: never to be read as a schema. */
const dataKeywords = new Set(['const', 'enum', 'default', 'examples']);

export interface ReadSchema {
  readonly schema: JsonSchema;
  /** Something was cut off: what it says is right, and it does not say everything. */
  readonly partial: boolean;
}

/**
 * A schema from outside as a tree of bounded size that can be walked without care: references put in their place,
 * cycles and excess cut to `true` (anything goes), regular expressions left out. `undefined` where it is no schema.
 */
export function readSchema(foreign: unknown): ReadSchema | undefined {
  if (!isRecord(foreign)) return undefined;
  const reader = new SchemaReader(foreign);
  const schema = reader.copySchema(foreign, 0);
  return isRecord(schema) ? { schema, partial: reader.partial } : undefined;
}

class SchemaReader {
  partial = false;
  readonly #root: unknown;
  #nodes = 0;

  constructor(root: unknown) {
    this.#root = root;
  }

  copySchema(value: unknown, depth: number): unknown {
    if (isRecord(value) && typeof value.$ref === 'string') return this.#copyReference(value, value.$ref, depth);
    return this.#copy(value, depth, (key) => !patternKeywords.has(key) && !identifiers.has(key));
  }

  #copyReference(value: Record<string, unknown>, reference: string, depth: number): unknown {
    const target = depth > deepest ? undefined : resolve(this.#root, reference);
    const { $ref: _, ...beside } = value;
    if (target === undefined) return this.#cut();
    const copied = this.copySchema(target, depth + 1);
    if (!isRecord(copied)) return copied;
    const own = this.copySchema(beside, depth + 1);
    return isRecord(own) ? { ...copied, ...own } : copied;
  }

  #copy(value: unknown, depth: number, wanted: (key: string) => boolean): unknown {
    if (typeof value !== 'object' || value === null) return value;
    this.#nodes += 1;
    if (depth > deepest || this.#nodes > mostNodes) return this.#cut();
    if (Array.isArray(value)) return this.#some(value).map((item) => this.copySchema(item, depth + 1));
    const entries = this.#some(Object.entries(value)).filter(([key]) => wanted(key) && !forbidden.has(key));
    return Object.fromEntries(entries.map(([key, item]) => [key, this.#copyKeyword(key, item, depth + 1)]));
  }

  #copyKeyword(key: string, value: unknown, depth: number): unknown {
    if (dataKeywords.has(key)) return this.#copyData(value, depth);
    if (!nameMaps.has(key)) return this.copySchema(value, depth);
    return isRecord(value) ? this.#copyNamed(value, depth) : undefined;
  }

  #copyNamed(named: Record<string, unknown>, depth: number): unknown {
    const entries = this.#some(Object.entries(named)).filter(([name]) => !forbidden.has(name));
    return Object.fromEntries(entries.map(([name, schema]) => [name, this.copySchema(schema, depth)]));
  }

  #copyData(value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null) return value;
    this.#nodes += 1;
    if (depth > deepest || this.#nodes > mostNodes) return this.#cut();
    if (Array.isArray(value)) return this.#some(value).map((item) => this.#copyData(item, depth + 1));
    const entries = this.#some(Object.entries(value)).filter(([key]) => !forbidden.has(key));
    return Object.fromEntries(entries.map(([key, item]) => [key, this.#copyData(item, depth + 1)]));
  }

  #some<Item>(items: readonly Item[]): readonly Item[] {
    if (items.length > mostKeys) this.partial = true;
    return items.slice(0, mostKeys);
  }

  #cut(): true {
    this.partial = true;
    return true;
  }
}

/** A reference inside the same document (`#/$defs/Repository`); what lies elsewhere is never fetched. */
function resolve(root: unknown, reference: string): unknown {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((inner, part) => child(inner, unescapePointer(part)), root);
}

function child(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function unescapePointer(part: string): string {
  const plain = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}
