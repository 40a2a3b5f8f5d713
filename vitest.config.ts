import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/harness/tool-cache.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
