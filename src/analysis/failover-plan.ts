import type { Replica, Seconds, Service } from '../model/model.js';
import { capacityOf, enough, isServing, votesNeeded, votesOf } from './own-state.js';
import { atSide, worst, type Side } from './side.js';
import { holdsData, replicaStaleness } from './staleness.js';

/** Replicas that a failover promotes, in the order taken; or why there are not enough of them. */
export type FailoverPlan =
  | { readonly taken: readonly Replica[]; readonly startup: Seconds; readonly unknownStartup: boolean }
  | { readonly closed: 'none-declared' | 'lost-too' | 'no-data' | 'site-full' | 'no-capacity' | 'no-votes' };

/** 0 for a hot one, where nothing is said. */
export function startupOf({ startup, readiness }: Replica, side: Side): Seconds {
  return startup ?? (readiness === 'hot' ? 0 : atSide(undefined, side));
}

/** Whether it could be promoted, as far as its role goes. */
export function isStandby({ role, promotable }: Replica): boolean {
  return role === 'standby' || (role === 'replica' && promotable !== false);
}

/** The replicas that could be promoted, as far as they themselves go. */
export function candidatesOf(service: Service, lost: (at: number) => boolean): Replica[] {
  return service.replicas.filter(
    (replica, at) => isStandby(replica) && !lost(at) && (!service.stateful || holdsData(replica)),
  );
}

/**
 * Takes the surviving candidates in order of startup until capacity (where any replica declares it) and votes
 * suffice: no other choice has a smaller largest startup. Of equally fast ones the freshest goes first, then the
 * largest. `full` says which candidates find no room where they would run.
 */
export function failoverPlan(
  service: Service,
  lost: (at: number) => boolean,
  full: (replica: Replica) => boolean,
  side: Side,
): FailoverPlan {
  const surviving = service.replicas.filter((_, at) => !lost(at));
  const candidates = candidatesOf(service, lost);
  const order = candidates.filter((replica) => !full(replica));
  if (order.length > 1) order.sort((a, b) => bySpeed(a, b, side));
  const taken: Replica[] = [];
  let startup = 0;
  for (const replica of order) {
    taken.push(replica);
    startup = Math.max(startup, startupOf(replica, side));
    if (!hasVotes(service, surviving, taken) || !hasCapacity(service, surviving, taken, side)) continue;
    return { taken, startup, unknownStartup: taken.some((one) => startupOf(one, worst) === Infinity) };
  }
  if (taken.length > 0) return { closed: hasVotes(service, surviving, taken) ? 'no-capacity' : 'no-votes' };
  if (candidates.length > 0) return { closed: 'site-full' };
  if (!service.replicas.some(isStandby)) return { closed: 'none-declared' };
  return { closed: surviving.some(isStandby) ? 'no-data' : 'lost-too' };
}

function bySpeed(a: Replica, b: Replica, side: Side): number {
  return (
    compare(startupOf(a, side), startupOf(b, side)) ||
    compare(replicaStaleness(a, side), replicaStaleness(b, side)) ||
    compare(replicaStaleness(a, worst), replicaStaleness(b, worst)) ||
    compare(capacityOf(b, side), capacityOf(a, side))
  );
}

function hasVotes(service: Service, surviving: readonly Replica[], taken: readonly Replica[]): boolean {
  if (service.quorum === undefined) return true;
  // A promoted standby votes 1.
  const votes = (replica: Replica): number =>
    replica.role === 'standby' && taken.includes(replica) ? Math.max(1, votesOf(replica)) : votesOf(replica);
  return surviving.reduce((sum, replica) => sum + votes(replica), 0) >= votesNeeded(service);
}

function hasCapacity(service: Service, surviving: readonly Replica[], taken: readonly Replica[], side: Side): boolean {
  if (!service.replicas.some(({ capacity }) => capacity !== undefined)) return true;
  let share = 0;
  for (const replica of surviving)
    if (isServing(replica) || taken.includes(replica)) share += capacityOf(replica, side);
  return enough(share, service.minCapacity);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
