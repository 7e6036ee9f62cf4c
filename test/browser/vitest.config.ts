import { join } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/browser/**/*.browser.ts'],
    globalSetup: ['test/support/build-once.ts', 'test/support/temporary-folder.ts'],
    pool: 'threads',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 60_000,
  },
});

export default config;
