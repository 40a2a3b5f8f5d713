import { expect, test } from 'vitest';
import { openProgress } from '../../../src/hub/publish/progress.ts';
import { counted, shownBytes, shownSeconds } from '../../../src/hub/publish/shown.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [20_000_000_000, '20.0 GB'],
])('%i bytes are %s', (bytes, expected) => {
  expect(shownBytes(bytes)).toBe(expected);
});

test.each([
  [0.2, '1 s'],
  [125, '2 min 5 s'],
  [7300, '2 h 1 min'],
])('%d seconds are %s', (seconds, expected) => {
  expect(shownSeconds(seconds)).toBe(expected);
});

test('one file, two files', () => {
  expect([counted(1, 'file'), counted(2, 'file')]).toEqual(['1 file', '2 files']);
});

test('progress is told every five seconds, and at the end', () => {
  let now = 0;
  const said: string[] = [];
  const say = (message: string) => void said.push(message);
  const log = { debug: say, info: say, notice: say, warning: say };
  const progress = openProgress({ files: 2, bytes: 30_000_000 }, { log, now: () => now });
  for (const second of [1, 2, 3, 4, 5]) {
    now = second * 1000;
    progress.sent(2_000_000);
  }
  progress.finished();
  now = 6000;
  progress.finished(20_000_000);
  expect(said).toEqual([
    '0 of 2 large files, 10.0 MB of 30.0 MB, 2.0 MB/s, 10 s left',
    '2 of 2 large files, 30.0 MB of 30.0 MB, 1.7 MB/s',
  ]);
  expect(progress.bytesSent).toBe(10_000_000);
});
