import type { ServiceOutcome } from '../analysis/outcome.js';
import { down } from '../analysis/own-state.js';
import { serviceOutcome } from '../analysis/service-outcome.js';
import { worst } from '../analysis/side.js';
import type { Solution, Solver } from '../analysis/solver.js';
import { needsIn } from '../analysis/needs-in.js';
import type { ServiceIndex } from '../model/model.js';
import { tellOutcome } from '../narrative/tell-outcome.js';
import { publishedRange } from './simulation-numbers.js';
import type { SimulatedService } from './simulation.js';

const still = { best: 0, worst: 0 } as const;

/** Everything there is to say about each service that is not up, or loses data; in order. */
export function touchedOutcomes(solver: Solver, solution: Solution): ReadonlyMap<ServiceIndex, ServiceOutcome> {
  const touched = solution.touched().toSorted((a, b) => a - b);
  return new Map(touched.map((service) => [service, serviceOutcome(solver, solution, service)]));
}

/** All services, by id. */
export function simulatedServices(
  solver: Solver,
  solution: Solution,
  outcomes: ReadonlyMap<ServiceIndex, ServiceOutcome>,
): readonly SimulatedService[] {
  return solver.model.services.map(({ index, id }): SimulatedService => {
    const outcome = outcomes.get(index);
    if (outcome === undefined)
      return { id, state: { best: 'up', worst: 'up' }, recovery: still, loss: still, via: 'none', because: [] };
    return {
      id,
      state: outcome.state,
      recovery: publishedRange(outcome.recovery),
      loss: publishedRange(outcome.loss),
      via: outcome.best.via,
      because: tellOutcome(solver.model, outcome, {
        own: solution.ownStateOf(index, worst),
        without: softlyMissing(solver, solution, index),
      }),
    };
  });
}

/** Soft dependencies of which every member is down at worst. */
function softlyMissing({ graph }: Solver, solution: Solution, service: ServiceIndex): readonly ServiceIndex[] {
  return needsIn(graph, graph.needsOf, service).flatMap(({ kind, members }) =>
    kind === 'soft' && members.every((member) => solution.stateOf(member, worst) === down) ? members : [],
  );
}
