import { describe, expect, test } from 'vitest';
import { lose, promisesOf } from './aftermath.js';

const quick = 'recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }';

describe('what a loss takes with it', () => {
  const estate = `
version: 1
locations:
  r1: { kind: region }
  b1: { kind: building, in: r1, failsWith: [{ allOf: [feed-1, feed-2] }] }
  hall: { kind: hall, in: b1 }
  rack: { kind: rack, in: hall, failsWith: [pdu] }
  b2: { kind: building, failsWith: [feed-2, { allOf: [feed-1, water] }] }
domains:
  feed-1: { kind: power, failsWith: [grid] }
  feed-2: { kind: power, failsWith: [grid] }
  pdu: { kind: power }
  grid: { kind: power }
  water: { kind: cooling }
  account: { kind: account }
services:
  web: { replicas: [{ at: rack }] }
  far: { replicas: [{ at: b2 }] }
  bound: { failsWith: [account], replicas: [{ at: rack }, { at: b2 }] }
  tied: { replicas: [{ at: rack, failsWith: [water] }, { at: b2, failsWith: [{ allOf: [pdu, water] }] }] }
  bought: { kind: external, failsWith: [grid] }
  free: { kind: external, failsWith: [] }
`;
  const state = (lost: readonly string[], id: string): string => lose(estate, lost).of(id).state;

  test('a place is lost with whatever encloses it', () => {
    for (const one of ['rack', 'hall', 'b1', 'r1', 'pdu']) expect(state([one], 'web'), one).toBe('down');
    expect(state(['b2'], 'web')).toBe('up');
  });

  test('two feeds, each enough: one lost takes nothing, both lost, or the grid behind them, take the building', () => {
    expect(state(['feed-1'], 'web')).toBe('up');
    expect(state(['feed-2'], 'web')).toBe('up');
    expect(state(['feed-1', 'feed-2'], 'web')).toBe('down');
    expect(state(['grid'], 'web')).toBe('down');
  });

  test('several ways to be lost: any one of them is enough', () => {
    expect(state(['feed-2'], 'far')).toBe('down');
    expect(state(['feed-1'], 'far')).toBe('up');
    expect(state(['feed-1', 'water'], 'far')).toBe('down');
  });

  test('what a service, or one of its copies, fails with', () => {
    expect(state(['account'], 'bound')).toBe('down');
    expect(state(['b1'], 'bound')).toBe('up');
    expect(state(['water'], 'tied')).toBe('up');
    expect(state(['water', 'pdu'], 'tied')).toBe('down');
    expect(state(['water', 'feed-2'], 'tied')).toBe('down');
  });

  test('a service without replicas is up while what it states is; one that states it stands on nothing always is', () => {
    expect(state(['grid'], 'bought')).toBe('down');
    expect(state(['feed-1'], 'bought')).toBe('up');
    expect(state(['grid', 'r1', 'b2'], 'free')).toBe('up');
    expect(state(['free'], 'free')).toBe('down');
  });

  test('a service lost by name loses all its replicas, wherever they are', () => {
    expect(lose(estate, ['bound']).of('bound')).toMatchObject({ state: 'down', back: 'never' });
    expect(lose(estate, ['bound']).of('web').state).toBe('up');
  });

  test('one engine, many losses: each is answered as if it were the only one', () => {
    expect(state(['feed-1', 'feed-2', 'account'], 'bound')).toBe('down');
    expect(state(['feed-1'], 'bound')).toBe('up');
  });
});

describe('a lost account that holds both regions', () => {
  const cloud = (kind: string): string => `
version: 1
locations:
  east: { kind: region, failsWith: [acme] }
  west: { kind: region, failsWith: [acme] }
  vault: { kind: region, failsWith: [other] }
domains:
  acme: { kind: ${kind} }
  other: { kind: ${kind} }
services:
  shop:
    replicas: [{ at: east, role: primary }, { at: west, role: standby, replication: async, lag: 30s, readiness: hot }]
    data: { size: 360GB }
    backups: { daily: { at: [vault], every: 24h, takes: 2h, restore: { to: [vault], rate: 100MB/s } } }
    ${quick}
    objectives: { rto: 4h, rpo: 24h, survive: [region, ${kind}] }
`;

  test('one region: 1m + 2m, the standby lags 30s; the account: 360GB ÷ 100MB/s = 1h, and 24h + 2h are gone', () => {
    expect(lose(cloud('account'), ['east']).of('shop')).toMatchObject({ back: '3m', loses: '30s' });
    expect(lose(cloud('account'), ['acme']).of('shop')).toEqual({
      state: 'down',
      back: '1h1m',
      loses: '1d2h',
      how: 'restore: detect 1m + transfer 1h',
    });
    expect(promisesOf(cloud('account'))).toEqual([
      'shop region rto kept 3m (east)',
      'shop region rpo kept 30s (east)',
      'shop account rto kept 1h1m (acme)',
      'shop account rpo broken 1d2h (acme)',
    ]);
  });
});

