import type { ServiceIndex } from '../model/model.js';
import type { Side } from './side.js';
import type { Solution } from './solver.js';

/** Services that never come back, in order. */
export function stuckServices(solution: Solution, side: Side): readonly ServiceIndex[] {
  return solution
    .touched()
    .filter((service) => solution.readyAt(service, side) === Infinity)
    .toSorted((a, b) => a - b);
}
