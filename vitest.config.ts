import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes, not seconds: `npm run test:slow` runs these.
    exclude: ['test/slow/**'],
    globalSetup: ['test/harness/tool-cache.ts'],
    // What is waited for comes at once on a quiet machine; a busy one may take its time.
    expect: { poll: { timeout: 15_000 } },
    // Steps have real limits and real processes: what misses one on a busy machine is tried once more, and reported.
    retry: 1,
    // Nothing here changes what modules share; starting a worker for each of two hundred files costs a third of the time.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most tests wait for processes and timers: one worker a core would leave the cores idle.
    maxWorkers: availableParallelism() + 1,
  },
});
