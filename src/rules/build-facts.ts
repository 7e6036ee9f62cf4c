import { blastRadii } from '../analysis/blast-radius.js';
import { accountsOf } from '../analysis/backup-survival.js';
import { crowdedSites } from '../analysis/crowded-sites.js';
import { drillsAbout } from '../analysis/drills-about.js';
import { domainsTaking } from '../analysis/domains-taking.js';
import { derive } from '../analysis/derive.js';
import { lostClosure, type LostClosure } from '../analysis/lost-closure.js';
import { surveyLosses } from '../analysis/promises.js';
import { missingFor } from '../analysis/missing-fields.js';
import { measurementOf, type Standing } from '../analysis/proof.js';
import { best, worst } from '../analysis/side.js';
import { createSolver, type Solution, type Solver } from '../analysis/solver.js';
import { standbysWithin } from '../analysis/within.js';
import { changesSince } from '../drills/changes-since.js';
import { recoveryDigests } from '../drills/recovery-digests.js';
import type { Dependency, DomainIndex, Model, ServiceIndex, Targets } from '../model/model.js';
import { ageOn } from '../units/age.js';
import { brokenPromises } from './broken-promises.js';
import type { Facts, MaxAge } from './facts.js';
import { clearOf } from './clear-of.js';
import { gather } from './gather.js';
import { runsOf } from './runs-of.js';
import { kindsInside } from './kinds-inside.js';
import { meantKinds } from './objectives/meant-kind.js';
import { outdatedProofs } from './outdated-proofs.js';
import { promisedLosses } from './promised-losses.js';
import { readyAfter } from './ready-after.js';
import { reliedOn } from './relied-on.js';
import { returnsAfter } from './returns-after.js';
import { sharedSites } from './shared-sites.js';
import { sharedFateOf } from './shared-fate.js';

export interface Judging {
  readonly now: string;
  readonly maxAge: MaxAge;
  /** Somebody will ask for `blastRadii`: then they are noted while the losses are solved. */
  readonly ranked?: boolean;
}

/** Works out, once, what the rules look at. The heavy part is the survey of all losses. */
export function buildFacts(
  model: Model,
  { now, maxAge, ranked = false }: Judging,
  onSolving?: (done: number, of: number) => void,
): Facts {
  const solver = createSolver(model);
  const broken = brokenPromises(solver);
  const radii = blastRadii(solver);
  const onSolved = ranked ? radii.note : undefined;
  const { promises, rootCauses } = surveyLosses(solver, { onSolving, onSolved, onBroken: broken.note });
  // The rules ask about few losses again, and take room of their own.
  solver.forget();
  const misses = broken.among(promises);
  const closure = lostClosure(solver.failures);
  const { lossOf, stoppedBy } = losses(solver);
  const crowded = onFirstUse(() => gather(crowdedSites(solver, promises, lossOf), ({ site }) => [site]));
  const standbys = onFirstUse(() => standbysWithin(model));
  const byService = runsOf(promises, ({ service }) => service);
  const byWorst = gather(promises, ({ worst: domain, target }) =>
    domain === undefined || target === undefined ? [] : [domain],
  );
  const causesFrom = gather(rootCauses, ({ culprits }) => culprits.slice(0, 1));
  const dependents = dependentsOf(model);
  const tierIndex = new Map(model.tiers.map(({ id, index }) => [id, index]));
  const tierOf = (id: string | undefined): readonly number[] => (id === undefined ? [] : [tierIndex.get(id) ?? -1]);
  const ofTier = onFirstUse(() => gather(model.services, ({ tier }) => tierOf(tier)));
  const relied = onFirstUse(() => ({ rto: reliedOn(model, 'rto'), rpo: reliedOn(model, 'rpo') }));
  const keys = new Set(model.services.flatMap(({ backups }) => (backups ?? []).map(({ key }) => key)));
  const promised = onFirstUse(() => gather(model.services, (service) => promisedLosses(model, service, takes)));
  const standing = gather(model.services, ({ replicas }) => [...new Set(replicas.flatMap(({ at }) => at ?? []))]);
  const takes = domainsTaking(model);
  const meant = onFirstUse(() => meantKinds(model));
  const inside = onFirstUse(() => kindsInside(model));
  const sites = onFirstUse(() => sharedSites(model, takes));
  const within = onFirstUse(() =>
    gather(model.services, ({ replicas }) => [
      ...new Set(replicas.flatMap(({ at = [] }) => at).flatMap((place) => takes(place))),
    ]),
  );
  const drills = model.drills.filter(({ date }) => date <= now);
  const lostInDrill = lostInDrills(model, closure);
  const digests = recoveryDigests(model);
  const measuring = gather(drills, ({ measured }) => [...measured.keys()]);
  const counting = drills.filter(
    ({ date }) => ageOn(now, date, { limit: maxAge.drill, grace: maxAge.grace }).standing !== 'stale',
  );
  const drillStanding: Standing = {
    about: drillsAbout(counting),
    isChanged: (drill, service) => {
      const changes = changesSince(digests, drill, service);
      return changes && changes.length > 0;
    },
  };
  const measured: Facts['measurementOf'] = (promise, whose) =>
    measurementOf(promise, lostInDrill, drillStanding, whose);
  const outdated = onFirstUse(() => {
    const of = outdatedProofs(model, promises, measured, (drill, service) => changesSince(digests, drill, service));
    const all = gather([...of.values()], ({ causes }) => causes);
    return { of, by: (cause: ServiceIndex) => all(cause).map(({ service }) => service) };
  });
  return {
    model,
    now,
    maxAge,
    promises,
    promisesOf: (service) => byService(service),
    promisesByWorst: (domain) => byWorst(domain),
    derivationOf: ({ service, verdict, worst: domain }) =>
      domain === undefined ? undefined : derive(solver, lossOf(domain), service, verdict === 'broken' ? best : worst),
    missingOf: ({ service, objective, worst: domain }) =>
      domain === undefined ? [] : missingFor(solver, lossOf(domain), service, objective),
    missesOf: (service) => misses.missesOf(service),
    missesBy: (culprit) => misses.missesBy(culprit),
    missesIn: (domain) => misses.missesIn(domain),
    sharedSites: {
      copiesOf: (domain) => sites().copiesOf(domain),
      backupsOf: (domain) => sites().backupsOf(domain),
      namedBy: (domain) => sites().namedBy(domain),
    },
    standbysIn: (site) => standbys().get(site) ?? [],
    crowdingAt: (site) => crowded()(site),
    returnAfter: returnsAfter(solver, lossOf),
    readyAfter: readyAfter(model, lossOf),
    waysBack: (promise) => misses.waysBack(promise),
    measurementOf: measured,
    outdatedProofOf: (service) => outdated().of.get(service),
    outdatedBecauseOf: (service) => outdated().by(service),
    rootCauses,
    rootCausesOf: (service) => causesFrom(service).filter(({ circular }) => !circular),
    circlesFrom: (service) => causesFrom(service).filter(({ circular }) => circular),
    dependents: (service) => dependents(service),
    servicesOfTier: (tier) => ofTier()(tierIndex.get(tier) ?? -1).map(({ index }) => index),
    isReliedOn: (service, objective) => relied()[objective].has(service),
    holdsKey: (service) => keys.has(service),
    domainsTaking: takes,
    isClearOf: clearOf(model, takes, solver.kinds.all),
    hasCoordinates: model.domains.some(({ coordinates }) => coordinates !== undefined),
    kindsAround: solver.kinds.all,
    liesWithin: (kind, wide) => inside().get(wide)?.has(kind) === true,
    meantKind: (kind) => meant()(kind),
    accountsOf: (service, backup) => accountsOf(solver.kinds, service, backup),
    promisedIn: (domain) => promised()(domain).map(({ index }) => index),
    sharedFate: forLast((service) => sharedFateOf(model, service, takes)),
    standingWithin: (domain) => within()(domain).map(({ index }) => index),
    standingOn: (domain) => standing(domain).map(({ index }) => index),
    drills,
    drillsMeasuring: (service) => measuring(service),
    lostInDrill,
    stoppedInDrill: stoppedInDrills(model, stoppedBy),
    blastRadii: onFirstUse(() => radii.all(lossOf)),
    waivers: [],
  };
}

