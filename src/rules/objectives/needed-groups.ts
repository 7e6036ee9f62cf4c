import type { Model, Service, ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';

/** Services of which one is enough, with those that cannot run without one of them: several for an `anyOf`. */
export interface NeededGroup {
  /** Distinct, in order. */
  readonly members: readonly ServiceIndex[];
  /** In order. */
  readonly needing: readonly Service[];
}

/** The groups of which this service tells what is wrong: itself alone, and every `anyOf` in which it is the best. */
export function neededGroups(
  { model, dependents }: Facts,
  service: ServiceIndex,
  bestOf: (model: Model, members: readonly ServiceIndex[]) => ServiceIndex | undefined,
): readonly NeededGroup[] {
  const groups = new Map<string, { readonly members: readonly ServiceIndex[]; readonly needing: Set<Service> }>();
  for (const { service: index, dependency } of dependents(service)) {
    const dependent = model.services[index];
    if (dependent === undefined || dependency.kind === 'soft') continue;
    const members = [...new Set(dependency.anyOf)].sort((a, b) => a - b);
    const key = members.join(' ');
    const group = groups.get(key);
    if (group) group.needing.add(dependent);
    else if (bestOf(model, members) === service) groups.set(key, { members, needing: new Set([dependent]) });
  }
  return [...groups.values()].map(({ members, needing }) => ({ members, needing: [...needing] }));
}
