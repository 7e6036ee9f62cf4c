import type { DomainIndex, Model, Replica, Service, ServiceIndex } from '../model/model.js';
import { candidatesOf } from './failover-plan.js';
import { isServing } from './own-state.js';
import { best, worst, type Side } from './side.js';
import type { Survival } from './survival.js';

/** Which places have no room left for what would fail over into them. Answers are about the event prepared last. */
export interface SiteLimits {
  /** Whether any place has a limit. */
  readonly any: boolean;
  /** `impaired`: the services whose own state is, or may be, not fine. */
  readonly prepare: (impaired: readonly ServiceIndex[]) => void;
  /** The place without room, if the replica would find none anywhere it may run. */
  readonly full: (service: Service, replica: Replica, side: Side) => DomainIndex | undefined;
}

/**
 * Where a location declares `capacity`: the known demand of what runs in it and of what would come, a service
 * counted once with its whole demand. At best only what surely runs there is in the way of one newcomer; at
 * worst all that may run there and all that may come.
 */
export function siteLimits(model: Model, survives: Survival): SiteLimits {
  const limited = new Set(model.domains.filter(({ capacity }) => capacity !== undefined).map(({ index }) => index));
  const enclosing = (place: DomainIndex): readonly DomainIndex[] => {
    const sites: DomainIndex[] = [];
    for (let at: DomainIndex | undefined = place; at !== undefined; at = model.domains[at]?.parent) {
      if (limited.has(at)) sites.push(at);
    }
    return sites;
  };
  const sitesOf = ({ at }: Replica): readonly DomainIndex[] =>
    (at ?? []).filter((place) => !survives.placeLost(place, best)).flatMap(enclosing);
  const residents = limited.size === 0 ? new Map<DomainIndex, Service[]>() : residentsBySite(model, enclosing);
  let newcomers = new Map<DomainIndex, Set<ServiceIndex>>();

  const runsAt = (service: Service, site: DomainIndex, side: Side): boolean =>
    service.replicas.some(
      (replica, at) =>
        isServing(replica) && !survives.replicaLost(service.index, at, side) && sitesOf(replica).includes(site),
    );
  const load = (service: Service, site: DomainIndex, side: Side): number => {
    const counted = new Set(side === worst ? newcomers.get(site) : undefined);
    counted.add(service.index);
    for (const other of residents.get(site) ?? []) {
      if (runsAt(other, site, side === best ? worst : best)) counted.add(other.index);
    }
    return [...counted].reduce((sum, index) => sum + (model.services[index]?.demand ?? 0), 0);
  };
  const overfull = (service: Service, site: DomainIndex, side: Side): boolean =>
    load(service, site, side) > (model.domains[site]?.capacity ?? Infinity);

  return {
    any: limited.size > 0,
    prepare: (impaired) => {
      newcomers = new Map();
      if (limited.size === 0) return;
      for (const index of impaired) {
        const service = model.services[index];
        if (service === undefined) continue;
        const candidates = candidatesOf(service, (at) => survives.replicaLost(index, at, best));
        for (const site of candidates.flatMap(sitesOf)) {
          const others = newcomers.get(site);
          if (others) others.add(index);
          else newcomers.set(site, new Set([index]));
        }
      }
    },
    full: (service, replica, side) => {
      if (limited.size === 0) return undefined;
      const places = (replica.at ?? []).filter((place) => !survives.placeLost(place, best));
      const full = places.map((place) => enclosing(place).find((site) => overfull(service, site, side)));
      return full.every((site) => site !== undefined) ? full[0] : undefined;
    },
  };
}

/** Services with a serving replica in each limited place, in order. */
function residentsBySite(
  { services }: Model,
  enclosing: (place: DomainIndex) => readonly DomainIndex[],
): Map<DomainIndex, Service[]> {
  const residents = new Map<DomainIndex, Service[]>();
  for (const service of services) {
    const places = service.replicas.filter(isServing).flatMap(({ at }) => at ?? []);
    for (const site of new Set(places.flatMap(enclosing))) {
      const others = residents.get(site);
      if (others) others.push(service);
      else residents.set(site, [service]);
    }
  }
  return residents;
}
