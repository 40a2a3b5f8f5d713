import { OperationError } from '../../errors.ts';
import { planResult, type Way } from '../dry-run/plan-result.ts';
import { repositoryPage, repositoryPath } from '../hub-request.ts';
import type { OperationResult } from '../operation-result.ts';
import { commentDiscussion, updateDiscussion } from '../operations/discussion-changes.ts';
import type { RepositoryType } from '../parameter-types.ts';
import { type HubReader, openHubReader } from '../safe-repeat/hub-reader.ts';
import type { Setting } from '../safe-repeat/repeat.ts';
import { cutText, cutTitle } from './cut-text.ts';
import { accountName, findKept, type KeptDiscussion, listOwn, readAll, readKept, type Sought } from './find-own.ts';
import type { KeepTools } from './keep.ts';
import { digestOf, duplicateMarker, marked, markerLine } from './marker.ts';
import { type KeptState, wantedState } from './wanted-state.ts';

export interface KeptWishes {
  readonly type: RepositoryType;
  readonly repository: string;
  readonly title: string;
  readonly description: string;
  readonly pullRequest?: boolean | undefined;
  readonly key?: string | undefined;
  readonly state?: KeptState | undefined;
}

/** One discussion being kept. */
interface Keeping {
  readonly wishes: KeptWishes;
  readonly sought: Sought;
  readonly state: 'open' | 'closed';
  /** What is said, with its marker. */
  readonly text: string;
  readonly digest: string;
  readonly hub: HubReader;
  readonly tools: KeepTools;
}

/** What is to be sent so that the discussion is as wanted. */
interface Step {
  readonly setting: Setting;
  /** In the result, and in the sentence that says what was done. */
  readonly done: 'reopened' | 'renamed' | 'commented' | 'closed';
  readonly path: 'status' | 'title' | 'comment';
  send(): Promise<unknown>;
}

/**
 * Keeps one discussion under a key: opens it where there is none, otherwise brings title and state in line and says
 * what changed in a comment. It is found by the marker in its description and by the account that wrote it. Of two that
 * were opened at once the older one stays.
 */
export async function keepDiscussion(given: KeptWishes, tools: KeepTools): Promise<OperationResult> {
  const wishes = { ...given, title: cutTitle(given.title) };
  const hub = openHubReader(tools.context);
  const keeping = await beginKeeping(wishes, hub, tools);
  const listed = await listOwn(keeping.sought, hub);
  const found = await findKept(listed, keeping.sought, hub);
  const [kept, ...doubles] = found;
  if (kept === undefined) {
    if (keeping.state === 'closed') return nothingToClose(keeping);
    return open(keeping, new Set(listed.map(({ num }) => num)));
  }
  if (!tools.context.options.dryRun) await closeDoubles(doubles, kept.num, keeping);
  return bringInLine(kept, keeping);
}

async function beginKeeping(wishes: KeptWishes, hub: HubReader, tools: KeepTools): Promise<Keeping> {
  const { type, repository, title, description, pullRequest = false, key = '' } = wishes;
  const { host } = tools.context;
  const state = wantedState(wishes.state ?? 'open', host);
  const digest = digestOf(description);
  const marker = { key, digest };
  const text = marked(cutText(description, host.runUrl, markerLine(marker).length + 2), marker);
  const sought = { type, repository, title, pullRequest, key, account: await accountName(hub) };
  return { wishes, sought, state, text, digest, hub, tools };
}

function nothingToClose({ wishes, tools }: Keeping): OperationResult {
  const { type, repository, key } = wishes;
  const headline = `There is no discussion with the key '${key}' in ${type} ${repository}, and none is wanted`;
  if (tools.context.options.dryRun) {
    const plan = { operation: 'create-discussion', headline, changed: false, ways: [], settings: [] };
    return planResult(plan, tools.context.log);
  }
  return { status: 'skipped', changed: false, output: null, headline };
}

async function open(keeping: Keeping, known: ReadonlySet<number>): Promise<OperationResult> {
  const { wishes, tools, text, sought, hub } = keeping;
  if (tools.context.options.dryRun) return planOpening(keeping);
  const made = await tools.create({ description: text });
  // Another run may have opened one in the same moment; whichever is older stays, seen from both.
  const listed = (await listOwn(sought, hub)).filter(({ num }) => !known.has(num));
  const found = await readAll(listed, sought, hub);
  const own = Number(made.id);
  const [kept, ...doubles] = found;
  if (kept === undefined) {
    return { ...made, output: { ...toOutput(own, wishes.title, 'open', wishes), done: ['opened'] } };
  }
  await closeDoubles(doubles, kept.num, keeping);
  if (kept.num === own) return { ...made, ...toResult(kept, wishes), output: outputOf(kept, wishes, ['opened']) };
  tools.context.log.info(`Another run has opened discussion ${kept.num} in these moments; it is kept.`);
  return { ...(await bringInLine(kept, keeping)), status: 'succeeded', changed: true };
}

function planOpening({ wishes, state, tools }: Keeping): OperationResult {
  const { type, repository, title, description } = wishes;
  const path = `${repositoryPath(type, repository)}/discussions`;
  const settings = Object.entries({ title, description, state }).map(([name, wanted]) => ({ name, now: null, wanted }));
  const headline = `Would be opened: discussion '${title}' in ${type} ${repository}`;
  const ways = [{ request: { method: 'POST', path } }];
  return planResult({ operation: 'create-discussion', headline, changed: true, ways, settings }, tools.context.log);
}

