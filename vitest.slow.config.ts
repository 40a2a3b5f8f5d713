import { defineConfig } from 'vitest/config';

/** What takes minutes: tables of faults, soaks, cancellations. `npm run test:slow`. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.ts', 'test/slow/**/*.test.ts'],
    globalSetup: ['test/harness/tool-cache.ts'],
    // What is waited for comes at once on a quiet machine; a busy one may take its time.
    expect: { poll: { timeout: 15_000 } },
    // Steps have real limits and real processes: what misses one on a busy machine is tried once more, and reported.
    retry: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
