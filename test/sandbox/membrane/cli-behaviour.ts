/** How the stand-in CLI behaves; it asks the server before each command, because its environment is not the test's. */
export interface CliBehaviour {
  /** Both documented meanings of `request --json`: print the whole response, or mark the body sent as JSON and print the answer's body. */
  json: 'response' | 'body';
  /** A notice of a new version, progress, ANSI colours around the JSON, stdout cut inside characters. */
  noise: boolean;
  /** Newer: exit 1, text on stderr. Older: exit 0 and the error envelope on stdout. */
  errors: 'exit-code' | 'envelope';
  /**
   * What goes wrong: `hang` before any request, `hang-after` once the server has answered,
   * `ignore-sigterm` hangs and ignores SIGTERM and SIGINT, `grandchild` leaves a sleeping child
   * and hangs, `die` is killed before any request, `die-after` in the middle of its output,
   * `huge` prints 40 MB around its answer.
   */
  fault: 'none' | 'hang' | 'hang-after' | 'ignore-sigterm' | 'grandchild' | 'die' | 'die-after' | 'huge';
  /** The fault strikes commands that start so, e.g. 'action run'; every command when empty. */
  faultOn: string;
}

export const ORDINARY_CLI: CliBehaviour = {
  json: 'response',
  noise: false,
  errors: 'exit-code',
  fault: 'none',
  faultOn: '',
};
