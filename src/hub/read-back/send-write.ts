import { OperationError, toOperationError } from '../../errors.ts';
import type { RunContext } from '../run-context.ts';
import { type Finding, findOut } from './find-out.ts';
import { type HubClock, openHubClock } from './hub-clock.ts';
import { openLook } from './look.ts';
import { explainedFailure } from './outcome-unknown.ts';
import type { Look, Verdict } from './verdict.ts';

/** A call that changes the Hub. */
export interface Write<Answer> {
  /** The operation, for the log and for errors. */
  readonly what: string;
  /** Sends it once; what is safe to repeat without looking is repeated below this. */
  send(): Promise<Answer>;
  /** Missing where nobody can know what it does: then a lost answer stays an open question. */
  readonly recognise?: WriteRecognition<Answer> | undefined;
  /** Where a person can look. */
  readonly where?: string | undefined;
}

export interface WriteRecognition<Answer> {
  readonly safeTwice: boolean;
  tell(look: Look): Promise<Verdict>;
  /** Makes an answer of what was seen on the Hub. */
  answer(output: unknown): Answer;
}

export type WriteContext = Pick<RunContext, 'hub' | 'log' | 'runtime' | 'signal' | 'retries' | 'lastLook'>;

/** One write under way. */
interface Sending<Answer> {
  readonly write: Write<Answer>;
  readonly context: WriteContext;
  readonly clock: HubClock;
  /** When it was sent last, by the runner's clock. */
  sentAt: number;
  /** Whether one of the sendings so far may have been carried out. */
  isOpen: boolean;
}

/** Before a write is sent again: doubled each time, with full jitter, up to half a minute. Milliseconds. */
const firstWait = 1_000;
const longestWait = 30_000;
/** A longer wait that the other side asks for is not begun. Milliseconds. */
const longestAskedWait = 600_000;

/**
 * Sends a write so that it has at most one effect, and says what became of it. Where its answer was lost the Hub is
 * read back: carried out, it is a success; surely not carried out, it is sent again, within `retries`.
 * @throws OperationError `OUTCOME_UNKNOWN` where nobody can tell; `CANCELLED` and `TIMEOUT` with what is known
 */
export async function sendWrite<Answer>(write: Write<Answer>, context: WriteContext): Promise<Answer> {
  const { runtime } = context;
  const sending = { write, context, sentAt: runtime.now(), isOpen: false, clock: clockFrom(runtime.now(), context) };
  for (let again = 0; ; again += 1) {
    try {
      sending.sentAt = runtime.now();
      return await write.send();
    } catch (thrown) {
      const error = toOperationError(thrown);
      // Of several calls the first were carried out and another was refused: that is known, and said in the error.
      if (error.details.effect === 'done') throw error;
      sending.isOpen ||= error.details.effect !== 'none';
      const finding = await look(error, sending);
      if (finding.kind === 'done' && write.recognise !== undefined) {
        return recovered(write.recognise.answer(finding.output), error, sending);
      }
      if (!mayRepeat(error, finding, again, sending)) throw failure(error, finding, sending);
      await pauseBefore(again, error, finding, sending);
    }
  }
}

function clockFrom(sentAt: number, { runtime }: WriteContext): HubClock {
  return openHubClock(sentAt, () => runtime.now());
}

/** What the Hub shows of it, where that is in question at all. */
async function look<Answer>(error: OperationError, sending: Sending<Answer>): Promise<Finding> {
  const { write, context } = sending;
  if (!sending.isOpen) return { kind: 'absent', isSure: true };
  if (write.recognise === undefined) return { kind: 'unclear', why: 'what it does cannot be recognised afterwards' };
  context.log.info(`${error.message} Looking at the Hub whether ${write.what} was carried out.`);
  if (context.signal.aborted) return lookWithin(context.lastLook(), error, sending, write.recognise);
  const found = await lookWithin(context.signal, error, sending, write.recognise);
  // The time may have ended, or the workflow been cancelled, in the middle of looking.
  const isCutOff = context.signal.aborted && found.kind !== 'done';
  return isCutOff ? lookWithin(context.lastLook(), error, sending, write.recognise) : found;
}

function lookWithin<Answer>(
  limit: AbortSignal,
  error: OperationError,
  { context, clock, sentAt }: Sending<Answer>,
  { tell, safeTwice }: WriteRecognition<Answer>,
): Promise<Finding> {
  const { runtime } = context;
  const inquiry = { error, safeTwice, sentAt, runtime, limit, isLast: limit !== context.signal };
  return findOut({ ...inquiry, tell: (within) => tell(openLook(context, clock, within)) });
}

/** @throws OperationError `CANCELLED`, which a success does not undo */
function recovered<Answer>(answer: Answer, error: OperationError, { write, context }: Sending<Answer>): Answer {
  const { log, signal } = context;
  const reason = signal.aborted ? toOperationError(signal.reason) : error;
  const sentence = `${write.what} was carried out: the Hub shows it.`;
  if (reason.code === 'CANCELLED') {
    throw new OperationError(reason.code, `${reason.message} ${sentence}`, { ...reason.details, effect: 'done' });
  }
  log.info(`The answer was lost, but ${sentence}`);
  return answer;
}

function mayRepeat<Answer>(
  error: OperationError,
  finding: Finding,
  again: number,
  { write, context, isOpen }: Sending<Answer>,
): boolean {
  const { signal, retries } = context;
  if (signal.aborted || again >= retries || finding.kind !== 'absent') return false;
  if ((error.details.retryAfterMs ?? 0) > longestAskedWait) return false;
  if (isBusy(error)) return true;
  // What is safe to repeat without looking has been repeated below already.
  if (!isOpen || error.details.effect === 'none' || error.details.retryable !== true) return false;
  return finding.isSure || write.recognise?.safeTwice === true;
}

/** The Hub creates one repository of an account at a time, and says so as a conflict (seen in huggingface_hub, create_repo). */
function isBusy(error: OperationError): boolean {
  return error.code === 'HUB_CONFLICT' && /another conflicting operation is in progress/i.test(error.message);
}

async function pauseBefore<Answer>(
  again: number,
  error: OperationError,
  finding: Finding,
  sending: Sending<Answer>,
): Promise<void> {
  const { write, context } = sending;
  const { runtime, log, retries, signal } = context;
  const ceiling = Math.min(longestWait, firstWait * 2 ** again);
  const wait = Math.round((error.details.retryAfterMs ?? 0) + runtime.random() * ceiling);
  const why = `${error.message} ${write.what} was not carried out.`;
  log.info(`${why} Sending it again in ${(wait / 1000).toFixed(1)} s (${again + 1} of ${retries}).`);
  try {
    await runtime.sleep(wait, signal);
  } catch {
    throw failure(toOperationError(signal.reason), finding, sending);
  }
}

function failure<Answer>(error: OperationError, finding: Finding, sending: Sending<Answer>): OperationError {
  const { write, context, sentAt, isOpen } = sending;
  const reason = context.signal.aborted ? toOperationError(context.signal.reason) : error;
  const seconds = Math.round((context.runtime.now() - sentAt) / 1000);
  return explainedFailure(reason, finding, { ...write, seconds, isOpen });
}
