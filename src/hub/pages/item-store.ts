/** Where the items of a long list go as they come, so that memory does not grow with it. */
export interface ItemStore {
  /** Characters of JSON that are kept in memory beside the file: what is longer than an output holds is of no use there. */
  readonly keepAtMost: number;
  open(): Promise<ItemFile>;
}

/** A JSON array that is written piece by piece. */
export interface ItemFile {
  /** Items as JSON texts. */
  add(texts: readonly string[]): Promise<void>;
  /** @returns the path of the whole file */
  finish(): Promise<string>;
  /** Removes what was written, after a failure. */
  discard(): Promise<void>;
}

/** A list as its operation answered it: all of it where it is short, else what is left in memory of a file. */
export interface ListedItems {
  readonly count: number;
  /** Undefined where there are too many to keep. */
  readonly items: readonly unknown[] | undefined;
  /** Each item cut down to its name; undefined where even these are too many. */
  readonly names?: readonly unknown[] | undefined;
  /** Absolute; where the list went as it came. */
  readonly file?: string | undefined;
  /** The length of the list as JSON, in a file. */
  readonly characters?: number | undefined;
}
