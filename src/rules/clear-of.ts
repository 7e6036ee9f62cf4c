import type { DomainIndex, Model, ServiceIndex } from '../model/model.js';

/** What a service and all that it cannot run without stand on. */
interface Footing {
  /** False where something about it is not written down. */
  readonly known: boolean;
  readonly taking: ReadonlySet<DomainIndex>;
  /** The kinds of domain of which it is known for every place which of them takes it. */
  readonly kinds: ReadonlySet<string>;
}

/**
 * Whether the loss of a domain alone surely takes no copy of a service, nor of anything that it cannot run without: then
 * it just goes on, and nobody has to solve that loss to know it. False where it may sit in what is lost.
 */
export function clearOf(
  { domains, services }: Model,
  domainsTaking: (domain: DomainIndex) => readonly DomainIndex[],
  kindsAround: (domain: DomainIndex) => ReadonlySet<string>,
): (service: ServiceIndex, loss: DomainIndex) => boolean {
  const footings = new Map<ServiceIndex, Footing>();
  const footingOf = (start: ServiceIndex): Footing => {
    const needed = new Set([start]);
    const places = new Set<DomainIndex>();
    let known = true;
    // A set is walked in the order of its entries, those added on the way included.
    for (const index of needed) {
      const { replicas = [], failsWith, dependencies = [], dependenciesUnknown } = services[index] ?? {};
      const unplaced = replicas.length === 0 ? failsWith === undefined : replicas.some(({ at }) => at === undefined);
      if (unplaced || dependenciesUnknown === true) known = false;
      for (const { at = [], failsWith: own } of replicas) for (const place of [...at, ...own.flat()]) places.add(place);
      for (const place of (failsWith ?? []).flat()) places.add(place);
      for (const { kind, anyOf } of dependencies) if (kind === 'hard') for (const one of anyOf) needed.add(one);
    }
    const [first, ...others] = [...places].map(kindsAround);
    return {
      known: known && first !== undefined,
      taking: new Set([...places].flatMap((place) => domainsTaking(place))),
      kinds: new Set([...(first ?? [])].filter((kind) => others.every((kinds) => kinds.has(kind)))),
    };
  };
  return (service, loss) => {
    const footing = footings.get(service) ?? footingOf(service);
    footings.set(service, footing);
    const kind = domains[loss]?.kind ?? '';
    return footing.known && !footing.taking.has(loss) && footing.kinds.has(kind);
  };
}