async function bringInLine(kept: KeptDiscussion, keeping: Keeping): Promise<OperationResult> {
  const { wishes, tools } = keeping;
  const steps = stepsFor(kept, keeping);
  if (tools.context.options.dryRun) return planSteps(kept, steps, keeping);
  const name = `discussion ${kept.num} of ${wishes.type} ${wishes.repository}`;
  const done: Step['done'][] = [];
  for (const step of steps) {
    try {
      await step.send();
    } catch (error) {
      throw done.length > 0 ? afterSome(error, done) : error;
    }
    done.push(step.done);
  }
  const now = steps.length === 0 ? kept : ((await readKept(kept.num, keeping.sought, keeping.hub)) ?? kept);
  const unchanged = { status: 'skipped', changed: false, headline: `Nothing to change: ${name}` } as const;
  const changed = { status: 'succeeded', changed: true, headline: `Updated ${name}: ${done.join(', ')}` } as const;
  return {
    ...(steps.length === 0 ? unchanged : changed),
    ...toResult(now, wishes),
    output: outputOf(now, wishes, done),
  };
}

/** What is closed is opened first and what is open is closed last: a word comes while people look. */
function stepsFor(kept: KeptDiscussion, { wishes, state, digest, text, tools }: Keeping): Step[] {
  const { type, repository, title, description } = wishes;
  const place = { type, repository, num: kept.num };
  const isOpen = kept.status === 'open' || kept.status === 'draft';
  const update = (change: { title: string } | { status: 'open' | 'closed' }) => () =>
    tools.run(updateDiscussion, { ...place, ...change });
  const restate = (wanted: 'open' | 'closed'): Step => ({
    setting: { name: 'state', now: kept.status, wanted },
    done: wanted === 'open' ? 'reopened' : 'closed',
    path: 'status',
    send: update({ status: wanted }),
  });
  const steps: Step[] = [];
  // What was merged is over, and nothing opens or closes it.
  if (state === 'open' && kept.status === 'closed') steps.push(restate('open'));
  if (kept.title !== title.trim()) {
    const setting = { name: 'title', now: kept.title, wanted: title };
    steps.push({ setting, done: 'renamed', path: 'title', send: update({ title }) });
  }
  if (kept.digest !== digest) {
    const setting = { name: 'comment', now: null, wanted: description };
    const send = () => tools.run(commentDiscussion, { ...place, comment: text });
    steps.push({ setting, done: 'commented', path: 'comment', send });
  }
  if (state === 'closed' && isOpen) steps.push(restate('closed'));
  return steps;
}

function planSteps(kept: KeptDiscussion, steps: readonly Step[], { wishes, tools }: Keeping): OperationResult {
  const { type, repository } = wishes;
  const name = `discussion ${kept.num} of ${type} ${repository}`;
  const path = `${repositoryPath(type, repository)}/discussions/${kept.num}`;
  const ways = steps.map((step): Way => ({ request: { method: 'POST', path: `${path}/${step.path}` } }));
  const plan = {
    operation: 'create-discussion',
    headline: steps.length > 0 ? `Would be updated: ${name}` : `Nothing to change: ${name}`,
    changed: steps.length > 0,
    ...{ ways, settings: steps.map(({ setting }) => setting), ...toResult(kept, wishes) },
  };
  return planResult(plan, tools.context.log);
}

/** Closes what was opened twice, with a word. Whoever else sees it closes it too: closed is closed. */
async function closeDoubles(doubles: readonly KeptDiscussion[], num: number, keeping: Keeping): Promise<void> {
  const { type, repository } = keeping.wishes;
  const { tools, sought, hub } = keeping;
  const comment = `Opened at the same time as #${num}, which is kept; this one is a duplicate.\n\n${duplicateMarker}`;
  for (const double of doubles) {
    tools.context.log.info(`Closing discussion ${double.num}: it is a duplicate of ${num}.`);
    try {
      await tools.run(updateDiscussion, { type, repository, num: double.num, status: 'closed', comment });
    } catch (error) {
      const now = await readKept(double.num, sought, hub);
      if (now?.status === 'open' || now?.status === 'draft') throw error;
    }
  }
}

function afterSome(thrown: unknown, done: readonly string[]): unknown {
  if (!(thrown instanceof OperationError)) return thrown;
  const effect = thrown.details.effect === 'unknown' ? 'unknown' : 'done';
  const message = `${thrown.message} Before it, the discussion was ${done.join(' and ')}.`;
  return new OperationError(thrown.code, message, { ...thrown.details, effect, cause: thrown });
}

function toResult({ num }: KeptDiscussion, { type, repository }: KeptWishes) {
  return { id: String(num), url: `${repositoryPage(type, repository)}/discussions/${num}` };
}

function outputOf({ num, title, status }: KeptDiscussion, wishes: KeptWishes, done: readonly string[]) {
  return { ...toOutput(num, title, status, wishes), done };
}

function toOutput(num: number, title: string, status: string, wishes: KeptWishes) {
  const { type, repository, pullRequest = false } = wishes;
  const url = `${repositoryPage(type, repository)}/discussions/${num}`;
  return { num, url, title, status, pullRequest };
}
