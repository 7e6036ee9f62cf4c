import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { linkInventory } from '../../src/model/link-inventory.js';
import type { JsonValue } from '../../src/source/json-value.js';
import { estate } from './link.js';

const seed = 20_221_015;
const words = ['unknown', 'none', 'never', 'north', 'grid', 'dns', '5m', '40%', '__proto__', 'constructor', ''];

const anything: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...words),
    fc.constantFrom(null, true, false, 0, -1, 1.5),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(...words, 'at', 'in', 'allOf', 'anyOf', 'kind', 'restore', 'survive', 'replicas', 'tier'),
      tie('value'),
      { maxKeys: 4 },
    ),
  ),
})).value;

const whole = `${estate}
  x:
    tier: critical
    objectives: { rto: 1h, survive: { region: { rto: 4h } } }
    dependsOn: { dns: hard, free: { kind: soft, anyOf: [kms, dns] } }
    replicas: [{ at: north, role: primary }, { at: [south, north-a], role: standby, lag: 5s }]
    backups: { nightly: { at: [south], every: 1d, key: kms, restore: { to: north, rate: 1MB/s }, tested: { date: 2024-01-01 } } }
    recovery: { uses: [console], rebuild: { to: south }, runbook: { hostedOn: [dns] } }
    failsWith: [grid, { allOf: [feed-1, feed-2] }]
replicas: { dns: [{ at: north }] }
defaults: { recovery: { detect: 5m }, backups: { nightly: { restore: { time: 1h } } } }
drills: [{ date: 2024-01-01, lose: [north], measured: { x: { rto: 1h } } }]
scenarios: { s: { lose: [grid], corrupt: [x] } }
`;

/** How many values there are in a value, itself included. */
function countOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, item: JsonValue) => sum + countOf(item), 1);
}

/** The value with its n-th part, counted from the outside in, replaced. */
function replaced(value: JsonValue, n: number, by: JsonValue): JsonValue {
  if (n === 0) return by;
  if (typeof value !== 'object' || value === null) return value;
  let left = n - 1;
  const parts = Object.entries(value).map(([key, item]: [string, JsonValue]): [string, JsonValue] => {
    const size = countOf(item);
    const part: [string, JsonValue] = [key, left >= 0 && left < size ? replaced(item, left, by) : item];
    left -= size;
    return part;
  });
  return Array.isArray(value) ? parts.map(([, item]) => item) : Object.fromEntries(parts);
}

function linkAll(values: readonly JsonValue[]): void {
  const { model, problems } = linkInventory(values.map((value, index) => ({ file: 'a.yaml', index, value })));
  expect(model === undefined).toBe(problems.length > 0);
  for (const { message } of problems) expect(message).not.toMatch(/undefined|\[object/);
  for (const service of model?.services ?? []) {
    for (const path of [['replicas', 0, 'at'], ['objectives', 'survive', 'region', 'rto'], ['tier']]) {
      expect(model?.origin(service.index, path).place.file).toBe('a.yaml');
    }
  }
}

it('an inventory of any shape gives a model or problems, and never both', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 3 }), (values) => linkAll(values)),
    { seed, numRuns: 500 },
  );
});

it('an inventory with anything in place of one of its parts gives a model or problems', () => {
  const value: JsonValue = parse(whole);
  const parts = countOf(value);
  linkAll([value]);
  fc.assert(
    fc.property(fc.nat(parts - 1), anything, (n, by) => linkAll([replaced(value, n, by)])),
    { seed, numRuns: 3000 },
  );
});

it('thousands of wrong names among thousands of ids are answered in bounded work', () => {
  const services: Record<string, JsonValue> = {};
  for (let i = 0; i < 20_000; i++)
    services[`service-number-${i}`] = { dependsOn: { [`servise-number-${i}-`]: 'hard' } };
  const { problems } = linkInventory([{ file: 'a.yaml', index: 0, value: { services } }]);
  expect(problems).toHaveLength(20_000);
  expect(problems.filter(({ help }) => help?.startsWith('did you mean') === true)).toHaveLength(500);
});
