import type { ServiceIndex } from '../model/model.js';
import { blockers } from './blockers.js';
import { circlesAmong, type WaitFor } from './circles.js';
import type { Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { stuckServices } from './stuck-services.js';

type Circle = readonly ServiceIndex[];

/** By solution and side: all derivations of one solution ask for the same circles. */
const memory = new WeakMap<Solution, Map<Side, ReadonlyMap<ServiceIndex, Circle>>>();

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
  const bySide = memory.get(solution) ?? new Map<Side, ReadonlyMap<ServiceIndex, Circle>>();
  const circles = bySide.get(side) ?? nearestCircles(solver, solution, side);
  bySide.set(side, circles);
  memory.set(solution, bySide);
  return circles.get(start);
}

function nearestCircles(solver: Solver, solution: Solution, side: Side): ReadonlyMap<ServiceIndex, Circle> {
  const stuck = stuckServices(solution, side);
  const waits = new Map<ServiceIndex, readonly WaitFor[]>();
  const waiters = new Map<ServiceIndex, ServiceIndex[]>();
  for (const service of stuck) {
    const found = blockers(solver, solution, service, side);
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
  for (const circle of circlesAmong(stuck, (service) => waits.get(service) ?? [])) {
    for (const member of circle) nearest.set(member, circle);
  }
  for (const [service, circle] of nearest) {
    for (const waiter of waiters.get(service) ?? []) if (!nearest.has(waiter)) nearest.set(waiter, circle);
  }
  return nearest;
}
