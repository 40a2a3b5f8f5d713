import type { InputProblem } from '../../input-problem.ts';
import { type Query, readQuery } from '../../query.ts';
import { type InputMapping, type InputValue, isList, isMapping, PlainScalar } from '../input-value.ts';
import { sameName } from '../name-forms.ts';
import { nearest } from '../nearest.ts';
import type { Operation } from '../operation.ts';
import { type OperationRequest, readRequestOf, unknownOperation } from '../operation-request.ts';
import { type MaxItems, maxItemsAllowed, maxItemsProblems, parseMaxItems } from '../pages/max-items.ts';
import { type IfExists, ifExistsChoices } from '../run-options.ts';
import { findReferences, keysWithReferences, type Reference } from './references.ts';

/** One operation of a batch, checked as far as that can be done before anything runs. */
export interface BatchEntry {
  readonly name: string;
  readonly operation: Operation;
  readonly input: InputMapping;
  readonly confirm: string;
  readonly ifExists: IfExists | undefined;
  readonly maxItems: MaxItems | undefined;
  readonly query: Query | undefined;
  /** Names of earlier entries whose results it uses. */
  readonly needs: readonly string[];
  /** As far as it is known before the entries it needs have run. */
  readonly request: OperationRequest;
}

export interface EntriesReading {
  readonly entries: readonly BatchEntry[];
  readonly problems: readonly InputProblem[];
}

const keys = ['name', 'operation', 'input', 'if-exists', 'confirm', 'max-items', 'query'] as const;
type Key = (typeof keys)[number];

/** A name is part of a reference. */
const nameForm = /^[A-Za-z_][\w-]{0,63}$/;

/** Reads the list of a batch. Problems are named as the user knows the place: `input.operations[2].input.repository`. */
export function readEntries(operations: InputValue | undefined, catalogue: readonly Operation[]): EntriesReading {
  const list = operations === undefined ? [] : isList(operations) ? operations : [operations];
  const reader = new EntryReader(catalogue);
  for (const [index, value] of list.entries()) reader.read(value, index);
  return { entries: reader.entries, problems: reader.problems };
}

class EntryReader {
  readonly entries: BatchEntry[] = [];
  readonly problems: InputProblem[] = [];
  readonly #catalogue: readonly Operation[];
  /** Of all entries so far, also of those that something is wrong with. */
  readonly #names: string[] = [];

  constructor(catalogue: readonly Operation[]) {
    this.#catalogue = catalogue;
  }

  read(value: InputValue, index: number): void {
    const place = `input.operations[${index}]`;
    if (!isMapping(value)) {
      this.#refuse(place, 'must be a mapping with `operation` and `input`.');
      return;
    }
    const fields = this.#fields(value, place);
    const name = this.#name(fields.get('name'), index, place);
    const operation = this.#operation(fields.get('operation'), place);
    const input = this.#input(fields.get('input'), place);
    const needs = this.#needs(input, name, place);
    this.#names.push(name);
    const confirm = this.#text(fields, 'confirm', place) ?? '';
    const options = this.#options(fields, operation, place);
    if (operation === undefined) return;
    const given = { confirm, later: keysWithReferences(input) };
    const read = readRequestOf(operation, input, given);
    if (!read.ok) this.problems.push(...read.problems.map((problem) => within(problem, place)));
    else this.entries.push({ name, operation, input, confirm, needs, request: read.request, ...options });
  }

