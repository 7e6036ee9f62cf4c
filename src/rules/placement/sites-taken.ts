import type { DomainIndex, FailureDomain, Service } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { isWithinWalls } from './copies.js';
import { wallsAround } from './walls.js';

/** A place that a domain takes, and the building around it. */
export interface Site {
  readonly place: DomainIndex;
  readonly walls: DomainIndex;
}

/** The widest places that a domain takes and where services keep copies or backups, in order; each once. */
export function sitesTaken(
  facts: Facts,
  { index: loss }: FailureDomain,
  services: readonly Service[],
): readonly Site[] {
  const { model, domainsTaking } = facts;
  const isTaken = (place: DomainIndex): boolean => place !== loss && domainsTaking(place).includes(loss);
  const places = new Set(
    services.flatMap(({ replicas, backups = [] }) => [...replicas, ...backups].flatMap(({ at = [] }) => at)),
  );
  const widest = new Set<DomainIndex>();
  for (const start of places) {
    if (!isTaken(start)) continue;
    let site = start;
    for (let at = model.domains[start]?.parent; at !== undefined; at = model.domains[at]?.parent) {
      const around = model.domains[at];
      if (around !== undefined && isWithinWalls(around) && isTaken(at)) site = at;
    }
    widest.add(site);
  }
  return [...widest].toSorted((a, b) => a - b).map((place) => ({ place, walls: wallsAround(facts, place) }));
}
