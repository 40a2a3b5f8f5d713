import type { OperationError } from '../errors.ts';
import type { Html } from '../text/html.ts';
import type { ListedItems } from './pages/item-store.ts';

/** A cell of a summary table: text from outside, made harmless where it is rendered. */
export type Cell = string | number | boolean | undefined;

export interface ResultTable {
  readonly columns: readonly string[];
  /** The first rows only; `total` says how many there are. */
  readonly rows: readonly (readonly Cell[])[];
  readonly total: number;
}

/** What an operation came to, before it becomes outputs and a summary. */
export interface OperationResult {
  readonly status: 'succeeded' | 'skipped' | 'planned';
  /** Whether the Hub is different now; under a dry run, whether it would be. */
  readonly changed: boolean;
  /** The JSON result. */
  readonly output: unknown;
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly count?: number | undefined;
  /** The workspace's action that did it; missing where the Hub's own route was used. */
  readonly actionId?: string | undefined;
  readonly actionRunId?: string | undefined;
  /** What was done to what, in a few words: `Created model my-org/my-model`. May hold text from outside. */
  readonly headline: string;
  readonly table?: ResultTable | undefined;
  /** Outputs that only this operation has, by the names in `action.yml`. */
  readonly outputs?: Readonly<Record<string, string>> | undefined;
  /** What the summary page shows beside the facts that every operation has. */
  readonly page?: Html | undefined;
  /** For lists: the items, wherever the answer holds them. */
  readonly list?: ListedItems | undefined;
  /** The result before a query was applied: what goes to the file. */
  readonly unqueried?: { readonly output: unknown } | undefined;
  /** What fails the step although there is a result worth telling. */
  readonly failure?: OperationError | undefined;
}