interface Losses {
  readonly lossOf: (domain: DomainIndex) => Solution;
  /** Services that the loss of all of these together stops, or may stop. */
  readonly stoppedBy: (lost: Targets) => ReadonlySet<ServiceIndex>;
}

/**
 * Solves the loss of a domain again on demand. A solution looks into the solver's memory and holds until the next one,
 * so nothing else may solve once the survey is done. Losses asked for in order cost one solution each.
 */
function losses(solver: Solver): Losses {
  let last: Solution | undefined;
  const solve = ({ domains, services }: Targets): Solution =>
    solver.solve({ domains, services, corrupted: [], lasts: undefined, destroys: false });
  return {
    lossOf: (domain) => {
      if (last?.event.domains[0] !== domain) last = solve({ domains: [domain], services: [] });
      return last;
    },
    stoppedBy: (lost) => {
      last = undefined;
      const solution = solve(lost);
      return new Set(solution.missing().filter((service) => solution.readyAt(service, worst) > 0));
    },
  };
}

/** Kept until somebody asks about another: the rules ask one after the other about the same service. */
function forLast<Value>(work: (service: ServiceIndex) => Value): (service: ServiceIndex) => Value {
  let last: { readonly service: ServiceIndex; readonly value: Value } | undefined;
  return (service) => {
    if (last?.service !== service) last = { service, value: work(service) };
    return last.value;
  };
}

/** Worked out when somebody asks, and then kept. */
function onFirstUse<Value>(work: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}

function dependentsOf({
  services,
}: Model): (service: ServiceIndex) => readonly { readonly service: ServiceIndex; readonly dependency: Dependency }[] {
  const all = services.flatMap(({ index, dependencies }) =>
    dependencies.map((dependency) => ({ service: index, dependency })),
  );
  return gather(all, ({ dependency }) => [...new Set(dependency.anyOf)]);
}

function lostInDrills({ drills }: Model, closure: LostClosure): (drill: number) => ReadonlySet<DomainIndex> {
  const memory = new Map<number, ReadonlySet<DomainIndex>>();
  return (drill) => {
    const before = memory.get(drill);
    if (before) return before;
    const lost = new Set(closure.spread(drills[drill]?.lose.domains ?? []));
    memory.set(drill, lost);
    return lost;
  };
}

function stoppedInDrills(
  { drills }: Model,
  stoppedBy: Losses['stoppedBy'],
): (drill: number) => ReadonlySet<ServiceIndex> {
  const memory = new Map<number, ReadonlySet<ServiceIndex>>();
  return (drill) => {
    const stopped = memory.get(drill) ?? stoppedBy(drills[drill]?.lose ?? { domains: [], services: [] });
    memory.set(drill, stopped);
    return stopped;
  };
}
