import type { ServiceIndex } from '../model/model.js';
import { blockers, type Blockers } from './blockers.js';
import { perSolution } from './per-solution.js';
import type { Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { stuckServices } from './stuck-services.js';

/** Why each service that never comes back does not, in order. */
export const stuckBlockers: (solver: Solver, solution: Solution, side: Side) => ReadonlyMap<ServiceIndex, Blockers> =
  perSolution(
    (solver, solution, side: Side) =>
      new Map(stuckServices(solution, side).map((service) => [service, blockers(solver, solution, service, side)])),
  );
