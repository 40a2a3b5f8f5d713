import type { InputProblem } from '../../input-problem.ts';
import type { HubOperation, Operation } from '../operation.ts';

/** How many items of a list are wanted, over as many of the Hub's pages as that takes. */
export type MaxItems = number | 'all';

/** A number counts items, and no list is as long as this. */
const mostItems = 999_999_999;

/** Reads what the user wrote; `undefined` is what is no number and not `all`. */
export function parseMaxItems(text: string): MaxItems | undefined {
  if (text === 'all') return 'all';
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= mostItems ? count : undefined;
}

export const maxItemsAllowed = 'must be a whole number from 1, or `all`.';

/** Only a list has pages to go through. */
export function maxItemsProblems(operation: Operation, name: string): InputProblem[] {
  if (isPaged(operation)) return [];
  return [{ name, message: `is for operations that list; ${operation.key} does not answer in pages.` }];
}

function isPaged(operation: Operation): operation is HubOperation {
  return operation.kind === 'hub' && operation.paging !== undefined;
}
