import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { linkInventory } from '../../src/model/link-inventory.js';
import type { JsonObject, JsonValue } from '../../src/source/json-value.js';
import type { SourceDocument } from '../../src/source/source-document.js';
import { estate, projection } from './link.js';

const more = `
locations: { soon: { status: planned }, soon-a: { in: soon } }
defaults: { recovery: { mode: manual, uses: [console] }, dependsOn: { dns: { kind: startup } }, objectives: { survive: { region: { rto: 1d }, zone: {} } } }
tiers: { low: { objectives: { rpo: 1d, survive: { power: {} } }, recovery: { decide: unknown } } }
replicas: { db: [{ at: north, role: primary }, { at: soon }, { at: [south-a, north-a], role: standby, lag: 5s }] }
services:
  db: { tier: low, kind: datastore, quorum: majority, backups: { w: { at: south }, n: { key: kms } }, dependsOn: { kms: hard, either: { anyOf: [console, dns] } } }
  web: { tier: critical, dependsOn: { db: hard }, replicas: [{ at: north-a }, { at: south-a }] }
  bought: { kind: external, failsWith: [grid, { allOf: [feed-1, soon] }] }
scenarios: { s: { lose: [grid, web] }, r: { corrupt: db } }
drills:
  - { date: 2024-05-01, lose: north, measured: { web: { rto: 5m }, db: { rto: 1h } } }
  - { date: 2023-05-01, lose: [dns, south] }
`;

const inventories: readonly JsonObject[] = [parse(estate), parse(more)];
const seed = 20_221_015;

/** The same value with the keys of every map in another order. Lists keep theirs: it means something. */
function shuffled(value: JsonValue, random: () => number): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const map: Record<string, JsonValue> = Object.create(null);
  const entries = Object.entries(value).map((entry) => ({ entry, rank: random() }));
  for (const { entry } of entries.sort((a, b) => a.rank - b.rank)) map[entry[0]] = shuffled(entry[1], random);
  return map;
}

/** Every id of every section in one of a few files, drills each in a file of their own. */
function scattered(files: number, random: () => number): SourceDocument[] {
  const documents: Record<string, Record<string, JsonValue>>[] = Array.from({ length: files }, () => ({}));
  const scatter = (section: string, id: string, value: JsonValue): void => {
    const document = documents[Math.floor(random() * files)] ?? {};
    (document[section] ??= Object.create(null))[id] = value;
  };
  const rest: JsonValue[] = [];
  for (const [section, value] of inventories.flatMap((inventory) => Object.entries(inventory))) {
    if (section === 'defaults' || section === 'drills') rest.push({ [section]: value });
    else if (typeof value === 'object') for (const [id, one] of Object.entries(value ?? {})) scatter(section, id, one);
  }
  return [...documents, ...rest].map((value, i) => ({ file: `${Math.floor(i / 2)}.yaml`, index: i % 2, value }));
}

/** A small generator of numbers in [0, 1), so that a failure can be run again from its seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function projectionOf(documents: readonly SourceDocument[]): string {
  const { model, problems } = linkInventory(documents);
  if (model === undefined) throw new Error(JSON.stringify(problems));
  return projection(model);
}

describe('the order of loading', () => {
  const expected = projectionOf(inventories.map((value, index) => ({ file: 'a.yaml', index, value })));

  it('never matters: keys in any order, ids in any file, files in any order', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), (start, files) => {
        const random = randomFrom(start);
        const documents = scattered(files, random)
          .map((document) => ({ document: { ...document, value: shuffled(document.value, random) }, rank: random() }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ document }) => document);
        expect(projectionOf(documents)).toBe(expected);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('never matters for problems either', () => {
    const broken = ['services: { x: {}, y: { tier: z } }', 'services: { x: { tier: w } }', 'domains: { x: {} }'].map(
      (text, i): SourceDocument => ({ file: `${i}.yaml`, index: 0, value: parse(text) }),
    );
    const inOrder = linkInventory(broken).problems;
    expect(inOrder).toHaveLength(3);
    expect(linkInventory(broken.toReversed()).problems).toEqual(inOrder);
  });

  it('leaves its input as it was', () => {
    const before = JSON.stringify(inventories);
    linkInventory(inventories.map((value, index) => ({ file: 'a.yaml', index, value })));
    expect(JSON.stringify(inventories)).toBe(before);
  });
});
