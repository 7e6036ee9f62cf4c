import type { DomainIndex, FailCondition, ServiceIndex } from '../model/model.js';
import type { Facts } from './facts.js';

/**
 * Kinds of loss of which nothing is known about a place, with the services on it of which a promise about one cannot be
 * known, and that do not say themselves what they fail with. What is kept, or broken, wherever the place lies asks nothing.
 */
export function kindsAskedOf(facts: Facts, place: DomainIndex): ReadonlyMap<string, readonly ServiceIndex[]> {
  const { kindsAround, standingOn } = facts;
  const known = kindsAround(place);
  const asked = new Map<string, ServiceIndex[]>();
  for (const index of standingOn(place)) {
    for (const kind of openKinds(facts, index)) {
      if (!known.has(kind) && !saysItself(facts, index, place, kind))
        asked.set(kind, [...(asked.get(kind) ?? []), index]);
    }
  }
  return asked;
}

/** Whether a place is asked for one kind; the first who asks is enough. */
export function isAskedOf(facts: Facts, place: DomainIndex, kind: string): boolean {
  const { kindsAround, standingOn } = facts;
  return (
    !kindsAround(place).has(kind) &&
    standingOn(place).some((index) => openKinds(facts, index).has(kind) && !saysItself(facts, index, place, kind))
  );
}

/** The kinds of loss about which a promise of the service cannot be known. */
function openKinds({ promisesOf }: Facts, service: ServiceIndex): ReadonlySet<string> {
  return new Set(
    promisesOf(service).flatMap(({ kind, verdict, target }) =>
      verdict === 'unknown' && target !== undefined ? [kind] : [],
    ),
  );
}

/** Whether the copies there, or the service, name what of this kind they fail with: then the place need not. */
function saysItself({ model, kindsAround }: Facts, service: ServiceIndex, place: DomainIndex, kind: string): boolean {
  const names = (conditions: readonly FailCondition[] = []): boolean =>
    conditions.some((members) => members.some((member) => kindsAround(member).has(kind)));
  const { replicas = [], failsWith } = model.services[service] ?? {};
  return names(failsWith) || replicas.every(({ at, failsWith: own }) => at?.includes(place) !== true || names(own));
}
