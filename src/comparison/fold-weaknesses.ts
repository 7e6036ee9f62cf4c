import type { Model, Service } from '../model/model.js';
import type { KeyPath } from '../place.js';
import type { Weakness } from './weakness.js';

/** Something of one service that is weaker, in words that are the same for every service it is true of. */
export interface ServiceWeakness {
  readonly message: string;
  /** What of the service it is about. */
  readonly path: KeyPath;
}

/**
 * What is weaker in services that are in both states, told once for all that share the line behind it, such as one of a
 * tier. In order of the first service concerned.
 */
export function foldWeaknesses(
  area: Weakness['area'],
  before: Model,
  now: Model,
  compare: (former: Service, service: Service) => readonly ServiceWeakness[],
): readonly Weakness[] {
  const told = new Map<string, Weakness>();
  for (const service of now.services) {
    const index = before.serviceById.get(service.id);
    const former = index === undefined ? undefined : before.services[index];
    if (former === undefined) continue;
    for (const { message, path } of compare(former, service)) {
      const { layer, place } = now.origin(service.index, path);
      const written = layer !== 'absent' && layer !== 'built-in';
      const key = JSON.stringify([message, written ? place : undefined]);
      const others = told.get(key)?.subjects ?? [];
      // Of what several services no longer say, no line is the one.
      const at = written || others.length === 0 ? place : undefined;
      told.set(key, { area, message, subjects: [...others, service.id], at });
    }
  }
  return [...told.values()];
}
