import type { PromiseResult } from '../../analysis/promises.js';
import type { Model } from '../../model/model.js';

/** The services of some promises, in order, each once. */
export function servicesOf(promises: Iterable<PromiseResult>): readonly number[] {
  return [...new Set([...promises].map(({ service }) => service))].sort((a, b) => a - b);
}

export function tellServices(model: Model, services: readonly number[], one: string, many: string): string {
  return services.length === 1
    ? `${model.services[services[0] ?? -1]?.id ?? ''} ${one}`
    : `${services.length} services ${many}`;
}

export function tellUnknown(count: number): string {
  return count === 1 ? 'one promise cannot be known' : `${count} promises cannot be known`;
}
