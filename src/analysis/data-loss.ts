import type { Seconds, ServiceIndex } from '../model/model.js';
import { scratchNumbers, type ScratchNumbers } from './scratch-numbers.js';
import { hard, type ServiceGraph } from './service-graph.js';

/** Works out losses; one memory for many events. The answer is valid until the next one. */
export type SpreadLoss = (own: ScratchNumbers) => ScratchNumbers;

/**
 * Loss with dependencies: max(own loss, loss of the hard dependencies; of an `anyOf` the least). Least fixpoint from
 * below: a value only ever rises to that of another service, so it ends. Services that are missing lose nothing.
 */
export function lossOver(graph: ServiceGraph): SpreadLoss {
  const { neededIn, kind, needs, owner, only } = graph;
  const loss = scratchNumbers(graph.group.length, 0);
  const queue: ServiceIndex[] = [];
  const raise = (service: ServiceIndex, seconds: Seconds): void => {
    if (seconds <= loss.get(service)) return;
    loss.set(service, seconds);
    queue.push(service);
  };
  return (own) => {
    loss.clear();
    for (const service of own.keys()) raise(service, own.get(service));
    for (let service = queue.pop(); service !== undefined; service = queue.pop()) {
      const end = neededIn.starts[service + 1] ?? 0;
      for (let at = neededIn.starts[service] ?? 0; at < end; at += 1) {
        const index = neededIn.items[at] ?? 0;
        if (kind[index] !== hard) continue;
        const member = only[index] ?? -1;
        raise(owner[index] ?? 0, member === -1 ? leastOf(needs[index]?.members ?? [], loss) : loss.get(member));
      }
    }
    return loss;
  };
}

function leastOf(members: readonly ServiceIndex[], loss: ScratchNumbers): Seconds {
  let least = Infinity;
  for (const member of members) least = Math.min(least, loss.get(member));
  return least;
}
