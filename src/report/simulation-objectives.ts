import type { Solution, Solver } from '../analysis/solver.js';
import { best, worst, type Side } from '../analysis/side.js';
import { targetOf } from '../analysis/target-of.js';
import type { Model } from '../model/model.js';
import type { SimulatedObjective } from './simulation.js';

const objectives = ['rto', 'rpo'] as const;

/** The kinds of the failure domains that an event names. */
export function kindsLost({ domains }: Model, { event }: Solution): readonly string[] {
  return [...new Set(event.domains.map((domain) => domains[domain]?.kind ?? ''))].sort();
}

/** The objectives of every service held against a loss. Promised is only what a single failure domain takes. */
export function simulatedObjectives(solver: Solver, solution: Solution): readonly SimulatedObjective[] {
  const { model } = solver;
  const { event } = solution;
  const kinds = kindsLost(model, solution);
  const single = event.domains.length === 1 && event.services.length === 0 && event.corrupted.length === 0;
  return model.services.flatMap((service) =>
    objectives.flatMap((objective): readonly SimulatedObjective[] => {
      const { target, promisedFor } = targetOf(service, objective, kinds);
      if (target === undefined) return [];
      const { index } = service;
      const answerAt = (side: Side): number =>
        objective === 'rto' ? solution.readyAt(index, side) : solution.lossOf(index, side);
      const verdict = answerAt(best) > target ? 'broken' : answerAt(worst) <= target ? 'kept' : 'unknown';
      return [{ service: service.id, objective, target, promisedFor: single ? (promisedFor ?? null) : null, verdict }];
    }),
  );
}
