import { type Schema, Validator } from '@cfworker/json-schema';
import { compile, type JSONValue, TreeInterpreter } from '@jmespath-community/jmespath';
import { auditedTypes } from '../findings.ts';
import { isFilled, type ListFact, type RepositoryRecord } from '../repository-record.ts';
import type { Breach, PreparedRepositoryRule } from '../rule.ts';
import type { CustomRuleEntry } from './policy-schema.ts';

const shownErrors = 3;
const shownCharacters = 200;

/** All of them; typed so that a fact added to the record cannot be forgotten here. */
const factNames: Readonly<Record<ListFact, true>> = {
  baseModels: true,
  cardData: true,
  disabled: true,
  downloads: true,
  evaluated: true,
  files: true,
  gated: true,
  libraryName: true,
  licenses: true,
  likes: true,
  pipelineTag: true,
  resourceGroup: true,
  runtime: true,
  sdk: true,
  tags: true,
  usedStorage: true,
};

function isListFact(name: string): name is ListFact {
  return Object.hasOwn(factNames, name);
}

/** A list is asked for what the rule names; a rule that never says 'files' costs no lists of files. */
export function factsNamedBy(entry: CustomRuleEntry): readonly ListFact[] {
  const source = `${entry.jmespath ?? ''} ${JSON.stringify(entry.schema ?? '')}`;
  const words = new Set(source.match(/[A-Za-z]+/g));
  return Object.keys(factNames)
    .filter(isListFact)
    .filter((name) => words.has(name));
}

export function typesOf(entry: CustomRuleEntry) {
  return entry.types ?? auditedTypes;
}

/** Why an expression or a schema cannot be used, as the end of a sentence. */
export function customRuleProblem(entry: CustomRuleEntry): string | undefined {
  if ((entry.jmespath === undefined) === (entry.schema === undefined)) return "needs either 'jmespath' or 'schema'.";
  try {
    prepareCustomRule(entry);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const what = entry.jmespath === undefined ? 'JSON Schema' : 'JMESPath expression';
    return `is no usable ${what}: ${reason.slice(0, shownCharacters)}`;
  }
}

/** Compiled once; throws what the libraries throw at a broken expression. */
export function prepareCustomRule(entry: CustomRuleEntry): PreparedRepositoryRule {
  const check = entry.jmespath === undefined ? bySchema(entry) : byExpression(entry, entry.jmespath);
  return { need: undefined, check: (record) => check(plain(record)) };
}

function byExpression(entry: CustomRuleEntry, expression: string): (record: JSONValue) => Breach[] {
  const compiled = compile(expression);
  return (record) => {
    const answer: unknown = TreeInterpreter.search(compiled, record);
    if (answer !== false && isFilled(answer)) return [];
    const evidence = [`${expression} → ${JSON.stringify(answer)}`.slice(0, shownCharacters)];
    return [{ message: entry.message ?? `It does not fit the rule '${entry.title}'.`, evidence }];
  };
}

function bySchema(entry: CustomRuleEntry): (record: JSONValue) => Breach[] {
  const schema: Schema = { ...entry.schema };
  const validator = new Validator(schema, '2020-12', false);
  return (record) => {
    const { valid, errors } = validator.validate(record);
    if (valid) return [];
    // The library's last error is the innermost: the first ones only say that something inside is wrong.
    const inner = errors.slice(-shownErrors).map((one) => `${one.instanceLocation}: ${one.error}`);
    const evidence = inner.map((text) => text.slice(0, shownCharacters));
    return [{ message: entry.message ?? `It does not fit the rule '${entry.title}'.`, evidence }];
  };
}

/** Several custom rules look at one record in turn. */
const plainRecords = new WeakMap<RepositoryRecord, JSONValue>();

function plain(record: RepositoryRecord): JSONValue {
  const known = plainRecords.get(record);
  if (known !== undefined) return known;
  const made: JSONValue = JSON.parse(JSON.stringify(record));
  plainRecords.set(record, made);
  return made;
}
