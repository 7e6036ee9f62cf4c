import type { DomainIndex, Model, ServiceIndex } from '../model/model.js';

/** The place itself and the locations around it, innermost first. */
export function enclosing({ domains }: Model, place: DomainIndex): readonly DomainIndex[] {
  const around: DomainIndex[] = [];
  for (let at: DomainIndex | undefined = place; at !== undefined; at = domains[at]?.parent) around.push(at);
  return around;
}

/** By location: the services with a copy in it, or in a place inside it, that could be promoted there; in order. */
export function standbysWithin(model: Model): ReadonlyMap<DomainIndex, readonly ServiceIndex[]> {
  const found = new Map<DomainIndex, ServiceIndex[]>();
  for (const { index, replicas } of model.services) {
    const places = replicas
      .filter(({ role, promotable }) => role === 'standby' || (role === 'replica' && promotable !== false))
      .flatMap(({ at = [] }) => at);
    for (const site of new Set(places.flatMap((place) => enclosing(model, place)))) {
      const others = found.get(site);
      if (others) others.push(index);
      else found.set(site, [index]);
    }
  }
  return found;
}
