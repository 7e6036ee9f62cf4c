import { keyOfEntry, type Entry } from './entry.js';
import { findOrigin, findPlace } from './find-origin.js';
import type { Drill, EntityRef, FailureDomain, Limitation, Model, Scenario, Service } from './model.js';
import { writtenAlone, type Written } from './written.js';

interface Parts {
  readonly domains: readonly FailureDomain[];
  readonly services: readonly Service[];
  readonly drills: readonly Drill[];
  readonly scenarios: readonly Scenario[];
  readonly limitations: readonly Limitation[];
  /** Where things other than services were written, by index. */
  readonly entries: Readonly<Record<'domain' | 'drill' | 'scenario' | 'limitation', readonly Entry[]>>;
  /** Where services were written, by index. */
  readonly written: readonly Written[];
}

/** The model, with the text it was made of at hand for questions about places. */
export function linkedModel({ domains, services, drills, scenarios, limitations, entries, written }: Parts): Model {
  const writtenOf = ({ type, index }: EntityRef): Written =>
    type === 'service'
      ? present(written[index], type, index)
      : writtenAlone(present(entries[type][index], type, index));
  return {
    domains,
    services,
    drills,
    scenarios,
    limitations,
    domainById: new Map(domains.map(({ id, index }) => [id, index])),
    serviceById: new Map(services.map(({ id, index }) => [id, index])),
    origin: (service, path) => findOrigin(writtenOf({ type: 'service', index: service }), path),
    place: (entity, path = []) => {
      const thing = writtenOf(entity);
      return (path.length > 0 ? findPlace(thing, path) : undefined) ?? keyOfEntry(thing.entry);
    },
  };
}

/** Indices come from this very model; another one is a mistake in the program, not in the input. */
function present<Thing>(thing: Thing | undefined, type: string, index: number): Thing {
  if (thing === undefined) throw new RangeError(`there is no ${type} ${index} in this model`);
  return thing;
}
