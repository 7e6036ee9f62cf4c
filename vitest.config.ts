import { defineConfig } from 'vitest/config';

export default defineConfig({
  // A package below ships source maps without their sources.
  logLevel: 'error',
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts', 'test/support/temporary-folder.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 120_000,
    // It imports JSON in a way that Node refuses.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
