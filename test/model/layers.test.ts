import { describe, expect, it } from 'vitest';
import type { Service } from '../../src/model/model.js';
import { modelOf, serviceOf } from './link.js';

/** A service `x` in tier `t`, with what the defaults, the tier and it itself say. */
function layered(defaults: string, tier: string, own: string): Service {
  return serviceOf(
    'x',
    `
      locations: { here: {}, there: {} }
      services: { x: { tier: t, ${own} }, a: { kind: external }, b: { kind: external }, c: { kind: external } }
      tiers: { t: { ${tier} } }
      defaults: { ${defaults} }
    `,
  );
}

describe('built-in values', () => {
  it('are few', () => {
    const service = serviceOf('x', 'services: { x: {} }');
    expect(service).toEqual({
      index: 0,
      id: 'x',
      kind: 'service',
      name: undefined,
      system: undefined,
      owner: undefined,
      tier: undefined,
      objectives: {
        rto: undefined,
        rpo: undefined,
        mtpd: undefined,
        survive: [{ kind: 'building', rto: undefined, rpo: undefined }],
      },
      dependencies: [],
      dependenciesUnknown: false,
      replicas: [],
      quorum: undefined,
      backups: undefined,
      data: undefined,
      recovery: {
        mode: undefined,
        detect: undefined,
        decide: undefined,
        execute: undefined,
        redirect: undefined,
        verify: undefined,
        uses: undefined,
        rebuild: undefined,
        runbook: undefined,
      },
      demand: undefined,
      minCapacity: 1,
      failsWith: undefined,
      stateful: false,
    });
  });

  it('make a replica active and a location a datacenter, and leave the kind of a domain open', () => {
    const model = modelOf('locations: { l: {} }\ndomains: { d: {} }\nservices: { x: { replicas: [{}] } }');
    expect(model.services[0]?.replicas).toMatchObject([{ position: 0, role: 'active', at: undefined, failsWith: [] }]);
    expect(model.domains.map(({ kind }) => kind)).toEqual(['unknown', 'datacenter']);
  });
});

describe('layers', () => {
  it.each([
    ['defaults alone', 'owner: d', '', '', 'd'],
    ['the tier over the defaults', 'owner: d', 'owner: t', '', 't'],
    ['the service over both', 'owner: d', 'owner: t', 'owner: s', 's'],
    ['unknown over a value', 'owner: d', 'owner: t', 'owner: unknown', undefined],
    ['unknown in between', 'owner: d', 'owner: unknown', '', undefined],
    ['a value over unknown', 'owner: unknown', 'owner: unknown', 'owner: s', 's'],
  ])('take %s', (_, defaults, tier, own, owner) => {
    expect(layered(defaults, tier, own).owner).toBe(owner);
  });

  it('merge maps, however deep', () => {
    const { objectives, recovery } = layered(
      'objectives: { rto: 1h, rpo: 1h, mtpd: 1d }, recovery: { detect: 1m, decide: 1m, rebuild: { takes: 1h } }',
      'objectives: { rto: 2h, rpo: 2h }, recovery: { decide: 2m, rebuild: { to: here } }',
      'objectives: { rto: 3h }, recovery: { decide: unknown, execute: 3m }',
    );
    expect(objectives).toMatchObject({ rto: 10_800, rpo: 7200, mtpd: 86_400 });
    expect(recovery).toMatchObject({ detect: 60, decide: undefined, execute: 180, rebuild: { to: [0], takes: 3600 } });
  });

  it('replace lists', () => {
    const { recovery, replicas, failsWith } = layered(
      'failsWith: [here], replicas: [{ at: here, lag: 5s }, { at: there }]',
      'recovery: { uses: [a, b] }',
      'recovery: { uses: [c] }, replicas: [{ at: there }], failsWith: []',
    );
    expect(recovery.uses).toEqual([2]);
    expect(replicas).toMatchObject([{ position: 0, at: [1], lag: undefined }]);
    expect(failsWith).toEqual([]);
  });

  it('merge dependencies by key, and what they say', () => {
    const { dependencies } = layered(
      'dependsOn: { a: soft, b: startup, free: { kind: soft, anyOf: [a, b] } }',
      'dependsOn: { b: unknown, free: { kind: startup } }',
      'dependsOn: { c: { note: why } }',
    );
    expect(dependencies).toEqual([
      { key: 'a', kind: 'soft', anyOf: [0] },
      { key: 'b', kind: 'hard', anyOf: [1] },
      { key: 'c', kind: 'hard', anyOf: [2] },
      { key: 'free', kind: 'startup', anyOf: [0, 1] },
    ]);
  });

  it('leave a service out of what it would otherwise be told to depend on', () => {
    const text =
      'services: { dns: {}, kms: {}, x: {} }\ndefaults: { dependsOn: { dns: startup, keys: { anyOf: [kms, dns] } } }';
    expect(serviceOf('dns', text).dependencies).toEqual([]);
    expect(serviceOf('kms', text).dependencies).toEqual([{ key: 'dns', kind: 'startup', anyOf: [0] }]);
    expect(serviceOf('x', text).dependencies.map(({ key }) => key)).toEqual(['dns', 'keys']);
  });

  it('merge backups by id, and `none` replaces them all', () => {
    const defaults = 'backups: { nightly: { at: [here], every: 24h, key: a } }';
    const tier = 'backups: { weekly: { every: 1w } }';
    expect(layered(defaults, tier, 'backups: { nightly: { every: 12h, key: none } }').backups).toMatchObject([
      { id: 'nightly', at: [0], every: 43_200, key: undefined },
      { id: 'weekly', at: undefined, every: 604_800 },
    ]);
    expect(layered(defaults, tier, 'backups: none').backups).toEqual([]);
    expect(layered(defaults, tier, 'backups: unknown').backups).toBeUndefined();
    expect(layered(defaults, tier, 'backups: {}').backups).toHaveLength(2);
  });

  it.each([
    ['rate: 100MB/s', 'time: 2h', { rate: undefined, time: 7200 }],
    ['time: 2h', 'rate: 100MB/s', { rate: 100_000_000, time: undefined }],
    ['time: 2h', 'to: here', { rate: undefined, time: 7200 }],
    ['time: 2h', 'time: 3h, rate: 1MB/s', { rate: 1_000_000, time: 10_800 }],
  ])('take a restore of `%s` by default and of `%s` by its own word', (far, near, restore) => {
    const of = (text: string): string => `backups: { b: { restore: { ${text} } } }`;
    expect(layered(of(far), '', of(near)).backups).toMatchObject([{ restore }]);
    expect(layered(of(far), of(near), '').backups).toMatchObject([{ restore }]);
    expect(layered('', of(far), of(near)).backups).toMatchObject([{ restore }]);
  });

  it('do not take services called `rate` and `time` for the two ways to describe a restore', () => {
    const text = 'services: { x: { dependsOn: { rate: hard } }, rate: { kind: external }, time: { kind: external } }';
    expect(serviceOf('x', text, 'defaults: { dependsOn: { time: soft } }').dependencies).toMatchObject([
      { key: 'rate', kind: 'hard' },
      { key: 'time', kind: 'soft' },
    ]);
  });

  it('do not take a name for something that every object of the language has', () => {
    const text = 'services: { x: { dependsOn: { a: hard } }, a: { kind: external }, constructor: { kind: external } }';
    expect(serviceOf('x', text, 'defaults: { dependsOn: { constructor: soft } }').dependencies).toMatchObject([
      { key: 'a', kind: 'hard' },
      { key: 'constructor', kind: 'soft' },
    ]);
  });

  it('replace `data: none` and are replaced by it', () => {
    expect(layered('data: none', '', 'data: { size: 1TB }').data).toEqual({ size: 1e12 });
    expect(layered('data: { size: 1TB }', '', 'data: none').data).toBe('none');
    expect(layered('data: { size: 1TB }', 'data: none', 'data: {}').data).toEqual({ size: undefined });
  });

  it('give nothing to external services, not even through a tier', () => {
    const service = layered('owner: d, recovery: { uses: [] }', 'objectives: { rto: 1h }', 'kind: external');
    expect(service).toMatchObject({ kind: 'external', tier: 't', owner: undefined, objectives: { rto: undefined } });
    expect(service.recovery.uses).toBeUndefined();
  });

  it('let a tier make its services external, and then give them nothing else', () => {
    expect(layered('owner: d', 'kind: external, system: s', '')).toMatchObject({
      kind: 'external',
      owner: undefined,
      system: undefined,
    });
    expect(layered('owner: d', 'kind: external', 'kind: tooling')).toMatchObject({ kind: 'tooling', owner: 'd' });
    expect(layered('kind: external', '', 'kind: unknown, system: s')).toMatchObject({ kind: 'service', system: 's' });
  });

  it('share nothing between services of one tier', () => {
    const model = modelOf(
      'tiers: { t: { recovery: { detect: 1m } } }\nservices: { a: { tier: t, recovery: { detect: 2m } }, b: { tier: t } }',
    );
    expect(model.services.map(({ recovery }) => recovery.detect)).toEqual([120, 60]);
  });
});

