import type { DomainIndex, Replica, Service, ServiceIndex } from '../model/model.js';
import { candidatesOf } from './failover-plan.js';
import { isServing, up } from './own-state.js';
import type { PromiseResult } from './promises.js';
import { best, worst } from './side.js';
import type { Solution, Solver } from './solver.js';
import { enclosing } from './within.js';

/** A place that cannot hold all that runs there and all that would fail over into it after one loss. */
export interface CrowdedSite {
  readonly site: DomainIndex;
  readonly loss: DomainIndex;
  /** With a serving copy there that surely survives; in order. */
  readonly running: readonly ServiceIndex[];
  /** Surely not fine, with a standby there; in order. Never one of those that run there. */
  readonly coming: readonly ServiceIndex[];
  /** Of those that would come: with a failover that finds no room, and a promise that is not kept. In no order. */
  readonly turnedAway: readonly ServiceIndex[];
  /** Known demand of all of them, above the place's capacity. */
  readonly demand: number;
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
  const losses = [...new Set(open.flatMap(({ worst: domain }) => domain ?? []))].sort((a, b) => a - b);
  return losses.flatMap((loss) => {
    const solution = lossOf(loss);
    // Data that only others lose has nothing to do with room for this one.
    const isOwn = ({ service, objective, target = 0 }: PromiseResult): boolean =>
      objective === 'rto' || solution.ownLossOf(service).worst > target;
    const notKept = new Set(open.filter((one) => one.worst === loss && isOwn(one)).map(({ service }) => service));
    const sites = new Map<DomainIndex, ServiceIndex[]>();
    for (const service of solution.suspects()) {
      const site = siteThatIsFull(solution, service);
      if (site !== undefined && notKept.has(service)) sites.set(site, [...(sites.get(site) ?? []), service]);
    }
    return [...sites].flatMap(([site, turnedAway]) => {
      const crowd = crowdAt(solver, solution, site);
      const limit = model.domains[site]?.capacity ?? Infinity;
      return crowd.demand > limit ? [{ site, loss, turnedAway, ...crowd }] : [];
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
): Pick<CrowdedSite, 'running' | 'coming' | 'demand'> {
  const lost =
    ({ index }: Service) =>
    (at: number) =>
      solution.replicaLost(index, at, worst);
  const isHere = ({ at = [] }: Replica): boolean =>
    at.some((place) => !solution.placeLost(place, worst) && enclosing(model, place).includes(site));
  const runs = (service: Service): boolean =>
    service.replicas.some((replica, at) => isServing(replica) && isHere(replica) && !lost(service)(at));
  const comes = (service: Service): boolean =>
    solution.ownStateOf(service.index, best).state !== up && candidatesOf(service, lost(service)).some(isHere);
  const running = model.services.filter(runs);
  const coming = model.services.filter((service) => !runs(service) && comes(service));
  return {
    running: running.map(({ index }) => index),
    coming: coming.map(({ index }) => index),
    demand: [...running, ...coming].reduce((sum, { demand = 0 }) => sum + demand, 0),
  };
}
