import type { ServiceIndex } from '../../model/model.js';
import type { Supplier } from '../../model/supplier.js';
import type { Facts } from '../facts.js';

/** The services that rest on what a supplier provides: what needs its services, and what stands in its places; in order. */
export function standingBehind({ behind }: Supplier, facts: Facts): readonly ServiceIndex[] {
  if (behind === undefined) return [];
  const needing = behind.services.flatMap((index) =>
    facts.dependents(index).flatMap(({ service, dependency }) => (dependency.kind === 'soft' ? [] : [service])),
  );
  const inside = behind.domains.flatMap((domain) => facts.standingWithin(domain));
  return [...new Set([...needing, ...inside])].sort((a, b) => a - b);
}
