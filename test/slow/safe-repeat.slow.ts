import { expect, test } from 'vitest';
import { alwaysSent, expectOneWrite, repeatableCases, runTwice } from '../action/safe-repeat-runs.ts';
import { runStep, withSandbox } from '../action/sandbox-step.ts';

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

test('ten jobs at once, over both transports, are all green and make one repository', async () => {
  await withSandbox({ hub: { settings: { workMs: 1_000 } } }, async (sandbox) => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, job) =>
        runStep(sandbox, {
          operation: 'create-repository',
          transport: job % 2 === 0 ? 'api' : 'cli',
          input: { repository: 'my-org/ten', type: 'dataset', private: true },
          inputs: { 'if-exists': job % 3 === 0 ? 'skip' : 'update' },
        }),
      ),
    );
    for (const { exitCode, log } of results) expect(exitCode, log).toBe(0);
    expect(results.filter(({ outputs }) => outputs.changed === 'true')).toHaveLength(1);
    expect(sandbox.hubServer.requests.flatMap(({ effects }) => effects)).toEqual([
      'create-repository dataset my-org/ten',
    ]);
  });
});
