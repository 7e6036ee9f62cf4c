import { keyOfEntry, type Entry } from './entry.js';
import { findOrigin, findPlace } from './find-origin.js';
import type { EntityRef, Model } from './model.js';
import { writtenAlone, type Written } from './written.js';

interface Parts extends Omit<Model, 'domainById' | 'serviceById' | 'origin' | 'place'> {
  /** Where things other than services were written, by index. */
  readonly entries: Readonly<Record<Exclude<EntityRef['type'], 'service'>, readonly Entry[]>>;
  /** Where services were written, by index. */
  readonly written: readonly Written[];
}

/** The model, with the text it was made of at hand for questions about places. */
export function linkedModel({ entries, written, ...parts }: Parts): Model {
  const writtenOf = ({ type, index }: EntityRef): Written =>
    type === 'service'
      ? present(written[index], type, index)
      : writtenAlone(present(entries[type][index], type, index));
  return {
    ...parts,
    domainById: new Map(parts.domains.map(({ id, index }) => [id, index])),
    serviceById: new Map(parts.services.map(({ id, index }) => [id, index])),
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
