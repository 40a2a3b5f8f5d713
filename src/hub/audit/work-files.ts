/**
 * Where an audit may read and write. Implemented over the workspace, which no path may leave; throws OperationError
 * `INPUT_INVALID` for one that does.
 */
export interface WorkFiles {
  /** The text of a small file, such as a policy. */
  readText(given: string): Promise<string>;
  /** The absolute path of a file that may be missing, to be read as a stream. */
  pathToRead(given: string): Promise<string>;
  /** The absolute path of a file that may be written; its folder exists. */
  pathToWrite(given: string): Promise<string>;
}
