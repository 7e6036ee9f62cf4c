import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { digestText, readDigest, recoveryDigests, type RecoveryDigest } from '../../src/drills/recovery-digests.js';
import { linkInventory } from '../../src/model/link-inventory.js';
import type { Model } from '../../src/model/model.js';
import type { JsonObject, JsonValue } from '../../src/source/json-value.js';
import { arbitraryCase } from '../support/arbitrary/arbitrary-case.js';
import { mapOf } from '../support/arbitrary/inventory-edits.js';
import { runs } from '../support/runs.js';

/** Everything that a service can say of its recovery, none of it a default. What stands behind `cosmetic` recovers nothing. */
const rich = `
locations:
  land: { kind: region }
  north: { kind: building, in: land, capacity: 90, failsWith: [grid] }
  south: { kind: building, in: land, failsWith: [{ allOf: [feed-1, feed-2] }] }
  vault: { kind: building, in: land }
domains:
  grid: { kind: power }
  feed-1: { kind: power }
  feed-2: { kind: power, failsWith: [grid] }
services:
  db:
    kind: datastore
    demand: 30
    minCapacity: 60%
    quorum: majority
    data: { size: 4TB }
    failsWith: [grid]
    dependsOn: { dns: hard, start: { kind: startup, anyOf: [boot, net] } }
    replicas:
      - { at: north, role: primary, capacity: 70%, votes: 2, failsWith: [feed-1] }
      - { at: [south, vault], role: replica, replication: async, lag: 5s, readiness: warm, startup: 7m, promotable: false }
    backups:
      nightly:
        at: vault
        every: 1d
        takes: 2h
        retention: 30d
        immutable: true
        offline: true
        failsWith: [feed-2]
        key: kms
        restore: { to: south, rate: 200MB/s, time: 6h, prepare: 1d }
    recovery:
      mode: manual
      detect: 1m
      decide: 2m
      execute: 3m
      redirect: 4m
      verify: 5m
      uses: [console]
      rebuild: { to: vault, takes: 9h }
      restart: { hosts: 20, perHour: 10 }
      runbook: { hostedOn: [south, wiki] }
  dns: { replicas: [{ at: south, capacity: 40% }] }
  boot: { replicas: [{ at: vault, capacity: 40% }] }
  net: { kind: external, failsWith: [grid] }
  kms: { dependsOn: { hsm: hard } }
  hsm: { recovery: { execute: 8m } }
  console: { recovery: { uses: [boot] } }
  wiki: {}
`;

const cosmetic = `
locations:
  land: { coordinates: [37, 127], name: Land, notes: old, x-team: a }
  north: { operator: us, lasts: 4d, facility: { feeds: 2 } }
domains:
  grid: { name: Grid, notes: n, lasts: 1d }
services:
  db:
    name: The database
    notes: about it
    owner: "@db"
    system: core
    tier: gold
    purpose: alerting
    x-cost: 3
    bia: { date: 2026-01-01 }
    objectives: { rto: 1h, rpo: 1m, mtpd: 1d, survive: [building] }
    dependsOn: { logs: soft, dns: { note: names } }
    replicas:
      - { name: first }
      - { name: second, x-rack: 7 }
    backups: { nightly: { tested: { date: 2026-01-01, took: 3h, result: passed } } }
    recovery: { contacts: [Kim], runbook: { url: https://wiki/1, reviewed: 2026-01-01 } }
  dns: { owner: "@net", notes: n }
  hsm: { name: Safe }
  logs: { replicas: [{ at: north }] }
tiers: { gold: { rank: 1 } }
contacts: { Kim: {} }
drills: [{ date: 2026-01-01, lose: north }]
scenarios: { s: { lose: [grid] } }
plans: { p: { covers: [db], owner: x } }
`;

function linked(...inventories: readonly JsonObject[]): Model {
  const { model, problems } = linkInventory(inventories.map((value, at) => ({ file: `${at}.yaml`, index: 0, value })));
  if (model === undefined) throw new Error(JSON.stringify(problems, undefined, 1));
  return model;
}

function digestOf(id: string, ...inventories: readonly JsonObject[]): RecoveryDigest {
  const model = linked(...inventories);
  return recoveryDigests(model).of(model.serviceById.get(id) ?? -1);
}

function allDigests(...inventories: readonly JsonObject[]): readonly string[] {
  const model = linked(...inventories);
  return model.services.map(({ id, index }) => `${id} ${digestText(recoveryDigests(model).of(index))}`);
}

const isMap = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One inventory laid over another: maps are merged, lists of maps item by item. */
function over(base: JsonValue | undefined, more: JsonValue): JsonValue {
  if (Array.isArray(base) && Array.isArray(more))
    return base.map((item, at) => (at in more ? over(item, more[at]) : item));
  if (isMap(more) && (isMap(base) || base === undefined)) {
    const result: Record<string, JsonValue> = { ...base };
    for (const [key, value] of Object.entries(more)) result[key] = over(base?.[key], value);
    return result;
  }
  return isMap(more) && typeof base === 'string' ? { kind: base, ...more } : more;
}

type Path = readonly (string | number)[];

