import { compile, getRegisteredFunctions, isRegistered, search, tokenize } from '@jmespath-community/jmespath';
import { closest } from 'fastest-levenshtein';
import { OperationError } from './errors.ts';
import type { InputProblem } from './input-problem.ts';

/** Longer expressions are programs; finding the place of a mistake reads every prefix. */
const longestExpression = 2_000;

/** A JMESPath expression that parses and calls only functions that exist. */
export interface Query {
  /** @throws OperationError INPUT_INVALID where the expression does not fit the value (a function of another type). */
  apply(value: unknown): unknown;
}

/** Reads an expression before anything runs. The problem shows the expression with a caret under the mistake. */
export function readQuery(name: string, expression: string): { query: Query } | { problem: InputProblem } {
  if (expression.length > longestExpression) {
    return { problem: { name, message: `has over ${longestExpression} characters, which no query needs.` } };
  }
  const mistake = mistakeIn(expression);
  if (mistake === undefined) return { query: { apply: (value) => applied(name, expression, value) } };
  const { message, place, suggestion } = mistake;
  const text = `is no JMESPath expression: ${message}\n    ${expression.replaceAll(/\s/g, ' ')}\n    ${' '.repeat(place)}^`;
  return { problem: { name, message: text, ...(suggestion === undefined ? {} : { suggestion }) } };
}

interface Mistake {
  readonly message: string;
  /** Index of the character that is wrong; the length of the expression where something is missing at its end. */
  readonly place: number;
  readonly suggestion?: string;
}

function mistakeIn(expression: string): Mistake | undefined {
  const message = parserMessage(expression);
  if (message === undefined) return unknownFunction(expression);
  for (let length = 1; length <= expression.length; length += 1) {
    if (parserMessage(expression.slice(0, length)) === message)
      return { message, place: placeIn(message, length, expression) };
  }
  return { message, place: expression.length };
}

/** A prefix that fails as the whole does ends in the mistake; one that only misses its rest points behind itself. */
function placeIn(message: string, length: number, expression: string): number {
  return message.includes('EOF') || message.includes('end of JSON') ? expression.length : length - 1;
}

function parserMessage(expression: string): string | undefined {
  try {
    compile(expression);
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/^Syntax error[:,] /, '');
  }
}

/** The library finds an unknown function only when it comes to call it, which would be after a write. */
function unknownFunction(expression: string): Mistake | undefined {
  const tokens = tokenize(expression);
  for (const [index, token] of tokens.entries()) {
    const name = String(token.value);
    if (token.type !== 'UnquotedIdentifier' || tokens[index + 1]?.type !== 'Lparen' || isRegistered(name)) continue;
    const suggestion = closest(name, getRegisteredFunctions());
    return { message: `there is no function ${name}().`, place: token.start, suggestion };
  }
  return undefined;
}

function applied(name: string, expression: string, value: unknown): unknown {
  try {
    // A result came from JSON, so it is JSON; the library's type says so, ours does not need to.
    return search(JSON.parse(JSON.stringify(value ?? null)), expression);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new OperationError(
      'INPUT_INVALID',
      `The operation was carried out, but its result does not fit ${name} \`${expression}\`: ${message}`,
      {
        hint: `Read the result in the file that output-file names and correct ${name}. Note that the operation itself was done.`,
        retryable: false,
        cause: error,
      },
    );
  }
}
