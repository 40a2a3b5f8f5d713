import { toOperationError } from './errors.ts';
import type { OperationResult } from './hub/operation-result.ts';
import type { ListedItems } from './hub/pages/item-store.ts';
import type { Log } from './log.ts';
import { fittingMatrix } from './matrix.ts';
import type { Query } from './query.ts';

/** What the user wants made of a result before it becomes outputs. */
export interface Shaping {
  readonly query: Query | undefined;
  readonly shardCount: number | undefined;
  /** Characters that one output may have. */
  readonly limit: number;
}

/** The result with its query applied and with its matrix. A query that does not fit fails the step, not the result. */
export function shapeResult(result: OperationResult, shaping: Shaping, log: Log): OperationResult {
  const queried = applyQuery(result, shaping.query);
  const list = listIn(queried);
  if (list === undefined) return queried;
  const { text, holds } = fittingMatrix(list, shaping.shardCount, shaping.limit);
  if (holds !== 'items') log.info(explanations[holds]);
  return { ...queried, outputs: { matrix: text, ...queried.outputs } };
}

const explanations = {
  names: 'The output matrix holds the names of the items only: all of them whole would be too large for an output.',
  ranges:
    'The output matrix holds ranges of the list only, `start` to `end` (not included): even the names would be too large for an output. Hand the file that output-file names on to the jobs, as an artifact.',
} as const;

/** A plan is no result yet, so the query has nothing to say of it. */
function applyQuery(result: OperationResult, query: Query | undefined): OperationResult {
  if (query === undefined || result.status === 'planned') return result;
  const { output, failure } = result;
  try {
    return { ...result, output: query.apply(output), unqueried: { output } };
  } catch (error) {
    return { ...result, failure: failure ?? toOperationError(error) };
  }
}

function listIn({ output, list, unqueried }: OperationResult): ListedItems | undefined {
  if (list !== undefined && unqueried === undefined) return list;
  return Array.isArray(output) ? { count: output.length, items: output } : undefined;
}
