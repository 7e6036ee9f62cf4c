import type { Replica, Seconds, Service } from '../model/model.js';
import { candidatesOf, startupOf, type FailoverPlan } from './failover-plan.js';
import type { Range } from './outcome.js';
import { capacityOf } from './own-state.js';
import { best, worst, type Side } from './side.js';
import { replicaStaleness } from './staleness.js';

/** What is known of the copies that a failover may take, in one loss. */
export interface FailoverDoubts {
  readonly replicaLost: (at: number, side: Side) => boolean;
  readonly isFull: (replica: Replica, side: Side) => boolean;
  /** At best and at worst. */
  readonly plans: readonly [FailoverPlan, FailoverPlan];
}

const noLoss: Range = { best: 0, worst: 0 };

/**
 * The data that a failover may cost: the least lag among the copies taken. The plans at best and at worst are only two of
 * all that may turn out, unless nothing unknown decides which copies are taken. So every copy counts that may be taken first;
 * where several are needed, for votes or capacity, at best also those that may come along, and at worst none of them,
 * since they can only be fresher.
 */
export function failoverLoss(service: Service, doubts: FailoverDoubts): Range {
  const { plans, replicaLost, isFull } = doubts;
  const taken = plans.flatMap((plan) => ('taken' in plan ? [plan.taken] : []));
  if (taken.length === 0 || !service.stateful) return noLoss;
  const several = service.quorum !== undefined || service.replicas.some(({ capacity }) => capacity !== undefined);
  if (several && isSettled(service, doubts)) {
    const freshest = (side: Side): readonly Seconds[] =>
      taken.map((copies) => Math.min(...copies.map((replica) => replicaStaleness(replica, side))));
    return { best: Math.min(...freshest(best)), worst: Math.max(...freshest(worst)) };
  }
  const candidates = (side: Side): readonly Replica[] =>
    candidatesOf(service, (at) => replicaLost(at, side)).filter((replica) => !isFull(replica, side));
  const sure = candidates(worst);
  const first = candidates(best).filter((replica) => !sure.some((other) => isSurelyBefore(other, replica)));
  const takeable = several ? candidates(best) : first;
  return {
    best: Math.min(...takeable.map((replica) => replicaStaleness(replica, best))),
    worst: Math.max(
      ...first.map((replica) => {
        // Of equally fast ones the freshest goes first.
        const rivals = sure.filter((other) => startupOf(other, worst) <= startupOf(replica, best));
        return Math.min(...[replica, ...rivals].map((one) => replicaStaleness(one, worst)));
      }),
    ),
  };
}

/** Whether the same copies are taken whatever turns out. */
function isSettled(service: Service, { replicaLost, isFull }: FailoverDoubts): boolean {
  if (service.replicas.some((_, at) => replicaLost(at, best) !== replicaLost(at, worst))) return false;
  const declared = service.replicas.some(({ capacity }) => capacity !== undefined);
  const survivors = service.replicas.filter((_, at) => !replicaLost(at, best));
  if (declared && survivors.some((replica) => capacityOf(replica, best) !== capacityOf(replica, worst))) return false;
  const candidates = candidatesOf(service, (at) => replicaLost(at, best));
  if (candidates.length < 2) return true;
  return candidates.every(
    (replica) =>
      startupOf(replica, best) === startupOf(replica, worst) && isFull(replica, best) === isFull(replica, worst),
  );
}

function isSurelyBefore(one: Replica, other: Replica): boolean {
  return startupOf(one, worst) < startupOf(other, best);
}
