import type { DomainIndex, ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';

/** The services for whose promises this domain is the worst loss, in order, each once. */
export function restingOn({ promisesByWorst }: Facts, domain: DomainIndex): readonly ServiceIndex[] {
  return [...new Set(promisesByWorst(domain).map(({ service }) => service))];
}
