import { defineConfig } from 'vitest/config';

/** What takes minutes: tables of faults, soaks, cancellations. `npm run test:slow`. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.ts', 'test/slow/**/*.test.ts'],
    globalSetup: ['test/harness/tool-cache.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
