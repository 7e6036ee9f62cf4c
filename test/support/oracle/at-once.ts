import type { State } from '../../../src/analysis/outcome.js';
import type { Bound, DependencyFacts, Facts, ServiceFacts } from './facts.js';
import type { Loss } from './loss.js';
import { ownState } from './own-state.js';

/** The least set that holds every service for which `joins` says so, given the set so far. */
export function leastSet(
  facts: Facts,
  joins: (service: ServiceFacts, sofar: ReadonlySet<string>) => boolean,
): ReadonlySet<string> {
  const set = new Set<string>();
  for (let before = -1; before !== set.size;) {
    before = set.size;
    for (const service of facts.services.values()) if (joins(service, set)) set.add(service.id);
  }
  return set;
}

export const ofKind = (service: ServiceFacts, kind: string): readonly DependencyFacts[] =>
  service.dependencies.filter((dependency) => dependency.kind === kind);

const all = (dependency: DependencyFacts, set: ReadonlySet<string>): boolean =>
  dependency.members.every((member) => set.has(member));

/** "`dependsOn: unknown`: pessimistic: a hard dependency that every loss takes, and that never comes back." */
export const needsInVain = (service: ServiceFacts, bound: Bound): boolean => service.needsUnknown && bound === 'worst';

/** "**At once.**" */
export function statesAtOnce(loss: Loss, bound: Bound): ReadonlyMap<string, State> {
  const { facts } = loss;
  // "*Down* is the least fixpoint of "own state down, or a `hard` dependency down (all of an `anyOf`)""
  const down = leastSet(
    facts,
    (service, sofar) =>
      needsInVain(service, bound) ||
      ownState(service, loss, bound) === 'down' ||
      ofKind(service, 'hard').some((needed) => all(needed, sofar)),
  );
  // "*Degraded*: not down, and own state degraded, or a hard dependency degraded": an `anyOf` is as good as its best.
  const impaired = leastSet(
    facts,
    (service, sofar) =>
      down.has(service.id) ||
      ownState(service, loss, bound) === 'degraded' ||
      ofKind(service, 'hard').some((needed) => all(needed, sofar)),
  );
  const states = new Map<string, State>();
  for (const service of facts.services.values()) {
    // "or a `soft` dependency down (this last does not spread further)"
    const degraded = impaired.has(service.id) || ofKind(service, 'soft').some((wanted) => all(wanted, down));
    states.set(service.id, down.has(service.id) ? 'down' : degraded ? 'degraded' : 'up');
  }
  return states;
}
