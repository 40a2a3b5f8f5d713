import type { EntryOutcome } from './entry-result.ts';

/** Something to be run once what it needs is done. */
export interface Scheduled {
  readonly name: string;
  /** Names of others, all of them earlier in the list. */
  readonly needs: readonly string[];
}

export interface Schedule<Entry extends Scheduled> {
  readonly concurrency: number;
  /** Never rejects. */
  run(entry: Entry, outcomes: ReadonlyMap<string, EntryOutcome>): Promise<EntryOutcome>;
  /** Why nothing more may be started, once that is so. */
  stopped(outcomes: ReadonlyMap<string, EntryOutcome>): string | undefined;
}

/**
 * Runs entries in the order of the list, as many at a time as are allowed; one that needs others waits for them without
 * holding up those behind it. (A queue such as p-limit's would start a waiting entry behind ones that came later.)
 */
export async function runScheduled<Entry extends Scheduled>(
  entries: readonly Entry[],
  schedule: Schedule<Entry>,
): Promise<ReadonlyMap<string, EntryOutcome>> {
  const outcomes = new Map<string, EntryOutcome>();
  const running = new Map<string, Promise<void>>();
  const waiting = [...entries];
  for (;;) {
    let next = takeReady(waiting, outcomes);
    while (next !== undefined) {
      const why = schedule.stopped(outcomes) ?? whyNot(next, outcomes);
      if (why === undefined) running.set(next.name, start(next, schedule, outcomes, running));
      else outcomes.set(next.name, { kind: 'not-started', why });
      next = running.size < schedule.concurrency ? takeReady(waiting, outcomes) : undefined;
    }
    if (running.size === 0) return outcomes;
    await Promise.race(running.values());
  }
}

function takeReady<Entry extends Scheduled>(
  waiting: Entry[],
  outcomes: ReadonlyMap<string, EntryOutcome>,
): Entry | undefined {
  const index = waiting.findIndex(({ needs }) => needs.every((name) => outcomes.has(name)));
  return index < 0 ? undefined : waiting.splice(index, 1)[0];
}

async function start<Entry extends Scheduled>(
  entry: Entry,
  schedule: Schedule<Entry>,
  outcomes: Map<string, EntryOutcome>,
  running: Map<string, Promise<void>>,
): Promise<void> {
  outcomes.set(entry.name, await schedule.run(entry, outcomes));
  running.delete(entry.name);
}

function whyNot({ needs }: Scheduled, outcomes: ReadonlyMap<string, EntryOutcome>): string | undefined {
  const missing = needs.find((name) => outcomes.get(name)?.kind !== 'done');
  return missing === undefined ? undefined : `it needs what '${missing}' answers`;
}
