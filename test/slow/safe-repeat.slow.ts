import { test } from 'vitest';
import { alwaysSent, expectOneWrite, repeatableCases, runTwice } from '../action/safe-repeat-runs.ts';

const cases = repeatableCases();
/** A secret never becomes an argument of the CLI. */
const ofCli = cases.filter(([key]) => !alwaysSent.has(key));
/** To what only changes something, `if-exists` says nothing. */
const creates = cases.filter(([key]) => /^(create|add|duplicate|move)-/.test(key));

test.concurrent.each([
  ...cases.map((one) => ['api', 'update', ...one] as const),
  ...ofCli.map((one) => ['cli', 'update', ...one] as const),
  ...creates.map((one) => ['api', 'skip', ...one] as const),
  ...creates.map((one) => ['cli', 'skip', ...one] as const),
])('over %s with if-exists: %s is sent once: %s', async (transport, mode, ...repeated) => {
  expectOneWrite(await runTwice(repeated, mode, transport));
});
