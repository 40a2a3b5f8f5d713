import { OperationError } from '../../errors.ts';
import { type JsonObject, ownProperty } from '../json.ts';
import { liftResult } from '../lift.ts';
import type { HubOperation } from '../operation.ts';
import type { OperationResult } from '../operation-result.ts';
import type { PlannedCall } from '../plan-call.ts';
import type { RunContext } from '../run-context.ts';
import { cannotBeBroughtInLine, differing, mendingCalls, unmendable } from '../safe-repeat/differences.ts';
import { type HubReader, lookThrough, openHubReader } from '../safe-repeat/hub-reader.ts';
import { knownWrite, type PlannedWrite } from '../safe-repeat/planned-write.ts';
import type { Present, Repeat, Setting } from '../safe-repeat/repeat.ts';
import { planResult, type Way, type WritePlan } from './plan-result.ts';

/**
 * What a write of the catalogue would do: the Hub's present state is read, nothing is sent.
 * @throws OperationError where the write would fail for what is there, or is not
 */
export async function planWrite(write: PlannedWrite, context: RunContext): Promise<OperationResult> {
  const { operation, call, request } = write;
  const known = knownWrite(write);
  if (known === undefined) return planResult(unseen(write), context.log);
  const { repeat } = operation;
  const subject = { operation, params: known.params, call, hub: openHubReader(context) };
  if (repeat === undefined) return planResult(await planPlain(subject, context), context.log);
  const found = await repeat.present(known.params, subject.hub);
  const given = Object.keys(request.params).length;
  context.log.debug(
    `${operation.key}: ${given} parameters, ${found === undefined ? 'nothing there' : 'there already'}.`,
  );
  const plan = repeat.kind === 'create' ? planCreate : planChange;
  return planResult(await plan({ ...subject, repeat, found }, context), context.log);
}

interface Subject {
  readonly operation: HubOperation;
  readonly params: JsonObject;
  readonly call: PlannedCall;
  readonly hub: HubReader;
}

interface Seen extends Subject {
  readonly repeat: Repeat;
  readonly found: Present | undefined;
}

/** Names that only the workspace's action knows: what they are about cannot be read. */
function unseen({ operation, call }: PlannedWrite): WritePlan {
  const input = call.via === 'action' ? call.input : call.params;
  const secret = call.via === 'action' ? call.confidential : call.request.confidential === true;
  return {
    operation: operation.key,
    headline: `Would be carried out: ${operation.title}`,
    changed: true,
    ways: waysOf(operation, call),
    settings: Object.entries(input).map(([name, wanted]) => ({ name, now: undefined, wanted, secret })),
  };
}

async function planCreate(seen: Seen, context: RunContext): Promise<WritePlan> {
  const { operation, params, found, repeat } = seen;
  const { ifExists } = context.options;
  const what = operation.describe(params);
  if (found === undefined || (ifExists === 'fail' && !repeat.unique)) {
    await needs(repeat, params, context);
    return { ...wouldBe(seen), settings: given(operation, params, () => null) };
  }
  if (ifExists === 'fail') throw existsAlready(what);
  const lifted = liftResult(operation, params, found.object);
  const there = { operation: operation.key, id: lifted.id, url: lifted.url };
  const settings = ifExists === 'update' ? differing(await found.settings()) : [];
  const fixed = unmendable(settings);
  if (fixed.length > 0) throw cannotBeBroughtInLine(what, fixed);
  const mendable = settings.filter(({ mend }) => mend !== undefined);
  if (mendable.length === 0) {
    return { ...there, headline: `Nothing to do, it is there: ${what}`, changed: false, ways: [], settings: [] };
  }
  const ways = mendingCalls(mendable).map(({ request: { method, path } }) => ({ request: { method, path } }));
  return { ...there, headline: `Would be brought in line: ${what}`, changed: true, ways, settings: mendable };
}

async function planChange(seen: Seen): Promise<WritePlan> {
  const { operation, params, found } = seen;
  const what = operation.describe(params);
  if (found === undefined) throw notThere(what);
  const settings = differing(await found.settings());
  if (settings.length > 0) return { ...wouldBe(seen), settings };
  return { ...wouldBe(seen), headline: `Nothing to change: ${what}`, changed: false, ways: [], settings };
}

/** A row that cannot be compared: its present state is read, and shown where it has the parameters' names. */
async function planPlain(subject: Subject, context: RunContext): Promise<WritePlan> {
  const { operation, params } = subject;
  const current = operation.current?.(params);
  const { hub, signal } = context;
  const body = current && (await hub.request(current, { effect: 'read', signal })).body;
  if (operation.effect === 'destroy') {
    if (await isGone(subject)) throw notThere(operation.describe(params));
    return { ...wouldBe(subject), settings: [{ name: operation.describe(params), now: 'there', wanted: 'gone' }] };
  }
  const settings = given(operation, params, (name) => ownProperty(body, name));
  return {
    ...wouldBe(subject),
    settings: settings.filter(({ name, now }) => now !== undefined || !identity.has(name)),
  };
}

/** Whether what is to be destroyed is not there to begin with, judged as after a destruction whose answer was lost. */
async function isGone({ operation, params, hub }: Subject): Promise<boolean> {
  const verdict = await operation.recognise?.tell(params, lookThrough(hub));
  return verdict?.kind === 'done';
}

/** Parameters that say which object it is, not how it is to be. */
const identity = new Set(['repository', 'type', 'num', 'slug']);

function wouldBe({ operation, params, call }: Subject): Omit<WritePlan, 'settings'> {
  const headline = `Would be ${operation.done.toLowerCase()}: ${operation.describe(params)}`;
  const ways = waysOf(operation, call);
  return { operation: operation.key, headline, changed: true, ways, url: operation.page(params, null) };
}

/** What was given, beside what it is now. */
function given(operation: HubOperation, params: JsonObject, now: (name: string) => unknown): Setting[] {
  return operation.parameters.flatMap(({ name, secret }) =>
    params[name] === undefined ? [] : [{ name, now: now(name), wanted: params[name], secret }],
  );
}

function waysOf(operation: HubOperation, call: PlannedCall): Way[] {
  if (call.via === 'action') return [{ action: { id: call.action.id, key: call.action.key } }];
  const requests = [call.request, ...operation.also(call.params)];
  return requests.map(({ method, path }) => ({ request: { method, path } }));
}

/** The Hub would refuse what has nothing to be made from, or in. */
async function needs(repeat: Repeat, params: JsonObject, { hub, signal }: RunContext): Promise<void> {
  for (const request of repeat.needs?.(params) ?? []) await hub.request(request, { effect: 'read', signal });
}

function existsAlready(what: string): OperationError {
  return new OperationError('HUB_CONFLICT', `It exists already: ${what}.`, {
    hint: 'Choose another name, or set `if-exists` to `skip` or `update`.',
    effect: 'none',
    retryable: false,
  });
}

function notThere(what: string): OperationError {
  return new OperationError('HUB_NOT_FOUND', `It is not there: ${what}.`, {
    hint: 'Check the name, and that the account behind the connection may see it.',
    effect: 'none',
    retryable: false,
  });
}
