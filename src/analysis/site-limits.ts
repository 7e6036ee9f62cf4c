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
  /** `suspects`: the services of which something is, or may be, lost; `impaired`: those whose own state is, or may be, not fine. */
  readonly prepare: (suspects: readonly ServiceIndex[], impaired: readonly ServiceIndex[]) => void;
  /** The place without room, if the replica would find none anywhere it may run. */
  readonly full: (service: Service, replica: Replica, side: Side) => DomainIndex | undefined;
}

/**
 * Where a location declares `capacity`: the known demand of what runs in it and of what would come, each copy with its
 * share. At best only what surely runs there is in the way of one newcomer; at worst all that may run there and all that
 * may come, also from places of which nobody says whether they lie in it. What runs where with nothing lost is summed up
 * once; a loss costs what it touches.
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
  const numberOf = new Map(limited.map((site, number) => [site, number]));
  /** The copies of a service that run, or may run, in each limited place. */
  const runningOf = (service: Service, side: Side): Copies => {
    const running: Copies = new Map();
    for (const [at, replica] of service.replicas.entries()) {
      if (!isServing(replica) || survives.replicaLost(service.index, at, side === best ? worst : best)) continue;
      for (const site of new Set(sitesOf(replica, side))) running.set(site, [...(running.get(site) ?? []), replica]);
    }
    return running;
  };
  const add = (rooms: Float64Array, service: Service, running: Copies, side: Side, sign: number): void => {
    for (const [site, copies] of running) {
      const number = numberOf.get(site) ?? 0;
      rooms[number] = (rooms[number] ?? 0) + sign * roomOf(service, copies, side);
    }
  };
  const usual = limited.length === 0 ? undefined : usualRunning(model, runningOf);
  const usualRooms = ([best, worst] as const).map((side) => {
    const rooms = new Float64Array(limited.length);
    for (const [service, sides] of usual ?? []) add(rooms, service, sides[side], side, 1);
    return rooms;
  });
  // A stretched copy stands in fewer places once one of them is lost, which need not touch it.
  const stretched = [...(usual?.keys() ?? [])].filter(({ replicas }) => replicas.some(({ at = [] }) => at.length > 1));
  let suspects: readonly ServiceIndex[] = [];
  let newcomers = new Map<DomainIndex, Map<ServiceIndex, Replica[]>>();
  const roomsNow: (Float64Array | undefined)[] = [];
  const comingNow = new Map<DomainIndex, number>();

  const taken = (side: Side): Float64Array => {
    const before = roomsNow[side];
    if (before !== undefined) return before;
    const rooms = new Float64Array(usualRooms[side] ?? []);
    for (const service of new Set([...suspects.flatMap((index) => model.services[index] ?? []), ...stretched])) {
      const sides = usual?.get(service);
      if (sides === undefined) continue;
      add(rooms, service, sides[side], side, -1);
      add(rooms, service, runningOf(service, side), side, 1);
    }
    roomsNow[side] = rooms;
    return rooms;
  };
  /** What newcomers take besides what they take there already, at worst. */
  const comingTo = (site: DomainIndex): number => {
    const before = comingNow.get(site);
    if (before !== undefined) return before;
    let room = 0;
    for (const [index, copies] of newcomers.get(site) ?? []) {
      const service = model.services[index];
      if (service === undefined) continue;
      const running = runningOf(service, worst).get(site) ?? [];
      room += roomOf(service, [...running, ...copies], worst) - roomOf(service, running, worst);
    }
    comingNow.set(site, room);
    return room;
  };
  const overfull = (service: Service, replica: Replica, site: DomainIndex, side: Side): boolean => {
    const all = (taken(side)[numberOf.get(site) ?? 0] ?? 0) + (side === worst ? comingTo(site) : 0);
    const coming = side === worst ? newcomers.get(site)?.get(service.index) : undefined;
    const own = [...(runningOf(service, side).get(site) ?? []), ...(coming ?? [])];
    const others = all - roomOf(service, own, side);
    return isTooMuch(
      others + roomOf(service, [...new Set([...own, replica])], side),
      model.domains[site]?.capacity ?? Infinity,
    );
  };

  return {
    any: limited.length > 0,
    prepare: (suspected, impaired) => {
      if (limited.length === 0) return;
      suspects = suspected;
      roomsNow.length = 0;
      comingNow.clear();
      newcomers = new Map();
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

/** Copies of one service, by limited place. */
type Copies = Map<DomainIndex, readonly Replica[]>;

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

/** What runs where with nothing lost, of every service that runs, or may run, in a limited place. */
function usualRunning(
  { services }: Model,
  runningOf: (service: Service, side: Side) => Copies,
): ReadonlyMap<Service, readonly [Copies, Copies]> {
  return new Map(
    services.flatMap((service) => {
      if (service.demand === undefined) return [];
      const sides = [runningOf(service, best), runningOf(service, worst)] as const;
      return sides[worst].size === 0 ? [] : [[service, sides] as const];
    }),
  );
}
