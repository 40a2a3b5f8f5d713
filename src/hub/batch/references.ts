import type { InputProblem } from '../../input-problem.ts';
import { type InputMapping, type InputValue, isList, PlainScalar } from '../input-value.ts';

/** A place in the result of an earlier entry: `${steps.NAME.output.key}`. */
export interface Reference {
  readonly step: string;
  /** Names and list positions, from the result down. */
  readonly path: readonly (string | number)[];
  /** As it was written. */
  readonly text: string;
}

/** Any other `${…}` is text: shells and templates write it too. */
const beginning = /\$?\$\{ *steps(?=[.[])/g;
const whole = /\$\{ *steps((?:\.[A-Za-z_][\w-]{0,99}|\[\d{1,9}\]|\["(?:[^"\\]|\\["\\]){1,200}"\])+) *\}/y;
const part = /\.([\w-]+)|\[(\d+)\]|\["((?:[^"\\]|\\["\\])+)"\]/g;

/** What may be asked of an entry's result. */
const fields = ['output', 'id', 'url', 'count', 'status', 'changed'];

/** A text as what is written in it and what is referred to; a doubled `$` takes a reference for text. */
export function parseReferences(
  text: string,
): { readonly parts: readonly (string | Reference)[] } | { readonly problem: string } {
  const parts: (string | Reference)[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(beginning)) {
    if (index < end) continue;
    parts.push(text.slice(end, index));
    if (found.startsWith('$$')) {
      parts.push(found.slice(1));
      end = index + found.length;
      continue;
    }
    whole.lastIndex = index;
    const [written, path = ''] = whole.exec(text) ?? [];
    const reference = written === undefined ? undefined : toReference(written, path);
    if (reference === undefined) return { problem: malformed(text.slice(index, index + 60)) };
    parts.push(reference);
    end = index + reference.text.length;
  }
  return { parts: [...parts, text.slice(end)].filter((one) => one !== '') };
}

function toReference(text: string, path: string): Reference | undefined {
  const [step, field, ...rest] = [...path.matchAll(part)].map(([, name, position, quoted]) => {
    if (position !== undefined) return Number(position);
    return name ?? (quoted ?? '').replaceAll(/\\(["\\])/g, '$1');
  });
  if (typeof step !== 'string' || typeof field !== 'string' || !fields.includes(field)) return undefined;
  return { step, path: [field, ...rest], text };
}

function malformed(text: string): string {
  return `holds a reference that cannot be read, \`${text}\`: it is written \`\${steps.NAME.output.key}\`, with one of ${fields.join(', ')} after the name.`;
}

/** Every reference in a value, and what is wrong with those that are none. */
export function findReferences(value: InputValue, name: string): { references: Reference[]; problems: InputProblem[] } {
  if (typeof value === 'string') return findInText(value, name);
  if (value instanceof PlainScalar) return { references: [], problems: [] };
  const inner = isList(value)
    ? value.map((item, index) => findReferences(item, `${name}[${index}]`))
    : [...value].map(([key, item]) => findReferences(item, `${name}.${key}`));
  return {
    references: inner.flatMap(({ references }) => references),
    problems: inner.flatMap(({ problems }) => problems),
  };
}

function findInText(text: string, name: string): { references: Reference[]; problems: InputProblem[] } {
  const read = parseReferences(text);
  if ('problem' in read) return { references: [], problems: [{ name, message: read.problem }] };
  return { references: read.parts.filter((one) => typeof one !== 'string'), problems: [] };
}

/** Gives the value of a reference; throws where there is none. */
export type Resolve = (reference: Reference) => InputValue;

/**
 * The mapping with every reference replaced by what it refers to. One that is a whole value keeps its type; inside of a
 * text it becomes text. What is put in is never looked at again, whatever it looks like.
 */
export function resolveMapping(mapping: InputMapping, resolve: Resolve, toText: (value: InputValue) => string) {
  const inside = (value: InputValue): InputValue => {
    if (typeof value === 'string') return resolveText(value, resolve, toText);
    if (value instanceof PlainScalar) return value;
    if (isList(value)) return value.map(inside);
    return new Map([...value].map(([key, item]) => [key, inside(item)]));
  };
  return new Map([...mapping].map(([key, value]) => [key, inside(value)]));
}

function resolveText(text: string, resolve: Resolve, toText: (value: InputValue) => string): InputValue {
  const read = parseReferences(text);
  if ('problem' in read) return text;
  const [only, another] = read.parts;
  if (only !== undefined && another === undefined && typeof only !== 'string') return resolve(only);
  return read.parts.map((one) => (typeof one === 'string' ? one : toText(resolve(one)))).join('');
}

/** The keys of a mapping whose values hold references, also ones that cannot be read: these are told by themselves. */
export function keysWithReferences(mapping: InputMapping): ReadonlySet<string> {
  const keys = [...mapping].filter(([key, value]) => {
    const { references, problems } = findReferences(value, key);
    return references.length + problems.length > 0;
  });
  return new Set(keys.map(([key]) => key));
}
