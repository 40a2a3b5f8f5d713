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
