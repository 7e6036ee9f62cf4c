import type { Backup, DomainIndex, Model, Replica, ServiceIndex } from '../model/model.js';
import type { FailureGraph } from './failure-graph.js';
import type { KnownKinds } from './known-kinds.js';
import { lostClosure } from './lost-closure.js';
import type { LossEvent } from './loss-event.js';
import { worst, type Side } from './side.js';

/** What one loss event leaves standing. Answers are about the event prepared last. */
export interface Survival {
  /** Sets the event; returns the services of which something is lost, or may be, in order. */
  readonly prepare: (event: LossEvent) => readonly ServiceIndex[];
  /** By the replica's position in `Service.replicas`. */
  readonly replicaLost: (service: ServiceIndex, at: number, side: Side) => boolean;
  /** By the number of the copy among all copies of the service's backups, in order. */
  readonly copyLost: (
    service: ServiceIndex,
    at: number,
    place: DomainIndex | undefined,
    backup: Backup,
    side: Side,
  ) => boolean;
  readonly placeLost: (place: DomainIndex, side: Side) => boolean;
  /** What becomes of all replicas of a service as one number, the same for the same; `undefined` where they are too many. */
  readonly fatesOf: (service: ServiceIndex) => number | undefined;
  /** Whether a replica of it is, or may be, lost. */
  readonly someLost: (service: ServiceIndex) => boolean;
  /** Lost by name, by corruption or by its own `failsWith`; for a service without replicas also by its unknown place. */
  readonly serviceLost: (service: ServiceIndex, side: Side) => boolean;
  /** The kinds of the domains that the event names. */
  readonly kinds: () => readonly string[];
}

/**
 * A replica, copy or place of which no domain of kind K is known, above or beside it, may sit in the one of
 * kind K that the event names: lost at worst. What is lost as a consequence adds no kinds: whoever is known to
 * stand apart from the cause stands apart from its consequences.
 */
export function survival(model: Model, graph: FailureGraph, kinds: KnownKinds): Survival {
  const closure = lostClosure(graph);
  const unplaced = unplacedServices(model);
  const uncertainReplicas = uncertainByKind(model, graph, kinds);
  const byName = new Uint8Array(graph.services);
  // Per replica, what becomes of it: asked so often that it is worked out once for each event.
  const alone = fatesWithNothingLost(model, graph);
  const fates = alone.slice();
  const groundless = servicesOnNothing(model);
  const touchedMark = new Uint8Array(graph.services);
  let named: readonly ServiceIndex[] = [];
  let touched: ServiceIndex[] = [];
  let namedKinds: readonly string[] = [];

  const touch = (service: ServiceIndex): void => {
    if (touchedMark[service] === 1) return;
    touchedMark[service] = 1;
    touched.push(service);
  };
  const placeUncertain = (place: DomainIndex): boolean => namedKinds.some((kind) => !kinds.around(place, kind));
  /** Each place may be lost to another of the named domains. */
  const mayStandInLost = ({ service, replica }: UncertainReplica): boolean => {
    const beside = [...replica.failsWith, ...(model.services[service]?.failsWith ?? [])];
    const open = namedKinds.filter((kind) => !kinds.inConditions(beside, kind));
    return (replica.at ?? []).every((place) => closure.has(place) || open.some((kind) => !kinds.around(place, kind)));
  };
  const serviceTarget = (service: ServiceIndex): number => graph.domains + graph.replicas + graph.copies + service;
  const serviceLost = (service: ServiceIndex, side: Side): boolean => {
    if (byName[service] === 1 || closure.has(serviceTarget(service))) return true;
    return side === worst && groundless[service] === 1;
  };

  const forget = (): void => {
    for (const service of named) byName[service] = 0;
    for (const service of touched) {
      touchedMark[service] = 0;
      const end = graph.firstReplica[service + 1] ?? 0;
      for (let replica = graph.firstReplica[service] ?? 0; replica < end; replica += 1)
        fates[replica] = alone[replica] ?? safe;
    }
    touched = [];
  };
  const loseAll = (service: ServiceIndex): void => {
    touch(service);
    fates.fill(lost, graph.firstReplica[service], graph.firstReplica[service + 1]);
  };
  const touchLost = (target: number): void => {
    const replica = target - graph.domains;
    const copy = replica - graph.replicas;
    const service = copy - graph.copies;
    if (service >= 0) loseAll(service);
    else if (copy >= 0) touch(graph.serviceOfCopy[copy] ?? 0);
    else if (replica >= 0) {
      touch(graph.serviceOfReplica[replica] ?? 0);
      fates[replica] = lost;
    }
  };
  const touchUncertain = (kind: string): void => {
    for (const uncertain of uncertainReplicas(kind)) {
      if (fates[uncertain.number] === lost || !mayStandInLost(uncertain)) continue;
      touch(uncertain.service);
      fates[uncertain.number] = unsure;
    }
  };

  return {
    prepare: (event) => {
      forget();
      // Corruption takes all replicas too; the damage to backups is another question.
      named = [...event.services, ...event.corrupted];
      namedKinds = [...new Set(event.domains.map((domain) => model.domains[domain]?.kind ?? ''))];
      for (const target of closure.spread(event.domains)) touchLost(target);
      for (const service of named) {
        byName[service] = 1;
        loseAll(service);
      }
      for (const kind of namedKinds) touchUncertain(kind);
      for (const service of unplaced) touch(service);
      return touched;
    },
    replicaLost: (service, at, side) => {
      const fate = fates[(graph.firstReplica[service] ?? 0) + at] ?? safe;
      return fate === lost || (fate === unsure && side === worst);
    },
    copyLost: (service, at, place, backup, side) => {
      if (closure.has(graph.domains + graph.replicas + (graph.firstCopy[service] ?? 0) + at)) return true;
      if (side !== worst) return false;
      if (place === undefined) return true;
      return namedKinds.some((kind) => !kinds.around(place, kind) && !kinds.inConditions(backup.failsWith, kind));
    },
    placeLost: (place, side) => closure.has(place) || (side === worst && placeUncertain(place)),
    fatesOf: (service) => {
      const from = graph.firstReplica[service] ?? 0;
      const end = graph.firstReplica[service + 1] ?? 0;
      if (end - from > mostPacked) return undefined;
      let packed = 0;
      for (let replica = from; replica < end; replica += 1) packed = packed * 4 + (fates[replica] ?? safe);
      return packed;
    },
    someLost: (service) => {
      const end = graph.firstReplica[service + 1] ?? 0;
      for (let replica = graph.firstReplica[service] ?? 0; replica < end; replica += 1)
        if (fates[replica] !== safe) return true;
      return false;
    },
    serviceLost,
    kinds: () => namedKinds,
  };
}

