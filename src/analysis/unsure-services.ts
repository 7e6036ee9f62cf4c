import type { ServiceIndex } from '../model/model.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';
import { rowOf } from './sparse-rows.js';

/**
 * Services whose worst time in a solved loss is not surely the worst there is. The two solutions put every unknown at its
 * best or all at their worst, and one thing is not monotone in between: a failover that turns out to finish, late,
 * displaces a restore that would have been quicker. A promise that rests on such a service is not kept for sure. Spreads to
 * whoever waits for one of them.
 */
export function unsureServices({ graph }: Solver, solution: Solution): ReadonlySet<ServiceIndex> {
  const unsure = new Set(solution.recovering().filter(solution.mayBeSlower));
  for (const service of unsure) {
    for (const { kind, owner } of needsIn(graph, graph.neededIn, service)) if (kind !== 'soft') unsure.add(owner);
    for (const user of rowOf(graph.usedBy, service)) unsure.add(user);
  }
  return unsure;
}