describe('unknown places and kinds', () => {
  test('a replica whose place nobody states may be lost in any loss', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building } }
services:
  chat: { replicas: [{ role: primary }, { at: b1, role: standby, readiness: hot }], ${quick} }
  mail: { replicas: [{ at: unknown }] }
  call: { replicas: [{}, { at: b1 }] }
`;
    const after = lose(yaml, ['b1']);
    expect(after.of('mail')).toMatchObject({ state: 'up..down', back: '0s..never' });
    expect(after.missing('mail')).toEqual(['mail replicas.0.at']);
    // At worst the primary is gone too, with the standby that surely is.
    expect(after.of('chat')).toMatchObject({ state: 'up..down', back: '0s..never', loses: '0s..all' });
    expect(after.of('call').state).toBe('up..down');
  });

  test('a zone without its building: apart at best, in the lost one at worst', () => {
    const yaml = `
version: 1
locations:
  r1: { kind: region }
  zone-a: { kind: zone, in: r1 }
  b1: { kind: building, in: r1 }
  zone-b: { kind: zone, in: b1 }
services:
  chat: { replicas: [{ at: zone-a }, { at: zone-b }], objectives: { rto: 1h, survive: [building, zone, region] } }
  far: { replicas: [{ at: zone-b }], objectives: { rto: 1h, survive: [building] } }
`;
    const after = lose(yaml, ['b1']);
    expect(after.of('chat')).toMatchObject({ state: 'up..down', back: '0s..never' });
    expect(after.missing('chat')).toEqual(['zone-a failsWith']);
    expect(after.of('far')).toMatchObject({ state: 'down', back: 'never' });
    // Zones are known to be zones, and a zone is not a building in which a zone may lie.
    expect(lose(yaml, ['zone-b']).of('chat').state).toBe('up');
    expect(lose(yaml, ['r1']).of('chat').state).toBe('down');
    expect(promisesOf(yaml)).toEqual([
      'chat building rto unknown 0s..never (b1)',
      'chat zone rto kept 0s (zone-a)',
      'chat region rto broken never (r1)',
      'far building rto broken never (b1)',
    ]);
  });

  test('a place without its power leaves a power promise unknown, never kept', () => {
    const yaml = (power: string): string => `
version: 1
locations:
  b1: { kind: building, failsWith: [feed] }
  b2: { kind: building ${power} }
domains: { feed: { kind: power }, other: { kind: power } }
services:
  chat: { replicas: [{ at: b1 }, { at: b2 }], objectives: { rto: 1h, survive: [power] } }
`;
    expect(promisesOf(yaml(''))).toEqual(['chat power rto unknown 0s..never (feed)']);
    expect(lose(yaml(''), ['feed']).missing('chat')).toEqual(['b2 in']);
    expect(promisesOf(yaml(', failsWith: [other]'))).toEqual(['chat power rto kept 0s (feed)']);
    expect(promisesOf(yaml(', failsWith: [{ allOf: [feed, other] }]'))).toEqual(['chat power rto kept 0s (feed)']);
    expect(promisesOf(yaml(', failsWith: [feed]'))).toEqual(['chat power rto broken never (feed)']);
  });

  test('where a replica says itself what it fails with, its place need not', () => {
    const yaml = (where: string): string => `
version: 1
locations: { b1: { kind: building, failsWith: [feed] }, b2: { kind: building } }
domains: { feed: { kind: power }, other: { kind: power } }
services:
  chat: { replicas: [{ at: b1 }, { at: b2 ${where} }] }
  mail: { failsWith: [other], replicas: [{ at: b2 }] }
`;
    expect(lose(yaml(''), ['feed']).of('chat').state).toBe('up..down');
    expect(lose(yaml(', failsWith: [other]'), ['feed']).of('chat').state).toBe('up');
    expect(lose(yaml(''), ['feed']).of('mail').state).toBe('up');
    // One of two that have to fail together is a power, so it is known on which the copy stands.
    const both = yaml(', failsWith: [{ allOf: [acme, other] }]').replace(
      'domains: {',
      'domains: { acme: { kind: account },',
    );
    expect(lose(both, ['feed']).of('chat').state).toBe('up');
  });

  test('several losses of different kinds: each may be the one that takes a place', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building, failsWith: [feed] }, b2: { kind: building }, z: { kind: zone, failsWith: [feed-2] } }
domains: { feed: { kind: power }, feed-2: { kind: power } }
services:
  chat: { replicas: [{ at: [b2, z] }] }
`;
    expect(lose(yaml, ['b1']).of('chat').state).toBe('up');
    expect(lose(yaml, ['feed']).of('chat').state).toBe('up');
    // b2 may hang on the feed, the zone may lie in b1.
    expect(lose(yaml, ['b1', 'feed']).of('chat').state).toBe('up..down');
  });

  test('whatever else the service says it fails with', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building } }
