import type { ServiceIndex } from '../model/model.js';
import { derive } from './derive.js';
import type { ServiceOutcome, State } from './outcome.js';
import { degraded, up, type StateCode } from './own-state.js';
import { best, worst } from './side.js';
import type { Solution, Solver } from './solver.js';

/** Everything there is to say about one service in a solved loss. */
export function serviceOutcome(solver: Solver, solution: Solution, service: ServiceIndex): ServiceOutcome {
  return {
    service,
    state: { best: stateName(solution.stateOf(service, best)), worst: stateName(solution.stateOf(service, worst)) },
    recovery: { best: solution.readyAt(service, best), worst: solution.readyAt(service, worst) },
    loss: { best: solution.lossOf(service, best), worst: solution.lossOf(service, worst) },
    best: derive(solver, solution, service, best),
    worst: derive(solver, solution, service, worst),
  };
}

function stateName(code: StateCode): State {
  return code === up ? 'up' : code === degraded ? 'degraded' : 'down';
}
