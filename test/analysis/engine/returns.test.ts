import { describe, expect, test } from 'vitest';
import { tellLoss } from '../../../src/narrative/tell-loss.js';
import { modelOf } from '../../model/link.js';
import { lose } from './aftermath.js';

/** One building with two rooms, and another building. */
const estate = (services: string): string => `
version: 1
locations:
  east: { kind: building }
  east-1: { kind: hall, in: east }
  east-2: { kind: hall, in: east }
  west: { kind: building }
  west-1: { kind: hall, in: west }
services:
${services}
`;
const burnt = { ends: { 'east-1': 'never', east: '18h' } } as const;

describe('parts of a loss that return at times of their own', () => {
  test('what stood in the room that burnt never comes back, what stood beside it comes back with the building', () => {
    const after = lose(
      estate(`
  burnt: { data: none, replicas: [{ at: east-1 }] }
  dark: { data: none, replicas: [{ at: east-2 }] }
  both: { data: none, replicas: [{ at: east-1 }, { at: east-2 }] }`),
      ['east', 'east-1'],
      burnt,
    );
    expect(after.of('burnt')).toMatchObject({
      back: 'never',
      how: 'never: failover none-declared; rebuild none-declared; wait none-declared',
    });
    expect(after.of('dark')).toMatchObject({ state: 'down', back: '18h', how: 'wait: outage 18h' });
    // One of two is enough where no capacity is declared.
    expect(after.of('both')).toMatchObject({ state: 'down', back: '18h', loses: '0s' });
  });

  test('a primary has to return itself; its shares have to suffice', () => {
    const after = lose(
      estate(`
  led: { replicas: [{ at: east-1, role: primary }, { at: east-2, role: standby }], recovery: { uses: [] } }
  half: { data: none, replicas: [{ at: east-1, capacity: 50% }, { at: east-2, capacity: 50% }] }
  less: { data: none, minCapacity: 50%, replicas: [{ at: east-1, capacity: 50% }, { at: east-2, capacity: 50% }] }`),
      ['east', 'east-1'],
      burnt,
    );
    expect(after.of('led').back).toBe('never');
    expect(after.of('half').back).toBe('never');
    expect(after.of('less').back).toBe('18h');
  });

  test('the first return after which it is fine: 2h, not 18h', () => {
    const after = lose(
      estate('  web: { data: none, replicas: [{ at: east-2 }, { at: west-1 }] }'),
      ['east-2', 'west-1'],
      { ends: { 'east-2': '18h', 'west-1': '2h' } },
    );
    expect(after.of('web')).toMatchObject({ state: 'down', back: '2h' });
  });

  test('a copy that does not return takes what only it had: the other lags by 5s', () => {
    const store = (replication: string): string =>
      estate(`  store: { replicas: [{ at: east-1, ${replication} }, { at: east-2, ${replication} }] }`);
    expect(lose(store('replication: async, lag: 5s'), ['east', 'east-1'], burnt).of('store')).toMatchObject({
      back: '18h',
      loses: '5s',
    });
    expect(lose(store('replication: sync'), ['east', 'east-1'], burnt).of('store').loses).toBe('0s');
    // With one end for all, everything that was there is there again.
    expect(lose(store('replication: async, lag: 5s'), ['east', 'east-1'], { lasts: 64_800 }).of('store')).toMatchObject(
      { back: '18h', loses: '0s' },
    );
  });

  test('what is lost counts from the moment it is fine again, not from before, nor with what returns later', () => {
    const led = estate(
      '  store: { replicas: [{ at: east-2, role: primary, replication: async, lag: 7s }, { at: west-1, role: active, replication: async, lag: 5s }] }',
    );
    const lost = ['east-2', 'west-1'];
    // The primary returns last, with all that is in it.
    expect(lose(led, lost, { ends: { 'east-2': '18h', 'west-1': '2h' } }).of('store')).toMatchObject({
      back: '18h',
      loses: '0s',
    });
    // It returns first, and serves without what only the other had.
    expect(lose(led, lost, { ends: { 'east-2': '2h', 'west-1': '18h' } }).of('store')).toMatchObject({
      back: '2h',
      loses: '7s',
    });
    // A standby that burnt takes nothing with it that the primary does not have.
    const spare = led.replace('role: active', 'role: standby');
    expect(lose(spare, lost, { ends: { 'east-2': '2h', 'west-1': 'never' } }).of('store')).toMatchObject({
      back: '2h',
      loses: '0s',
    });
  });

  test('back at one time at best and at another at worst, it may lose what either costs', () => {
    // Nobody knows whether the primary stands in the hall that is closed for 18h. After 2h it serves, without what only the
    // other had, or at worst no copy is left; after 18h all are there again.
    const after = lose(
      estate(
        '  store: { replicas: [{ at: east, role: primary, replication: async, lag: 7s }, { at: west-1, role: active, replication: async, lag: 5s }] }',
      ),
      ['east', 'east-1', 'west-1'],
      { ends: { east: '2h', 'east-1': '18h', 'west-1': '5h' } },
    );
    expect(after.of('store')).toMatchObject({ back: '2h..18h', loses: '0s..7s' });
  });

  test('what is not named is never back, nor is anything where all is destroyed or the data is damaged', () => {
    const web = estate('  web: { data: none, replicas: [{ at: east-1 }] }');
    expect(lose(web, ['east'], { ends: {} }).of('web').back).toBe('never');
    expect(lose(web, ['east'], { ends: { east: '1h' } }).of('web').back).toBe('1h');
    expect(lose(web, ['east'], { ends: { east: '1h' }, destroys: true }).of('web').back).toBe('never');
    expect(lose(web, ['east'], { ends: { east: '1h' }, corrupt: ['web'] }).of('web').back).toBe('never');
  });

  test('a service lost by name returns like a place', () => {
    const web = estate('  web: { data: none, replicas: [{ at: west-1 }] }');
    expect(lose(web, ['web'], { ends: { web: '3h' } }).of('web').back).toBe('3h');
    expect(lose(web, ['web', 'west'], { ends: { web: '3h', west: '1h' } }).of('web').back).toBe('3h');
  });

  test('a place that may stand in what is still lost may not be back: 18h at best, never at worst', () => {
    const web = estate('  web: { data: none, replicas: [{ at: east }] }');
    const after = lose(web, ['east', 'east-1'], burnt);
    expect(after.of('web').back).toBe('18h..never');
    expect(after.missing('web')).toEqual(['east in']);
  });
});

