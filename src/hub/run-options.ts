import type { MaxItems } from './pages/max-items.ts';

/** What a create operation does where what it would make is there already. */
export const ifExistsChoices = ['fail', 'skip', 'update'] as const;
export type IfExists = (typeof ifExistsChoices)[number];

/** How the user wants the operation to be run, beside its own parameters. */
export interface RunOptions {
  readonly ifExists: IfExists;
  /** Everything up to the write is done, and then told instead of sent. */
  readonly dryRun: boolean;
  /** For lists: how many items, over as many pages as that takes. Missing for one page, as the Hub gives it. */
  readonly maxItems?: MaxItems | undefined;
}
