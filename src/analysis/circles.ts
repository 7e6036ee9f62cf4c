import type { ServiceIndex } from '../model/model.js';
import type { WaitKind } from './outcome.js';
import { sparseRows } from './sparse-rows.js';
import { strongComponents } from './strong-components.js';

/** One service waits for another. */
export interface WaitFor {
  readonly service: ServiceIndex;
  readonly by: WaitKind;
  /** A plain hard dependency, not one of an `anyOf`: two services that need each other so start together. */
  readonly together: boolean;
}

/**
 * The circles of waits: one for each group of services that wait for each other, each member waiting for the next, the
 * least first. Plain hard dependencies alone make none.
 */
export function circlesAmong(
  nodes: readonly ServiceIndex[],
  waitsFor: (service: ServiceIndex) => readonly WaitFor[],
): readonly (readonly ServiceIndex[])[] {
  const at = new Map(nodes.map((service, index) => [service, index]));
  const edges = nodes.flatMap((service, index) =>
    waitsFor(service).flatMap(({ service: other }) => {
      const to = at.get(other);
      return to === undefined ? [] : [index, to];
    }),
  );
  const component = strongComponents(sparseRows(nodes.length, edges));
  const groupOf = (service: ServiceIndex): number => component[at.get(service) ?? -1] ?? -1;
  const circles = new Map<number, readonly ServiceIndex[]>();
  for (const service of nodes) {
    const group = groupOf(service);
    if (circles.has(group)) continue;
    const start = waitsFor(service).find((wait) => !wait.together && groupOf(wait.service) === group);
    if (start === undefined) continue;
    const next = (from: ServiceIndex): readonly ServiceIndex[] =>
      waitsFor(from)
        .map((wait) => wait.service)
        .filter((other) => groupOf(other) === group);
    circles.set(group, fromLeast(shortestWay(start.service, service, next)));
  }
  return [...circles.values()];
}

/** The services on the shortest way, both ends included. */
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
  return way;
}

/** Turned so that its least member comes first: one circle, one name. */
function fromLeast(cycle: readonly ServiceIndex[]): readonly ServiceIndex[] {
  const at = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
