import { defineConfig } from 'vitest/config';

/** For mutation testing: only what tests the analysis, and nothing that needs the built program. */
export default defineConfig({
  test: {
    include: ['test/analysis/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 120_000,
  },
});
