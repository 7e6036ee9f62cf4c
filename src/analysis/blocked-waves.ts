import type { ServiceIndex } from '../model/model.js';
import type { Deadlock } from './deadlocks.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { stuckServices } from './stuck-services.js';
import { startOrder } from './settling.js';
import { vainEntries, type WaitEntry } from './wait-entries.js';

/** A service that never comes back as things stand, and what it waits for among those. */
export interface BlockedEntry {
  readonly service: ServiceIndex;
  readonly waits: readonly WaitEntry[];
}

/**
 * The order in which the services that never come back could be started, once the circles are broken and those without
 * a way back have one: the first wave waits for none of the others.
 */
export function blockedWaves(
  solver: Solver,
  solution: Solution,
  deadlocks: readonly Deadlock[],
): readonly (readonly BlockedEntry[])[] {
  const broken = new Set(deadlocks.flatMap(({ breakBy }) => breakBy.entries.map(nameOf)));
  const stuck = stuckServices(solution, best);
  const entries = new Map(
    stuck.map((service) => [
      service,
      vainEntries(solver, solution, service).filter((entry) => !broken.has(nameOf(entry))),
    ]),
  );
  const order = startOrder(stuck, [...entries.values()].flat());
  return order.waves.map((wave) =>
    wave.toSorted((a, b) => a - b).map((service) => ({ service, waits: entries.get(service) ?? [] })),
  );
}

/** Two entries with one name are the same line of the inventory. */
function nameOf({ owner, by, members }: WaitEntry): string {
  return JSON.stringify([owner, by, members]);
}
