import type { DomainIndex, FailCondition, ServiceIndex, SurvivedKind } from '../model/model.js';
import type { Facts } from './facts.js';

/**
 * Kinds of loss of which nothing is known about a place, with the services on it that promise to survive one, within
 * a time or without losing more than so much data, and do not say themselves what they fail with.
 */
export function kindsAskedOf(facts: Facts, place: DomainIndex): ReadonlyMap<string, readonly ServiceIndex[]> {
  const { model, kindsAround, standingOn } = facts;
  const known = kindsAround(place);
  const asked = new Map<string, ServiceIndex[]>();
  for (const index of standingOn(place)) {
    for (const survived of model.services[index]?.objectives.survive ?? []) {
      const { kind } = survived;
      if (isPromised(survived) && !known.has(kind) && !saysItself(facts, index, place, kind))
        asked.set(kind, [...(asked.get(kind) ?? []), index]);
    }
  }
  return asked;
}

/** Whether a place is asked for one kind; the first who asks is enough. */
export function isAskedOf(facts: Facts, place: DomainIndex, kind: string): boolean {
  const { model, kindsAround, standingOn } = facts;
  const means = (index: ServiceIndex): boolean =>
    model.services[index]?.objectives.survive.some((survived) => survived.kind === kind && isPromised(survived)) ===
    true;
  return (
    !kindsAround(place).has(kind) &&
    standingOn(place).some((index) => means(index) && !saysItself(facts, index, place, kind))
  );
}

function isPromised({ rto, rpo }: SurvivedKind): boolean {
  return rto !== undefined || rpo !== undefined;
}

/** Whether the copies there, or the service, name what of this kind they fail with: then the place need not. */
function saysItself({ model, kindsAround }: Facts, service: ServiceIndex, place: DomainIndex, kind: string): boolean {
  const names = (conditions: readonly FailCondition[] = []): boolean =>
    conditions.some((members) => members.some((member) => kindsAround(member).has(kind)));
  const { replicas = [], failsWith } = model.services[service] ?? {};
  return names(failsWith) || replicas.every(({ at, failsWith: own }) => at?.includes(place) !== true || names(own));
}
