/**
 * What the page carries for its table, as short as it can be: twenty thousand findings say the same few rules,
 * repositories and owners. Written and read by one build, so it has no version. Imported by the browser's code too.
 */
export interface TableData {
  /** Worst first; a row's severity is an index into it. */
  readonly severities: readonly string[];
  readonly rules: readonly TableRule[];
  readonly subjects: readonly TableSubject[];
  readonly owners: readonly string[];
  /** Sentences that many rows share. */
  readonly mends: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRule {
  readonly id: string;
  readonly title: string;
}

export interface TableSubject {
  /** `model`, `dataset`, `space` or `namespace` */
  readonly type: string;
  readonly name: string;
  /** Empty where the Hub's address is no address. */
  readonly url: string;
}

/** The numbers are indices into the lists above; −1 where there is none. */
export type TableRow = readonly [
  severity: number,
  rule: number,
  subject: number,
  owner: number,
  mend: number,
  isNew: 0 | 1,
  firstSeen: string,
  message: string,
  path: string,
  fingerprint: string,
  ...evidence: string[],
];
