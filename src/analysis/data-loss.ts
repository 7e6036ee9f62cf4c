import type { Seconds, ServiceIndex } from '../model/model.js';
import { hard, type ServiceGraph } from './service-graph.js';

/**
 * Loss with dependencies: max(own loss, loss of the hard dependencies; of an `anyOf` the least). Least fixpoint from
 * below: a value only ever rises to that of another service, so it ends. Services that are missing lose nothing.
 */
export function spreadLoss(
  graph: ServiceGraph,
  own: ReadonlyMap<ServiceIndex, Seconds>,
): ReadonlyMap<ServiceIndex, Seconds> {
  const loss = new Map<ServiceIndex, Seconds>();
  const queue: ServiceIndex[] = [];
  const raise = (service: ServiceIndex, seconds: Seconds): void => {
    if (seconds <= (loss.get(service) ?? 0)) return;
    loss.set(service, seconds);
    queue.push(service);
  };
  for (const [service, seconds] of own) raise(service, seconds);
  const { neededIn, kind } = graph;
  for (let service = queue.pop(); service !== undefined; service = queue.pop()) {
    const end = neededIn.starts[service + 1] ?? 0;
    for (let at = neededIn.starts[service] ?? 0; at < end; at += 1) {
      const index = neededIn.items[at] ?? 0;
      if (kind[index] !== hard) continue;
      const need = graph.needs[index];
      if (need !== undefined) raise(need.owner, leastOf(need.members, loss));
    }
  }
  return loss;
}

function leastOf(members: readonly ServiceIndex[], loss: ReadonlyMap<ServiceIndex, Seconds>): Seconds {
  let least = Infinity;
  for (const member of members) least = Math.min(least, loss.get(member) ?? 0);
  return least;
}
