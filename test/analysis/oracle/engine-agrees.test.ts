import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryCase } from '../../support/arbitrary/arbitrary-case.js';
import { engine } from '../../support/oracle/engine.js';
import type { OraclePromise } from '../../support/oracle/oracle-promises.js';
import { oracle } from '../../support/oracle/oracle.js';
import { runs } from '../../support/runs.js';

/** Set FIREBREAK_FUZZ_RUNS to look longer, and FIREBREAK_FUZZ_SEED to look elsewhere. */
const settings = (usual: number): { readonly seed: number; readonly numRuns: number } => ({
  seed: Number(process.env['FIREBREAK_FUZZ_SEED'] ?? 1),
  numRuns: runs(usual),
});

test('the engine answers every loss as the oracle does', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory, event }) => {
      const answers = engine.simulate(inventory, event).services;
      const expected = oracle.simulate(inventory, event).services;
      expect(answers.map(({ id, state, recovery, loss }) => ({ id, state, recovery, loss }))).toEqual(
        expected.map(({ id, state, recovery, loss }) => ({ id, state, recovery, loss })),
      );
      for (const [index, { id, via }] of answers.entries())
        expect(expected[index]?.ties, `via of ${id}`).toContain(via);
    }),
    settings(20_000),
  );
});

test('the engine judges every promise as the oracle does', () => {
  const inOrder = (promises: readonly OraclePromise[]): readonly string[] =>
    promises
      .map(({ service, kind, objective, target, verdict }) => [service, kind, objective, target, verdict].join(' '))
      .sort();
  fc.assert(
    fc.property(arbitraryCase, ({ inventory }) => {
      expect(inOrder(engine.promises(inventory))).toEqual(inOrder(oracle.promises(inventory)));
    }),
    settings(6_000),
  );
});
