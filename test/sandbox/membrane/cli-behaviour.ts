/** How the stand-in CLI behaves; it asks the server before each command, because its environment is not the test's. */
export interface CliBehaviour {
  /** Both documented meanings of `request --json`: print the whole response, or mark the body sent as JSON and print the answer's body. */
  json: 'response' | 'body';
  /** A notice of a new version, progress, ANSI colours around the JSON, stdout cut inside characters. */
  noise: boolean;
  /**
   * How a failure is told: `envelope` on stdout with exit code 1, `text` on stderr with exit
   * code 1, or the envelope on stdout with exit code 0 as an old version may. What fails before
   * any request is always text.
   */
  errors: 'envelope' | 'text' | 'envelope-exit-0';
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
  errors: 'envelope',
  fault: 'none',
  faultOn: '',
};
