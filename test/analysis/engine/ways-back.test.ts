import { describe, expect, test } from 'vitest';
import { lose } from './aftermath.js';

const places = (b1 = ''): string => `
version: 1
locations:
  b1: { kind: building ${b1} }
  b2: { kind: building, failsWith: [feed] }
  b3: { kind: building }
domains: { feed: { kind: power }, acme: { kind: account }, vaults: { kind: account }, ring: { kind: network, lasts: 1h } }
services:`;
const store = (fields: readonly string[], b1 = ''): string =>
  [places(b1), '  store:', ...fields.map((field) => `    ${field}`), ''].join('\n');

const quick = 'recovery: { mode: automatic, detect: 1m, execute: 2m, redirect: 3m, verify: 4m, uses: [] }';
const primary = 'replicas: [{ at: b1, role: primary }]';

describe('rebuild and wait', () => {
  const web = (recovery: string, more = '', b1 = ''): string =>
    store(
      [`replicas: [{ at: b1 }]`, `recovery: { mode: automatic, detect: 1m, execute: 2m, ${recovery} }`, more].filter(
        Boolean,
      ),
      b1,
    );

  test('rebuild: 1m + 30m + redirect 5m', () => {
    expect(lose(web('uses: [], redirect: 5m, rebuild: { to: [b1, b2], takes: 30m }'), ['b1']).of('store')).toEqual({
      state: 'down',
      back: '36m',
      loses: '0s',
      how: 'rebuild: detect 1m + rebuild 30m + redirect 5m',
    });
  });

  test('a rebuild where nobody says how long or where', () => {
    const takes = lose(web('uses: [], rebuild: { to: [b2] }'), ['b1']);
    expect(takes.of('store').back).toBe('1m..never');
    expect(takes.missing('store')).toEqual(['store recovery.rebuild.takes']);
    const to = lose(web('uses: [], rebuild: { takes: 9m }'), ['b1']);
    expect(to.of('store')).toMatchObject({ back: '10m..never' });
    expect(to.of('store').how).toContain('rebuild unknown');
    expect(to.missing('store')).toEqual(['store recovery.rebuild.to']);
    expect(lose(web('uses: [], rebuild: { to: [b1], takes: 9m }'), ['b1']).of('store').how).toContain(
      'rebuild lost-too',
    );
  });

  test('what holds data is not rebuilt', () => {
    const after = lose(web('uses: [], rebuild: { to: [b2], takes: 30m }', 'data: { size: 1GB }'), ['b1']);
    expect(after.of('store')).toMatchObject({ back: 'never', loses: 'all' });
  });

  test('a loss that ends: nothing is gone, and it takes as long as it lasts', () => {
    const yaml = store([primary, 'data: {}', quick], ', lasts: 4d');
    expect(lose(yaml, ['b1']).of('store')).toEqual({ state: 'down', back: '4d', loses: '0s', how: 'wait: outage 4d' });
    // The event may know better.
    expect(lose(yaml, ['b1'], { lasts: 3600 }).of('store').back).toBe('1h');
    expect(lose(yaml, ['b1'], { destroys: true }).of('store')).toMatchObject({
      back: 'never',
      loses: 'all',
      how: 'never: failover none-declared; rebuild none-declared; wait destroyed',
    });
    expect(lose(yaml, ['b1'], { destroys: true, lasts: 60 }).of('store').back).toBe('never');
  });

  test('several losses end with the last of them, and not at all where one says no end', () => {
    const yaml = store([primary, 'data: {}', quick], ', lasts: 20m');
    expect(lose(yaml, ['b1', 'ring']).of('store').back).toBe('1h');
    expect(lose(yaml, ['b1', 'b2']).of('store').back).toBe('never');
    // Lost by name, without a place that says when it is back.
    expect(lose(yaml, ['store']).of('store').back).toBe('never');
    expect(lose(yaml, ['store'], { lasts: 60 }).of('store').back).toBe('1m');
  });

  test('waiting needs neither tools nor people, but what is needed to start', () => {
    const yaml = `${store([primary, 'data: {}', 'dependsOn: { config: startup }', 'recovery: { detect: 1m }'], ', lasts: 20m')}
  config: { replicas: [{ at: b1 }], recovery: { uses: [gone] } }
  gone: { replicas: [{ at: b1 }], dependsOn: { slow: startup } }
  slow: { data: {}, replicas: [{ at: b1, role: primary }, { at: b2, role: standby, readiness: hot, replication: sync }], recovery: { mode: automatic, detect: 1m, execute: 50m, uses: [] } }
`;
    const after = lose(yaml, ['b1']);
    expect(after.of('slow').how).toBe('wait: outage 20m');
    expect(after.of('store')).toMatchObject({ back: '20m', how: 'wait: outage 20m' });
  });

  test('the shorter of an outage and a recovery: 20m is less than 1m + 50m, 4h is more', () => {
    const yaml = (lasts: string): string =>
      store(
        [
          'data: {}',
          'replicas: [{ at: b1, role: primary }, { at: b2, role: standby, readiness: hot, replication: async, lag: 9s }]',
          'recovery: { mode: automatic, detect: 1m, execute: 50m, uses: [] }',
        ],
        `, lasts: ${lasts}`,
      );
    expect(lose(yaml('20m'), ['b1']).of('store')).toMatchObject({ back: '20m', loses: '0s' });
    expect(lose(yaml('4h'), ['b1']).of('store')).toMatchObject({ back: '51m', loses: '9s' });
    // Equal: the failover is named, and either loss may be the one.
    expect(lose(yaml('51m'), ['b1']).of('store')).toMatchObject({ back: '51m', loses: '0s..9s' });
    expect(lose(yaml('51m'), ['b1']).of('store').how).toContain('failover');
  });
});

