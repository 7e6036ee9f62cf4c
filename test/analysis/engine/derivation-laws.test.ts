import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serviceOutcome } from '../../../src/analysis/service-outcome.js';
import { createSolver } from '../../../src/analysis/solver.js';
import type { Service } from '../../../src/model/model.js';
import { arbitraryCase } from '../../support/arbitrary/arbitrary-case.js';
import { linked } from './linked.js';
import { runs } from '../../support/runs.js';

const settings = { seed: 1, numRuns: runs(5000) };

interface DeclaredWait {
  readonly to: number;
  /** A plain hard dependency: such services may start together. */
  readonly together: boolean;
}

function declaredWaits({ dependencies, recovery, backups }: Service): readonly DeclaredWait[] {
  const needs = dependencies.flatMap(({ kind, anyOf }) =>
    kind === 'soft' ? [] : anyOf.map((to) => ({ to, together: kind === 'hard' && new Set(anyOf).size === 1 })),
  );
  const keys = (backups ?? []).flatMap(({ key }) => (key === undefined ? [] : [key]));
  return [...needs, ...[...(recovery.uses ?? []), ...keys].map((to) => ({ to, together: false }))];
}

test('the terms add up to the time, or somebody is waited for, or every way back is closed and says why', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory, event }) => {
      const { model, loss } = linked(inventory, event);
      const solver = createSolver(model);
      const solution = solver.solve(loss);
      for (const { index, id } of model.services) {
        const outcome = serviceOutcome(solver, solution, index);
        for (const side of ['best', 'worst'] as const) {
          const { via, terms, own, waitsFor, openNeeds, cycle, obstacles, lossFrom } = outcome[side];
          const time = outcome.recovery[side];
          const sum = terms.reduce((total, { seconds }) => total + seconds, 0);
          const about = `${id} at ${side}`;
          if (via === 'never') {
            expect({ terms, own }, about).toEqual({ terms: [], own: Infinity });
            expect(obstacles, about).not.toEqual([]);
          } else {
            expect(sum, about).toBeCloseTo(own, 6);
            expect(obstacles, about).toEqual([]);
          }
          const needed = waitsFor?.by === 'hard' ? waitsFor.seconds : 0;
          expect(openNeeds ? Infinity : Math.max(own, needed), about).toBeCloseTo(time, 6);
          if (waitsFor !== undefined) {
            const { to } =
              declaredWaits(model.services[index] ?? fail()).find((wait) => wait.to === waitsFor.service) ?? fail();
            expect(outcomeTime(to, side), about).toBe(waitsFor.seconds);
          }
          if (cycle !== undefined) expectCircle(cycle, side, about);
          // The loss is that of the service it is said to come from.
          const from = serviceOutcome(solver, solution, lossFrom);
          expect(from.loss[side], about).toBe(outcome.loss[side]);
        }
      }

      function outcomeTime(service: number, side: 'best' | 'worst'): number {
        return solution.readyAt(service, side === 'best' ? 0 : 1);
      }
      function expectCircle(cycle: readonly number[], side: 'best' | 'worst', about: string): void {
        expect(new Set(cycle).size, about).toBe(cycle.length);
        expect(cycle[0], about).toBe(Math.min(...cycle));
        const edges = cycle.map((member, at) => {
          expect(outcomeTime(member, side), about).toBe(Infinity);
          const next = cycle[(at + 1) % cycle.length];
          const waits = declaredWaits(model.services[member] ?? fail()).filter(({ to }) => to === next);
          expect(waits, `${about}: ${member} waits for ${next}`).not.toEqual([]);
          return waits.some(({ together }) => !together);
        });
        expect(edges, `${about}: hard dependencies alone`).toContain(true);
      }
    }),
    settings,
  );
});

function fail(): never {
  throw new Error('not declared');
}
