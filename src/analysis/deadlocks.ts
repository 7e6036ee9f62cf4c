import type { ServiceIndex } from '../model/model.js';
import { breakCircle, type Break } from './break-circle.js';
import { circlesAmong } from './circles.js';
import { startOrder } from './settling.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { stuckServices } from './stuck-services.js';
import { sparseRows } from './sparse-rows.js';
import { strongComponents } from './strong-components.js';
import { vainEntries, type WaitEntry } from './wait-entries.js';

/** Services that wait for each other, so that none of them ever comes back. */
export interface Deadlock {
  /** All that wait for each other, in order. */
  readonly members: readonly ServiceIndex[];
  /** The shortest circle through the first of them, each waiting for the next. */
  readonly circle: readonly ServiceIndex[];
  readonly breakBy: Break;
}

/** The deadlocks of a solved loss, even with every unknown at its best. */
export function deadlocksIn(solver: Solver, solution: Solution): readonly Deadlock[] {
  const stuck = stuckServices(solution, best);
  const entries = new Map(stuck.map((service) => [service, vainEntries(solver, solution, service)]));
  const entriesOf = (service: ServiceIndex): readonly WaitEntry[] => entries.get(service) ?? [];
  return groupsAmong(stuck, entriesOf).flatMap((members) => {
    const inside = new Set(members);
    const own = members.flatMap(entriesOf).filter((entry) => entry.members.every((one) => inside.has(one)));
    if (startOrder(members, own).never.size === 0) return [];
    const [circle = members] = circlesAmong(members, (service) =>
      entriesOf(service)
        .filter((entry) => entry.members.every((one) => inside.has(one)))
        .flatMap(({ by, members: waited }) =>
          waited.map((other) => ({ service: other, by, together: by === 'hard' && waited.length === 1 })),
        ),
    );
    return [{ members, circle, breakBy: breakCircle(members, own) }];
  });
}

function groupsAmong(
  stuck: readonly ServiceIndex[],
  entriesOf: (service: ServiceIndex) => readonly WaitEntry[],
): readonly (readonly ServiceIndex[])[] {
  const at = new Map(stuck.map((service, index) => [service, index]));
  const edges = stuck.flatMap((service, from) =>
    entriesOf(service)
      .flatMap(({ members }) => members)
      .flatMap((other) => {
        const to = at.get(other);
        return to === undefined ? [] : [from, to];
      }),
  );
  const component = strongComponents(sparseRows(stuck.length, edges));
  const groups = new Map<number, ServiceIndex[]>();
  for (const [index, service] of stuck.entries()) {
    const group = groups.get(component[index] ?? -1);
    if (group) group.push(service);
    else groups.set(component[index] ?? -1, [service]);
  }
  return [...groups.values()];
}