describe('kinds of loss to survive', () => {
  const survive = (defaults: string, tier: string, own: string): unknown =>
    layered(defaults, tier, own).objectives.survive.map(({ kind, rto, rpo }) => [kind, rto, rpo]);

  it('are a building where nobody says, with the targets there are', () => {
    expect(survive('', 'objectives: { rto: 1h }', '')).toEqual([['building', 3600, undefined]]);
    expect(survive('objectives: { survive: [zone] }', '', 'objectives: { survive: unknown }')).toEqual([
      ['building', undefined, undefined],
    ]);
  });

  it('in a list keep its order and have the general targets', () => {
    expect(survive('', '', 'objectives: { rpo: 0s, survive: [region, power, region] }')).toEqual([
      ['region', undefined, 0],
      ['power', undefined, 0],
    ]);
    expect(survive('', '', 'objectives: { survive: [] }')).toEqual([]);
  });

  it('in a map may have targets of their own', () => {
    expect(
      survive(
        '',
        '',
        'objectives: { rto: 30m, rpo: 0s, survive: { region: { rto: 4h }, building: {}, power: { rpo: unknown } } }',
      ),
    ).toEqual([
      ['building', 1800, 0],
      ['power', 1800, 0],
      ['region', 14_400, 0],
    ]);
  });

  it('merge as maps, and replace each other as list and map', () => {
    const map = 'objectives: { rto: 1h, survive: { region: { rto: 4h, rpo: 1h }, zone: {} } }';
    expect(survive(map, '', 'objectives: { survive: { region: { rto: 2h } } }')).toEqual([
      ['region', 7200, 3600],
      ['zone', 3600, undefined],
    ]);
    expect(survive(map, '', 'objectives: { survive: { region: { rto: unknown } } }')).toEqual([
      ['region', 3600, 3600],
      ['zone', 3600, undefined],
    ]);
    expect(survive(map, '', 'objectives: { survive: [region] }')).toEqual([['region', 3600, undefined]]);
    expect(survive(map, 'objectives: { survive: [zone] }', 'objectives: { survive: { power: {} } }')).toEqual([
      ['power', 3600, undefined],
    ]);
  });
});
