import type { Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import type { Loss } from './loss.js';
import { remembered } from './remembered.js';

type Question<T> = (service: ServiceFacts, loss: Loss, bound: Bound) => T;

export type OwnState = 'fine' | 'degraded' | 'down';

/** "*Serving* replicas are `primary` and `active`." */
export function isServing(replica: ReplicaFacts): boolean {
  return replica.role === 'primary' || replica.role === 'active';
}

/** "Voters have `votes` (default 1; 0 for standby); witnesses vote". */
export function votesOf(replica: ReplicaFacts): number {
  return replica.votes ?? (replica.role === 'standby' ? 0 : 1);
}

/** "majority of all votes, or the number". */
export function votesNeeded(service: ServiceFacts): number {
  if (typeof service.quorum === 'number') return service.quorum;
  let all = 0;
  for (const replica of service.replicas) all += votesOf(replica);
  return Math.floor(all / 2) + 1;
}

/** "one left out among them: optimistic 100%, pessimistic 0". Whole percents. */
export function capacityOf(replica: ReplicaFacts, bound: Bound): number {
  return replica.capacity ?? (bound === 'best' ? 100 : 0);
}

export const survivors: Question<readonly ReplicaFacts[]> = remembered((service, loss, bound) =>
  service.replicas.filter((replica) => !loss.replicaLost(service, replica, bound)),
);

/** "**Own state at t=0.**" */
export const ownState: Question<OwnState> = remembered((service, loss, bound) => {
  if (service.replicas.length === 0) return loss.withoutReplicasLost(service, bound) ? 'down' : 'fine';
  const alive = survivors(service, loss, bound);
  const serving = alive.filter(isServing);
  if (service.quorum !== undefined) {
    // "with `quorum`: fine iff surviving votes reach it … *and* a serving replica survives"
    let votes = 0;
    for (const replica of alive) votes += votesOf(replica);
    if (votes < votesNeeded(service) || serving.length === 0) return 'down';
  } else if (service.replicas.some((replica) => replica.role === 'primary')) {
    // "else, if any replica is `primary`: fine iff a primary survives"
    if (!serving.some((replica) => replica.role === 'primary')) return 'down';
  } else if (serving.length === 0) {
    // "else fine iff an `active` survives"
    return 'down';
  }
  // "and, if any serving replica declares `capacity` …: Σ surviving serving capacity ≥ `minCapacity`; less but above
  // 0 is *degraded*, which counts as not back"
  if (service.replicas.some((replica) => isServing(replica) && replica.capacity !== undefined)) {
    let share = 0;
    for (const replica of serving) share += capacityOf(replica, bound);
    if (share < service.minCapacity) return share > 0 ? 'degraded' : 'down';
  }
  return 'fine';
});
