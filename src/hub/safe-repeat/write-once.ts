import { OperationError } from '../../errors.ts';
import { inputError } from '../../input-problem.ts';
import type { JsonObject } from '../json.ts';
import { liftResult } from '../lift.ts';
import type { HubOperation } from '../operation.ts';
import type { OperationResult } from '../operation-result.ts';
import type { RunContext } from '../run-context.ts';
import { bringInLine } from './bring-in-line.ts';
import { cannotBeBroughtInLine, differing, settingName, unmendable } from './differences.ts';
import { openHubReader } from './hub-reader.ts';
import { type KnownWrite, knownWrite, type PlannedWrite, without } from './planned-write.ts';
import type { Present, Repeat } from './repeat.ts';

/** A write that can be compared with what is there. */
interface Comparable extends PlannedWrite, KnownWrite {
  readonly repeat: Repeat;
}

/** Carries a write out, unless what it would make or change is there already as it is wanted. */
export async function writeOnce(write: PlannedWrite, context: RunContext): Promise<OperationResult> {
  const { repeat } = write.operation;
  const { ifExists } = context.options;
  if (repeat === undefined) {
    if (ifExists !== 'fail')
      context.log.info(`\`if-exists\` says nothing to ${write.operation.key}: it is sent each time.`);
    return write.send(write.call);
  }
  if (repeat.kind === 'create' && ifExists === 'fail') return createOrFail(write, repeat);
  const known = knownWrite(write);
  if (known === undefined) {
    if (repeat.kind === 'change') return write.send(write.call);
    throw notFindable(write.operation);
  }
  const comparable = { ...write, ...known, repeat };
  return repeat.kind === 'create' ? createOnce(comparable, context) : changeOnce(comparable, context);
}

/** The Hub's refusal, with what would have made the step green. */
async function createOrFail(write: PlannedWrite, { unique }: Repeat): Promise<OperationResult> {
  try {
    return await write.send(write.call);
  } catch (error) {
    if (!unique || !isConflict(error)) throw error;
    const hint =
      'If it exists already and that is well, set `if-exists` to `skip` or `update`; else choose another name.';
    throw new OperationError(error.code, error.message, { ...error.details, hint, cause: error });
  }
}

function isConflict(error: unknown): error is OperationError {
  return error instanceof OperationError && error.code === 'HUB_CONFLICT';
}

async function createOnce(write: Comparable, context: RunContext): Promise<OperationResult> {
  const found = await lookFor(write, context);
  if (found !== undefined) return useExisting(write, found, context);
  try {
    return await write.send(write.call);
  } catch (error) {
    if (!isConflict(error)) throw error;
    const raced = await lookFor(write, context);
    if (raced === undefined) throw error;
    context.log.info('Another job has made it in these moments.');
    return useExisting(write, raced, context);
  }
}

function lookFor({ repeat, params }: Comparable, context: RunContext): Promise<Present | undefined> {
  return repeat.present(params, openHubReader(context));
}

async function useExisting(write: Comparable, found: Present, context: RunContext): Promise<OperationResult> {
  const { operation, params, repeat, unexplained } = write;
  const what = operation.describe(params);
  context.log.info(`It is there already: ${what}.`);
  if (context.options.ifExists === 'skip') return unchanged(write, found, `Already there: ${what}`);
  const left = [...(repeat.onlyAtFirst ?? []).filter((name) => params[name] !== undefined), ...unexplained];
  if (left.length > 0) context.log.info(`Not compared: ${left.map((name) => settingName({ name })).join(', ')}.`);
  const differences = differing(await found.settings());
  const fixed = unmendable(differences);
  if (fixed.length > 0) throw cannotBeBroughtInLine(what, fixed);
  const mendable = differences.filter(({ mend }) => mend !== undefined);
  if (mendable.length === 0) return unchanged(write, found, `Already there and in line: ${what}`);
  await bringInLine({ operation, repeat, params, differences: mendable }, context);
  const now = (await lookFor(write, context)) ?? found;
  return { ...unchanged(write, now, `Brought in line: ${what}`), status: 'succeeded', changed: true };
}

async function changeOnce(write: Comparable, context: RunContext): Promise<OperationResult> {
  const { operation, params, request, unexplained } = write;
  const found = await lookFor(write, context);
  // The write itself says best why what it would change is not there.
  if (found === undefined || unexplained.length > 0) return write.send(write.call);
  const settings = await found.settings();
  const differences = new Set(differing(settings).map(({ name }) => name));
  if (differences.size === 0) return unchanged(write, found, `Nothing to change: ${operation.describe(params)}`);
  const droppable = operation.parameters.flatMap(({ name, required }) => (required ? [] : [name]));
  const same = droppable.filter((name) => settings.some((one) => one.name === name) && !differences.has(name));
  if (same.length === 0 || write.repeat.whole === true) return write.send(write.call);
  context.log.info(`As wanted already: ${same.map((name) => settingName({ name })).join(', ')}.`);
  return write.send(write.plan(without(request, new Set(same))));
}

function unchanged(
  { operation, params }: { readonly operation: HubOperation; readonly params: JsonObject },
  { object }: Present,
  headline: string,
): OperationResult {
  return {
    status: 'skipped',
    changed: false,
    output: object,
    ...liftResult(operation, params, object),
    headline,
  };
}

function notFindable({ parameters }: HubOperation): OperationError {
  const names = parameters.filter(({ required }) => required).map(({ kebab }) => kebab);
  const message = `needs ${names.join(', ')} under these names, so that what is there can be found.`;
  return inputError([{ name: 'if-exists', message }]);
}
