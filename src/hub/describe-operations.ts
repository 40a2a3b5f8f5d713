import { catalogue } from './catalogue.ts';
import { isRecord, type Json } from './json.ts';
import type { Operation, OperationEffect } from './operation.ts';
import type { Parameter } from './parameters.ts';
import { allowedText, allowedValues, branchesOf, type JsonSchema } from './schema-keywords.ts';

export interface DescribedParameter {
  /** kebab-case. */
  readonly name: string;
  readonly required: boolean;
  /** In words: `text of at most 60 characters`, `a whole number from 1 to 100`. */
  readonly type: string;
  /** The only values it takes; empty where it takes any of its type. */
  readonly allowed: readonly (string | number | boolean | null)[];
  readonly default: Json | undefined;
  readonly description: string;
  /** What a workspace's action may call it. */
  readonly aliases: readonly string[];
  readonly secret: boolean;
}

/** An operation as the documentation shows it. */
export interface DescribedOperation {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** Undefined for the operations of this action's own. */
  readonly family: string | undefined;
  readonly builtIn: boolean;
  readonly effect: OperationEffect;
  /** What the input `confirm` must repeat; undefined where nothing is asked for. */
  readonly confirm: string | undefined;
  readonly parameters: readonly DescribedParameter[];
}

/** The catalogue for documentation, `action.yml` and tests, in its own order. */
export function describeOperations(): readonly DescribedOperation[] {
  return catalogue.map(describeOperation);
}

function describeOperation(operation: Operation): DescribedOperation {
  const { key, title, description, effect, confirm, parameters } = operation;
  return {
    key,
    title,
    description,
    family: operation.kind === 'hub' ? operation.family : undefined,
    builtIn: operation.kind !== 'hub',
    effect,
    confirm: confirm && `it must repeat ${confirm.what}.`,
    parameters: parameters.map(describeParameter),
  };
}

function describeParameter(parameter: Parameter): DescribedParameter {
  const { kebab, required, json, doc, aliases, secret } = parameter;
  const allowed = valuesOf(json);
  return {
    name: kebab,
    required,
    type: isRecord(json) ? allowedText(json) : 'any JSON value',
    allowed,
    default: parameter.default,
    description: doc,
    aliases,
    secret,
  };
}

function valuesOf(schema: JsonSchema): readonly (string | number | boolean | null)[] {
  const branches = branchesOf(schema).map((branch) => allowedValues(branch));
  if (branches.length === 0) return allowedValues(schema) ?? [];
  return branches.every((values) => values !== undefined) ? branches.flat() : [];
}
