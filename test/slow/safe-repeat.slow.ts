import { describe, expect, test } from 'vitest';
import { repeatableCases, runTwice } from '../action/safe-repeat-runs.ts';

describe.each(['skip', 'update'] as const)('over the CLI, with if-exists: %s', (mode) => {
  test.concurrent.each(repeatableCases())('%s writes once', async (...operation) => {
    const twice = await runTwice(operation, mode, 'cli');
    expect(twice.first).toMatchObject({ status: 'succeeded', changed: 'true', writes: 1 });
    expect(twice.second).toMatchObject({ status: 'skipped', changed: 'false', writes: 0 });
  });
});
