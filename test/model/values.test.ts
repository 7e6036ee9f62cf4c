import { describe, expect, it } from 'vitest';
import { estate, modelOf, serviceOf } from './link.js';

describe('everything a service can say', () => {
  it('is in the model, in its units', () => {
    const service = serviceOf(
      'x',
      estate,
      `
services:
  x:
    kind: datastore
    name: X
    system: shop
    owner: team
    tier: critical
    demand: 12.5
    minCapacity: 40%
    quorum: 2
    failsWith: [grid, { allOf: [feed-2, feed-1] }]
    data: { size: 1.5TiB }
    replicas:
      - at: [south-a, north-a, south-a]
        role: primary
        name: one
        replication: semi-sync
        lag: 1.5s
        readiness: hot
        startup: PT1M
        capacity: 60%
        votes: 3
        promotable: false
        failsWith: [grid]
    backups:
      b:
        at: north
        every: 1d
        takes: 2h
        retention: 4w
        immutable: true
        offline: false
        failsWith: [grid]
        key: kms
        restore: { to: north, rate: 1Gbit/s, time: 3h, prepare: 2d }
        tested: { date: 2024-02-29, took: 4h, result: passed, evidence: ticket }
    recovery:
      { mode: manual, detect: 1m, decide: 2m, execute: 3m, redirect: 4m, verify: 5m, uses: [dns, console],
        rebuild: { to: [south], takes: 6h }, restart: { hosts: 30, perHour: 20 },
        runbook: { url: wiki, hostedOn: [dns, south], reviewed: 2024-01-31 },
        contacts: [on-call, { name: Kim, reach: phone }] }
    bia: { date: 2024-03-01, approvedBy: finance, impact: words }
`,
    );
    expect(service).toMatchObject({
      kind: 'datastore',
      name: 'X',
      system: 'shop',
      owner: 'team',
      tier: 'critical',
      demand: 12.5,
      minCapacity: 0.4,
      quorum: 2,
      failsWith: [[3], [2, 1]],
      data: { size: 1.5 * 2 ** 40 },
      bia: { date: '2024-03-01', approvedBy: 'finance' },
      stateful: true,
    });
    expect(service.replicas).toEqual([
      {
        position: 0,
        name: 'one',
        at: [7, 5],
        role: 'primary',
        replication: 'semi-sync',
        lag: 1.5,
        readiness: 'hot',
        startup: 60,
        capacity: 0.6,
        votes: 3,
        promotable: false,
        failsWith: [[3]],
      },
    ]);
    expect(service.backups).toEqual([
      {
        id: 'b',
        at: [4],
        every: 86_400,
        takes: 7200,
        retention: 2_419_200,
        immutable: true,
        offline: false,
        failsWith: [[3]],
        key: 2,
        restore: { to: [4], rate: 125_000_000, time: 10_800, prepare: 172_800 },
        tested: { date: '2024-02-29', took: 14_400, result: 'passed', evidence: 'ticket' },
      },
    ]);
    expect(service.recovery).toEqual({
      mode: 'manual',
      detect: 60,
      decide: 120,
      execute: 180,
      redirect: 240,
      verify: 300,
      uses: [1, 0],
      rebuild: { to: [6], takes: 21_600 },
      restart: { takes: 5400 },
      runbook: { url: 'wiki', hostedOn: { domains: [6], services: [1] }, reviewed: '2024-01-31' },
      contacts: ['on-call', 'Kim'],
    });
  });

  it('has a restart as a time, or as hosts and a pace, and no figure where one of them is not known', () => {
    const restartOf = (restart: string): unknown =>
      serviceOf('x', `services: { x: { recovery: { restart: ${restart} } } }`).recovery.restart;
    expect(restartOf('40m')).toEqual({ takes: 2400 });
    expect(restartOf('{ hosts: 32000, perHour: 800 }')).toEqual({ takes: 144_000 });
    expect(restartOf('{ hosts: 0 }')).toEqual({ takes: 0 });
    expect(restartOf('{ hosts: 5, perHour: unknown }')).toEqual({ takes: undefined });
    expect(restartOf('{ perHour: 5 }')).toEqual({ takes: undefined });
  });

  it('may be `unknown`, which is the same as leaving it out', () => {
    const whole = `
      kind: unknown, name: unknown, system: unknown, owner: unknown, tier: unknown, demand: unknown, minCapacity: unknown,
      quorum: unknown, data: unknown, backups: unknown, objectives: { rto: unknown, rpo: unknown, mtpd: unknown },
      recovery: { mode: unknown, detect: unknown, decide: unknown, execute: unknown, redirect: unknown, verify: unknown,
        uses: unknown, restart: unknown }`;
    expect(serviceOf('x', `services: { x: { ${whole} } }`)).toEqual(serviceOf('x', 'services: { x: {} }'));
    const part = (text: string): unknown => serviceOf('x', `services: { x: { ${text} } }`);
    expect(
      part(`replicas: [{ at: unknown, role: unknown, name: unknown, replication: unknown, lag: unknown,
        readiness: unknown, startup: unknown, capacity: unknown, votes: unknown, promotable: unknown }]`),
    ).toEqual(part('replicas: [{}]'));
    expect(
      part(`backups: { b: { at: unknown, every: unknown, takes: unknown, retention: unknown, immutable: unknown,
        offline: unknown, key: unknown, tested: unknown, restore: { to: unknown, rate: unknown, time: unknown, prepare: unknown } } }`),
    ).toEqual(part('backups: { b: {} }'));
    expect(
      part(`recovery: { rebuild: { to: unknown, takes: unknown },
        runbook: { url: unknown, hostedOn: unknown, reviewed: unknown } }`),
    ).toEqual(part('recovery: { rebuild: {}, runbook: {} }'));
  });

  it.each([
    ['recovery: { uses: [] }', { recovery: { uses: [] } }],
    ['recovery: { uses: none }', { recovery: { uses: [] } }],
    ['recovery: {}', { recovery: { uses: undefined, rebuild: undefined } }],
    ['recovery: { rebuild: {} }', { recovery: { rebuild: { to: undefined, takes: undefined } } }],
    ['backups: none', { backups: [] }],
    ['backups: {}', { backups: [] }],
    ['backups: { b: { key: none, tested: never } }', { backups: [{ key: undefined, tested: 'never' }] }],
    ['data: none', { data: 'none' }],
    ['failsWith: []', { failsWith: [] }],
    ['quorum: majority', { quorum: 'majority' }],
  ])('may be no, stated: %s', (text, expected) => {
    expect(serviceOf('x', `services: { x: { ${text} } }`)).toMatchObject(expected);
  });
});

