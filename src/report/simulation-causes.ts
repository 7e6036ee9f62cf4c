import { blockers } from '../analysis/blockers.js';
import type { Deadlock } from '../analysis/deadlocks.js';
import type { ServiceOutcome } from '../analysis/outcome.js';
import { best } from '../analysis/side.js';
import type { Solution, Solver } from '../analysis/solver.js';
import type { ServiceIndex } from '../model/model.js';
import { tellCycle } from '../narrative/tell-derivation.js';
import { tellHopeless } from '../narrative/tell-hopeless.js';
import type { SimulatedCause } from './simulation.js';

/** Why services never come back, even with every unknown at its best: circles, and services without a way back. */
export function simulatedCauses(
  solver: Solver,
  solution: Solution,
  outcomes: ReadonlyMap<ServiceIndex, ServiceOutcome>,
  deadlocks: readonly Deadlock[],
): readonly SimulatedCause[] {
  const { model } = solver;
  const id = (service: ServiceIndex): string => model.services[service]?.id ?? '';
  const stuck = [...outcomes.keys()].filter((service) => solution.readyAt(service, best) === Infinity);
  const found = new Map(stuck.map((service) => [service, blockers(solver, solution, service, best)]));
  const waiting = new Map<ServiceIndex, ServiceIndex[]>();
  for (const service of stuck) {
    for (const { service: other } of found.get(service)?.waits ?? []) add(waiting, other, service);
  }
  const hopeless = new Set(stuck.filter((service) => found.get(service)?.hopeless === true));
  // As in an audit: whoever has no way back either is held up by that.
  const heldUpBy = (culprits: readonly ServiceIndex[]): readonly string[] => {
    const reached = new Set(culprits);
    for (const service of reached) for (const waiter of waiting.get(service) ?? []) reached.add(waiter);
    return [...reached]
      .filter((one) => !culprits.includes(one) && !hopeless.has(one))
      .map(id)
      .sort();
  };
  const causes = [
    ...deadlocks.map(({ members, circle }) => ({
      services: circle.map(id),
      circular: true,
      because: `${circle.length === 1 ? 'waits for itself' : 'wait in a circle'}, ${tellCycle(model, circle)}`,
      holdsUp: heldUpBy(members),
    })),
    ...[...hopeless].flatMap((culprit) => {
      const service = model.services[culprit];
      const outcome = outcomes.get(culprit);
      if (service === undefined || outcome === undefined) return [];
      return [
        {
          services: [service.id],
          circular: false,
          because: tellHopeless(model, service, outcome.best),
          holdsUp: heldUpBy([culprit]),
        },
      ];
    }),
  ];
  return causes.sort((a, b) => b.holdsUp.length - a.holdsUp.length);
}

function add(lists: Map<ServiceIndex, ServiceIndex[]>, key: ServiceIndex, value: ServiceIndex): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
