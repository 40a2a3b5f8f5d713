import { z } from 'zod';
import type { InputProblem } from '../../../input-problem.ts';
import { coerceToSchema } from '../../coerce-to-schema.ts';
import { parseInputDocument } from '../../input-document.ts';
import { type InputMapping, type InputValue, isMapping } from '../../input-value.ts';
import type { Json } from '../../json.ts';
import { sameName } from '../../name-forms.ts';
import { nearest } from '../../nearest.ts';
import { checkValue, type Parameter, readParameters } from '../../parameters.ts';
import { ruleCatalogue } from '../rule-catalogue.ts';
import { customRuleProblem } from './custom-rule.ts';
import { type BaselineEntry, baselineSchema, type Policy, policySchema } from './policy-schema.ts';

export type PolicyReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly InputProblem[] };

/** Reads the text of a policy file; `name` is how the user knows it. All problems at once. */
export function parsePolicy(text: string, name: string): PolicyReading<Policy> {
  const parsed = parseInputDocument(text, name);
  return parsed.ok ? readPolicy(parsed.document, name) : parsed;
}

/** A policy that was written inline, or already parsed. */
export function readPolicy(document: InputMapping, name: string): PolicyReading<Policy> {
  const read = readAs('policy', policySchema, withoutShortForms(document), name);
  if (!read.ok) return read;
  const problems = policyProblems(read.value, name);
  return problems.length > 0 ? { ok: false, problems } : read;
}

/** Reads the text of a file of accepted findings. */
export function parseBaseline(text: string, name: string): PolicyReading<readonly BaselineEntry[]> {
  const read = parseDocument(text, name, baselineSchema);
  return read.ok ? { ok: true, value: read.value.accepted } : read;
}

/** Reads the text of any file of ours that has a schema; `name` is how the user knows it. */
export function parseDocument<Schema extends z.ZodType>(
  text: string,
  name: string,
  schema: Schema,
): PolicyReading<z.output<Schema>> {
  const parsed = parseInputDocument(text, name);
  return parsed.ok ? readAs('document', schema, parsed.document, name) : parsed;
}

function readAs<Schema extends z.ZodType>(
  kebab: string,
  schema: Schema,
  value: InputValue,
  name: string,
): PolicyReading<z.output<Schema>> {
  const parameter = readParameters(z.object({ [kebab]: schema }))[0];
  const coerced = coerceToSchema(value, parameter?.json ?? true, name);
  if (!coerced.ok) return coerced;
  const read = schema.safeParse(coerced.value);
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, problems: parameter ? valueProblems(parameter, coerced.value, name) : [] };
}

/** The parameter's own name is replaced by the file's. */
function valueProblems(parameter: Parameter, value: Json, name: string): readonly InputProblem[] {
  const own = `input.${parameter.kebab}`;
  return checkValue(parameter, value).map((problem) => ({ ...problem, name: problem.name.replace(own, name) }));
}

/** `license-missing: high` stands for `license-missing: {severity: high}`. */
function withoutShortForms(document: InputMapping): InputMapping {
  return new Map(
    [...document].map(([key, value]) => [key, sameName(key, 'rules') && isMapping(value) ? longForms(value) : value]),
  );
}

function longForms(rules: InputMapping): InputMapping {
  return new Map(
    [...rules].map(([id, entry]) => [id, typeof entry === 'string' ? new Map([['severity', entry]]) : entry]),
  );
}

function policyProblems(policy: Policy, name: string): InputProblem[] {
  const own = policy.custom.map((rule) => rule.id);
  const known = [...ruleCatalogue.map((rule) => rule.id), ...own];
  const doubled = own.filter((id, index) => known.indexOf(id) !== ruleCatalogue.length + index);
  return [
    ...doubled.map((id) => ({ name: `${name}.custom`, message: 'has two rules of one id.', given: id })),
    ...policy.custom.flatMap((rule, index) => {
      const message = customRuleProblem(rule);
      return message === undefined ? [] : [{ name: `${name}.custom[${index}]`, message, given: rule.id }];
    }),
    ...policy.exemptions.flatMap(({ rule }, index) =>
      rule === '*' || known.includes(rule) ? [] : [unknownRule(`${name}.exemptions[${index}].rule`, rule, known)],
    ),
  ];
}

function unknownRule(name: string, given: string, known: readonly string[]): InputProblem {
  const suggestion = nearest(given, known);
  const problem = { name, message: "must be the id of a rule, or '*'.", given };
  return suggestion === undefined ? problem : { ...problem, suggestion };
}
