import { type OperationError, toOperationError } from '../../errors.ts';
import type { Runtime } from '../../runtime.ts';
import type { Verdict } from './verdict.ts';

/** What is known of a write after looking. */
export type Finding =
  | { readonly kind: 'done'; readonly output: unknown }
  /** `isSure`: it will not come any more either. */
  | { readonly kind: 'absent'; readonly isSure: boolean }
  | { readonly kind: 'unclear'; readonly why: string };

export interface Inquiry {
  /** Looks once, within a limit. */
  tell(limit: AbortSignal): Promise<Verdict>;
  /** What left the outcome open. */
  readonly error: OperationError;
  readonly safeTwice: boolean;
  /** When the write was sent last, by the runner's clock: milliseconds since the epoch. */
  readonly sentAt: number;
  readonly runtime: Runtime;
  /** Ends the looking. */
  readonly limit: AbortSignal;
  /** The step is over: only what comes in the next moments is of use. */
  readonly isLast: boolean;
}

/** Membrane's own limit for one request: what is not there after this will not come. Milliseconds. */
const longestRequest = 60_000;
/** Between an answer and what reads show of it. Milliseconds. */
const untilShown = 1_000;
/** Where sending twice has one effect, what is late does no harm. Milliseconds. */
const untilSentAgain = 3_000;
/** At the end of a step. */
const lastMoments = 2_500;
/** Between two looks at first; doubled each time. Milliseconds. */
const firstPause = 500;
const longestPause = 8_000;

/** Looks until it is there, or long enough for it to be surely absent, or safe to send again. Never throws. */
export async function findOut(inquiry: Inquiry): Promise<Finding> {
  let finding: Finding = { kind: 'unclear', why: 'there was no time to look' };
  const until = untilWhen(inquiry);
  try {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      finding = findingOf(await inquiry.tell(inquiry.limit), inquiry);
      const left = until - inquiry.runtime.now();
      if (finding.kind !== 'absent' || left <= 0) return finding;
      await inquiry.runtime.sleep(Math.min(pause, left), inquiry.limit);
    }
  } catch (error) {
    if (inquiry.limit.aborted) return finding;
    return { kind: 'unclear', why: `the Hub could not be read (${toOperationError(error).message})` };
  }
}

function findingOf(verdict: Verdict, inquiry: Inquiry): Finding {
  if (verdict.kind !== 'absent') return verdict;
  return { kind: 'absent', isSure: elapsed(inquiry) >= settleTime(inquiry.error) };
}

function untilWhen({ error, safeTwice, sentAt, runtime, isLast }: Inquiry): number {
  const settled = settleTime(error);
  const enough = sentAt + (safeTwice ? Math.min(settled, untilSentAgain) : settled);
  return isLast ? Math.min(enough, runtime.now() + lastMoments) : enough;
}

function elapsed({ runtime, sentAt }: Inquiry): number {
  return runtime.now() - sentAt;
}

/** A service that answered for itself has ended its work; behind a gateway, or a broken line, it may still go on. */
function settleTime({ details }: OperationError): number {
  if (details.effect === 'none') return 0;
  const answered = details.upstream?.status ?? (details.status === 503 ? 503 : undefined);
  return answered === undefined || [408, 502, 504].includes(answered) ? longestRequest : untilShown;
}
