import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkInventory, isInventory } from '../../src/schema/check-inventory.js';
import { problemsAsTable } from './problems-as-table.js';
import { wrongInventories } from './wrong-inventories.js';

const documented = `
version: 1
locations:
  capital:    { kind: region }
  sk-pangyo:  { kind: building, in: capital, coordinates: [37.402, 127.104], operator: sk-cnc, failsWith: [pangyo-battery-room] }
  pangyo-a:   { kind: datacenter, in: sk-pangyo }
  pangyo-b:   { kind: datacenter, in: sk-pangyo, failsWith: [ { allOf: [feed-1, feed-2] } ] }
  anyang:     { kind: datacenter, in: capital }
domains:
  pangyo-battery-room: { kind: power }
  feed-1: { kind: power }
  feed-2: { kind: power }
tiers:
  critical: { objectives: { rto: 30m, rpo: 0s, survive: { building: {}, power: {}, region: { rto: 4h, rpo: 15m } } } }
services:
  chat:
    tier: critical
    owner: talk-server
    minCapacity: 40%
    dependsOn: { account: hard, media: soft, config: startup, dns: { kind: hard, anyOf: [dns-own, dns-bought] } }
    replicas:
      - { at: pangyo-a, role: primary, capacity: 100% }
      - { at: anyang, role: standby, replication: async, lag: 5s, readiness: warm, startup: 10m, capacity: 40% }
    recovery: { mode: manual, detect: 5m, decide: 30m, execute: 15m, redirect: 5m, verify: 10m, uses: [failover-console] }
    backups:
      nightly: { at: [anyang], every: 24h, retention: 30d, immutable: false, key: kms, restore: { to: [anyang], rate: 200MB/s }, tested: never }
    data: { size: 40TB }
drills:
  - { date: 2022-04-02, lose: [pangyo-a], result: recovered, measured: { chat: { rto: 22m, rpo: 0s } }, evidence: https://wiki/drill-17 }
`;

function check(yaml: string): ReturnType<typeof checkInventory> {
  return checkInventory({ file: 'inventory.yaml', index: 0, value: parse(yaml) });
}

describe('checkInventory', () => {
  it('has nothing to say about the inventory of the documentation', () => {
    expect(check(documented)).toEqual([]);
    expect(isInventory(parse(documented))).toBe(true);
  });

  it.each(wrongInventories)('says what is wrong with $yaml', ({ yaml, problems }) => {
    expect(problemsAsTable(check(yaml))).toEqual(problems);
  });

  it.each([
    'services: { chat: {} }',
    'services: {}',
    'x-templates: { anything: [1, null, { services: 5 }] }\nservices: {}',
    'services: { x-ray: { kind: external } }',
    'services: { chat: { x-anything: , owner: unknown, tier: unknown, kind: unknown, data: unknown, backups: unknown, quorum: unknown, demand: unknown } }',
    'services: { chat: { backups: none, data: none, failsWith: [], replicas: [], recovery: { uses: none } } }',
    'services: { chat: { replicas: [{ at: unknown, lag: unknown, capacity: unknown, promotable: unknown, votes: unknown, role: unknown }] } }',
    'services: { chat: { replicas: [{ at: [zone-a, zone-b], capacity: 120%, votes: 0 }], quorum: 2 } }',
    'locations: { 판교-a: { kind: 건물, name: "SK C&C 판교" }, "eu-west-1/a@2:b+c": {}, "१२३": {}, _private: {} }',
    '"locations": { "a": { "coordinates": [-90, 180], "capacity": 0.5, "facility": { "ups": "2N", "tests": { "ups": "never" } } } }',
    '$schema: urn:firebreak:inventory:v1\ndomains: { a: { kind: fish-farm } }',
    'drills: [{ date: 2024-02-29, kind: disco, findings: [{ what: x, closed: 2024-03-01 }] }]',
    'scenarios: { both: { lose: feed-1, corrupt: [db], destroys: true, lasts: PT8H } }',
    'defaults: { recovery: { uses: [] }, owner: sre }\ntiers: { gold: { minCapacity: 50% } }',
    'replicas: { chat: [{ at: a, name: blue }, { at: a, name: green }] }',
  ])('accepts %s', (yaml) => {
    expect(check(yaml)).toEqual([]);
  });

  it('names the file and the document', () => {
    expect(checkInventory({ file: 'dr/a.yaml', index: 3, value: { services: { a: { teir: 'x' } } } })).toEqual([
      {
        code: 'unknown-key',
        message: '`teir` is not a field of a service',
        at: { file: 'dr/a.yaml', document: 3, path: ['services', 'a', 'teir'], on: 'key' },
        help: 'did you mean `tier`?',
      },
    ]);
  });
});