domains: { acme: { kind: account } }
services:
  web: { data: none, failsWith: [acme], replicas: [{ role: active }] }
`;
    expect(lose(yaml, ['b1']).of('web').state).toBe('up..down');
    expect(lose(yaml, ['acme']).of('web').state).toBe('down');
  });

  test('of several losses that which a copy says it is safe from: its other place may still be in the other', () => {
    // p is in b1's neighbour b2, on a feed that nobody names, but the copy names its own. Where q is nobody says.
    const yaml = (own: string): string => `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, q: { kind: rack } }
domains: { feed: { kind: power }, other: { kind: power } }
services:
  wide: { data: none, replicas: [{ at: [b2, q]${own} }] }
`;
    expect(lose(yaml(''), ['b1', 'feed']).of('wide').state).toBe('up..down');
    // b2 is not b1, and on the other feed: it stands.
    expect(lose(yaml(', failsWith: [other]'), ['b1', 'feed']).of('wide').state).toBe('up');
  });

  test('a kind that the inventory does not have: nobody can know', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building } }
services: { chat: { replicas: [{ at: b1 }], objectives: { rto: 1h, rpo: 0s, survive: [power] } } }
`;
    expect(promisesOf(yaml)).toEqual([
      'chat power rto unknown 0s..never (none)',
      'chat power rpo unknown 0s..all (none)',
    ]);
  });

  test('an external service that says nothing about where it stands', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
  pay: { kind: external }
  shop: { dependsOn: { pay: hard }, replicas: [{ at: b2 }] }
`;
    const after = lose(yaml, ['b1']);
    expect(after.of('shop')).toMatchObject({ state: 'up..down', back: '0s..never', how: 'none: waits for pay (hard)' });
    expect(after.missing('shop')).toEqual(['pay failsWith']);
    expect(lose(yaml, ['pay']).of('shop')).toMatchObject({ state: 'down', back: 'never' });
    expect(lose(yaml, ['pay']).missing('shop')).toEqual([]);
  });
});

describe('stretched replicas and choices', () => {
  test('a stretched replica lives while any of its places does', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, z: { kind: zone } }
services:
  bucket: { data: { size: 1TB }, replicas: [{ at: [b1, b2] }] }
  loose: { replicas: [{ at: [b1, z] }] }
`;
    expect(lose(yaml, ['b1']).of('bucket')).toMatchObject({ state: 'up', loses: '0s' });
    expect(lose(yaml, ['b1', 'b2']).of('bucket')).toMatchObject({ state: 'down', loses: 'all' });
    expect(lose(yaml, ['b1']).of('loose').state).toBe('up..down');
    expect(lose(yaml, ['b2']).of('loose').state).toBe('up');
  });

  const choice = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
services:
  own: { data: {}, replicas: [{ at: b1, role: primary }, { at: b2, role: standby, startup: 5m, replication: async, lag: 3m }], ${quick} }
  bought: { data: {}, replicas: [{ at: b1, role: primary }, { at: b2, role: standby, startup: 9m, replication: async, lag: 1m }], ${quick} }
  free: { replicas: [{ at: b3 }] }
  a: { dependsOn: { dns: { kind: hard, anyOf: [own, bought] } }, replicas: [{ at: b3 }] }
  b: { dependsOn: { dns: { kind: hard, anyOf: [bought, free] } }, replicas: [{ at: b2 }] }
  c: { dependsOn: { dns: { kind: startup, anyOf: [bought, own] } }, replicas: [{ at: b1 }, { at: b2, role: standby, startup: 1m }], ${quick} }
`;

  test('of a choice the first to be ready counts (1m + 2m + 5m = 8m), and the one that loses least (1m of 3m)', () => {
    const after = lose(choice, ['b1']);
    expect(after.of('a')).toEqual({ state: 'down', back: '8m', loses: '1m', how: 'none: waits for own (hard)' });
    expect(after.outcome('a').worst.lossFrom).toBe(after.outcome('bought').service);
  });

  test('one that runs is enough', () => {
    expect(lose(choice, ['b1']).of('b')).toEqual({ state: 'up', back: '0s', loses: '0s', how: 'none: ' });
  });

  test('a choice of what is needed to start: 8m + 2m + 1m = 11m', () => {
    expect(lose(choice, ['b1']).of('c')).toMatchObject({
      back: '11m',
      how: 'failover: wait-for own 8m + execute 2m + startup 1m',
    });
  });
});
