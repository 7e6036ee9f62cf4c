import type { DomainIndex, Model, Replica, Service, ServiceIndex } from '../model/model.js';
import { candidatesOf } from './failover-plan.js';
import { isServing, up } from './own-state.js';
import type { PromiseResult } from './promises.js';
import { isTooMuch, roomOf } from './room.js';
import { best, worst } from './side.js';
import type { Solution, Solver } from './solver.js';
import { enclosing } from './within.js';

/** A place that cannot hold all that runs there and all that would fail over into it after one loss. */
export interface CrowdedSite {
  readonly site: DomainIndex;
  readonly loss: DomainIndex;
  /** With a serving copy there that surely survives; in order. */
  readonly running: readonly Occupant[];
  /** Surely not fine, with a standby there; in order. Never one of those that run there. */
  readonly coming: readonly Occupant[];
  /** Of those that would come: with a failover that finds no room, and a promise that is not kept. In no order. */
  readonly turnedAway: readonly ServiceIndex[];
  /** What all of them take, as far as it is known: more than the place's capacity. */
  readonly demand: number;
}

export interface Occupant {
  readonly service: ServiceIndex;
  /** In the unit of `demand`; `undefined` where that is not stated. */
  readonly room: number | undefined;
}

/**
 * Looks at the losses in which some promise is not kept; one about data too, since whoever finds no room may come back
 * in time from a backup, with what that lacks. `lossOf` solves the loss of a domain.
 */
export function crowdedSites(
  solver: Solver,
  promises: readonly PromiseResult[],
  lossOf: (domain: DomainIndex) => Solution,
): readonly CrowdedSite[] {
  const { model } = solver;
  const open = promises.filter(({ verdict }) => verdict === 'broken' || verdict === 'unknown');
  const byLoss = new Map<DomainIndex, PromiseResult[]>();
  for (const promise of open) {
    if (promise.worst === undefined) continue;
    const others = byLoss.get(promise.worst);
    if (others) others.push(promise);
    else byLoss.set(promise.worst, [promise]);
  }
  const within = servicesWithin(model);
  return [...byLoss]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([loss, here]) => {
      const solution = lossOf(loss);
      // Data that only others lose has nothing to do with room for this one.
      const isOwn = ({ service, objective, target = 0 }: PromiseResult): boolean =>
        objective === 'rto' || solution.ownLossOf(service).worst > target;
      const notKept = new Set(here.filter(isOwn).map(({ service }) => service));
      const sites = new Map<DomainIndex, ServiceIndex[]>();
      for (const service of solution.suspects()) {
        const site = siteThatIsFull(solution, service);
        if (site !== undefined && notKept.has(service)) sites.set(site, [...(sites.get(site) ?? []), service]);
      }
      return [...sites].flatMap(([site, turnedAway]) => {
        const crowd = crowdAt(solver, solution, site, within.get(site) ?? []);
        const limit = model.domains[site]?.capacity ?? Infinity;
        return isTooMuch(crowd.demand, limit) ? [{ site, loss, turnedAway, ...crowd }] : [];
      });
    });
}

function siteThatIsFull(solution: Solution, service: ServiceIndex): DomainIndex | undefined {
  for (const { sides } of solution.optionsOf(service)) {
    const side = sides[worst];
    if (!side.open && side.obstacle.reason === 'site-full') return side.obstacle.domain;
  }
  return undefined;
}

/** Only what is sure to run there or to come: an unknown place makes a promise unknown, but no crowd. */
function crowdAt(
  { model }: Solver,
  solution: Solution,
  site: DomainIndex,
  within: readonly Service[],
): Pick<CrowdedSite, 'running' | 'coming' | 'demand'> {
  const lost = (service: ServiceIndex, at: number): boolean => solution.replicaLost(service, at, worst);
  // A stretched copy may run in any of its places.
  const isHere = ({ at = [] }: Replica): boolean => {
    const left = at.filter((place) => !solution.placeLost(place, best));
    return left.length > 0 && left.every((place) => enclosing(model, place).includes(site));
  };
  const running = ({ index, replicas }: Service): readonly Replica[] =>
    replicas.filter((replica, at) => isServing(replica) && isHere(replica) && !lost(index, at));
  const coming = (service: Service): readonly Replica[] =>
    solution.ownStateOf(service.index, best).state === up
      ? []
      : candidatesOf(service, (at) => lost(service.index, at)).filter(isHere);
  const crowd = { running: new Array<Occupant>(), coming: new Array<Occupant>(), demand: 0 };
  for (const service of within) {
    const there = running(service);
    const all = [...there, ...coming(service)];
    if (all.length === 0) continue;
    const room = service.demand === undefined ? undefined : roomOf(service, all, best);
    crowd[there.length > 0 ? 'running' : 'coming'].push({ service: service.index, room });
    crowd.demand += room ?? 0;
  }
  return crowd;
}

/** By place with a capacity: the services with a copy in it, or in a place inside it; in order. */
function servicesWithin(model: Model): ReadonlyMap<DomainIndex, readonly Service[]> {
  const found = new Map<DomainIndex, Service[]>();
  for (const service of model.services) {
    const places = new Set(service.replicas.flatMap(({ at = [] }) => at));
    for (const site of new Set([...places].flatMap((place) => enclosing(model, place)))) {
      if (model.domains[site]?.capacity === undefined) continue;
      const others = found.get(site);
      if (others) others.push(service);
      else found.set(site, [service]);
    }
  }
  return found;
}
