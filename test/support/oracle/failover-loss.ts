import type { Bound, ReplicaFacts, ServiceFacts } from './facts.js';
import { lagOf } from './data-loss.js';
import { candidates } from './failover-candidates.js';
import { failoverPlan, startupOf } from './failover.js';
import type { Loss } from './loss.js';
import { capacityOf } from './own-state.js';
import type { SiteLimits } from './site-limits.js';

/**
 * "loss = the least lag among those taken". Where an unknown decides which are taken, any that may be taken counts at
 * best; at worst any that may be the first, or one as fast and fresher that surely comes along.
 */
export function failoverLoss(
  service: ServiceFacts,
  loss: Loss,
  limits: SiteLimits,
): { readonly best: number; readonly worst: number } {
  const plans = (['best', 'worst'] as const).flatMap((bound) => {
    const plan = failoverPlan(service, loss, limits, bound);
    return plan === undefined ? [] : [plan];
  });
  const least = (copies: readonly ReplicaFacts[], bound: Bound): number =>
    Math.min(...copies.map((replica) => lagOf(replica, bound)));
  const oneIsEnough = service.quorum === undefined && service.replicas.every(({ capacity }) => capacity === undefined);
  if (!oneIsEnough && !hangsOnUnknowns(service, loss, limits))
    return {
      best: Math.min(...plans.map((plan) => least(plan, 'best'))),
      worst: Math.max(...plans.map((plan) => least(plan, 'worst'))),
    };
  const may = open(service, loss, limits, 'best');
  const surely = open(service, loss, limits, 'worst');
  const first = may.filter((one) => surely.every((other) => startupOf(other, 'worst') >= startupOf(one, 'best')));
  return {
    best: least(oneIsEnough ? first : may, 'best'),
    worst: Math.max(
      ...first.map((one) => {
        const along = surely.filter((other) => startupOf(other, 'worst') <= startupOf(one, 'best'));
        return least([one, ...along], 'worst');
      }),
    ),
  };
}

function open(service: ServiceFacts, loss: Loss, limits: SiteLimits, bound: Bound): readonly ReplicaFacts[] {
  return candidates(service, loss, bound).filter((replica) => !limits.closed(service, replica, bound));
}

function hangsOnUnknowns(service: ServiceFacts, loss: Loss, limits: SiteLimits): boolean {
  const differs = (answer: (bound: Bound) => unknown): boolean => answer('best') !== answer('worst');
  if (service.replicas.some((replica) => differs((bound) => loss.replicaLost(service, replica, bound)))) return true;
  const shares = service.replicas.some(({ capacity }) => capacity !== undefined);
  const alive = service.replicas.filter((replica) => !loss.replicaLost(service, replica, 'best'));
  if (shares && alive.some((replica) => differs((bound) => capacityOf(replica, bound)))) return true;
  const rivals = candidates(service, loss, 'best');
  return (
    rivals.length > 1 &&
    rivals.some(
      (replica) =>
        differs((bound) => startupOf(replica, bound)) || differs((bound) => limits.closed(service, replica, bound)),
    )
  );
}
