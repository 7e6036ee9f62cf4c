import type { Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import { lagOf, unknownAmount } from './data-loss.js';
import { candidates } from './failover-candidates.js';
import type { Loss } from './loss.js';
import { capacityOf, isServing, survivors, votesNeeded, votesOf } from './own-state.js';
import type { SiteLimits } from './site-limits.js';

/** "`startup`: 0 if `readiness: hot`"; otherwise left out is unknown. */
export function startupOf(replica: ReplicaFacts, bound: Bound): number {
  return replica.startup ?? (replica.readiness === 'hot' ? 0 : unknownAmount(undefined, bound));
}

/** "with `quorum` only what brings the votes back (a promoted standby votes 1)". */
function votesOnceServing(replica: ReplicaFacts): number {
  return replica.role === 'standby' ? Math.max(1, votesOf(replica)) : votesOf(replica);
}

/**
 * "Taken in order of startup until capacity (where any replica declares it) and votes suffice". Undefined: they never
 * suffice. Of equally fast ones the freshest goes first (one whose lag is known before one that
 * might be as fresh), then the largest.
 */
export function failoverPlan(
  service: ServiceFacts,
  loss: Loss,
  limits: SiteLimits | undefined,
  bound: Bound,
): readonly ReplicaFacts[] | undefined {
  const order = candidates(service, loss, bound)
    .filter((replica) => limits === undefined || !limits.closed(service, replica, bound))
    .sort(
      (a, b) =>
        compare(startupOf(a, bound), startupOf(b, bound)) ||
        compare(lagOf(a, bound), lagOf(b, bound)) ||
        compare(lagOf(a, 'worst'), lagOf(b, 'worst')) ||
        compare(capacityOf(b, bound), capacityOf(a, bound)),
    );
  const alive = survivors(service, loss, bound);
  const taken: ReplicaFacts[] = [];
  for (const replica of order) {
    taken.push(replica);
    if (suffices(service, alive, taken, bound)) return taken;
  }
  return undefined;
}

function suffices(
  service: ServiceFacts,
  alive: readonly ReplicaFacts[],
  taken: readonly ReplicaFacts[],
  bound: Bound,
): boolean {
  if (service.quorum !== undefined) {
    let votes = 0;
    for (const replica of alive) votes += taken.includes(replica) ? votesOnceServing(replica) : votesOf(replica);
    if (votes < votesNeeded(service)) return false;
  }
  if (service.replicas.some((replica) => replica.capacity !== undefined)) {
    let share = 0;
    for (const replica of alive) {
      if (isServing(replica) || taken.includes(replica)) share += capacityOf(replica, bound);
    }
    if (share < service.minCapacity) return false;
  }
  return true;
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