  #fields(value: InputMapping, place: string): ReadonlyMap<Key, InputValue> {
    const fields = new Map<Key, InputValue>();
    for (const [written, inner] of value) {
      const key = keys.find((one) => sameName(one, written));
      if (key === undefined) this.#unknownKey(written, place);
      else if (fields.has(key)) this.#refuse(`${place}.${written}`, `is given twice, the other time as ${key}.`);
      else fields.set(key, inner);
    }
    return fields;
  }

  #unknownKey(written: string, place: string): void {
    const suggestion = nearest(written, keys);
    const message = `is no part of an entry, which has ${keys.join(', ')}. The operation's own parameters belong into \`input\`.`;
    const name = `${place}.${written.slice(0, 80)}`;
    this.problems.push({ name, message, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  #name(value: InputValue | undefined, index: number, place: string): string {
    const given = value === undefined ? `step-${index + 1}` : textOf(value);
    const isGood = given !== undefined && nameForm.test(given);
    if (!isGood) this.#refuse(`${place}.name`, "must be letters, digits, '-' and '_', and begin with a letter.", given);
    const name = isGood ? given : `step-${index + 1}`;
    if (this.#names.includes(name)) this.#refuse(`${place}.name`, 'is the name of an earlier entry too.', name);
    return name;
  }

  #operation(value: InputValue | undefined, place: string): Operation | undefined {
    const key = value === undefined ? undefined : textOf(value);
    const found = this.#catalogue.find((operation) => operation.key === key);
    if (key === undefined) this.#refuse(`${place}.operation`, "is required: an operation's key.");
    else if (found === undefined) {
      const known = this.#catalogue.map((operation) => operation.key);
      this.problems.push({ ...unknownOperation(key, known), name: `${place}.operation` });
    } else if (found.key === 'batch') this.#refuse(`${place}.operation`, 'cannot be another batch.');
    else return found;
    return undefined;
  }

  #input(value: InputValue | undefined, place: string): InputMapping {
    const isEmpty = value === undefined || (value instanceof PlainScalar && value.value === null);
    if (isEmpty) return new Map();
    if (isMapping(value)) return value;
    this.#refuse(`${place}.input`, "must be a mapping of the operation's parameters.");
    return new Map();
  }

  #needs(input: InputMapping, name: string, place: string): string[] {
    const { references, problems } = findReferences(input, `${place}.input`);
    this.problems.push(...problems);
    for (const reference of references) this.#checkReference(reference, name, place);
    return [...new Set(references.map(({ step }) => step))];
  }

  #checkReference({ step, text }: Reference, name: string, place: string): void {
    if (this.#names.includes(step)) return;
    const why = step === name ? 'an entry cannot use its own result' : `no entry before this one is called '${step}'`;
    const suggestion = nearest(step, this.#names);
    const message = `refers to \`${text}\`, but ${why}.`;
    this.problems.push({ name: `${place}.input`, message, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  #options(fields: ReadonlyMap<Key, InputValue>, operation: Operation | undefined, place: string) {
    return {
      ifExists: this.#ifExists(this.#text(fields, 'if-exists', place), place),
      maxItems: this.#maxItems(this.#text(fields, 'max-items', place), operation, place),
      query: this.#query(this.#text(fields, 'query', place), place),
    };
  }

  #ifExists(given: string | undefined, place: string): IfExists | undefined {
    const found = ifExistsChoices.find((choice) => choice === given);
    if (given !== undefined && found === undefined)
      this.#refuse(`${place}.if-exists`, `must be one of ${ifExistsChoices.join(', ')}.`, given);
    return found;
  }

  #maxItems(given: string | undefined, operation: Operation | undefined, place: string): MaxItems | undefined {
    if (given === undefined) return undefined;
    const wanted = parseMaxItems(given);
    if (wanted === undefined) this.#refuse(`${place}.max-items`, maxItemsAllowed, given);
    if (operation !== undefined) this.problems.push(...maxItemsProblems(operation, `${place}.max-items`));
    return wanted;
  }

  #query(given: string | undefined, place: string): Query | undefined {
    if (given === undefined) return undefined;
    const read = readQuery(`${place}.query`, given);
    if ('query' in read) return read.query;
    this.problems.push(read.problem);
    return undefined;
  }

  #text(fields: ReadonlyMap<Key, InputValue>, key: Key, place: string): string | undefined {
    const value = fields.get(key);
    if (value === undefined) return undefined;
    const text = textOf(value);
    if (text === undefined) this.#refuse(`${place}.${key}`, 'must be a text.');
    return text;
  }

  #refuse(name: string, message: string, given?: string): void {
    this.problems.push({ name, message, ...(given === undefined ? {} : { given }) });
  }
}

function textOf(value: InputValue): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof PlainScalar ? value.source : undefined;
}

/** A problem of an entry's own, named by its place in the batch. */
export function within(problem: InputProblem, place: string): InputProblem {
  return { ...problem, name: `${place}.${problem.name}` };
}
