import { toOperationError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Runtime } from '../../runtime.ts';
import { liftResult } from '../lift.ts';
import type { OperationResult } from '../operation-result.ts';
import type { PlannedCall } from '../plan-call.ts';
import type { RunContext } from '../run-context.ts';
import { SeenItems } from './identity.ts';
import type { ItemFile } from './item-store.ts';
import { KeptItems } from './kept-items.ts';
import { openList, type WantedList } from './open-list.ts';

/** Milliseconds between two lines of the log about how far a long list is. */
const progressEvery = 5_000;

/** After so many pages without anything new the list goes round in a circle, or shrinks as fast as it is read. */
const pagesWithoutNews = 3;

/** Runs an operation that lists over as many of its pages as are wanted; the result is one array in the Hub's order. */
export async function runList(list: WantedList, call: PlannedCall, context: RunContext): Promise<OperationResult> {
  const { operation } = list;
  const file = await context.items?.open();
  try {
    const opened = await openList(list, call, context);
    const kept = await collect(list, opened.pages, file, context);
    const path = await file?.finish();
    const { items, names, count, characters } = kept;
    const { params } = opened.call;
    const lifted = liftResult(operation, params, kept.first);
    return {
      status: 'succeeded',
      changed: false,
      output: items,
      ...(opened.call.via === 'action' ? { actionId: opened.call.action.id, actionRunId: opened.actionRunId } : {}),
      ...lifted,
      count,
      ...(lifted.table && { table: { ...lifted.table, total: count } }),
      list: { items, names, count, file: path, characters },
      headline: `${operation.done} ${operation.describe(params)}: ${count} ${count === 1 ? 'item' : 'items'}`,
    };
  } catch (error) {
    await file?.discard();
    throw error;
  }
}

async function collect(
  list: WantedList,
  pages: AsyncIterable<readonly unknown[]>,
  file: ItemFile | undefined,
  { items: store, log, runtime }: RunContext,
): Promise<KeptItems> {
  const most = list.wanted === 'all' ? Number.POSITIVE_INFINITY : list.wanted;
  const kept = new KeptItems(store?.keepAtMost ?? Number.POSITIVE_INFINITY);
  const seen = new SeenItems(list.operation.answer);
  const progress = new Progress(log, runtime);
  let withoutNews = 0;
  try {
    for await (const page of pages) {
      const texts = takeNew(page, most, kept, seen);
      await file?.add(texts);
      progress.tell(kept.count);
      withoutNews = texts.length > 0 ? 0 : withoutNews + 1;
      if (kept.count >= most || withoutNews === pagesWithoutNews) break;
    }
  } catch (thrown) {
    const error = toOperationError(thrown);
    if (progress.pages > 0) log.info(`Page ${progress.pages + 1} of the list failed, after ${kept.count} items.`);
    throw error;
  }
  if (withoutNews === pagesWithoutNews) {
    log.warning(`The last ${pagesWithoutNews} pages held nothing new: the list ends here, after ${kept.count} items.`);
  }
  log.info(`Read ${kept.count} items in ${progress.pages} ${progress.pages === 1 ? 'page' : 'pages'}.`);
  return kept;
}

/** The page's new items as JSON, up to the number that is wanted. */
function takeNew(page: readonly unknown[], most: number, kept: KeptItems, seen: SeenItems): string[] {
  const texts: string[] = [];
  for (const item of page) {
    if (kept.count >= most) break;
    const text = JSON.stringify(item) ?? 'null';
    if (!seen.isNew(item, text)) continue;
    kept.add(item, text);
    texts.push(text);
  }
  return texts;
}

/** Says now and then how far a long list is. */
class Progress {
  readonly #log: Log;
  readonly #runtime: Runtime;
  #toldAt: number;
  pages = 0;

  constructor(log: Log, runtime: Runtime) {
    this.#log = log;
    this.#runtime = runtime;
    this.#toldAt = runtime.now();
  }

  tell(count: number): void {
    this.pages += 1;
    const now = this.#runtime.now();
    if (now - this.#toldAt < progressEvery) return;
    this.#toldAt = now;
    this.#log.info(`${count} items so far, in ${this.pages} pages.`);
  }
}
