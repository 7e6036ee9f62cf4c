import type { DomainIndex, Model, Replica, Service, ServiceIndex } from '../model/model.js';
import { candidatesOf } from './failover-plan.js';
import type { KnownKinds } from './known-kinds.js';
import { isServing } from './own-state.js';
import { isTooMuch, roomOf } from './room.js';
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
 * Where a location declares `capacity`: the known demand of what runs in it and of what would come, each copy with its
 * share. At best only what surely runs there is in the way of one newcomer; at worst all that may run there and all that
 * may come, also from places of which nobody says whether they lie in it.
 */
export function siteLimits(model: Model, survives: Survival, kinds: KnownKinds): SiteLimits {
  const limited = model.domains.filter(({ capacity }) => capacity !== undefined).map(({ index }) => index);
  const { around, perhapsAround } = sitesAround(model, limited, kinds);
  const sitesAt = (place: DomainIndex, side: Side): readonly DomainIndex[] =>
    side === best ? around(place) : [...around(place), ...perhapsAround(place)];
  const standing = ({ at }: Replica): readonly DomainIndex[] | undefined =>
    at?.filter((place) => !survives.placeLost(place, best));
  /** At best what a stretched replica stands in with all its places, since it may run in any; at worst also whatever one without a place may stand in. */
  const sitesOf = (replica: Replica, side: Side): readonly DomainIndex[] => {
    const places = standing(replica);
    if (side === worst) return places?.flatMap((place) => sitesAt(place, worst)) ?? limited;
    const [first, ...others] = (places ?? []).map((place) => sitesAt(place, best));
    return first?.filter((site) => others.every((sites) => sites.includes(site))) ?? [];
  };
  const residents = limited.length === 0 ? new Map<DomainIndex, Service[]>() : residentsBySite(model, sitesOf);
  let newcomers = new Map<DomainIndex, Map<ServiceIndex, Replica[]>>();

  const runningAt = (service: Service, site: DomainIndex, side: Side): readonly Replica[] =>
    service.replicas.filter(
      (replica, at) =>
        isServing(replica) &&
        !survives.replicaLost(service.index, at, side === best ? worst : best) &&
        sitesOf(replica, side).includes(site),
    );
  const overfull = (service: Service, replica: Replica, site: DomainIndex, side: Side): boolean => {
    const coming = new Map<ServiceIndex, readonly Replica[]>(side === worst ? newcomers.get(site) : undefined);
    coming.set(service.index, [...new Set([...(coming.get(service.index) ?? []), replica])]);
    let room = 0;
    for (const other of residents.get(site) ?? []) {
      const copies = runningAt(other, site, side);
      room += roomOf(other, [...copies, ...(coming.get(other.index) ?? [])], side);
      coming.delete(other.index);
    }
    for (const [index, copies] of coming) {
      const other = model.services[index];
      if (other !== undefined) room += roomOf(other, copies, side);
    }
    return isTooMuch(room, model.domains[site]?.capacity ?? Infinity);
  };

  return {
    any: limited.length > 0,
    prepare: (impaired) => {
      newcomers = new Map();
      if (limited.length === 0) return;
      for (const index of impaired) {
        const service = model.services[index];
        if (service === undefined) continue;
        const candidates = candidatesOf(service, (at) => survives.replicaLost(index, at, best));
        for (const replica of candidates) {
          for (const site of new Set(sitesOf(replica, worst))) {
            const others = newcomers.get(site) ?? new Map<ServiceIndex, Replica[]>();
            newcomers.set(site, others.set(index, [...(others.get(index) ?? []), replica]));
          }
        }
      }
    },
    full: (service, replica, side) => {
      if (limited.length === 0) return undefined;
      const full = (standing(replica) ?? []).map((place) =>
        sitesAt(place, side).find((site) => overfull(service, replica, site, side)),
      );
      return full.every((site) => site !== undefined) ? full[0] : undefined;
    },
  };
}

type SitesAt = (place: DomainIndex) => readonly DomainIndex[];

/** The limited places that a place surely lies in, and those that it may lie in besides, as far as its own place is known. */
function sitesAround(
  { domains }: Model,
  limited: readonly DomainIndex[],
  kinds: KnownKinds,
): { readonly around: SitesAt; readonly perhapsAround: SitesAt } {
  const enclosing = (place: DomainIndex): readonly DomainIndex[] => {
    const all: DomainIndex[] = [];
    for (let at: DomainIndex | undefined = place; at !== undefined; at = domains[at]?.parent) all.push(at);
    return all;
  };
  /** In another of the same kind, or in another of the kind of what the site lies in, it stands elsewhere. */
  const mayLieIn = (place: DomainIndex, site: DomainIndex): boolean =>
    enclosing(site).every((at) => {
      const known = kinds.ofKind(place, domains[at]?.kind ?? '');
      return known.length === 0 || known.includes(at);
    });
  const memory = new Map<DomainIndex, readonly DomainIndex[]>();
  return {
    around: (place) => enclosing(place).filter((at) => domains[at]?.capacity !== undefined),
    perhapsAround: (place) => {
      const before = memory.get(place);
      if (before !== undefined) return before;
      const sure = new Set(enclosing(place));
      const found = limited.filter((site) => !sure.has(site) && mayLieIn(place, site));
      memory.set(place, found);
      return found;
    },
  };
}

/** Services with a serving replica that is, or may be, in each limited place, in order. */
function residentsBySite(
  { services }: Model,
  sitesOf: (replica: Replica, side: Side) => readonly DomainIndex[],
): Map<DomainIndex, Service[]> {
  const residents = new Map<DomainIndex, Service[]>();
  for (const service of services) {
    const serving = service.replicas.filter(isServing);
    for (const site of new Set(serving.flatMap((replica) => sitesOf(replica, worst)))) {
      const others = residents.get(site);
      if (others) others.push(service);
      else residents.set(site, [service]);
    }
  }
  return residents;
}
