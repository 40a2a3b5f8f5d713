import { describe, test } from 'vitest';
import { alwaysSent, expectOneWrite, repeatableCases, runTwice } from '../action/safe-repeat-runs.ts';

/** A secret never becomes an argument of the CLI. */
const ofCli = repeatableCases().filter(([key]) => !alwaysSent.has(key));

describe.each(['skip', 'update'] as const)('with if-exists: %s', (mode) => {
  test.concurrent.each([
    ...repeatableCases().map((one) => ['api', one] as const),
    ...ofCli.map((one) => ['cli', one] as const),
  ])('over %s is sent once: %s', async (transport, repeated) => {
    expectOneWrite(await runTwice(repeated, mode, transport));
  });
});
