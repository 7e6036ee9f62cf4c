import type { DomainIndex, ServiceIndex } from '../model/model.js';
import { blockers } from './blockers.js';
import { fromLeast } from './find-cycle.js';
import type { WaitKind } from './outcome.js';
import { best } from './side.js';
import type { Solution, Solver } from './solver.js';
import { sparseRows } from './sparse-rows.js';
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
  const stuck = solution.touched().filter((service) => solution.readyAt(service, best) === Infinity).toSorted((a, b) => a - b);
  const found = new Map(stuck.map((service) => [service, blockers(solver, solution, service, best)]));
  const waiters = new Map<ServiceIndex, { service: ServiceIndex; by: WaitKind }[]>();
  for (const [service, { waits }] of found) {
    for (const { service: other, by } of waits) waiters.set(other, [...(waiters.get(other) ?? []), { service, by }]);
  }
  const hopeless = stuck.filter((service) => found.get(service)?.hopeless === true);
  const circles = circlesAmong(stuck, (service) => (found.get(service)?.waits ?? []).map((wait) => wait.service));
  const guilty = new Set([...hopeless, ...circles.flat()]);
  const causes = [...hopeless.map((service) => [service]), ...circles].map((culprits): RootCause => {
    const reached = new Set(culprits);
    for (const service of reached) for (const waiter of waiters.get(service) ?? []) reached.add(waiter.service);
    return {
      culprits,
      circular: culprits.length > 1 || found.get(culprits[0] ?? -1)?.hopeless === false,
      domain,
      waiters: culprits.flatMap((culprit) => waiters.get(culprit) ?? []).filter(({ service }) => !culprits.includes(service)),
      blocked: [...reached].filter((service) => !guilty.has(service) && counts(service)).toSorted((a, b) => a - b),
    };
  });
  return causes.filter(({ blocked, circular, culprits }) => blocked.length > 0 || (circular && culprits.some(counts)));
}

/** The circles of waits: one for each group of services that wait for each other. */
function circlesAmong(
  nodes: readonly ServiceIndex[],
  waitsFor: (service: ServiceIndex) => readonly ServiceIndex[],
): readonly (readonly ServiceIndex[])[] {
  const at = new Map(nodes.map((service, index) => [service, index]));
  const edges = nodes.flatMap((service, index) =>
    waitsFor(service).flatMap((other) => {
      const to = at.get(other);
      return to === undefined ? [] : [[index, to] as const];
    }),
  );
  const component = strongComponents(sparseRows(nodes.length, edges));
  const inside = (service: ServiceIndex, other: ServiceIndex): boolean =>
    component[at.get(service) ?? -1] === component[at.get(other) ?? -2];
  const circles = new Map<number, readonly ServiceIndex[]>();
  for (const [index, service] of nodes.entries()) {
    const group = component[index] ?? -1;
    if (circles.has(group) || !waitsFor(service).some((other) => inside(service, other))) continue;
    circles.set(group, walk(service, (from) => waitsFor(from).find((other) => inside(from, other))));
  }
  return [...circles.values()];
}

/** Follows one wait after the other until it comes round. */
function walk(start: ServiceIndex, next: (service: ServiceIndex) => ServiceIndex | undefined): readonly ServiceIndex[] {
  const trail: ServiceIndex[] = [];
  for (let service: ServiceIndex | undefined = start; service !== undefined; service = next(service)) {
    const before = trail.indexOf(service);
    if (before !== -1) return fromLeast(trail.slice(before));
    trail.push(service);
  }
  return trail;
}

/** The one that holds up more; the earlier of equals. */
export function worseCause(before: RootCause | undefined, now: RootCause): RootCause {
  return before !== undefined && before.blocked.length >= now.blocked.length ? before : now;
}
