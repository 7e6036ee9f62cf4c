import type { DomainIndex, Service } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { distanceKind } from '../option-kinds.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';
import { copiesOf, isWithinWalls } from './copies.js';
import { greatCircle } from './great-circle.js';

const minimum = defineOption(distanceKind, {
  name: 'minimum',
  summary: 'how far apart the two copies furthest from each other have to be at least, backups counted',
  default: '10km',
  example: '200km',
  source: 'tool default',
  basis: 'beyond one fire, flood or blackout of a district; a flood of a river or an earthquake reaches further',
});

export const copiesTooClose: Rule = defineRule({
  id: 'copies-too-close',
  group: 'placement',
  on: 'service',
  severity: 'low',
  byTier: false,
  summary: 'Copies in separate buildings that are near enough for one event to reach them all',
  why: 'Walls do not stop what comes over a whole district: a flood, a failed substation, a cordon of the fire brigade. In October 2012 hurricane Sandy put out several datacenters of lower Manhattan in one night.',
  fix: 'Keep one copy, or at least one backup and a place to restore it to, further away; how far is a matter of what the region is exposed to.',
  references: [],
  controls: ['NIST SP 800-53 CP-6(1)', 'NIST SP 800-53 CP-7(1)', 'DORA Art. 12(5)(a)', 'RBI 18(b)', 'BSI C5 PS-02'],
  options: [minimum],
  applies: (service, { hasCoordinates }) => service.kind !== 'external' && spread(service).length > 1 && hasCoordinates,
  *check(service, facts, options) {
    const { model } = facts;
    const shared = (facts.sharedFate(service.index) ?? []).flatMap((index) => model.domains[index] ?? []);
    // Within one building distance is not the matter.
    if (shared.some(isWithinWalls)) return;
    const places = spread(service).map((place) => ({ place, spot: spotOf(facts, place) }));
    const known = places.flatMap(({ place, spot }) => (spot === undefined ? [] : [{ place, spot }]));
    const pairs = known.flatMap((one, at) =>
      known.slice(at + 1).map((other) => ({
        one,
        other,
        apart: greatCircle(one.spot.coordinates, other.spot.coordinates),
        vague: [...vagueBeside(facts, one, other), ...vagueBeside(facts, other, one)],
      })),
    );
    const [furthest] = pairs.filter(({ vague }) => vague.length === 0).toSorted((a, b) => b.apart - a.apart);
    const asked = minimum.of(options);
    if (furthest !== undefined && furthest.apart >= asked) return;
    const silent = [...places.filter(({ spot }) => spot === undefined), ...pairs.flatMap(({ vague }) => vague)];
    if (silent.length > 0) {
      yield {
        outcome: 'unknown',
        missing: [...new Set(silent.map(({ place }) => place))].map((index) => ({
          owner: { type: 'domain', index },
          path: ['coordinates'],
        })),
      };
      return;
    }
    if (furthest === undefined) return;
    const id = (place: DomainIndex): string => model.domains[place]?.id ?? '';
    const [near, far] = [furthest.one.place, furthest.other.place];
    const rounded = Math.round(furthest.apart * 10) / 10;
    // Never rounded up to what is asked for.
    const apart = rounded < asked ? rounded : Math.floor(furthest.apart * 10) / 10;
    yield {
      outcome: 'fail',
      message: `the copies of ${service.id} are ${apart} km apart at most (${id(near)}, ${id(far)}), at least ${asked} km are asked for`,
      detail: [id(near), id(far)].sort().join(' '),
      spots: [
        { at: model.origin(service.index, ['replicas']).place, label: `within ${apart} km` },
        { at: model.place({ type: 'domain', index: near }, ['coordinates']), label: id(near) },
        { at: model.place({ type: 'domain', index: far }, ['coordinates']), label: id(far) },
      ],
    };
  },
  avoid: `
locations:
  harbour: { kind: building, coordinates: [37.4021, 127.1041] }
  hill: { kind: building, coordinates: [37.3999, 127.1102] }
services:
  orders:
    replicas: [{ at: harbour }, { at: hill }]
`,
  prefer: `
locations:
  harbour: { kind: building, coordinates: [37.4021, 127.1041] }
  hill: { kind: building, coordinates: [37.8813, 127.7298] }
services:
  orders:
    replicas: [{ at: harbour }, { at: hill }]
`,
});

/** Every place that holds a copy or a backup. */
function spread(service: Service): readonly DomainIndex[] {
  const live = copiesOf(service).flatMap(({ at = [] }) => at);
  if (live.length === 0) return [];
  return [...new Set([...live, ...(service.backups ?? []).flatMap(({ at = [] }) => at)])];
}

/** Where on Earth a place is, and who says so. */
interface EarthSpot {
  readonly coordinates: readonly [number, number];
  readonly from: DomainIndex;
}

/** By the nearest place around it that states any. */
function spotOf({ model }: Facts, place: DomainIndex): EarthSpot | undefined {
  for (let at: DomainIndex | undefined = place; at !== undefined; at = model.domains[at]?.parent) {
    const { coordinates } = model.domains[at] ?? {};
    if (coordinates !== undefined) return { coordinates, from: at };
  }
  return undefined;
}

interface Placed {
  readonly place: DomainIndex;
  readonly spot: EarthSpot;
}

/** What is small enough for one point to stand for all of it. */
const narrow: ReadonlySet<string> = new Set(['zone', 'campus']);

/**
 * The first of two places, if it is known only by the point of a region that the other one is in too: what lies between
 * that point and the other place is not the distance of the two.
 */
function vagueBeside({ model }: Facts, one: Placed, { place: other }: Placed): readonly Placed[] {
  const { from } = one.spot;
  const around = model.domains[from];
  if (one.place === from || around === undefined || isWithinWalls(around) || narrow.has(around.kind)) return [];
  for (let at: DomainIndex | undefined = other; at !== undefined; at = model.domains[at]?.parent)
    if (at === from) return [one];
  return [];
}
