import type { JsonObject } from '../json.ts';
import { isRecord } from '../json.ts';
import type { HubOperation } from '../operation.ts';
import type { Parameter } from '../parameters.ts';
import type { MaxItems } from './max-items.ts';

/** What the Hub's lists of repositories give at most; a page of more of anything would near Membrane's 30 MB. */
const largestPage = 1_000;

/**
 * How many items to ask for on each page: what the user said, else as many as are wanted and the list gives.
 * @returns undefined where the list has no `limit`, or where the Hub's own choice depends on other parameters
 */
export function pageSize(operation: HubOperation, params: JsonObject, wanted: MaxItems): number | undefined {
  if (typeof params.limit === 'number') return params.limit;
  const limit = operation.parameters.find(({ name }) => name === 'limit');
  // With `expand` the Hub looks up more for each item and gives fewer of them.
  if (limit === undefined || params.expand === true) return undefined;
  const most = Math.min(largestPage, bound(limit, 'maximum') ?? largestPage);
  return Math.max(bound(limit, 'minimum') ?? 1, wanted === 'all' ? most : Math.min(wanted, most));
}

function bound({ json }: Parameter, name: 'minimum' | 'maximum'): number | undefined {
  const value = isRecord(json) ? json[name] : undefined;
  return typeof value === 'number' ? value : undefined;
}