/** Every value in it that is neither a map nor a list of maps. */
function leaves(value: JsonValue, path: Path = []): readonly Path[] {
  if (isMap(value)) return Object.entries(value).flatMap(([key, one]) => leaves(one, [...path, key]));
  if (Array.isArray(value) && value.some((one: JsonValue) => isMap(one) && !('allOf' in one)))
    return value.flatMap((one: JsonValue, at) => leaves(one, [...path, at]));
  return [path];
}

function without(value: JsonValue, [key, ...rest]: Path): JsonValue {
  if (Array.isArray(value)) return value.map((one: JsonValue, at) => (at === key ? without(one, rest) : one));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      name !== key ? [[name, one]] : rest.length === 0 ? [] : [[name, without(one, rest)]],
    ),
  );
}

const inventory: JsonObject = parse(rich);
const said = leaves(inventory);

/** Behind no promise of db: what kind of thing a place is, and what the runbook's wiki says of itself. */
const unheeded = said.filter(
  ([section, , field]) => (section === 'locations' || section === 'domains') && field === 'kind',
);
const heeded = said.filter((path) => !unheeded.includes(path) && path[1] !== 'wiki' && path.at(-1) !== 'anyOf');

describe('the digest of a recovery', () => {
  it.each(heeded.map((path) => [path.join('.'), path] as const))('changes when %s is taken away', (_name, path) => {
    const less = without(inventory, path);
    expect(digestText(digestOf('db', mapOf(less)))).not.toBe(digestText(digestOf('db', inventory)));
  });

  it('looks at every field of a service that is worth anything for its recovery', () => {
    expect(heeded.length).toBeGreaterThan(50);
  });

  it.each([
    ['another step', 'services: { db: { recovery: { verify: 6m } } }', 'own'],
    ['another alternative', 'services: { db: { dependsOn: { start: { anyOf: [boot, dns] } } } }', 'own'],
    ['another place', 'services: { db: { backups: { nightly: { at: south } } } }', 'own'],
    ['a third copy', 'services: { db: { quorum: 2 } }', 'own'],
    ['a risk of a place', 'domains: { feed-1: { failsWith: [grid] } }', 'places'],
    ['a place that moved', 'locations: { far: {}, vault: { in: far } }', 'places'],
    ['a service behind a key', 'services: { hsm: { recovery: { execute: 9m } } }', 'needs'],
    ['a new need of a tool', 'services: { console: { dependsOn: { wiki: hard } } }', 'needs'],
    ['a place behind a need', 'domains: { new: {} }\nservices: { boot: { failsWith: [new] } }', 'needs'],
  ])('tells in which part: %s', (_name, edit, part) => {
    const before = digestOf('db', inventory);
    const after = digestOf('db', mapOf(over(inventory, parse(edit))));
    const same = (['own', 'places', 'needs'] as const).filter((one) => before[one] === after[one]);
    expect(same).not.toContain(part);
    if (part === 'needs') expect(same).toEqual(['own', 'places']);
  });

  it('is the same in any order, in any files, by any spelling, and with anything said that recovers nothing', () => {
    const dressed = mapOf(over(inventory, parse(cosmetic)));
    expect(digestText(digestOf('db', dressed))).toBe(digestText(digestOf('db', inventory)));
    const spelt = mapOf(over(inventory, parse('services: { db: { recovery: { execute: 180s, restart: 2h } } }')));
    expect(digestText(digestOf('db', spelt))).toBe(digestText(digestOf('db', inventory)));
    const inherited = mapOf(without(inventory, ['services', 'db', 'recovery', 'detect']));
    const layered = mapOf(over(inherited, parse('defaults: { recovery: { detect: 1m } }')));
    expect(digestOf('db', layered).own).toBe(digestOf('db', inventory).own);
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ inventory: any }, ranks) => {
          const random = (): number => ranks.next().value ?? 0;
          const { replicas, ...rest } = any;
          const sections = Object.entries(mapOf(shuffled(rest, random))).map(([section, value]) => ({
            [section]: value,
          }));
          const files = [...sections, ...(replicas === undefined ? [] : [{ replicas: shuffled(replicas, random) }])];
          expect(allDigests(...files.toReversed())).toEqual(allDigests(any));
        },
      ),
      { seed: 20_221_015, numRuns: runs(150) },
    );
  });

  it('is read back as it was written', () => {
    const digest = digestOf('db', inventory);
    expect(readDigest(digestText(digest))).toEqual(digest);
    expect(digestText(digest)).toMatch(/^v1:[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    for (const text of [
      '',
      'v2:00000000-00000000-00000000',
      digestText(digest).toUpperCase(),
      `${digestText(digest)}0`,
    ])
      expect(readDigest(text)).toBeUndefined();
  });
});

/** The same with maps and lists in another order. No list of these inventories has an order. */
function shuffled(value: JsonValue, random: () => number): JsonValue {
  const mixed = <Item>(items: readonly Item[]): readonly Item[] =>
    items
      .map((item) => ({ item, rank: random() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  if (Array.isArray(value))
    return value.some((one: JsonValue) => typeof one === 'number')
      ? value
      : mixed(value.map((one: JsonValue) => shuffled(one, random)));
  if (!isMap(value)) return value;
  return Object.fromEntries(mixed(Object.entries(value).map(([key, one]) => [key, shuffled(one, random)] as const)));
}
