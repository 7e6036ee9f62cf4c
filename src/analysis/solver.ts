import type { Backup, Model, Seconds, Service, ServiceIndex } from '../model/model.js';
import { atOnce } from './at-once.js';
import { backupLost } from './backup-survival.js';
import { lossOver } from './data-loss.js';
import { withoutContested } from './contested-restores.js';
import { displacedRestores } from './displaced-restores.js';
import { failureGraph, type FailureGraph } from './failure-graph.js';
import { knownKinds, type KnownKinds } from './known-kinds.js';
import type { LossEvent } from './loss-event.js';
import { optionTime } from './option-time.js';
import type { Range } from './outcome.js';
import { ownLoss } from './own-loss.js';
import { down, ownState, up, type OwnState, type StateCode } from './own-state.js';
import { partialReturns, type Return } from './partial-returns.js';
import { readyTimesOver } from './ready-times.js';
import { noLoss, recoveryOptions, type RecoveryOption } from './recovery-options.js';
import { serviceGraph, type ServiceGraph } from './service-graph.js';
import { scratchMap } from './scratch-map.js';
import { scratchNumbers } from './scratch-numbers.js';
import { best, worst, type Side } from './side.js';
import { siteLimits } from './site-limits.js';
import { standings, unharmed, type Standing } from './standings.js';
import { survival } from './survival.js';

/** The answer to one loss event. Valid until the next one is solved: it looks into the solver's memory. */
export interface Solution {
  readonly event: LossEvent;
  /** Services that are not up, or lose data, at worst; in no order. All others are up, ready at 0, and lose nothing. */
  readonly touched: () => readonly ServiceIndex[];
  /** Of one of the suspects: whether it is, or may be, not fine itself, lacks a replica, or needs nobody knows what. */
  readonly isStruck: (service: ServiceIndex) => boolean;
  /** Services that are not back at once, or lose data, at worst; in no order. */
  readonly missing: () => readonly ServiceIndex[];
  /** Services of which something is, or may be, lost; in no order. All others are at most held up by these. */
  readonly suspects: () => readonly ServiceIndex[];
  /** Services whose own state is, or may be, not fine; in no order. */
  readonly recovering: () => readonly ServiceIndex[];
  readonly stateOf: (service: ServiceIndex, side: Side) => StateCode;
  /** The service itself, dependencies aside. */
  readonly ownStateOf: (service: ServiceIndex, side: Side) => OwnState;
  /**
   * Seconds; 0: never stopped; Infinity: never back. The worst is never exceeded, whatever turns out: a restore that a
   * failover or rebuild may still displace, of the service or of one it waits for, is not relied on.
   */
  readonly readyAt: (service: ServiceIndex, side: Side) => Seconds;
  /** Seconds, hard dependencies included; Infinity: everything. */
  readonly lossOf: (service: ServiceIndex, side: Side) => Seconds;
  readonly ownLossOf: (service: ServiceIndex) => Range;
  /** The options that count, of a service whose own state is not fine at worst; otherwise none. A restore that may be displaced is closed at worst. */
  readonly optionsOf: (service: ServiceIndex) => readonly RecoveryOption[];
  /** Whether nothing would be restored, because a failover or rebuild surely finishes. */
  readonly restoreDisplaced: (service: ServiceIndex) => boolean;
  readonly placeLost: (place: number, side: Side) => boolean;
  readonly replicaLost: (service: ServiceIndex, at: number, side: Side) => boolean;
  /** Every copy of it, or its content. */
  readonly backupLost: (service: Service, backup: Backup, side: Side) => boolean;
}

/** Solves loss events over one inventory, one after the other. What an event costs is what it touches. */
export interface Solver {
  readonly model: Model;
  readonly graph: ServiceGraph;
  readonly failures: FailureGraph;
  readonly kinds: KnownKinds;
  readonly solve: (event: LossEvent) => Solution;
  /** Gives back the memory that is kept for events to come; answers stay the same. */
  readonly forget: () => void;
}

const fine: OwnState = { state: up, share: 1 };
const nothing: Range = { best: 0, worst: 0 };
const none: readonly RecoveryOption[] = [];
const neverBack: Return = { after: [undefined, undefined], loss: noLoss };
const alwaysWhole = [true, true] as const;

