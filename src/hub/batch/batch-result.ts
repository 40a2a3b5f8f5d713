import { OperationError, toOperationError } from '../../errors.ts';
import type { Cell, OperationResult } from '../operation-result.ts';
import type { RunContext } from '../run-context.ts';
import type { BatchEntry } from './entry.ts';
import { type EntryOutcome, entryResult } from './entry-result.ts';

type Outcomes = ReadonlyMap<string, EntryOutcome>;

/** All that became of a batch: what its entries answered by their names, a table, and the failure if there is one. */
export function toldBatch(
  entries: readonly BatchEntry[],
  outcomes: Outcomes,
  { signal }: Pick<RunContext, 'signal'>,
): OperationResult {
  const told = entries.map((entry) => ({ entry, outcome: outcomeOf(entry, outcomes) }));
  const results = told.flatMap(({ outcome }) => (outcome.kind === 'not-started' ? [] : (outcome.result ?? [])));
  return {
    status: statusOf(results),
    changed: results.some(({ changed }) => changed),
    output: Object.fromEntries(told.map(({ entry, outcome }) => [entry.name, outputOf(entry, outcome)])),
    count: entries.length,
    headline: headlineOf(told.map(({ outcome }) => outcome)),
    table: {
      columns: ['Entry', 'Operation', 'Status', 'Changed', 'Result'],
      rows: told.map(({ entry, outcome }) => rowOf(entry, outcome)),
      total: told.length,
    },
    failure: failureOf(told, signal),
  };
}

interface Told {
  readonly entry: BatchEntry;
  readonly outcome: EntryOutcome;
}

function outcomeOf({ name }: BatchEntry, outcomes: Outcomes): EntryOutcome {
  return outcomes.get(name) ?? { kind: 'not-started', why: 'the batch was ended' };
}

function statusOf(results: readonly OperationResult[]): OperationResult['status'] {
  if (results.some(({ status }) => status === 'planned')) return 'planned';
  return results.length > 0 && results.every(({ status }) => status === 'skipped') ? 'skipped' : 'succeeded';
}

function outputOf({ operation }: BatchEntry, outcome: EntryOutcome): Record<string, unknown> {
  const { key } = operation;
  if (outcome.kind === 'done') return { operation: key, ...entryResult(outcome.result) };
  if (outcome.kind === 'not-started') return { operation: key, status: 'not-started', why: outcome.why };
  const { code, message, details } = outcome.error;
  const result = outcome.result && entryResult(outcome.result);
  return { operation: key, ...result, status: 'failed', error: { code, message, hint: details.hint } };
}

function rowOf({ name, operation }: BatchEntry, outcome: EntryOutcome): Cell[] {
  const status = outcome.kind === 'done' ? outcome.result.status : outcome.kind;
  const changed = outcome.kind === 'not-started' ? undefined : outcome.result?.changed;
  return [name, operation.key, status, changed, textOf(outcome)];
}

function textOf(outcome: EntryOutcome): string {
  if (outcome.kind === 'not-started') return outcome.why;
  return outcome.kind === 'done' ? outcome.result.headline : `${outcome.error.code}: ${outcome.error.message}`;
}

/** `5 operations: 3 succeeded, 1 failed, 1 not-started`. */
function headlineOf(outcomes: readonly EntryOutcome[]): string {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) {
    const status = outcome.kind === 'done' ? outcome.result.status : outcome.kind;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const parts = [...counts].map(([status, count]) => `${count} ${status}`);
  return `${outcomes.length} ${outcomes.length === 1 ? 'operation' : 'operations'}: ${parts.join(', ')}`;
}

function failureOf(told: readonly Told[], signal: AbortSignal): OperationError | undefined {
  const failed = told.flatMap(({ entry, outcome }) => (outcome.kind === 'failed' ? [{ entry, ...outcome }] : []));
  const notStarted = told.flatMap(({ entry, outcome }) => (outcome.kind === 'not-started' ? [entry.name] : []));
  if (failed.length === 0 && notStarted.length === 0) return undefined;
  const reason = failed[0]?.error ?? toOperationError(signal.reason);
  const lines = [
    failed.length === 0 ? reason.message : `${failed.length} of ${told.length} operations failed.`,
    ...failed.map(({ entry, error }) => `'${entry.name}' (${entry.operation.key}): ${error.code}: ${error.message}`),
    ...(notStarted.length === 0 ? [] : [`Not started: ${notStarted.join(', ')}.`]),
  ];
  return new OperationError(reason.code, lines.join('\n'), {
    ...reason.details,
    effect: effectOf(told),
    cause: reason,
  });
}

function effectOf(told: readonly Told[]): 'none' | 'unknown' | 'done' {
  const isDone = ({ outcome }: Told) => outcome.kind !== 'not-started' && outcome.result?.changed === true;
  if (told.some(isDone)) return 'done';
  const effects = told.flatMap(({ outcome }) => (outcome.kind === 'failed' ? [outcome.error.details.effect] : []));
  if (effects.includes('done')) return 'done';
  return effects.includes('unknown') ? 'unknown' : 'none';
}
