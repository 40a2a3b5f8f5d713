import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What a place of a workflow may speak of: `github`, `steps`, … Anything else in an expression is an error. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How the job stands where an `if` asks. */
export interface JobStatus {
  readonly failed: boolean;
}

/** The text with every expression in it evaluated and put in its place, as the runner does before a step starts. */
export function fillIn(text: string, contexts: Contexts): string {
  const filled = text.replace(expressions, (_, expression: string) => evaluate(expression, contexts).coerceString());
  if (text.replace(expressions, '').includes('${' + '{')) throw new Error(`This expression has no end: ${text}`);
  return filled;
}

/** The value of a text that is one expression, such as a matrix; undefined where it is none. */
export function evaluated(text: string, contexts: Contexts): unknown {
  const [whole, expression = ''] = new RegExp(expressions.source, 'u').exec(text.trim()) ?? [];
  if (whole !== text.trim()) throw new Error(`Not one expression: ${text}`);
  return JSON.parse(JSON.stringify(evaluate(expression, contexts), data.replacer));
}

/** Whether an `if` holds; without a status function in it, it holds only while nothing has failed. */
export function holds(condition: string | undefined, contexts: Contexts, status: JobStatus): boolean {
  if (condition === undefined) return !status.failed;
  const [whole, inner = ''] = new RegExp(expressions.source, 'u').exec(condition.trim()) ?? [];
  const expression = whole === condition.trim() ? inner : condition;
  const asksForStatus = /\b(?:success|failure|always|cancelled)\s*\(/i.test(expression);
  return (asksForStatus || !status.failed) && isTrue(evaluate(expression, contexts, status));
}

/** An expression may hold braces inside of its quoted texts. */
const expressions = /\$\{\{((?:'(?:[^']|'')*'|[^'}]|\}(?!\}))*)\}\}/gu;

const statusFunctions = ['success', 'failure', 'always', 'cancelled'];

/** By GitHub's own implementation of its expression language; what it does not know is an error. */
function evaluate(expression: string, contexts: Contexts, status?: JobStatus): data.ExpressionData {
  const names = status === undefined ? [] : statusFunctions;
  const functions = names.map((name) => ({ name, minArgs: 0, maxArgs: 0 }));
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), functions).parse();
  const context: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
  if (!(context instanceof data.Dictionary)) throw new Error('The contexts are no mapping.');
  const failed = status?.failed ?? false;
  const answers = { success: !failed, failure: failed, always: true, cancelled: false };
  const calls = functions.map((info) => {
    const answer = Object.entries(answers).find(([name]) => name === info.name)?.[1] ?? false;
    return [info.name, { ...info, call: () => new data.BooleanData(answer) }] as const;
  });
  return new Evaluator(parsed, context, new Map(calls)).evaluate();
}

function isTrue(value: data.ExpressionData): boolean {
  if (value instanceof data.Null) return false;
  if (value instanceof data.BooleanData) return value.value;
  if (value instanceof data.NumberData) return value.value !== 0 && !Number.isNaN(value.value);
  return value instanceof data.StringData ? value.value !== '' : true;
}