export function createSolver(model: Model): Solver {
  const { services } = model;
  const count = services.length;
  const graph = serviceGraph(model);
  const kinds = knownKinds(model);
  const failures = failureGraph(model);
  const survives = survival(model, failures, kinds);
  const limits = siteLimits(model, survives, kinds);
  const known = standings(model, survives);
  const onceOf = [atOnce(graph), atOnce(graph)] as const;
  const readyTimes = readyTimesOver(graph);
  const latestTimes = readyTimesOver(graph);
  const spreadLoss = [lossOver(graph), lossOver(graph)] as const;
  const wanting = servicesWanting(model);
  const open = services.filter(({ dependenciesUnknown }) => dependenciesUnknown).map(({ index }) => index);
  // What is true of the event solved last; everything is forgotten before the next.
  const isSuspect = scratchNumbers(count, 0);
  const standing = scratchMap<Standing>(count);
  const own = [scratchMap<OwnState>(count), scratchMap<OwnState>(count)] as const;
  const options = scratchMap<readonly RecoveryOption[]>(count);
  const ownLosses = scratchMap<Range>(count);
  const lossAt = [scratchNumbers(count, 0), scratchNumbers(count, 0)] as const;

  const solve = (event: LossEvent): Solution => {
    for (const memory of [isSuspect, standing, ...own, options, ownLosses, ...lossAt]) memory.clear();
    for (const index of survives.prepare(event)) isSuspect.set(index, 1);
    for (const index of [...wanting.keys(), ...open]) isSuspect.set(index, 1);
    const suspects = isSuspect.keys();
    const corrupted = new Set(event.corrupted);
    const lasts = event.destroys ? undefined : outageOf(model, event);
    // Then nothing decides the options of a service but what of it is lost, and how long.
    const usual = !limits.any && corrupted.size === 0 && !event.destroys && event.ends === undefined;
    // Of what is lost by its own name nobody says how long that lasts, unless the event does.
    const named = new Set(event.lasts === undefined && event.ends === undefined ? event.services : []);
    const always: Return = { after: [lasts, lasts], loss: noLoss };
    const { replicaLost } = survives;
    const isBackupLost = (service: Service, backup: Backup, side: Side): boolean =>
      backupLost(survives, kinds, service, backup, corrupted.has(service.index), side);

    // Where nothing is unknown both sides are the same, and are worked out once.
    let sameStates = open.length === 0;
    for (const index of suspects) {
      const found = known.of(index);
      if (found === unharmed) continue;
      const [atBest, atWorst] = found.own;
      standing.set(index, found);
      if (atBest.state !== up) own[best].set(index, atBest);
      if (atWorst.state !== up) own[worst].set(index, atWorst);
      if (atBest.state !== atWorst.state) sameStates = false;
    }
    const ownStateOf = (service: ServiceIndex, side: Side): OwnState => own[side].get(service) ?? fine;
    const stopped = (service: ServiceIndex, side: Side): StateCode =>
      side === worst && services[service]?.dependenciesUnknown === true ? down : ownStateOf(service, side).state;
    const once = sameStates ? ([onceOf[best], onceOf[best]] as const) : onceOf;
    once[best].spread(own[best].keys(), (service) => stopped(service, best));
    // At worst what nobody knows of is a hard dependency that every loss takes for good, and all its data.
    if (!sameStates) once[worst].spread([...own[worst].keys(), ...open], (service) => stopped(service, worst));
    const impaired = own[worst].keys();
    let returns: ReadonlyMap<ServiceIndex, Return> | undefined;
    if (event.ends !== undefined && !event.destroys) {
      returns = partialReturns(model, survives, event, impaired);
      survives.prepare(event);
    }
    limits.prepare(suspects, impaired);

    let sameTimes = sameStates;
    for (const index of impaired) {
      const service = services[index];
      if (service === undefined) continue;
      const found = standing.get(index);
      const isUsual = usual && !named.has(index);
      let all = isUsual && found?.options?.lasts === lasts ? found?.options?.of : undefined;
      if (all === undefined) {
        const back = named.has(index) ? neverBack : returns === undefined ? always : (returns.get(index) ?? neverBack);
        all = recoveryOptions(service, {
          corrupted: corrupted.has(index),
          replicaLost: (at, side) => replicaLost(index, at, side),
          backupLost: (backup, side) => isBackupLost(service, backup, side),
          placeLost: survives.placeLost,
          full: (replica, side) => limits.full(service, replica, side),
          returns: back.after,
          returnLoss: back.loss,
          whole: wanting.get(index) ?? alwaysWhole,
          destroys: event.destroys,
        });
        if (isUsual && found !== undefined) found.options = { lasts, of: all };
      }
      options.set(index, all);
      sameTimes &&= all.every(isSureOfTime);
    }
    const displaced = displacedRestores(graph, readyTimes, once[worst], options);
    const optionsAt =
      (side: Side) =>
      (service: ServiceIndex): readonly RecoveryOption[] | undefined =>
        own[side].get(service) === undefined ? undefined : options.get(service);
    const readyBest = readyTimes(once[best], optionsAt(best), best, displaced);
    const backAtBest = (service: ServiceIndex): Seconds => (once[best].isImpaired(service) ? readyBest(service) : 0);
    // Whether somebody is surely back in the end is one question, and when at the latest another.
    const readySurely = sameTimes ? readyBest : readyTimes(once[worst], optionsAt(worst), worst, displaced);
    const backInTheEnd = (service: ServiceIndex): Seconds =>
      once[worst].isImpaired(service) ? readySurely(service) : 0;
    const inTheEnd = [backAtBest, backInTheEnd] as const;
    const contested = new Map<ServiceIndex, readonly RecoveryOption[]>();
    for (const service of sameTimes ? [] : impaired) {
      const all = options.get(service);
      if (all === undefined || displaced.has(service)) continue;
      const reliable = withoutContested(graph, service, all, backAtBest, backInTheEnd);
      if (reliable !== undefined) contested.set(service, reliable);
    }
    const readyWorst =
      contested.size === 0
        ? readySurely
        : latestTimes(once[worst], optionsAt(worst), worst, new Set([...displaced, ...contested.keys()]));
    const readyAt = (service: ServiceIndex, side: Side): Seconds => {
      if (side === best) return backAtBest(service);
      return once[worst].isImpaired(service) ? readyWorst(service) : 0;
    };
    const counting = (service: ServiceIndex): readonly RecoveryOption[] => {
      const all = options.get(service) ?? none;
      return displaced.has(service) ? all.filter(({ via }) => via !== 'restore') : all;
    };

    let sameLosses = open.length === 0;
    for (const index of standing.keys()) {
      const found = standing.get(index);
      const service = services[index];
      if (found === undefined || service?.stateful !== true) continue;
      const timeAt = (option: RecoveryOption, side: Side): Seconds =>
        optionTime(graph, index, option.sides[side], side, (other) => readyAt(other, side));
      const range = ownLoss({
        service,
        standing: found,
        replicaLost: (at, side) => replicaLost(index, at, side),
        backupGone: (backup, side) =>
          isBackupLost(service, backup, side) || (backup.key !== undefined && inTheEnd[side](backup.key) === Infinity),
        options: counting(index),
        timeAt,
        finishes: ({ sides }) => optionTime(graph, index, sides[worst], worst, backInTheEnd) < Infinity,
      });
      if (range.worst === 0) continue;
      ownLosses.set(index, range);
      lossAt[best].set(index, range.best);
      lossAt[worst].set(index, range.worst);
      if (range.best !== range.worst) sameLosses = false;
    }
    for (const index of open) lossAt[worst].set(index, Infinity);
    const lossBest = spreadLoss[best](lossAt[best]);
    const losses = [lossBest, sameLosses ? lossBest : spreadLoss[worst](lossAt[worst])] as const;

    return {
      event,
      touched: () => [...new Set([...once[worst].affected(), ...losses[worst].keys()])],
      missing: () => [
        ...once[worst].impaired(),
        ...losses[worst].keys().filter((service) => !once[worst].isImpaired(service)),
      ],
      suspects: () => suspects,
      isStruck: (index) => {
        if (ownStateOf(index, worst).state !== up || graph.open[index] === 1) return true;
        return survives.someLost(index) || survives.serviceLost(index, worst);
      },
      recovering: () => impaired,
      stateOf: (service, side) => once[side].stateOf(service),
      ownStateOf,
      readyAt,
      lossOf: (service, side) => losses[side].get(service),
      ownLossOf: (service) => ownLosses.get(service) ?? nothing,
      optionsOf: (service) => contested.get(service) ?? counting(service),
      restoreDisplaced: (service) => displaced.has(service),
      placeLost: survives.placeLost,
      replicaLost,
      backupLost: isBackupLost,
    };
  };
  return { model, graph, failures, kinds, solve, forget: known.forget };
}

