import type { Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import { holdsData } from './data-loss.js';
import type { Loss } from './loss.js';
import { survivors } from './own-state.js';

/**
 * "surviving `standby`s that hold data where the service is stateful (not `replication: none`), and `replica`s unless
 * `promotable: false`".
 */
export function candidates(service: ServiceFacts, loss: Loss, bound: Bound): readonly ReplicaFacts[] {
  return survivors(service, loss, bound).filter((replica) => {
    if (service.stateful && !holdsData(replica)) return false;
    return replica.role === 'standby' || (replica.role === 'replica' && replica.promotable !== false);
  });
}
