import { OperationError } from '../../errors.ts';
import { fromJson, type InputValue, toJson } from '../input-value.ts';
import { isRecord, type Json } from '../json.ts';
import type { OperationResult } from '../operation-result.ts';
import type { Reference } from './references.ts';

/** What became of one entry. */
export type EntryOutcome =
  | { readonly kind: 'done'; readonly result: OperationResult }
  | { readonly kind: 'failed'; readonly error: OperationError; readonly result?: OperationResult | undefined }
  | { readonly kind: 'not-started'; readonly why: string };

/** What an entry answers, under its name in the output and for `${steps.NAME.…}`. */
export function entryResult({ output, id, url, count, status, changed }: OperationResult): Record<string, unknown> {
  return { status, changed, id, url, count, output };
}

/** The value a reference refers to. Throws INPUT_INVALID, before anything of the entry is sent. */
export function lookUp(reference: Reference, result: OperationResult): InputValue {
  // A result came from JSON; a copy through JSON says so to the compiler, and leaves `undefined` out.
  const root: unknown = JSON.parse(JSON.stringify(entryResult(result)));
  const found = reference.path.reduce<unknown>((inner, key) => {
    const value = childOf(inner, key);
    if (value === undefined) throw namesNothing(reference, key, inner);
    return value;
  }, root);
  return fromJson(asJson(found));
}

function childOf(value: unknown, key: string | number): unknown {
  if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined;
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function asJson(value: unknown): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(asJson);
  if (!isRecord(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asJson(inner)]));
}

function namesNothing(reference: Reference, key: string | number, inner: unknown): OperationError {
  const there = isRecord(inner) ? `there are ${Object.keys(inner).slice(0, 20).join(', ') || 'none'}` : kindOf(inner);
  return new OperationError('INPUT_INVALID', `\`${reference.text}\` names nothing: no \`${key}\` is there; ${there}.`, {
    hint: `Look at what '${reference.step}' answers, in output-file, and correct the reference. Nothing of this entry was sent.`,
    effect: 'none',
    retryable: false,
  });
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? `it is a list of ${value.length}` : 'it is a single value';
}

/** How a value stands in the middle of a text: text as it is, everything else as JSON. */
export function asText(value: InputValue): string {
  return typeof value === 'string' ? value : JSON.stringify(toJson(value, '', []));
}
