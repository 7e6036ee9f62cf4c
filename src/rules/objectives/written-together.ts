import type { Service, ServiceIndex } from '../../model/model.js';
import type { KeyPath, Place } from '../../place.js';
import type { Facts } from '../facts.js';

/**
 * The services of a tier that have all these values from the same lines, this one among them, in order; or only this one. What is
 * wrong with such lines is one mistake, and the first service stands for all.
 */
export function writtenTogether(
  { model, servicesOfTier }: Facts,
  { index, tier }: Service,
  paths: readonly KeyPath[],
): { readonly isFirst: boolean; readonly all: () => readonly ServiceIndex[] } {
  const own = paths.map((path) => model.origin(index, path).place);
  const isAlike = (other: ServiceIndex): boolean =>
    other === index || paths.every((path, at) => isSame(model.origin(other, path).place, own[at]));
  const peers = tier === undefined ? [index] : servicesOfTier(tier);
  return { isFirst: peers.find(isAlike) === index, all: () => peers.filter(isAlike) };
}

function isSame(place: Place, other: Place | undefined): boolean {
  return (
    other !== undefined &&
    place.file === other.file &&
    place.document === other.document &&
    place.path.length === other.path.length &&
    place.path.every((part, at) => part === other.path[at])
  );
}
