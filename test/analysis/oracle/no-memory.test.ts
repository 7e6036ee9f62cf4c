import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blastRadii } from '../../../src/analysis/blast-radius.js';
import type { LossEvent } from '../../../src/analysis/loss-event.js';
import { surveyLosses } from '../../../src/analysis/promises.js';
import { best, worst, type Side } from '../../../src/analysis/side.js';
import { createSolver, type Solution } from '../../../src/analysis/solver.js';
import { linkInventory } from '../../../src/model/link-inventory.js';
import type { DomainIndex, Model } from '../../../src/model/model.js';
import { arbitraryCase } from '../../support/arbitrary/arbitrary-case.js';
import { runs } from '../../support/runs.js';

/** Every single domain, for good, for an hour and destroyed; every service, lost and corrupted; and the first domain again. */
function eventsOf({ domains, services }: Model): readonly LossEvent[] {
  const nothing = { domains: [], services: [], corrupted: [], lasts: undefined, destroys: false };
  const single = domains.flatMap(({ index }): readonly LossEvent[] => [
    { ...nothing, domains: [index] },
    { ...nothing, domains: [index], lasts: 3600 },
    { ...nothing, domains: [index], destroys: true },
  ]);
  const own = services.flatMap(({ index }): readonly LossEvent[] => [
    { ...nothing, services: [index] },
    { ...nothing, corrupted: [index] },
  ]);
  return [...single, ...own, ...single.slice(0, 3)];
}

const sides: readonly Side[] = [best, worst];

/** All that anybody may ask of a solution. */
function answersOf({ services }: Model, solution: Solution): unknown {
  const suspects = [...solution.suspects()].sort((a, b) => a - b);
  return {
    suspects: suspects.map((index) => [index, solution.isStruck(index)]),
    touched: [...solution.touched()].sort((a, b) => a - b),
    missing: [...solution.missing()].sort((a, b) => a - b),
    recovering: [...solution.recovering()].sort((a, b) => a - b),
    services: services.map(({ index }) => ({
      sides: sides.map((side) => [
        solution.stateOf(index, side),
        solution.ownStateOf(index, side),
        solution.readyAt(index, side),
        solution.lossOf(index, side),
      ]),
      ownLoss: solution.ownLossOf(index),
      options: solution.optionsOf(index),
      displaced: solution.restoreDisplaced(index),
    })),
  };
}

// What a loss leaves of a service is kept for other losses that take the same of it.
test('a solver answers every loss as one that has solved no other', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory }) => {
      const { model } = linkInventory([{ file: 'inventory.yaml', index: 0, value: inventory }]);
      if (model === undefined) throw new Error('not a valid inventory');
      const used = createSolver(model);
      for (const event of eventsOf(model))
        expect(answersOf(model, used.solve(event))).toEqual(answersOf(model, createSolver(model).solve(event)));
    }),
    { seed: Number(process.env['FIREBREAK_FUZZ_SEED'] ?? 1), numRuns: runs(400) },
  );
});

// Whom a loss takes beyond their RTO is noted while the promises are judged, where somebody will ask for it.
test('what is noted while the losses are solved is what solving them again says', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory }) => {
      const { model } = linkInventory([{ file: 'inventory.yaml', index: 0, value: inventory }]);
      if (model === undefined) throw new Error('not a valid inventory');
      const solver = createSolver(model);
      const lossOf = (domain: DomainIndex): Solution =>
        solver.solve({ domains: [domain], services: [], corrupted: [], lasts: undefined, destroys: false });
      const noted = blastRadii(solver);
      surveyLosses(solver, { onSolved: noted.note });
      expect(noted.all(lossOf)).toEqual(blastRadii(solver).all(lossOf));
    }),
    { seed: Number(process.env['FIREBREAK_FUZZ_SEED'] ?? 1), numRuns: runs(400) },
  );
});