/** What becomes of a replica: nothing; lost at worst; lost. */
const safe = 0;
const unsure = 1;
const lost = 2;

/** Replicas of which two bits each make a small integer. */
const mostPacked = 15;

/** By replica. One whose place nobody knows may be in anything. */
function fatesWithNothingLost({ services }: Model, { replicas, firstReplica }: FailureGraph): Uint8Array {
  const fates = new Uint8Array(replicas);
  for (const service of services) {
    const first = firstReplica[service.index] ?? 0;
    for (const [at, replica] of service.replicas.entries()) if (replica.at === undefined) fates[first + at] = unsure;
  }
  return fates;
}

/** By service: 1 where it has no replicas, and nobody says what takes it. */
function servicesOnNothing({ services }: Model): Uint8Array {
  return Uint8Array.from(services, ({ replicas, failsWith }) =>
    replicas.length === 0 && failsWith === undefined ? 1 : 0,
  );
}

/** Services of which some place is unknown: touched by every loss. */
function unplacedServices({ services }: Model): readonly ServiceIndex[] {
  return services
    .filter(({ replicas, failsWith }) =>
      replicas.length === 0 ? failsWith === undefined : replicas.some(({ at }) => at === undefined),
    )
    .map(({ index }) => index);
}

interface UncertainReplica {
  /** Among all replicas of the inventory. */
  readonly number: number;
  readonly service: ServiceIndex;
  readonly replica: Replica;
}

/** Per kind, found on first use: the replicas that may sit in any domain of that kind. */
function uncertainByKind(
  { services }: Model,
  graph: FailureGraph,
  kinds: KnownKinds,
): (kind: string) => readonly UncertainReplica[] {
  const memory = new Map<string, readonly UncertainReplica[]>();
  return (kind) => {
    const before = memory.get(kind);
    if (before) return before;
    const found: UncertainReplica[] = [];
    const isKnown = (place: DomainIndex): boolean => kinds.around(place, kind);
    for (const { index, replicas, failsWith } of services) {
      if (failsWith !== undefined && kinds.inConditions(failsWith, kind)) continue;
      let number = graph.firstReplica[index] ?? 0;
      for (const replica of replicas) {
        if (replica.at?.every(isKnown) === false && !kinds.inConditions(replica.failsWith, kind))
          found.push({ number, service: index, replica });
        number += 1;
      }
    }
    memory.set(kind, found);
    return found;
  };
}
