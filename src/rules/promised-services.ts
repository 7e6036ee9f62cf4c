import type { ServiceIndex } from '../model/model.js';
import type { Facts } from './facts.js';

/** The services of our own that are promised back; how those that are bought come back is in no plan of ours. */
export function promisedServices({ model, promises }: Facts): readonly ServiceIndex[] {
  const promised = promises.flatMap(({ service, target }) => (target === undefined ? [] : [service]));
  return [...new Set(promised)].filter((index) => model.services[index]?.kind !== 'external');
}
