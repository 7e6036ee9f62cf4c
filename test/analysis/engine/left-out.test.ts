import { describe, expect, test } from 'vitest';
import { lose } from './aftermath.js';

/** b1 and b2 stand on nobody knows which power, b3 on a feed of its own; `feed` is lost. */
const places = `
version: 1
domains: { feed: { kind: power }, other: { kind: power } }
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building, failsWith: [other] } }
services:`;
const quick = 'recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }';
const store = (...fields: readonly string[]): string =>
  [places, '  store:', '    data: { size: 1GB }', ...fields.map((field) => `    ${field}`), ''].join('\n');

describe('fields that would settle a loss of data', () => {
  const missing = (yaml: string, ids: readonly string[] = ['b1']): readonly string[] =>
    lose(yaml, ids).missing('store', 'loss');

  test('the lag of each copy that is left, unless it has none or holds no data', () => {
    const yaml = store(
      'replicas: [{ at: b1, replication: async }, { at: b2, replication: async }, { at: b3, name: w, role: witness }]',
    );
    // b1 is gone, so nobody asks how far it was behind; b2 may lack anything.
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ state: 'up', loses: '0s..all' });
    expect(missing(yaml)).toEqual(['store replicas.1.lag']);
    const synchronous = yaml.replace('{ at: b2, replication: async }', '{ at: b2, replication: sync }');
    expect(lose(synchronous, ['b1']).of('store').loses).toBe('0s');
    expect(missing(synchronous)).toEqual([]);
    // Both may be gone, or either: then the other's lag is what is lost.
    expect(missing(yaml, ['feed'])).toEqual(['b1 in', 'b2 in', 'store replicas.0.lag', 'store replicas.1.lag']);
  });

  test('not the lag of the only copy that may be gone: either it is, or nothing is lost', () => {
    const yaml = store(
      'replicas: [{ at: b1, replication: async }, { at: b3, replication: async }, { at: b3, name: s, role: standby, replication: async, lag: 1s }]',
    );
    expect(lose(yaml, ['feed']).of('store')).toMatchObject({ state: 'up', loses: '0s..1s' });
    expect(missing(yaml, ['feed'])).toEqual(['b1 in', 'store replicas.1.lag']);
  });

  test('that of a single primary that may be gone as little, but that of its standby', () => {
    const yaml = store(
      'replicas: [{ at: b1, role: primary, replication: async }, { at: b3, role: standby, readiness: hot, replication: async }]',
      quick,
    );
    expect(lose(yaml, ['feed']).of('store').loses).toBe('0s..all');
    expect(missing(yaml, ['feed'])).toEqual(['b1 in', 'store replicas.1.lag']);
  });

  test('how often a backup is taken, and where it is, if any is left', () => {
    const backups = (more = ''): string =>
      store(
        'replicas: [{ at: b1, role: primary }]',
        `backups: { near: { at: [b1], restore: { to: [b3], time: 1h } }, far: { at: [b3], restore: { to: [b3], time: 1h } } ${more} }`,
        quick,
      );
    expect(lose(backups(), ['b1']).of('store').loses).toBe('0s..all');
    expect(missing(backups())).toEqual(['store backups.far.every']);
    // Two that are as quick: either may be the one, so both count.
    expect(missing(backups(', daily: { every: 24h, restore: { to: [b3], time: 1h } }'))).toEqual([
      'store backups.daily.at',
      'store backups.far.every',
    ]);
  });

  test('nothing about a backup that a failover surely spares', () => {
    const yaml = store(
      'replicas: [{ at: b1, role: primary }, { at: b2, role: standby, readiness: hot, replication: async }]',
      'backups: { far: { at: [b3], restore: { to: [b3], time: 1h } } }',
      quick,
    );
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ back: '3m', loses: '0s..all' });
    expect(missing(yaml)).toEqual(['store replicas.1.lag']);
  });

  test('nothing where nothing is open, or no data are kept', () => {
    const known = store('replicas: [{ at: b1, replication: async, lag: 1m }, { at: b2, replication: async, lag: 1m }]');
    expect(lose(known, ['b1']).of('store').loses).toBe('1m');
    expect(missing(known)).toEqual([]);
    expect(missing(known.replace('data: { size: 1GB }', 'data: none'), ['feed'])).toEqual([]);
  });

  test('what nobody knows it depends on, once, beside its own', () => {
    const yaml = store(
      'dependsOn: unknown',
      'replicas: [{ at: b1, replication: async }, { at: b2, replication: async }]',
    );
    expect(missing(yaml)).toEqual(['store dependsOn', 'store replicas.1.lag']);
    expect(missing(yaml, ['other'])).toEqual([
      'store dependsOn',
      'b1 in',
      'b2 in',
      'store replicas.0.lag',
      'store replicas.1.lag',
    ]);
  });

  test('places of copies, where losing some of them may cost more than losing none or all', () => {
    // Both gone: the backup of this moment. One gone: the other is up to 5m behind.
    const yaml = store(
      'replicas: [{ at: b1, replication: async, lag: 5m }, { at: b2, replication: async, lag: 5m }]',
      'backups: { now: { at: [b3], every: 0s, takes: 0s, restore: { to: [b3], time: 10m } } }',
      quick,
    );
    expect(lose(yaml, ['feed']).of('store').loses).toBe('0s');
    expect(missing(yaml, ['feed'])).toEqual(['b1 in', 'b2 in']);
  });

  test('of what it needs to run, as far as that counts', () => {
    const yaml = `${store('replicas: [{ at: b1, replication: async }, { at: b2, replication: async }]')}
  cache: { data: {}, replicas: [{ at: b1, replication: async }, { at: b2, replication: async }] }
  api: { dependsOn: { store: hard }, data: none, replicas: [{ at: b3 }] }
  site: { dependsOn: { api: hard, cache: soft }, data: none, replicas: [{ at: b3 }] }
  either: { dependsOn: { any: { kind: hard, anyOf: [store, cache] } }, data: none, replicas: [{ at: b3 }] }
  sure: { dependsOn: { any: { kind: hard, anyOf: [store, static] } }, data: none, replicas: [{ at: b3 }] }
  static: { data: none, replicas: [{ at: b3 }] }
`;
    const after = lose(yaml, ['b1']);
    expect(after.missing('site', 'loss')).toEqual(['store replicas.1.lag']);
    expect(after.missing('either', 'loss')).toEqual(['store replicas.1.lag', 'cache replicas.1.lag']);
    expect(after.missing('sure', 'loss')).toEqual([]);
    expect(after.missing('site', 'time')).toEqual([]);
  });

  test('with parts that return at times of their own, also the lag of a copy that is lost for now', () => {
    const yaml = store('replicas: [{ at: b1, replication: async }, { at: b2, replication: async }]');
    const after = lose(yaml, ['b1', 'b2'], { ends: { b1: '2h', b2: '18h' } });
    // b1 is back first, without what only b2 had.
    expect(after.of('store')).toMatchObject({ back: '2h', loses: '0s..all' });
    expect(after.missing('store', 'loss')).toEqual(['store replicas.0.lag', 'store replicas.1.lag']);
  });
});
