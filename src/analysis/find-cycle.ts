import type { ServiceIndex } from '../model/model.js';
import { circlesAmong, type WaitFor } from './circles.js';
import { perSolution } from './per-solution.js';
import type { Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { stuckBlockers } from './stuck-blockers.js';

type Circle = readonly ServiceIndex[];

/**
 * The circle of waits that keeps a service from ever coming back, if there is one: each member waits for the
 * next, the least first. The one that takes the fewest waits to reach from the service; `undefined` where all that is
 * waited for ends at services that have no way back of their own.
 */
export function findCycle(
  solver: Solver,
  solution: Solution,
  start: ServiceIndex,
  side: Side,
): readonly ServiceIndex[] | undefined {
  return nearestCircles(solver, solution, side).get(start);
}

const nearestCircles = perSolution((solver, solution, side: Side): ReadonlyMap<ServiceIndex, Circle> => {
  const stuck = stuckBlockers(solver, solution, side);
  const waits = new Map<ServiceIndex, readonly WaitFor[]>();
  const waiters = new Map<ServiceIndex, ServiceIndex[]>();
  for (const [service, found] of stuck) {
    // Who has no way back would not come back if the circle were opened.
    if (found.hopeless) continue;
    waits.set(service, found.waits);
    for (const { service: other } of found.waits) {
      const list = waiters.get(other);
      if (list) list.push(service);
      else waiters.set(other, [service]);
    }
  }
  const nearest = new Map<ServiceIndex, Circle>();
  for (const circle of circlesAmong([...stuck.keys()], (service) => waits.get(service) ?? [])) {
    for (const member of circle) nearest.set(member, circle);
  }
  for (const [service, circle] of nearest) {
    for (const waiter of waiters.get(service) ?? []) if (!nearest.has(waiter)) nearest.set(waiter, circle);
  }
  return nearest;
});