describe('places, risks, scenarios and drills', () => {
  it('are in the model, sorted by id', () => {
    const model = modelOf(`
      locations:
        b: { kind: hall, in: a, name: Hall, operator: op, capacity: 7, lasts: 2d, coordinates: [37.4, -127.1], failsWith: [z, Z] }
        a: { coordinates: unknown, capacity: unknown }
      domains: { z: { kind: power, name: Grid, lasts: 4h, failsWith: [{ allOf: [a] }] }, Z: {} }
    `);
    expect(model.domains.map(({ id }) => id)).toEqual(['Z', 'a', 'b', 'z']);
    expect(model.domains[2]).toEqual({
      index: 2,
      id: 'b',
      section: 'locations',
      kind: 'hall',
      name: 'Hall',
      parent: 1,
      failsWith: [[3], [0]],
      operator: 'op',
      coordinates: [37.4, -127.1],
      capacity: 7,
      lasts: 172_800,
      facility: undefined,
    });
    expect(model.domains[1]).toMatchObject({ parent: undefined, coordinates: undefined, capacity: undefined });
    expect(model.domains[3]).toMatchObject({
      section: 'domains',
      kind: 'power',
      name: 'Grid',
      lasts: 14_400,
      failsWith: [[1]],
    });
  });

  it('are scenarios with what they lose told apart', () => {
    const model = modelOf(
      estate,
      'scenarios: { s: { name: S, lose: [dns, grid, south, grid], corrupt: [kms, dns], lasts: 1d, destroys: true }, r: {} }',
    );
    expect(model.scenarios).toEqual([
      {
        index: 0,
        id: 'r',
        name: undefined,
        lose: { domains: [], services: [] },
        corrupt: [],
        lasts: undefined,
        destroys: false,
      },
      {
        index: 1,
        id: 's',
        name: 'S',
        lose: { domains: [3, 6], services: [1] },
        corrupt: [2, 1],
        lasts: 86_400,
        destroys: true,
      },
    ]);
  });

  it('are drills by date, then place', () => {
    const model = modelOf(
      estate,
      'drills: [{ date: 2024-02-01, kind: b1 }, { date: 2024-01-01, kind: b2 }, { date: 2024-02-01, kind: b3 }]',
      `drills: [{ date: 2024-01-01, kind: c1, lose: [grid, dns], services: [dns], result: partial, evidence: e,
        measured: { kms: { rto: 5m, rpo: unknown }, dns: {} } }]`,
    );
    expect(model.drills.map(({ index, kind }) => [index, kind])).toEqual([
      [0, 'b2'],
      [1, 'c1'],
      [2, 'b1'],
      [3, 'b3'],
    ]);
    expect(model.drills[1]).toMatchObject({
      date: '2024-01-01',
      lose: { domains: [3], services: [1] },
      services: [1],
      result: 'partial',
      evidence: 'e',
      findings: undefined,
    });
    expect([...(model.drills[1]?.measured ?? [])]).toEqual([
      [1, { rto: undefined, rpo: undefined }],
      [2, { rto: 300, rpo: undefined }],
    ]);
    expect(model.drills[0]).toMatchObject({ services: undefined, result: undefined });
  });
});

describe('replicas in a section of their own', () => {
  it('are the same as under the service', () => {
    const list = '[{ at: south }, { at: north, role: standby }]';
    const own = serviceOf('dns', estate.replace('dns: {}', `dns: { replicas: ${list} }`));
    expect(serviceOf('dns', estate, `replicas: { dns: ${list} }`)).toEqual(own);
  });

  it('replace what the service would inherit', () => {
    const text = 'services: { x: {} }\ndefaults: { replicas: [{}, {}] }';
    expect(serviceOf('x', text).replicas).toHaveLength(2);
    expect(serviceOf('x', text, 'replicas: { x: [{}] }').replicas).toHaveLength(1);
    expect(serviceOf('x', text, 'replicas: { x: [] }').replicas).toHaveLength(0);
  });
});
