import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Minutes, not seconds: `npm run test:slow` runs these.
    exclude: ['test/slow/**'],
    globalSetup: ['test/harness/tool-cache.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most tests wait for processes and timers: one worker a core would leave the cores idle.
    maxWorkers: availableParallelism() + 1,
  },
});
