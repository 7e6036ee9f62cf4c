import type { ServiceIndex } from '../model/model.js';
import type { Solution, Solver } from './solver.js';
import { needsIn } from './needs-in.js';
import { rowOf } from './sparse-rows.js';

/** Services whose worst answers in a solved loss are not surely the worst there is. */
export interface UnsureServices {
  readonly time: ReadonlySet<ServiceIndex>;
  readonly loss: ReadonlySet<ServiceIndex>;
}

/**
 * The two solutions put every unknown at its best or all at their worst. Two things are not monotone in between: a
 * failover that turns out to finish, late, displaces a restore that would have been quicker; and a service that loses
 * some of its serving copies may lag where one that loses none or all of them does not. A promise that rests on such a
 * service is not kept for sure. Spreads to whoever waits for one of them, or inherits its loss.
 */
export function unsureServices({ graph }: Solver, solution: Solution): UnsureServices {
  const time = new Set(solution.recovering().filter(solution.mayBeSlower));
  for (const service of time) {
    for (const { kind, owner } of needsIn(graph, graph.neededIn, service)) if (kind !== 'soft') time.add(owner);
    for (const user of rowOf(graph.usedBy, service)) time.add(user);
  }
  const loss = new Set(solution.isUnsure() ? solution.suspects().filter(solution.mayLoseMore) : []);
  for (const service of loss) {
    for (const { kind, owner } of needsIn(graph, graph.neededIn, service)) if (kind === 'hard') loss.add(owner);
  }
  return { time, loss };
}
