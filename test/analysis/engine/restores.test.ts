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
const noWay = 'failover none-declared; rebuild none-declared; wait none-declared';

describe('restore', () => {
  test('size ÷ rate: 40TB ÷ 200MB/s = 200,000s = 2d7h33m20s, and 1m + 3m + 4m; 24h + 2h are gone', () => {
    const yaml = store([
      primary,
      'data: { size: 40TB }',
      'backups: { nightly: { at: [b2], every: 24h, takes: 2h, restore: { to: [b2], rate: 200MB/s } } }',
      quick,
    ]);
    expect(lose(yaml, ['b1']).of('store')).toEqual({
      state: 'down',
      back: '2d7h41m20s',
      loses: '1d2h',
      how: 'restore: detect 1m + transfer 2d7h33m20s + redirect 3m + verify 4m',
    });
  });

  const backup = (fields: string, data = 'data: { size: 1TB }'): string =>
    store([primary, data, `backups: { nightly: { ${fields} } }`, quick]);

  test('a stated time needs neither size nor rate', () => {
    const yaml = backup('at: [b2], every: 1h, restore: { to: [b2], time: 2h }', 'data: {}');
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ back: '2h8m', loses: '1h' });
  });

  test('without a rate, a size or an interval: from as good as nothing to never, or everything', () => {
    const rate = lose(backup('at: [b2], every: 1h, restore: { to: [b2] }'), ['b1']);
    // 1m + 0 + 3m + 4m at best.
    expect(rate.of('store')).toMatchObject({ back: '8m..never', loses: '1h' });
    expect(rate.missing('store')).toEqual(['store backups.nightly.restore.rate']);
    const size = lose(backup('at: [b2], every: 1h, restore: { to: [b2], rate: 1GB/s }', 'data: {}'), ['b1']);
    expect(size.of('store').back).toBe('8m..never');
    expect(size.missing('store')).toEqual(['store data.size']);
    const every = lose(backup('at: [b2], takes: 1h, restore: { to: [b2], time: 2m }'), ['b1']);
    expect(every.of('store')).toMatchObject({ back: '10m', loses: '1h..all' });
    expect(every.missing('store', 'time')).toEqual([]);
    expect(every.missing('store', 'loss')).toEqual(['store backups.nightly.every']);
  });

  test('nothing to move takes no time, however slow', () => {
    const yaml = backup('at: [b2], every: 1h, restore: { to: [b2], rate: 1B/s }', 'data: { size: 0B }');
    expect(lose(yaml, ['b1']).of('store').back).toBe('8m');
  });

  test('a copy lost with the original, and one of two that is not', () => {
    expect(lose(backup('at: [b1], every: 1h, restore: { to: [b2], time: 1h }'), ['b1']).of('store')).toEqual({
      state: 'down',
      back: 'never',
      loses: 'all',
      how: `never: ${noWay}; restore lost-too`,
    });
    const two = backup('at: [b1, b2], every: 1h, restore: { to: [b2], time: 1h }');
    expect(lose(two, ['b1']).of('store').back).toBe('1h8m');
    expect(lose(two, ['b1', 'b2']).of('store').back).toBe('never');
  });

  test('nowhere to restore to: the data is kept, the service is not back', () => {
    const gone = lose(backup('at: [b2], every: 1h, restore: { to: [b1], time: 1h }'), ['b1']);
    expect(gone.of('store')).toMatchObject({ back: 'never', loses: '1h', how: `never: ${noWay}; restore lost-too` });
    expect(lose(backup('at: [b2], every: 1h, restore: { to: [b1, b2], time: 1h }'), ['b1']).of('store').back).toBe(
      '1h8m',
    );
    const open = lose(backup('at: [b2], every: 1h, restore: { time: 1h }'), ['b1']);
    expect(open.of('store')).toMatchObject({ back: '1h8m..never', how: `never: ${noWay}; restore unknown` });
    expect(open.missing('store')).toEqual(['store backups.nightly.restore.to']);
  });

  test('a copy whose place nobody states may be lost too', () => {
    const after = lose(backup('every: 1h, restore: { to: [b2], time: 1h }'), ['b1']);
    expect(after.of('store')).toMatchObject({ back: '1h8m..never', loses: '1h..all' });
    expect(after.missing('store')).toEqual(['store backups.nightly.at']);
  });

  test('a copy of which nobody knows the power may be lost with the feed', () => {
    const yaml = (more: string): string =>
      store([
        'replicas: [{ at: b2, role: primary }]',
        'data: {}',
        `backups: { nightly: { at: [b3], every: 1h, restore: { to: [b2, b3], time: 1h } ${more} } }`,
        quick,
      ]);
    const after = lose(yaml(''), ['feed']);
    expect(after.of('store')).toMatchObject({ back: '1h8m..never', loses: '1h..all' });
    expect(after.missing('store')).toEqual(['b3 in']);
    // Its own word about the copy is enough for the copy, and says nothing of where it would be restored.
    expect(lose(yaml(', failsWith: [acme]'), ['feed']).of('store').loses).toBe('1h..all');
  });

  test('a backup deleted with the account that holds it', () => {
    const yaml = backup('at: [b2], failsWith: [acme], every: 1h, restore: { to: [b2], time: 1h }');
    expect(lose(yaml, ['b1']).of('store').back).toBe('1h8m');
    expect(lose(yaml, ['b1', 'acme']).of('store')).toMatchObject({ back: 'never', loses: 'all' });
  });

  test('of two backups the one that is restored sooner, with what that one lacks', () => {
    const yaml = store([
      primary,
      'data: {}',
      'backups:',
      '  slow: { at: [b2], every: 1h, restore: { to: [b2], time: 9h } }',
      '  quick: { at: [b3], every: 24h, restore: { to: [b3], time: 1h } }',
      quick,
    ]);
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ back: '1h8m', loses: '1d' });
    expect(lose(yaml, ['b1', 'b3']).of('store')).toMatchObject({ back: '9h8m', loses: '1h' });
  });

  test('two that may turn out the sooner: the loss is that of either', () => {
    const yaml = store([
      primary,
      'data: {}',
      'backups:',
      '  slow: { at: [b2], every: 1h, restore: { to: [b2] , rate: 1GB/s } }',
      '  quick: { at: [b3], every: 24h, restore: { to: [b3], time: 1h } }',
      quick,
    ]);
    const after = lose(yaml, ['b1']);
    expect(after.of('store')).toMatchObject({ back: '8m..1h8m', loses: '1h..1d' });
    expect(after.missing('store', 'loss')).toEqual(['store data.size']);
  });

  test('the key is waited for beside the decision: 10m of wait, 1h, 3m, 4m', () => {
    const yaml = `${store([primary, 'data: {}', 'backups: { n: { at: [b2], every: 1h, key: kms, restore: { to: [b2], time: 1h } } }', quick])}
  kms: { data: none, replicas: [{ at: b1 }, { at: b2, role: standby, startup: 7m }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }
`;
    expect(lose(yaml, ['b1']).of('store').how).toBe(
      'restore: wait-for kms 10m + transfer 1h + redirect 3m + verify 4m',
    );
  });
});

