import fc from 'fast-check';
import type { JsonObject } from '../../../src/source/json-value.js';
import { among, chosen, compact, conditions, duration, pick, rawConditions, sometimes } from './raw-parts.js';

/** Where things stand: ids of what has been built so far, in the order in which one may refer to another. */
export interface Estate {
  readonly locations: JsonObject;
  readonly domains: JsonObject;
  readonly placeIds: readonly string[];
  readonly domainIds: readonly string[];
}

const site = fc.record({
  kind: among<string | undefined>(
    ['building', 3],
    ['datacenter', 3],
    ['region', 2],
    [undefined, 1],
    ['zone', 1],
    ['unknown', 1],
  ),
  parent: sometimes(70, pick),
  failsWith: sometimes(30, rawConditions),
  capacity: sometimes(25, among<number | string>([60, 3], [30, 3], [100, 3], [20, 2], ['unknown', 1])),
  lasts: sometimes(15, duration),
  status: among<string | undefined>([undefined, 20], ['active', 1], ['planned', 1], ['unknown', 1]),
});

const risk = fc.record({
  kind: among(['power', 4], ['account', 4], ['network', 1], ['building', 1]),
  failsWith: sometimes(25, rawConditions),
  lasts: sometimes(15, duration),
  /** Bit n: the nth place of the tidy estate fails with it. */
  covers: fc.tuple(fc.nat({ max: 63 }), fc.nat({ max: 63 })).map(([a, b]) => a & b),
});

const extras = fc.array(fc.record({ at: pick, capacity: among(['30', 1], ['60', 2], ['100', 1], ['none', 2]) }), {
  maxLength: 2,
});

/** Two regions, three buildings, one datacenter, all known: here the unknowns come from the services alone. */
const TIDY: readonly (readonly [id: string, kind: string, parent: string | undefined])[] = [
  ['r1', 'region', undefined],
  ['r2', 'region', undefined],
  ['b1', 'building', 'r1'],
  ['b2', 'building', 'r1'],
  ['b3', 'building', 'r2'],
  ['d1', 'datacenter', 'b1'],
];

const tidy: fc.Arbitrary<Estate> = fc
  .record({ risks: fc.array(risk, { maxLength: 3 }), extras, lasts: sometimes(15, duration) })
  .map((raw) => {
    const domains: Record<string, JsonObject> = {};
    const domainIds: string[] = [];
    for (const [index, { kind, lasts, failsWith }] of raw.risks.entries()) {
      const id = `x${index}`;
      domains[id] = compact({ kind, lasts, failsWith: conditions(failsWith, domainIds) });
      domainIds.push(id);
    }
    const locations: Record<string, JsonObject> = {};
    for (const [index, [id, kind, parent]] of TIDY.entries()) {
      const covered = raw.risks.flatMap(({ covers }, position) => ((covers >> index) & 1 ? [`x${position}`] : []));
      const limit = raw.extras.find(({ at }) => at % TIDY.length === index)?.capacity;
      locations[id] = compact({
        kind,
        in: parent,
        lasts: raw.lasts,
        failsWith: covered.length > 0 ? covered : undefined,
        capacity: limit === undefined || limit === 'none' ? undefined : Number(limit),
      });
    }
    const placeIds = ['b1', 'b3', 'b2', 'd1', 'r2', 'r1'];
    return { locations, domains, placeIds, domainIds: [...domainIds, ...TIDY.map(([id]) => id)] };
  });

/** Places and risks in any order, each built on what came before it: kinds are missing here and there. */
const wild: fc.Arbitrary<Estate> = fc
  .tuple(
    fc.array(fc.oneof({ arbitrary: site.map((place) => ({ place })), weight: 2 }, { arbitrary: risk, weight: 1 }), {
      maxLength: 9,
    }),
    site,
  )
  .map(([nodes, first]) => {
    const locations: Record<string, JsonObject> = {};
    const domains: Record<string, JsonObject> = {};
    const placeIds: string[] = [];
    const domainIds: string[] = [];
    for (const node of [{ place: first }, ...nodes]) {
      if ('place' in node) {
        const id = `l${placeIds.length}`;
        const { kind, parent, failsWith, capacity, lasts, status } = node.place;
        locations[id] = compact({
          kind,
          in: parent === undefined ? undefined : chosen(placeIds, parent),
          failsWith: conditions(failsWith, domainIds),
          capacity,
          lasts,
          status,
        });
        placeIds.push(id);
        domainIds.push(id);
      } else {
        const id = `x${domainIds.length}`;
        domains[id] = compact({ kind: node.kind, lasts: node.lasts, failsWith: conditions(node.failsWith, domainIds) });
        domainIds.push(id);
      }
    }
    return { locations, domains, placeIds, domainIds };
  });

export const arbitraryEstate: fc.Arbitrary<Estate> = fc.oneof(
  { arbitrary: tidy, weight: 3 },
  { arbitrary: wild, weight: 2 },
);
