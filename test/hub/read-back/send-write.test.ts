import { describe, expect, test } from 'vitest';
import { type ErrorCode, type ErrorDetails, OperationError } from '../../../src/errors.ts';
import { sendWrite, type WriteContext } from '../../../src/hub/read-back/send-write.ts';
import { absent, done, unclear, type Verdict } from '../../../src/hub/read-back/verdict.ts';
import { recordedLog, testRuntime } from '../../membrane/test-runtime.ts';

const failed = (code: ErrorCode, details: Partial<ErrorDetails> = {}) =>
  new OperationError(code, `It is ${code}.`, { hint: '', ...details });
const lost = failed('UPSTREAM_UNAVAILABLE', { effect: 'unknown', retryable: true });
const cancelled = failed('CANCELLED');
const timeout = failed('TIMEOUT');

interface Played {
  /** What each sending comes to; the last one again and again. */
  readonly sendings: readonly (OperationError | 'answered')[];
  /** What each look shows. */
  readonly verdicts?: readonly Verdict[];
  readonly safeTwice?: boolean;
  readonly retries?: number;
  /** Aborts the step in the middle of the first sending. */
  readonly reason?: OperationError;
}

/** Plays a write on a clock of its own. */
async function play({ sendings, verdicts = [absent], safeTwice = false, retries = 2, reason }: Played) {
  let now = 0;
  const counts = { sent: 0, looked: 0 };
  const step = new AbortController();
  const log = recordedLog();
  const sleep = async (milliseconds: number) => {
    now += milliseconds;
  };
  const context: WriteContext = {
    ...{ log, retries, signal: step.signal, runtime: testRuntime({ now: () => now, sleep, random: () => 0.5 }) },
    hub: { request: () => Promise.reject(new Error('Nothing is read here.')) },
    lastLook: () => new AbortController().signal,
  };
  const send = async () => {
    const sending = sendings[Math.min(counts.sent++, sendings.length - 1)];
    if (reason !== undefined) step.abort(reason);
    if (sending !== 'answered') throw sending;
    return 'answered';
  };
  const tell = async () => verdicts[Math.min(counts.looked++, verdicts.length - 1)] ?? absent;
  const recognise = { safeTwice, tell, answer: String };
  const outcome = await sendWrite({ what: 'the write', where: 'https://hub/x', send, recognise }, context).catch(
    (error: unknown) => error,
  );
  return { outcome, ...counts, seconds: now / 1000, log: log.lines.join('\n') };
}

describe('a lost answer', () => {
  test('of a write that the Hub shows is a success', async () => {
    const played = await play({ sendings: [lost], verdicts: [done('seen')] });
    expect(played).toMatchObject({ outcome: 'seen', sent: 1 });
    expect(played.log).toContain('The answer was lost, but the write was carried out: the Hub shows it.');
  });

  test('of a write that is surely absent is sent again, a minute later', async () => {
    const played = await play({ sendings: [lost, 'answered'] });
    expect(played).toMatchObject({ outcome: 'answered', sent: 2 });
    expect(played.seconds).toBeGreaterThanOrEqual(60);
  });

  test('of a write that may be sent twice is sent again soon', async () => {
    const played = await play({ sendings: [lost, 'answered'], safeTwice: true });
    expect(played).toMatchObject({ outcome: 'answered', sent: 2 });
    expect(played.seconds).toBeLessThan(5);
  });

  test('is not sent again more often than `retries`', async () => {
    expect((await play({ sendings: [lost], retries: 3 })).sent).toBe(4);
    expect((await play({ sendings: [lost], retries: 0, safeTwice: true })).sent).toBe(1);
  });

  test('of the first of two sendings explains the refusal of the second', async () => {
    const conflict = failed('HUB_CONFLICT', { effect: 'none' });
    const verdicts = [absent, absent, absent, absent, done('late')];
    const played = await play({ sendings: [lost, conflict], verdicts, safeTwice: true });
    expect(played).toMatchObject({ outcome: 'late', sent: 2 });
  });

  test('of a write that cannot be told is OUTCOME_UNKNOWN, with where to look', async () => {
    const played = await play({ sendings: [lost], verdicts: [unclear('there are two')] });
    expect(played.sent).toBe(1);
    expect(played.outcome).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      message: expect.stringContaining('there are two'),
      details: { hint: expect.stringContaining('https://hub/x'), retryable: false },
    });
  });
});

test('a refusal that proves that nothing was done is not looked after, nor sent again', async () => {
  const refused = failed('RATE_LIMITED', { effect: 'none', retryable: true });
  expect(await play({ sendings: [refused] })).toMatchObject({ outcome: refused, sent: 1, looked: 0 });
});

test("the Hub's 'another creation is in progress' is waited out", async () => {
  const message = 'Cannot create repo: another conflicting operation is in progress';
  const busy = new OperationError('HUB_CONFLICT', message, { hint: '', effect: 'none' });
  expect(await play({ sendings: [busy, busy, 'answered'] })).toMatchObject({ outcome: 'answered', sent: 3 });
});

test.each<[string, Played, Partial<OperationError>]>([
  [
    'cancelled, and carried out',
    { sendings: [lost], verdicts: [done('x')], reason: cancelled },
    {
      code: 'CANCELLED',
      message: expect.stringMatching(/was carried out/),
      details: expect.objectContaining({ effect: 'done' }),
    },
  ],
  [
    'cancelled, and not there',
    { sendings: [lost], reason: cancelled },
    {
      code: 'CANCELLED',
      message: expect.stringMatching(/not known whether/),
      details: expect.objectContaining({ effect: 'unknown' }),
    },
  ],
  [
    'cancelled before it was sent',
    { sendings: [failed('CANCELLED', { effect: 'none' })], reason: cancelled },
    {
      code: 'CANCELLED',
      message: expect.stringMatching(/had not been sent/),
      details: expect.objectContaining({ effect: 'none' }),
    },
  ],
  [
    'out of time, and not there',
    { sendings: [lost], reason: timeout },
    { code: 'OUTCOME_UNKNOWN', message: expect.stringMatching(/may still come/) },
  ],
])('%s', async (_, played, expected) => {
  const { outcome, sent, seconds } = await play(played);
  expect(outcome).toMatchObject(expected);
  expect(sent).toBe(1);
  expect(seconds).toBeLessThan(5);
});

test('out of time, but carried out, is a success', async () => {
  expect(await play({ sendings: [lost], verdicts: [done('x')], reason: timeout })).toMatchObject({ outcome: 'x' });
});
