import type { Seconds, ServiceIndex } from '../model/model.js';
import type { ServiceGraph } from './service-graph.js';
import { rowOf } from './sparse-rows.js';

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
  for (let service = queue.pop(); service !== undefined; service = queue.pop()) {
    for (const index of rowOf(graph.neededIn, service)) {
      const need = graph.needs[index];
      if (need?.kind !== 'hard') continue;
      raise(need.owner, Math.min(...need.members.map((member) => loss.get(member) ?? 0)));
    }
  }
  return loss;
}