/** Whether an option takes as long at best as at worst. */
function isSureOfTime({ sides: [atBest, atWorst] }: RecoveryOption): boolean {
  if (!atBest.open || !atWorst.open) return atBest.open === atWorst.open;
  return atBest.uses !== undefined && atBest.before === atWorst.before && atBest.after === atWorst.after;
}

/** How long the loss lasts: as the event says, or the longest of the domains it names where all of them say. */
function outageOf({ domains }: Model, event: LossEvent): Seconds | undefined {
  if (event.lasts !== undefined) return event.lasts;
  const named = event.domains.map((domain) => domains[domain]?.lasts);
  return named.length === 0 || named.some((lasts) => lasts === undefined)
    ? undefined
    : named.reduce((longest: Seconds, lasts) => Math.max(longest, lasts ?? 0), 0);
}

/** Services that would not be fine with nothing lost, for votes, roles or capacity that do not suffice; whether they would at best and at worst. */
function servicesWanting({ services }: Model): ReadonlyMap<ServiceIndex, readonly [boolean, boolean]> {
  return new Map(
    services.flatMap((service) => {
      const isFine = (side: Side): boolean => ownState(service, () => false, false, side).state === up;
      return service.replicas.length === 0 || isFine(worst) ? [] : [[service.index, [isFine(best), false]] as const];
    }),
  );
}
