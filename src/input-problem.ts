import { OperationError } from './errors.ts';

/** One thing wrong with what the user wrote. All of them are reported together, before any network or install. */
export interface InputProblem {
  /** The input or parameter, as the user knows it: `timeout`, `input.repository`, `input.body.files[2]`. */
  readonly name: string;
  /** What is wrong and what is allowed, one sentence without the name. */
  readonly message: string;
  /** What was given; never set for a secret. */
  readonly given?: string;
  /** The nearest known name or value, for a typo. */
  readonly suggestion?: string;
}

/** How much of a given value is repeated: enough to recognise it. */
const givenLimit = 120;

/** All problems as one error, a line each. */
export function inputError(problems: readonly InputProblem[]): OperationError {
  const heading = problems.length === 1 ? 'One input is wrong:' : `${problems.length} inputs are wrong:`;
  return new OperationError('INPUT_INVALID', [heading, ...problems.map(problemLine)].join('\n'), {
    hint: 'Correct the inputs named above. Nothing was started and nothing was sent.',
    effect: 'none',
  });
}

function problemLine(problem: InputProblem): string {
  const given = problem.given === undefined ? '' : ` Given: \`${shown(problem.given)}\`.`;
  const suggestion = problem.suggestion === undefined ? '' : ` Did you mean \`${problem.suggestion}\`?`;
  return `- ${problem.name}: ${problem.message}${given}${suggestion}`;
}

function shown(given: string): string {
  return given.length > givenLimit ? `${given.slice(0, givenLimit)}…` : given;
}