describe('a restore beside a failover', () => {
  const both = (recovery: string): string =>
    store([
      'replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: async, lag: 5m, startup: 2h }]',
      'data: {}',
      'backups: { nightly: { at: [b3], every: 24h, restore: { to: [b3], time: 10m } } }',
      `recovery: { mode: automatic, detect: 1m, execute: 2m, ${recovery} }`,
    ]);

  test('nobody restores yesterday’s backup over a live copy, though 11m are less than 2h3m', () => {
    expect(lose(both('uses: []'), ['b1']).of('store')).toEqual({
      state: 'down',
      back: '2h3m',
      loses: '5m',
      how: 'failover: detect 1m + execute 2m + startup 2h',
    });
  });

  test('whatever the failover waits for, if that surely comes: a tool that runs, or is back after 4m', () => {
    const tool = (at: string): string => `${both('uses: [console]')}
  console: { replicas: [{ at: ${at} }, { at: b3, role: standby, startup: 1m }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }
`;
    expect(lose(tool('b2'), ['b1']).of('store')).toMatchObject({ back: '2h3m', loses: '5m' });
    expect(lose(tool('b1'), ['b1']).of('store')).toMatchObject({
      back: '2h6m',
      how: 'failover: wait-for console 4m + execute 2m + startup 2h',
    });
  });

  test('nor is anything restored where it is surely rebuilt, though 11m are less than 31m', () => {
    const rebuilt = store([
      'replicas: [{ at: b1 }]',
      'data: none',
      'backups: { nightly: { at: [b3], every: 24h, restore: { to: [b3], time: 10m } } }',
      'recovery: { mode: automatic, detect: 1m, uses: [], rebuild: { to: [b3], takes: 30m } }',
    ]);
    expect(lose(rebuilt, ['b1']).of('store')).toMatchObject({ back: '31m', how: 'rebuild: detect 1m + rebuild 30m' });
  });

  test('where the standby is lost too, the backup is what there is', () => {
    expect(lose(both('uses: []'), ['b1', 'b2']).of('store')).toMatchObject({
      back: '11m',
      loses: '1d',
      how: 'restore: detect 1m + transfer 10m',
    });
  });

  test('a failover that nobody is sure of displaces nothing', () => {
    // Nobody states the tools. At best the restore is the faster one, and which it will be decides what is lost.
    const after = lose(both(''), ['b1']);
    expect(after.of('store')).toMatchObject({ back: '11m..never', loses: '5m..1d' });
    expect(after.missing('store', 'time')).toEqual(['store recovery.uses']);
  });

  test('two failovers that hang on each other’s restores are not sure', () => {
    const yaml = `${places()}
  a:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: sync, readiness: hot }]
    backups: { n: { at: [b3], every: 1h, restore: { to: [b3], time: 10m } } }
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [b] }
  b:
    data: {}
    replicas: [{ at: b1, role: primary }]
    backups: { n: { at: [b3], every: 2h, restore: { to: [b3], time: 20m } } }
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
`;
    // b is restored in 21m, after which a fails over surely: 21m + 2m.
    expect(lose(yaml, ['b1']).of('a')).toMatchObject({ back: '23m', loses: '0s' });
  });
});
