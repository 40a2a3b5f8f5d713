import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../src/duration.ts';

test.each([
  ['90', 90_000],
  ['90s', 90_000],
  ['5m', 300_000],
  ['1h30m', 5_400_000],
  [' 2h ', 7_200_000],
  ['500ms', 500],
  ['1m500ms', 60_500],
])('%j is %d ms', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

test.each(['', ' ', '5 minutes', '-5m', '5m5m', 'm', '1.5h', '5d', '1e3', '5M'])('%j is no duration', (text) =>
  expect(parseDuration(text)).toBeUndefined(),
);

test.each([
  [850, '850 ms'],
  [4_230, '4.2 s'],
  [185_000, '3 min 5 s'],
  [3_720_000, '1 h 2 min'],
])('%d ms is told as %j', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));
