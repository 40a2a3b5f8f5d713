import { describe, expect, test } from 'vitest';
import { type ErrorDetails, OperationError } from '../../../src/errors.ts';
import { findOut, type Inquiry } from '../../../src/hub/read-back/find-out.ts';
import { absent, done, unclear, type Verdict } from '../../../src/hub/read-back/verdict.ts';
import { testRuntime } from '../../membrane/test-runtime.ts';

const answered = (status: number): Partial<ErrorDetails> => ({ upstream: { status, headers: {}, body: null } });

/** Looks until the end on a clock of its own; `verdicts` come in turn, the last one again and again. */
async function lookFor(verdicts: readonly Verdict[], given: Partial<ErrorDetails>, more: Partial<Inquiry> = {}) {
  let now = 0;
  let looks = 0;
  const runtime = testRuntime({
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
  });
  const error = new OperationError('UPSTREAM_UNAVAILABLE', 'gone', { hint: '', effect: 'unknown', ...given });
  const tell = async () => verdicts[Math.min(looks++, verdicts.length - 1)] ?? absent;
  const limit = new AbortController().signal;
  const finding = await findOut({ tell, error, safeTwice: false, sentAt: 0, runtime, limit, isLast: false, ...more });
  return { finding, seconds: now / 1000, looks };
}

describe('how long something absent is looked for', () => {
  test.each([
    ['behind a broken line, as long as Membrane lets a request run', {}, {}, 60, true],
    ["behind a gateway's 502 too", answered(502), {}, 60, true],
    ["behind a gateway's 504 too", answered(504), {}, 60, true],
    ['where the service answered for itself, a moment', answered(500), {}, 1, true],
    ['where nothing was taken on, a moment', { status: 503 }, {}, 1, true],
    ['where sending twice does no harm, a few seconds', {}, { safeTwice: true }, 3, false],
    ['at the end of a step, the little time there is', {}, { isLast: true }, 2.5, false],
  ] as const)('%s', async (_, details, more, seconds, isSure) => {
    const looked = await lookFor([absent], details, more);
    expect(looked.finding).toEqual({ kind: 'absent', isSure });
    expect(looked.seconds).toBe(seconds);
  });
});

test('what comes late is found', async () => {
  const { finding, seconds } = await lookFor([absent, absent, absent, done('late')], {});
  expect(finding).toEqual({ kind: 'done', output: 'late' });
  expect(seconds).toBe(3.5);
});

test('what cannot be told is not looked for again', async () => {
  const { finding, looks } = await lookFor([unclear('two of them')], {});
  expect(finding).toEqual({ kind: 'unclear', why: 'two of them' });
  expect(looks).toBe(1);
});

test('a Hub that cannot be read leaves it open, and nothing is thrown', async () => {
  const tell = () => Promise.reject(new OperationError('UPSTREAM_UNAVAILABLE', 'It is away.', { hint: '' }));
  const { finding } = await lookFor([], {}, { tell });
  expect(finding).toEqual({ kind: 'unclear', why: 'the Hub could not be read (It is away.)' });
});

test('a limit that is over leaves what was seen last', async () => {
  const { finding } = await lookFor(
    [absent],
    {},
    { tell: () => Promise.reject(new Error()), limit: AbortSignal.abort() },
  );
  expect(finding).toEqual({ kind: 'unclear', why: 'there was no time to look' });
});
