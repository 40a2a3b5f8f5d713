import type { UnknownRecord } from '../record.ts';

/** A JSON Schema of one value; draft 2020-12. */
export type Schema = UnknownRecord;

/** What an operation asks of the Hub. Repeated query keys are repeated pairs. */
export interface HubCall {
  method: string;
  /** Percent-encoded, from the Hub's root. */
  path: string;
  query?: readonly (readonly [string, string])[];
  body?: UnknownRecord;
}

/** One of the Hub's operations as a workspace action offers it, in the Hub's own terms. */
export interface Operation {
  key: string;
  name: string;
  description: string;
  parameters: Readonly<Record<string, Schema>>;
  required: readonly string[];
  output: Schema;
  call(input: UnknownRecord): HubCall;
}

export const text = (description: string, rest: Schema = {}): Schema => ({ type: 'string', description, ...rest });
export const flag = (description: string): Schema => ({ type: 'boolean', description });
export const whole = (description: string, rest: Schema = {}): Schema => ({ type: 'integer', description, ...rest });
export const words = (description: string): Schema => ({ type: 'array', items: { type: 'string' }, description });
export const choice = (description: string, values: readonly unknown[]): Schema => ({ enum: values, description });
export const record = (properties: Record<string, Schema> = {}): Schema => ({ type: 'object', properties });
export const list = (items: Schema = record()): Schema => ({ type: 'array', items });

export const repository = text('Repository, as namespace/name', { pattern: '^[^/]+(/[^/]+)?$' });
export const repositoryType = choice('Kind of repository', ['model', 'dataset', 'space']);

/** '/api/models/ns/name' */
export function repositoryPath(input: UnknownRecord, type: unknown = input.type ?? 'model'): string {
  const segments = String(input.repository).split('/').map(encodeURIComponent).join('/');
  return `/api/${String(type)}s/${segments}`;
}

/** Query pairs of the given parameters; arrays repeat their key. */
export function queryOf(input: UnknownRecord, ...names: string[]): [string, string][] {
  return names.flatMap((name) => {
    const value = input[name];
    if (value === undefined) return [];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.map((one): [string, string] => [name, String(one)]);
  });
}

/** The input without some of its members, as a request body. */
export function without(input: UnknownRecord, ...names: string[]): UnknownRecord {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
}
