/** How the CLI is started, without a shell. */
export interface CliCommand {
  /** A program, by its absolute path. */
  readonly file: string;
  /** What stands before the CLI's own arguments: its entry, where Node is the program. */
  readonly firstArguments: readonly string[];
  /** Missing where the CLI did not tell. */
  readonly version?: string | undefined;
}
