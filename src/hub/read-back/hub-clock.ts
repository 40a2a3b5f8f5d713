import type { Age } from './verdict.ts';

/** What a field Date does not tell (it counts whole seconds), and how far two servers' clocks are apart. Milliseconds. */
const slack = 2_000;
/** Older than this by the servers' own clocks is not ours for certain. Milliseconds. */
const surelyBefore = 60_000;
/** The same by the runner's clock, which nobody looks after on a machine of one's own: a day. Milliseconds. */
const surelyBeforeHere = 86_400_000;

/** Compares the Hub's dates with the moment a write was sent. */
export interface HubClock {
  /** @param headers of any answer, names in lower case */
  note(headers: Readonly<Record<string, string>>): void;
  age(date: unknown): Age;
}

/**
 * @param sentAt when the write was sent first, by the runner's clock: milliseconds since the epoch
 * @param now the runner's clock
 */
export function openHubClock(sentAt: number, now: () => number): HubClock {
  /** How far the servers' clocks are ahead of the runner's; missing while no answer told the time. */
  let ahead: number | undefined;
  return {
    note(headers) {
      const told = Date.parse(headers.date ?? '');
      if (!Number.isNaN(told)) ahead ??= told - now();
    },
    age(date) {
      const made = typeof date === 'string' ? Date.parse(date) : Number.NaN;
      if (Number.isNaN(made)) return 'unclear';
      const late = made - (sentAt + (ahead ?? 0));
      if (late < -(ahead === undefined ? surelyBeforeHere : surelyBefore)) return 'before';
      if (late < -slack) return 'unclear';
      // By a clock nobody looks after, what lies in the future says only that the clock is wrong.
      return ahead === undefined && made > now() + slack ? 'unclear' : 'since';
    },
  };
}
