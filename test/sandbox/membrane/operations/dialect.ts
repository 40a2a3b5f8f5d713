import { isRecord, type UnknownRecord } from '../record.ts';
import { MORE } from './more.ts';
import type { HubCall, Operation, Schema } from './operation.ts';
import { READS } from './reads.ts';
import { RENAMED, type Rename, type RenamedOperation } from './renamed.ts';
import { WRITES } from './writes.ts';

/** How the workspace's actions name their parameters; 'none': it has none of them. */
export type Dialect = 'canonical' | 'renamed' | 'none';

/** An operation as a workspace action: its schemas, and how to carry it out. */
export interface WorkspaceOperation {
  key: string;
  name: string;
  description: string;
  inputSchema: Schema;
  outputSchema: Schema;
  call(input: UnknownRecord): HubCall;
  /** @param cursor of the next page, where the Hub's answer has one */
  output(body: unknown, cursor: string | undefined): unknown;
}

/** All of them in the dialect asked for. */
export function operationsIn(dialect: Dialect): WorkspaceOperation[] {
  if (dialect === 'none') return [];
  const operations = [...READS, ...WRITES, ...MORE];
  return operations.map((operation) => {
    const renamed = RENAMED[operation.key];
    return dialect === 'renamed' && renamed ? inOtherWords(operation, renamed) : inHubTerms(operation);
  });
}

function inHubTerms(operation: Operation): WorkspaceOperation {
  const { key, name, description, parameters, required } = operation;
  return {
    key,
    name,
    description,
    inputSchema: { type: 'object', properties: parameters, required, additionalProperties: false },
    outputSchema: operation.output,
    call: (input) => operation.call(input),
    output: (body) => body,
  };
}

function inOtherWords(operation: Operation, renamed: RenamedOperation): WorkspaceOperation {
  const renames = renamesOf(operation, renamed);
  const schema: UnknownRecord = { type: 'object', properties: {}, required: [], additionalProperties: false };
  for (const [parameter, rename] of renames) {
    const isRequired = operation.required.includes(parameter);
    declare(schema, rename, operation.parameters[parameter] ?? {}, isRequired);
  }
  const { key, name, description } = operation;
  const { output } = renamed;
  return {
    key,
    name,
    description,
    inputSchema: schema,
    outputSchema: output
      ? { type: 'object', properties: { [output.itemsAs]: operation.output, [output.cursorAs]: { type: 'string' } } }
      : operation.output,
    call: (input) => operation.call(translate(input, renames)),
    output: (body, cursor) =>
      output ? { [output.itemsAs]: body, ...(cursor === undefined ? {} : { [output.cursorAs]: cursor }) } : body,
  };
}

function renamesOf(operation: Operation, renamed: RenamedOperation): Map<string, Rename> {
  const renames = new Map<string, Rename>();
  for (const parameter of Object.keys(operation.parameters)) {
    const rename = renamed.parameters[parameter] ?? { to: [snakeCase(parameter)] };
    if (rename !== 'absent') renames.set(parameter, rename);
  }
  return renames;
}

function declare(root: UnknownRecord, rename: Rename, schema: Schema, required: boolean): void {
  if (rename.name) {
    place(root, rename.to, { type: 'string', description: 'User or organization that owns the repository' }, false);
    place(root, rename.name, { type: 'string', description: 'Name of the repository, without its owner' }, required);
    return;
  }
  const values = rename.values?.map(([, theirs]) => theirs);
  const { type: _type, ...rest } = schema;
  place(root, rename.to, values ? { ...rest, enum: values } : schema, required);
}

/** Puts a schema at a path, making the objects on the way; what is required makes its parents required. */
function place(root: UnknownRecord, path: readonly string[], schema: Schema, required: boolean): void {
  const [first, ...rest] = path;
  if (first === undefined || !isRecord(root.properties) || !Array.isArray(root.required)) return;
  if (required && !root.required.includes(first)) root.required.push(first);
  if (rest.length === 0) {
    root.properties[first] = schema;
    return;
  }
  const inner = root.properties[first] ?? { type: 'object', properties: {}, required: [], additionalProperties: false };
  root.properties[first] = inner;
  if (isRecord(inner)) place(inner, rest, schema, required);
}

function translate(input: UnknownRecord, renames: Map<string, Rename>): UnknownRecord {
  const translated: UnknownRecord = {};
  for (const [parameter, rename] of renames) {
    const value = rename.name ? joined(input, rename.to, rename.name) : valueAt(input, rename.to);
    if (value === undefined) continue;
    const pair = rename.values?.find(([, theirs]) => theirs === value);
    translated[parameter] = pair ? pair[0] : value;
  }
  return translated;
}

function joined(input: UnknownRecord, owner: readonly string[], name: readonly string[]): string | undefined {
  const parts = [valueAt(input, owner), valueAt(input, name)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('/');
}

function valueAt(input: UnknownRecord, path: readonly string[]): unknown {
  let value: unknown = input;
  for (const name of path) value = isRecord(value) ? value[name] : undefined;
  return value;
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
