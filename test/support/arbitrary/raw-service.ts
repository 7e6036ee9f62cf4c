import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import type { Estate } from './raw-estate.js';
import { among, chosen, chosenAll, compact, conditions, duration, pick } from './raw-parts.js';
import { rawConditions, share, sometimes } from './raw-parts.js';

const place = fc.oneof(
  { arbitrary: pick.map((index) => [index]), weight: 12 },
  { arbitrary: fc.array(pick, { minLength: 2, maxLength: 3 }), weight: 1 },
  { arbitrary: fc.constant('unknown'), weight: 1 },
  { arbitrary: fc.constant(undefined), weight: 1 },
);
type RawPlace = readonly number[] | string | undefined;

function at(raw: RawPlace, estate: Estate): JsonValue | undefined {
  if (raw === undefined || typeof raw === 'string') return raw;
  return raw.length === 1 ? chosen(estate.placeIds, raw[0] ?? 0) : chosenAll(estate.placeIds, raw);
}

const replica = fc.record({
  at: place,
  role: among<string | undefined>(
    ['standby', 6],
    ['active', 3],
    ['primary', 2],
    ['replica', 3],
    ['witness', 2],
    [undefined, 2],
    ['unknown', 1],
  ),
  replication: among<string | undefined>(
    [undefined, 8],
    ['async', 5],
    ['sync', 4],
    ['semi-sync', 2],
    ['none', 1],
    ['unknown', 1],
  ),
  lag: sometimes(75, duration),
  readiness: among<string | undefined>([undefined, 4], ['hot', 3], ['warm', 2], ['cold', 1]),
  startup: sometimes(80, duration),
  capacity: sometimes(25, share),
  votes: sometimes(12, fc.nat({ max: 2 })),
  promotable: sometimes(15, fc.boolean()),
  failsWith: sometimes(12, rawConditions),
});

const backup = fc.record({
  at: place,
  every: sometimes(80, duration),
  takes: sometimes(30, duration),
  immutable: sometimes(70, fc.boolean()),
  offline: sometimes(70, fc.boolean()),
  failsWith: sometimes(40, rawConditions),
  key: sometimes(25, pick),
  to: sometimes(85, fc.array(pick, { minLength: 1, maxLength: 2 })),
  speed: among<JsonObject | undefined>(
    [{ time: '10m' }, 3],
    [{ time: '1h' }, 2],
    [{ time: '10m', prepare: '1h' }, 1],
    [{ rate: '10MB/s', prepare: '5m' }, 1],
    [{ rate: '10MB/s' }, 4],
    [{ time: 'unknown' }, 1],
    [undefined, 1],
  ),
});

const dependency = fc.record({
  targets: fc.array(pick, { minLength: 1, maxLength: 3 }),
  /** Only on services that come before: no circle. */
  earlier: among([true, 2], [false, 1]),
  kind: among<string | undefined>(['hard', 6], ['soft', 2], ['startup', 2], [undefined, 1]),
  anyOf: among([false, 3], [true, 1]),
});

const rawService = fc.record({
  kind: among<string | undefined>([undefined, 6], ['datastore', 2], ['tooling', 1], ['external', 1], ['service', 1]),
  tier: sometimes(30, fc.constant('gold')),
  objectives: fc.record({
    rto: sometimes(50, duration),
    rpo: sometimes(40, duration),
    survive: among<JsonValue | undefined>(
      [undefined, 3],
      [['building', 'account'], 2],
      [['region'], 1],
      [[], 1],
      [{ building: {}, power: { rto: '10m' }, region: { rto: '1h', rpo: '5m' } }, 2],
    ),
  }),
  dependencies: fc.array(dependency, { maxLength: 2 }),
  needs: among<string | undefined>([undefined, 30], ['unknown', 1], ['none', 1]),
  leads: among<string | undefined>(['primary', 4], ['active', 4], [undefined, 1]),
  replicas: fc.array(replica, { maxLength: 4 }),
  quorum: among<JsonValue | undefined>([undefined, 12], ['majority', 2], [2, 1], [1, 1]),
  backups: sometimes(45, fc.array(backup, { maxLength: 2 })),
  data: among<JsonValue | undefined>([undefined, 4], [{ size: '600MB' }, 3], [{}, 1], ['none', 5]),
  recovery: fc.record({
    mode: among<string | undefined>(['automatic', 3], ['manual', 2], [undefined, 2], ['unknown', 1]),
    detect: sometimes(85, duration),
    decide: sometimes(75, duration),
    execute: sometimes(85, duration),
    redirect: sometimes(20, duration),
    verify: sometimes(20, duration),
    restart: among<JsonValue | undefined>(
      [undefined, 6],
      ['20m', 3],
      [{ hosts: 30, perHour: 10 }, 2],
      [{ hosts: 30 }, 1],
      [{ hosts: 0 }, 1],
    ),
    uses: sometimes(
      85,
      fc.oneof(
        { arbitrary: fc.array(pick, { maxLength: 0 }), weight: 1 },
        { arbitrary: fc.array(pick, { maxLength: 2 }), weight: 1 },
      ),
    ),
    rebuild: sometimes(
      45,
      fc.record({ to: sometimes(85, fc.array(pick, { minLength: 1, maxLength: 2 })), takes: sometimes(85, duration) }),
    ),
  }),
  demand: sometimes(40, among<number | string>([30, 2], [10, 2], [60, 1], ['unknown', 1])),
  minCapacity: sometimes(25, share),
  failsWith: sometimes(20, rawConditions),
  /** In the top-level section `replicas`. */
  apart: among([false, 4], [true, 1]),
});