describe('corruption', () => {
  const corrupted = (backup: string, more = ''): string =>
    store([
      'replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: sync, readiness: hot }]',
      'data: { size: 360GB }',
      `backups: { ${backup} }`,
      quick,
      ...(more === '' ? [] : [more]),
    ]);
  const clean = 'every: 24h, restore: { to: [b3], rate: 100MB/s }';

  test('all copies are damaged; the immutable one is not: 1m + 360GB ÷ 100MB/s = 1h + 3m + 4m', () => {
    const yaml = corrupted(
      `hourly: { at: [b2], every: 1h, restore: { to: [b3], time: 1m }, failsWith: [acme] }, vault: { at: [b3], immutable: true, ${clean} }`,
      'failsWith: [acme]',
    );
    expect(lose(yaml, [], { corrupt: ['store'] }).of('store')).toEqual({
      state: 'down',
      back: '1h8m',
      loses: '1d',
      how: 'restore: detect 1m + transfer 1h + redirect 3m + verify 4m',
    });
  });

  test('an offline copy is as good; one that can be changed through the same account is not', () => {
    const offline = corrupted(`tape: { at: [b3], offline: true, ${clean} }`, 'failsWith: [acme]');
    expect(lose(offline, [], { corrupt: ['store'] }).of('store').back).toBe('1h8m');
    const same = corrupted(`copy: { at: [b3], failsWith: [acme], immutable: false, ${clean} }`, 'failsWith: [acme]');
    expect(lose(same, [], { corrupt: ['store'] }).of('store')).toEqual({
      state: 'down',
      back: 'never',
      loses: 'all',
      how: 'never: failover corrupted; rebuild none-declared; wait corrupted; restore lost-too',
    });
    const apart = corrupted(`copy: { at: [b3], failsWith: [vaults], ${clean} }`, 'failsWith: [acme]');
    expect(lose(apart, [], { corrupt: ['store'] }).of('store').back).toBe('1h8m');
  });

  test('one shared account is enough, wherever either side names it', () => {
    const both = corrupted(`copy: { at: [b3], failsWith: [acme, vaults], ${clean} }`, 'failsWith: [acme]');
    expect(lose(both, [], { corrupt: ['store'] }).of('store').back).toBe('never');
    // Or by the place of the copy, which stands on two.
    const byPlace = corrupted(`copy: { at: [b3], ${clean} }`, 'failsWith: [acme]').replace(
      'b3: { kind: building }',
      'b3: { kind: building, failsWith: [acme, vaults] }',
    );
    expect(lose(byPlace, [], { corrupt: ['store'] }).of('store').back).toBe('never');
    // Or by the place of a replica.
    const byOwnPlace = corrupted(`copy: { at: [b3], failsWith: [acme], ${clean} }`, '').replace(
      /b1: \{ kind: building\s*\}/,
      'b1: { kind: building, failsWith: [acme] }',
    );
    expect(lose(byOwnPlace, [], { corrupt: ['store'] }).of('store').back).toBe('never');
    // Named by a replica instead of the service: that is the service's account all the same.
    const byReplica = both
      .replace('{ at: b1, role: primary }', '{ at: b1, role: primary, failsWith: [acme] }')
      .replace(/^\s+failsWith: \[acme\]$/m, '');
    expect(byReplica.match(/failsWith: \[acme\]/g)).toHaveLength(1);
    expect(lose(byReplica, [], { corrupt: ['store'] }).of('store').back).toBe('never');
  });

  test('where an account is not stated, on either side, nobody knows', () => {
    for (const [backup, service] of [
      ['', 'failsWith: [acme]'],
      ['failsWith: [vaults],', ''],
      ['', ''],
    ] as const) {
      const yaml = corrupted(`copy: { at: [b3], ${backup} ${clean} }`, service);
      expect(lose(yaml, [], { corrupt: ['store'] }).of('store')).toMatchObject({
        back: '1h8m..never',
        loses: '1d..all',
      });
    }
  });

  test('what would settle it: the one word about the copy, or else the accounts', () => {
    const missing = (backup: string, service: string): readonly string[] =>
      lose(corrupted(`copy: { at: [b3], ${backup} ${clean} }`, service), [], { corrupt: ['store'] }).missing('store');
    expect(missing('', '')).toEqual(['store backups.copy.immutable']);
    expect(missing('immutable: false,', 'failsWith: [acme]')).toEqual(['store backups.copy.failsWith']);
    expect(missing('immutable: false, failsWith: [vaults],', '')).toEqual(['store failsWith']);
    expect(missing('immutable: true,', '')).toEqual([]);
  });

  test('neither a live copy nor the end of the outage helps, and whoever needs the store is hit with it', () => {
    const yaml = `${corrupted(`vault: { at: [b3], immutable: true, ${clean} }`)}
  app: { dependsOn: { store: hard }, replicas: [{ at: b3 }] }
`;
    const after = lose(yaml, [], { corrupt: ['store'], lasts: 60 });
    expect(after.of('store').back).toBe('1h8m');
    expect(after.of('app')).toMatchObject({ state: 'down', back: '1h8m', loses: '1d' });
  });

  test('what has nothing to fall back on says so, and not that something is damaged', () => {
    const yaml = store([primary, 'data: {}', quick]);
    expect(lose(yaml, [], { corrupt: ['store'] }).of('store').how).toBe(
      'never: failover none-declared; rebuild none-declared; wait corrupted',
    );
  });
});