describe('a restart', () => {
  const web = (restart: string): string =>
    estate(`  web: { data: none, replicas: [{ at: east-1 }], recovery: { ${restart} } }`);

  test('follows the outage: 2h + 40m; 32000 hosts at 800 an hour take 40h', () => {
    expect(lose(web('restart: 40m'), ['east'], { lasts: 7200 }).of('web')).toMatchObject({
      back: '2h40m',
      how: 'wait: outage 2h + restart 40m',
    });
    expect(lose(web('restart: { hosts: 32000, perHour: 800 }'), ['east'], { lasts: 7200 }).of('web').back).toBe(
      '1d18h',
    );
  });

  test('a pace that nobody knows leaves it open', () => {
    const after = lose(web('restart: { hosts: 30 }'), ['east'], { lasts: 7200 });
    expect(after.of('web').back).toBe('2h..never');
    expect(after.missing('web')).toEqual(['web recovery.restart']);
  });

  test('is no part of a failover or a rebuild', () => {
    const plan = 'mode: automatic, detect: 1m, uses: [], rebuild: { to: [west-1], takes: 9m }, restart: 40m';
    expect(lose(web(plan), ['east'], { lasts: 7200 }).of('web').how).toBe('rebuild: detect 1m + rebuild 9m');
  });
});

test('a restore that has to be prepared: detect 1m + new hardware 14d + 10m', () => {
  const after = lose(
    estate(`
  store:
    replicas: [{ at: east-1, role: primary }]
    recovery: { mode: automatic, detect: 1m, uses: [] }
    backups: { nightly: { at: west-1, every: 24h, restore: { to: [west-1], time: 10m, prepare: 14d } } }`),
    ['east'],
  );
  expect(after.of('store')).toMatchObject({
    back: '14d11m',
    loses: '1d',
    how: 'restore: detect 1m + prepare 14d + transfer 10m',
  });
});

describe('dependencies that nobody knows', () => {
  const two = estate(`
  web: { data: none, dependsOn: unknown, replicas: [{ at: west-1 }] }
  shop: { data: none, dependsOn: { web: hard }, replicas: [{ at: west-1 }] }
  tool: { data: none, dependsOn: none, replicas: [{ at: west-1 }] }`);

  test('may stop a service in any loss, for good, and all who need it', () => {
    const after = lose(two, ['east']);
    expect(after.of('web')).toMatchObject({ state: 'up..down', back: '0s..never', loses: '0s..all' });
    expect(after.of('shop')).toMatchObject({ state: 'up..down', back: '0s..never' });
    expect(after.of('tool')).toMatchObject({ state: 'up', back: '0s' });
    expect(after.missing('web')).toEqual(['web dependsOn']);
    expect([after.outcome('web').best.openNeeds, after.outcome('web').worst.openNeeds]).toEqual([false, true]);
    expect(after.missing('shop')).toEqual(['web dependsOn']);
  });

  test('are what is said of the data too', () => {
    const { service, loss, worst } = lose(two, ['east']).outcome('web');
    expect(tellLoss(modelOf(two), service, loss.worst, worst)).toBe(
      'web loses everything: nobody says what it depends on, and that may lose all it has',
    );
  });
});
