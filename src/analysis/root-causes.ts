import type { DomainIndex, ServiceIndex } from '../model/model.js';
import { blockers } from './blockers.js';
import { fromLeast } from './find-cycle.js';
import type { WaitKind } from './outcome.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { up } from './own-state.js';
import { rowOf, sparseRows } from './sparse-rows.js';
import { strongComponents } from './strong-components.js';

/** A service with no way back of its own, or a circle of services that wait for each other, and whom it holds up. */
export interface RootCause {
  /** One service, or the members of the circle, each waiting for the next, the least first. */
  readonly culprits: readonly ServiceIndex[];
  readonly circular: boolean;
  /** The loss in which it holds up most. */
  readonly domain: DomainIndex;
  /** Those that wait for a culprit directly, and why. */
  readonly waiters: readonly { readonly service: ServiceIndex; readonly by: WaitKind }[];
  /** Services that could come back if the culprits did, directly or through others, in order; culprits of any kind are not among them. */
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
  const stuck = solution
    .touched()
    .filter((service) => solution.readyAt(service, best) === Infinity)
    .toSorted((a, b) => a - b);
  const found = new Map(stuck.map((service) => [service, blockers(solver, solution, service, best)]));
  const waiters = new Map<ServiceIndex, DeclaredWait[]>();
  for (const [service, { waits }] of found) {
    for (const { service: other, by } of waits) waiters.set(other, [...(waiters.get(other) ?? []), { service, by }]);
  }
  const hopeless = new Set(stuck.filter((service) => found.get(service)?.hopeless === true));
  const cause = (
    culprits: readonly ServiceIndex[],
    circular: boolean,
    waiting: Waiters,
    innocent: (service: ServiceIndex) => boolean,
  ): RootCause => {
    const reached = new Set(culprits);
    for (const service of reached) for (const waiter of waiting.get(service) ?? []) reached.add(waiter.service);
    return {
      culprits,
      circular,
      domain,
      waiters: culprits
        .flatMap((culprit) => waiting.get(culprit) ?? [])
        .filter(({ service }) => !culprits.includes(service)),
      blocked: [...reached]
        .filter((service) => !culprits.includes(service) && innocent(service) && counts(service))
        .toSorted((a, b) => a - b),
    };
  };
  const declared = declaredWaits(solver, solution, stuck);
  const circles = circlesAmong(stuck, (service) => declared.get(service) ?? []);
  return [
    ...[...hopeless]
      .map((service) => cause([service], false, waiters, (other) => !hopeless.has(other)))
      .filter(({ blocked }) => blocked.length > 0),
    ...circles
      .map((culprits) => cause(culprits, true, reversed(declared), () => true))
      .filter(({ culprits: members, blocked }) => blocked.length > 0 || members.some(counts)),
  ];
}

type Waiters = ReadonlyMap<ServiceIndex, readonly { readonly service: ServiceIndex; readonly by: WaitKind }[]>;

interface DeclaredWait {
  readonly service: ServiceIndex;
  readonly by: WaitKind;
}

/**
 * What the recovery or the start of each stuck service waits for among the stuck, as written down: also where no option is open yet
 * for which it would wait. A circle of these stands in the way of whatever way back anybody adds.
 */
function declaredWaits(
  { model, graph }: Solver,
  solution: Solution,
  stuck: readonly ServiceIndex[],
): ReadonlyMap<ServiceIndex, readonly DeclaredWait[]> {
  const never = (service: ServiceIndex): boolean => solution.readyAt(service, best) === Infinity;
  return new Map(
    stuck.map((index) => {
      const service = model.services[index];
      const lost = solution.ownStateOf(index, best).state !== up;
      const waits: DeclaredWait[] = [];
      const add = (others: readonly ServiceIndex[], by: WaitKind): void => {
        if (others.every(never)) waits.push(...others.map((other) => ({ service: other, by })));
      };
      if (lost) {
        for (const tool of service?.recovery.uses ?? []) add([tool], 'uses');
        for (const { key } of service?.backups ?? []) if (key !== undefined) add([key], 'key');
      }
      for (const need of rowOf(graph.needsOf, index)) {
        const { kind, members } = graph.needs[need] ?? { kind: 'soft', members: [] };
        if (kind === 'hard' || (lost && kind === 'startup')) add(members, kind);
      }
      return [index, waits] as const;
    }),
  );
}

function reversed(waits: ReadonlyMap<ServiceIndex, readonly DeclaredWait[]>): Waiters {
  const waiters = new Map<ServiceIndex, DeclaredWait[]>();
  for (const [service, own] of waits) {
    for (const { service: other, by } of own) waiters.set(other, [...(waiters.get(other) ?? []), { service, by }]);
  }
  return waiters;
}

/**
 * The circles of waits: one for each group of services that wait for each other. Hard dependencies alone make none: such
 * services start together.
 */
function circlesAmong(
  nodes: readonly ServiceIndex[],
  waitsFor: (service: ServiceIndex) => readonly DeclaredWait[],
): readonly (readonly ServiceIndex[])[] {
  const at = new Map(nodes.map((service, index) => [service, index]));
  const edges = nodes.flatMap((service, index) =>
    waitsFor(service).flatMap(({ service: other }) => {
      const to = at.get(other);
      return to === undefined ? [] : [[index, to] as const];
    }),
  );
  const component = strongComponents(sparseRows(nodes.length, edges));
  const groupOf = (service: ServiceIndex): number => component[at.get(service) ?? -1] ?? -1;
  const circles = new Map<number, readonly ServiceIndex[]>();
  for (const service of nodes) {
    const group = groupOf(service);
    if (circles.has(group)) continue;
    const start = waitsFor(service).find((wait) => wait.by !== 'hard' && groupOf(wait.service) === group);
    if (start === undefined) continue;
    circles.set(
      group,
      shortestWay(start.service, service, (from) =>
        waitsFor(from)
          .map((wait) => wait.service)
          .filter((other) => groupOf(other) === group),
      ),
    );
  }
  return [...circles.values()];
}

/** The shortest circle that goes from the end back to the start, and by one more wait to the end. */
function shortestWay(
  start: ServiceIndex,
  end: ServiceIndex,
  next: (service: ServiceIndex) => readonly ServiceIndex[],
): readonly ServiceIndex[] {
  const from = new Map<ServiceIndex, ServiceIndex | undefined>([[start, undefined]]);
  for (const service of from.keys()) for (const other of next(service)) if (!from.has(other)) from.set(other, service);
  const way: ServiceIndex[] = [];
  for (let service: ServiceIndex | undefined = end; service !== undefined; service = from.get(service))
    way.unshift(service);
  return fromLeast(way);
}

/** The one that holds up more; the earlier of equals. */
export function worseCause(before: RootCause | undefined, now: RootCause): RootCause {
  return before !== undefined && before.blocked.length >= now.blocked.length ? before : now;
}