describe('what is told of a wait', () => {
  const yaml = (
    more: string,
  ): string => `${store(['data: none', 'replicas: [{ at: b1 }, { at: b2, role: standby, readiness: hot }]', more])}
  a-slow: { data: none, replicas: [{ at: b1 }, { at: b3, role: standby, startup: 7m }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }
  b-slow: { data: none, replicas: [{ at: b1 }, { at: b3, role: standby, startup: 7m }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }
  console: { data: none, replicas: [{ at: b1 }] }
  fast: { data: none, replicas: [{ at: b1 }, { at: b3, role: standby, readiness: hot }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }
  pager: { data: none, replicas: [{ at: b3 }] }
`;
  const how = (more: string): string => lose(yaml(more), ['b1']).of('store').how;
  const using = (uses: string): string => `recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [${uses}] }`;

  test('of several that it needs to run the one that is ready last, of equals the first by name', () => {
    expect(how(`dependsOn: { a-slow: hard, b-slow: hard, fast: hard }\n    ${using('')}`)).toBe(
      'failover: detect 1m + execute 2m | waits for a-slow (hard)',
    );
  });

  test('what never comes, not what is there', () => {
    expect(how(using('pager, console'))).toContain('waits for console (uses) | failover waits-in-vain console');
    expect(how(`dependsOn: { console: startup }\n    ${using('pager')}`)).toContain(
      'waits for console (startup) | failover waits-in-vain console',
    );
  });

  test('of the data, whose loss it is: not that of what it only misses', () => {
    const lagging = (id: string): string =>
      `  ${id}: { data: {}, replicas: [{ at: b1, role: primary }, { at: b3, role: standby, readiness: hot, replication: async, lag: 10m }], ${using('')} }\n`;
    const after = lose(
      `${yaml(`dependsOn: { cache: soft, ledger: hard }\n    ${using('')}`)}${lagging('cache')}${lagging('ledger')}`,
      ['b1'],
    );
    expect(after.of('store').loses).toBe('10m');
    expect(after.outcome('store').worst.lossFrom).toBe(after.outcome('ledger').service);
  });
});

describe('where the best and the worst differ in one thing only', () => {
  const quickly = 'recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }';

  test('a backup that may be lost: restored, or never', () => {
    // Nobody knows what feeds b1; the backup may be lost with the feed that surely takes b2.
    const yaml = `${places()}
  store: { data: {}, replicas: [{ at: b2, role: primary }], backups: { n: { at: [b1], every: 1h, takes: 0s, restore: { to: [b3], time: 10m } } }, ${quickly} }
`;
    expect(lose(yaml, ['feed']).of('store')).toMatchObject({ state: 'down', back: '11m..never', loses: '1h..all' });
  });
});
