import type { DomainIndex, ServiceIndex } from '../model/model.js';
import type { Blockers } from './blockers.js';
import { circlesAmong, type WaitFor } from './circles.js';
import type { WaitKind } from './outcome.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { stuckBlockers } from './stuck-blockers.js';
import { needsIn } from './needs-in.js';

/** A service with no way back of its own, or a circle of services that wait for each other, and whom it holds up. */
export interface RootCause {
  /** One service, or the members of the circle, each waiting for the next, the least first. */
  readonly culprits: readonly ServiceIndex[];
  readonly circular: boolean;
  /** No copy of any culprit is left; otherwise what is left does not suffice to bring it back. */
  readonly gone: boolean;
  /** The loss in which it holds up most. */
  readonly domain: DomainIndex;
  /** Those that wait for a culprit directly, and why. */
  readonly waiters: readonly { readonly service: ServiceIndex; readonly by: WaitKind }[];
  /** Services that wait for the culprits, directly or through others, and have a way back of their own; in order. */
  readonly blocked: readonly ServiceIndex[];
}

/**
 * The root causes of what never comes back in one solved loss, even with every unknown at its best. `counts` says which
 * services mean to survive this kind of loss: only these are listed as held up.
 */
export function rootCausesIn(
  solver: Solver,
  solution: Solution,
  domain: DomainIndex,
  counts: (service: ServiceIndex) => boolean,
): readonly RootCause[] {
  const found = stuckBlockers(solver, solution, best);
  const waiters = reversed([...found].map(([service, { waits }]) => [service, waits]));
  const hopeless = new Set([...found].flatMap(([service, one]) => (one.hopeless ? [service] : [])));
  const declared = declaredWaits(solver, found);
  const declaredWaiters = reversed(declared);
  const circles = circlesAmong([...found.keys()], (service) => declared.get(service) ?? []);
  const cause = (culprits: readonly ServiceIndex[], circular: boolean, waiting: Waiters): RootCause => {
    const reached = new Set(culprits);
    for (const service of reached) for (const waiter of waiters.get(service) ?? []) reached.add(waiter.service);
    return {
      culprits,
      circular,
      gone: culprits.every((service) => nothingLeft(solver, solution, service)),
      domain,
      waiters: culprits
        .flatMap((culprit) => waiting.get(culprit) ?? [])
        .filter(({ service }) => !culprits.includes(service)),
      blocked: [...reached]
        .filter((service) => !culprits.includes(service) && !hopeless.has(service) && counts(service))
        .toSorted((a, b) => a - b),
    };
  };
  return [
    ...[...hopeless].map((service) => cause([service], false, waiters)).filter(({ blocked }) => blocked.length > 0),
    ...circles
      .map((culprits) => cause(culprits, true, declaredWaiters))
      .filter(({ culprits: members, blocked }) => blocked.length > 0 || members.some(counts)),
  ];
}

type Waiters = ReadonlyMap<ServiceIndex, readonly { readonly service: ServiceIndex; readonly by: WaitKind }[]>;

/**
 * What the recovery or the start of each stuck service waits for among the stuck, as written down: also where no option
 * is open yet for which it would wait. A circle of these stands in the way of whatever way back anybody adds.
 */
function declaredWaits(
  { model, graph }: Solver,
  stuck: ReadonlyMap<ServiceIndex, Blockers>,
): ReadonlyMap<ServiceIndex, readonly WaitFor[]> {
  return new Map(
    [...stuck].map(([index, { finishes }]) => {
      const service = model.services[index];
      const waiting = !finishes;
      const waits: WaitFor[] = [];
      const add = (others: readonly ServiceIndex[], by: WaitKind): void => {
        const together = by === 'hard' && others.length === 1;
        if (others.every((other) => stuck.has(other)))
          waits.push(...others.map((other) => ({ service: other, by, together })));
      };
      if (waiting) {
        for (const tool of service?.recovery.uses ?? []) add([tool], 'uses');
        for (const { key } of service?.backups ?? []) if (key !== undefined) add([key], 'key');
      }
      for (const { kind, members } of needsIn(graph, graph.needsOf, index)) {
        if (kind === 'hard' || (waiting && kind === 'startup')) add(members, kind);
      }
      return [index, waits] as const;
    }),
  );
}

function reversed(waitsOf: Iterable<readonly [ServiceIndex, readonly WaitFor[]]>): Waiters {
  const waiters = new Map<ServiceIndex, { service: ServiceIndex; by: WaitKind }[]>();
  for (const [service, waits] of waitsOf) {
    for (const { service: other, by } of waits) {
      const list = waiters.get(other);
      if (list) list.push({ service, by });
      else waiters.set(other, [{ service, by }]);
    }
  }
  return waiters;
}

function nothingLeft({ model }: Solver, solution: Solution, service: ServiceIndex): boolean {
  const replicas = model.services[service]?.replicas ?? [];
  return replicas.every(({ role }, at) => role === 'witness' || solution.replicaLost(service, at, best));
}

/** Adds what one loss shows of a culprit: a loss that holds up nobody whom another one does not is no further cause. */
export function addCause(known: readonly RootCause[], now: RootCause): readonly RootCause[] {
  if (known.some((before) => holdsUpAll(before, now))) return known;
  return [...known.filter((before) => !holdsUpAll(now, before)), now];
}

function holdsUpAll({ blocked: all }: RootCause, { blocked: some }: RootCause): boolean {
  const held = new Set(all);
  return some.every((service) => held.has(service));
}
