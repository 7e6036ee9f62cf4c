import type { ServiceIndex } from '../model/model.js';
import { blockers } from './blockers.js';
import type { Side } from './side.js';
import type { Solution, Solver } from './solver.js';

/**
 * The circle of waits that keeps a service from ever coming back, if that is the reason: each member waits for the
 * next, the least first. Follows, from the service, what is waited for in vain; `undefined` where that ends at a service
 * that has no way back of its own.
 */
export function findCycle(
  solver: Solver,
  solution: Solution,
  start: ServiceIndex,
  side: Side,
): readonly ServiceIndex[] | undefined {
  const trail: ServiceIndex[] = [];
  for (let service: ServiceIndex | undefined = start; service !== undefined;) {
    const at = trail.indexOf(service);
    if (at !== -1) return fromLeast(trail.slice(at));
    trail.push(service);
    const { waits, hopeless }: ReturnType<typeof blockers> = blockers(solver, solution, service, side);
    service = hopeless ? undefined : waits[0]?.service;
  }
  return undefined;
}

/** Turned so that its least member comes first: one circle, one name. */
export function fromLeast(cycle: readonly ServiceIndex[]): readonly ServiceIndex[] {
  const at = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
