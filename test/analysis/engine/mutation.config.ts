import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** For mutation testing: only what tests the analysis by its answers, and nothing that needs the built program. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: [
      'test/analysis/engine/**/*.test.ts',
      'test/analysis/oracle/{engine-agrees,no-memory}.test.ts',
      'test/cases.test.ts',
      'test/simulate/{flip,hand-checked,plan,ranking,text}.test.ts',
    ],
    pool: 'threads',
    isolate: false,
    testTimeout: 120_000,
  },
});

export default config;
