import type { Service, ServiceIndex } from '../../model/model.js';
import type { KeyPath, Place } from '../../place.js';
import type { Facts } from '../facts.js';

/** Services that have some values from the same lines. */
export interface WrittenTogether {
  /** Whether this service stands for all: the most critical, the first of several. */
  readonly isFirst: boolean;
  /** Whether the lines are those of a tier, so that all are of it. */
  readonly ofTier: boolean;
  /** This one among them, in order. */
  readonly all: () => readonly ServiceIndex[];
}

/**
 * The services that have all these values from the same lines of a tier or the defaults. What is wrong with such lines
 * is one mistake, and one service stands for all.
 */
export function writtenTogether(
  { model, servicesOfTier }: Facts,
  { index, tier, rank = Infinity }: Service,
  paths: readonly KeyPath[],
): WrittenTogether {
  const origins = paths.map((path) => model.origin(index, path));
  const isAlike = (other: ServiceIndex): boolean =>
    other === index || paths.every((path, at) => isSame(model.origin(other, path).place, origins[at]?.place));
  const layers = new Set(origins.map(({ layer }) => layer));
  // A service that says one of them itself says it for no other.
  if (layers.has('service')) return { isFirst: true, ofTier: false, all: () => [index] };
  const ofTier = layers.has('tier');
  // Asked of every service, so no list of all is made for each.
  const peers = ofTier ? (tier === undefined ? [index] : servicesOfTier(tier)) : undefined;
  const some = (is: (other: ServiceIndex) => boolean): boolean =>
    peers === undefined ? model.services.some((service) => is(service.index)) : peers.some(is);
  const isBefore = (other: ServiceIndex): boolean => {
    const theirs = model.services[other]?.rank ?? Infinity;
    return theirs < rank || (theirs === rank && other < index);
  };
  return {
    isFirst: !some((other) => isBefore(other) && isAlike(other)),
    ofTier,
    all: () => (peers ?? model.services.map((service) => service.index)).filter(isAlike),
  };
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