type RawService = typeof rawService extends fc.Arbitrary<infer Raw> ? Raw : never;

const listOf = (values: readonly string[] | undefined): JsonValue | undefined =>
  values?.length === 0 ? undefined : values;

function backupMap(raw: RawService['backups'], estate: Estate, services: readonly string[]): JsonValue | undefined {
  if (raw === undefined) return undefined;
  if (raw.length === 0) return 'none';
  return Object.fromEntries(
    raw.map(({ at: places, failsWith, key, to, speed, ...rest }, index) => [
      `k${index}`,
      compact({
        ...rest,
        at: at(places, estate),
        failsWith: conditions(failsWith, estate.domainIds),
        key: key === undefined ? undefined : chosen(services, key),
        restore:
          to === undefined && speed === undefined
            ? undefined
            : compact({ ...speed, to: to && listOf(chosenAll(estate.placeIds, to)) }),
      }),
    ]),
  );
}

function dependsOn(raw: RawService['dependencies'], services: readonly string[], self: number): JsonValue | undefined {
  const result: Record<string, JsonValue> = {};
  for (const [index, { targets, earlier, kind, anyOf }] of raw.entries()) {
    const open = earlier ? services.slice(0, self) : services.filter((_, position) => position !== self);
    const members = chosenAll(open, targets);
    const first = members[0];
    if (first === undefined) continue;
    if (anyOf) result[`one-of-${index}`] = compact({ kind, anyOf: members });
    else result[first] = kind ?? { note: 'x' };
  }
  return Object.keys(result).length === 0 ? undefined : result;
}

/** A service and, where they are written in a section of their own, its replicas. */
export interface WrittenService {
  readonly service: JsonObject;
  readonly replicas: JsonValue | undefined;
}

/** Writes the service at position `self` of `services`. */
export type ServiceWriter = (estate: Estate, services: readonly string[], self: number) => WrittenService;

export const arbitraryServiceWriter: fc.Arbitrary<ServiceWriter> = rawService.map(
  (raw) => (estate, services, self) => written(raw, estate, services, self),
);

function written(raw: RawService, estate: Estate, services: readonly string[], self: number): WrittenService {
  const replicas = raw.replicas.map((one, position) =>
    compact({
      ...one,
      role: position === 0 && raw.leads !== undefined ? raw.leads : one.role,
      at: at(one.at, estate),
      failsWith: conditions(one.failsWith, estate.domainIds),
    }),
  );
  const { uses, rebuild, ...phases } = raw.recovery;
  const recovery = compact({
    ...phases,
    uses: uses && chosenAll(services, uses),
    rebuild: rebuild && compact({ ...rebuild, to: rebuild.to && listOf(chosenAll(estate.placeIds, rebuild.to)) }),
  });
  const list = raw.replicas.length === 0 ? undefined : replicas;
  const service = compact({
    kind: raw.kind,
    tier: raw.tier,
    objectives: compact(raw.objectives),
    dependsOn: raw.needs ?? dependsOn(raw.dependencies, services, self),
    replicas: raw.apart ? undefined : list,
    quorum: raw.quorum,
    backups: backupMap(raw.backups, estate, services),
    data: raw.data,
    recovery,
    demand: raw.demand,
    minCapacity: raw.minCapacity,
    failsWith: conditions(raw.failsWith, estate.domainIds),
  });
  return { service, replicas: raw.apart ? list : undefined };
}
