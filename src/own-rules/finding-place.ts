import type { Drill, FailureDomain, Model, Service } from '../model/model.js';
import type { KeyPath, Place } from '../place.js';

/** Where a field of a subject was written; of one that nobody wrote, the subject itself. */
export type PlaceOf = (path: KeyPath) => Place;

/** Effective values may stand in a tier or under `defaults`. */
export function servicePlace(model: Model, { index }: Service): PlaceOf {
  return (path) => (path.length === 0 ? model.place({ type: 'service', index }) : model.origin(index, path).place);
}

export function domainPlace(model: Model, { index }: FailureDomain): PlaceOf {
  return (path) => model.place({ type: 'domain', index }, path[0] === 'parent' ? ['in'] : path);
}

export function drillPlace(model: Model, { index }: Drill): PlaceOf {
  return (path) => model.place({ type: 'drill', index }, path);
}
