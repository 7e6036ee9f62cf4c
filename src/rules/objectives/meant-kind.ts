import { distance } from 'fastest-levenshtein';
import type { Model } from '../../model/model.js';

/** The kinds that the format names, and a few that people use and that look like one of them. */
const familiar = {
  locations: [
    'building',
    'region',
    'datacenter',
    'country',
    'metro',
    'campus',
    'zone',
    'hall',
    'room',
    'rack',
    'county',
    'unknown',
  ],
  domains: [
    'power',
    'carrier',
    'account',
    'network',
    'cooling',
    'operator',
    'provider',
    'control-plane',
    'identity',
    'release',
    'hazard',
    'flood',
    'seismic',
    'tower',
    'unknown',
  ],
} as const;

/** Finds the kind of failure domain that somebody meant who wrote another that nobody uses but for it. */
export type MeantKind = (kind: string) => string | undefined;

/**
 * A kind is a word that anybody may choose, so only what differs from one of the format, or from one that more domains
 * of this inventory have, by a plural, a hyphen or a single slip is taken for that one misspelt.
 */
export function meantKinds({ domains }: Model): MeantKind {
  const uses = new Map<string, number>();
  const sections = new Map<string, 'locations' | 'domains'>();
  for (const { kind, section } of domains) {
    uses.set(kind, (uses.get(kind) ?? 0) + 1);
    if (!sections.has(kind)) sections.set(kind, section);
  }
  const all: readonly string[] = [...familiar.locations, ...familiar.domains];
  const declared = [...uses.keys()].sort();
  return (kind) => {
    if (all.includes(kind)) return undefined;
    const own = uses.get(kind) ?? 0;
    const section = sections.get(kind);
    const known: readonly string[] = section === undefined ? all : familiar[section];
    return [...known, ...declared.filter((one) => (uses.get(one) ?? 0) > own)].find(
      (candidate) =>
        candidate !== kind && (isSlip(kind, candidate) || (all.includes(candidate) && lacksOne(kind, candidate))),
    );
  };
}

function isSlip(kind: string, candidate: string): boolean {
  const [one, other] = [plainly(kind), plainly(candidate)];
  if (one === other) return true;
  // Words of four letters are too often one letter from another word: a hall from a mall.
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5 || Math.abs(one.length - other.length) > 1) return false;
  const steps = distance(one, other);
  return steps === 1 || (steps === 2 && one.length === other.length && sorted(one) === sorted(other));
}

/** A word of the format with a letter left out, as in `powr`; of words of one's own the shorter may be another one, as site and suite. */
function lacksOne(kind: string, candidate: string): boolean {
  return kind.length === 4 && candidate.length === 5 && distance(kind, candidate) === 1;
}

/** Without what people write differently and mean the same by. */
function plainly(word: string): string {
  return word.replaceAll(/[-_.]/g, '').replace('centre', 'center').replace(/ies$/, 'y').replace(/s$/, '');
}

function sorted(word: string): string {
  return word.split('').toSorted().join('');
}
