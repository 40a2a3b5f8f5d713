import { toOperationError } from '../../errors.ts';
import { inputError } from '../../input-problem.ts';
import type { Log } from '../../log.ts';
import { type OperationRequest, readRequestOf } from '../operation-request.ts';
import type { OperationResult } from '../operation-result.ts';
import type { RunContext } from '../run-context.ts';
import { runOperation } from '../run-operation.ts';
import { toldBatch } from './batch-result.ts';
import type { BatchEntry } from './entry.ts';
import { asText, type EntryOutcome, lookUp } from './entry-result.ts';
import { type Resolve, resolveMapping } from './references.ts';
import { rememberSearches } from './remembered-searches.ts';
import { runScheduled } from './schedule.ts';

export interface BatchOptions {
  readonly concurrency: number;
  readonly continueOnError: boolean;
}

type Outcomes = ReadonlyMap<string, EntryOutcome>;

/** Runs the entries of a batch on one client, one connection and one proxy. A failed one fails the batch, which tells all. */
export async function runBatch(
  entries: readonly BatchEntry[],
  { concurrency, continueOnError }: BatchOptions,
  context: RunContext,
): Promise<OperationResult> {
  const shared = { ...context, client: rememberSearches(context.client) };
  const outcomes = await runScheduled(entries, {
    concurrency,
    run: (entry, before) => runEntry(entry, before, { ...shared, log: named(entry.name, context.log) }),
    stopped: (before) => whyStopped(before, continueOnError, context.signal),
  });
  return toldBatch(entries, outcomes, context);
}

function whyStopped(outcomes: Outcomes, continueOnError: boolean, signal: AbortSignal): string | undefined {
  if (signal.aborted) return 'the batch was ended';
  if (continueOnError) return undefined;
  const failed = [...outcomes].find(([, { kind }]) => kind === 'failed');
  return failed && `'${failed[0]}' failed`;
}

async function runEntry(entry: BatchEntry, before: Outcomes, context: RunContext): Promise<EntryOutcome> {
  const { log } = context;
  try {
    const result =
      waitingForPlan(entry, before) ?? (await runOperation(requestOf(entry, before), ownContext(entry, context)));
    const outcome = queried(entry, result);
    log.info(outcome.kind === 'failed' ? outcome.error.message : result.headline);
    return outcome;
  } catch (thrown) {
    const error = toOperationError(thrown);
    log.info(`${error.message} ${error.details.hint}`);
    return { kind: 'failed', error };
  }
}

/** Under a dry run nothing can be said of an entry that uses what another would have answered, except that it would run. */
function waitingForPlan({ operation, needs }: BatchEntry, before: Outcomes): OperationResult | undefined {
  const planned = needs.filter((name) => {
    const outcome = before.get(name);
    return outcome?.kind === 'done' && outcome.result.status === 'planned';
  });
  if (planned.length === 0) return undefined;
  const names = planned.map((name) => `'${name}'`).join(' and ');
  return {
    status: 'planned',
    changed: operation.effect !== 'read',
    output: { operation: operation.key, 'needs-results-of': planned },
    headline: `Would run ${operation.key} with what ${names} would answer`,
  };
}

/** The request with its references resolved. Throws INPUT_INVALID where what they refer to does not fit. */
function requestOf({ operation, input, confirm }: BatchEntry, before: Outcomes): OperationRequest {
  const resolve: Resolve = (reference) => {
    const outcome = before.get(reference.step);
    if (outcome?.kind !== 'done') throw new Error(`'${reference.step}' has no result.`);
    return lookUp(reference, outcome.result);
  };
  const read = readRequestOf(operation, resolveMapping(input, resolve, asText), { confirm });
  if (!read.ok) throw inputError(read.problems);
  return read.request;
}

/** Items stay in memory here: they become a part of the batch's own result. */
function ownContext({ confirm, ifExists, maxItems }: BatchEntry, context: RunContext): RunContext {
  const { options, host } = context;
  return {
    ...context,
    host: { ...host, confirm },
    options: { ...options, maxItems, ifExists: ifExists ?? options.ifExists },
    items: undefined,
  };
}

function queried({ query }: BatchEntry, result: OperationResult): EntryOutcome {
  if (result.failure !== undefined) return { kind: 'failed', error: result.failure, result };
  if (query === undefined || result.status === 'planned') return { kind: 'done', result };
  try {
    return { kind: 'done', result: { ...result, output: query.apply(result.output) } };
  } catch (thrown) {
    return { kind: 'failed', error: toOperationError(thrown), result };
  }
}

function named(name: string, log: Log): Log {
  const say = (message: string) => `[${name}] ${message}`;
  return {
    debug: (message) => log.debug(say(message)),
    info: (message) => log.info(say(message)),
    notice: (message) => log.notice(say(message)),
    warning: (message) => log.warning(say(message)),
  };
}
