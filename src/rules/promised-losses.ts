import type { DomainIndex, Model, Service } from '../model/model.js';

/** The domains whose loss alone takes a copy of a service that promises to be back from such a loss within a time. */
export function promisedLosses(
  { domains }: Model,
  { replicas, objectives }: Service,
  domainsTaking: (domain: DomainIndex) => readonly DomainIndex[],
): readonly DomainIndex[] {
  const kinds = new Set(objectives.survive.flatMap(({ kind, rto }) => (rto === undefined ? [] : [kind])));
  if (kinds.size === 0) return [];
  const taking = replicas.flatMap(({ at = [] }) => at).flatMap(domainsTaking);
  return [...new Set(taking)].filter((domain) => kinds.has(domains[domain]?.kind ?? ''));
}
