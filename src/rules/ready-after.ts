import type { Range } from '../analysis/outcome.js';
import { best, worst } from '../analysis/side.js';
import type { Solution } from '../analysis/solver.js';
import type { DomainIndex, Model, ServiceIndex } from '../model/model.js';

/**
 * When services are ready after losses. Those with a purpose in an outage are each asked about every loss: what becomes of
 * all of them in one loss is kept, so that it is solved once.
 */
export function readyAfter(
  { services }: Model,
  lossOf: (domain: DomainIndex) => Solution,
): (domain: DomainIndex, service: ServiceIndex) => Range {
  const asked = new Set(services.flatMap(({ index, purpose }) => (purpose === undefined ? [] : [index])));
  const kept = new Map<DomainIndex, ReadonlyMap<ServiceIndex, Range>>();
  const work = (domain: DomainIndex, service: ServiceIndex): Range => {
    const solution = lossOf(domain);
    return { best: solution.readyAt(service, best), worst: solution.readyAt(service, worst) };
  };
  return (domain, service) => {
    if (!asked.has(service)) return work(domain, service);
    const all = kept.get(domain) ?? new Map([...asked].map((one) => [one, work(domain, one)]));
    kept.set(domain, all);
    return all.get(service) ?? work(domain, service);
  };
}
