import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/source/json-value.js';
import { type Answer, answers, estate, timed, twoBuildings, unharmed } from '../../support/oracle/answers.js';

/** The oracle is what the engine is judged by, so it is itself judged here: by cases worked out by hand. */

describe('quorum', () => {
  const votersOver = (places: readonly string[]): JsonObject =>
    estate({ store: { quorum: 'majority', replicas: places.map((at) => ({ at })), data: {}, recovery: timed } });

  test('three voters, two of them in one building: that building takes the majority', () => {
    const inventory = votersOver(['n1', 'n2', 's1']);
    // A survivor that holds data, of a lag nobody states.
    expect(answers(inventory, { lose: ['building-n'] })).toEqual({ store: ['down', 'never', '0m..all', 'never'] });
    expect(answers(inventory, { lose: ['building-s'] })).toEqual({ store: unharmed });
    expect(answers(inventory, { lose: ['n1'] })).toEqual({ store: unharmed });
  });

  test('a primary with two witnesses: the vote is kept, the data is not', () => {
    const inventory = estate({
      store: {
        quorum: 'majority',
        replicas: [
          { at: 'n1', role: 'primary' },
          { at: 'n2', role: 'witness' },
          { at: 's1', role: 'witness' },
        ],
        recovery: timed,
      },
    });
    expect(answers(inventory, { lose: ['n1'] })).toEqual({ store: ['down', 'never', 'all', 'never'] });
    expect(answers(inventory, { lose: ['s1'] })).toEqual({ store: unharmed });
  });

  test('a promoted standby votes and brings the majority back', () => {
    const standby = { at: 's1', role: 'standby', replication: 'sync', startup: '4m' };
    const store = (votes: number): JsonObject => ({
      quorum: 2,
      replicas: [{ at: 'n1', role: 'primary' }, { at: 's1', role: 'witness', votes }, standby],
      recovery: timed,
    });
    expect(answers(estate({ store: store(1) }), { lose: ['building-n'] })).toEqual({
      store: ['down', '7m', '0m', 'failover'],
    });
    expect(answers(estate({ store: store(0) }), { lose: ['building-n'] })).toEqual({
      store: ['down', 'never', '0m', 'never'],
    });
  });
});

describe('capacity', () => {
  test('an active pair at 60 % each: half of it is less than all', () => {
    const pair = (minCapacity: string): JsonObject =>
      estate({
        web: {
          minCapacity,
          replicas: [
            { at: 'n1', capacity: '60%' },
            { at: 's1', capacity: '60%' },
          ],
        },
      });
    expect(answers(pair('100%'), { lose: ['north'] })).toEqual({ web: ['degraded', 'never', '0m', 'never'] });
    expect(answers(pair('60%'), { lose: ['north'] })).toEqual({ web: unharmed });
    expect(answers(pair('100%'), { lose: ['n2'] })).toEqual({ web: unharmed });
  });

  test('shares that add up to exactly what is needed are enough', () => {
    const shares = ['70%', '10%', '20%'];
    const web = { replicas: [...shares.map((capacity) => ({ at: 's1', capacity })), { at: 'n1', capacity: '5%' }] };
    expect(answers(estate({ web }), { lose: ['n1'] })).toEqual({ web: unharmed });
  });

  test('standbys are taken in order of startup until they carry the load; the freshest sets the loss', () => {
    const web = {
      replicas: [
        { at: 'n1', role: 'primary', capacity: '100%' },
        { at: 's1', role: 'standby', replication: 'async', lag: '5m', startup: '10m', capacity: '50%' },
        { at: 's1', role: 'standby', replication: 'async', lag: '2m', startup: '20m', capacity: '50%' },
        { at: 's1', role: 'standby', replication: 'sync', startup: '30m', capacity: '50%' },
      ],
      recovery: timed,
    };
    expect(answers(estate({ web }), { lose: ['north'] })).toEqual({ web: ['down', '23m', '2m', 'failover'] });
  });

  test('two services that are each other’s spare space: one fits, two do not', () => {
    const at = (place: string, other: string): JsonObject => ({
      demand: 60,
      replicas: [
        { at: place, capacity: '100%' },
        { at: other, role: 'standby', startup: '0s', capacity: '100%' },
      ],
      recovery: timed,
    });
    const inventory = (capacity: number): JsonObject =>
      estate(
        { a: at('n1', 's1'), b: at('n1', 's1'), c: at('s1', 'n1') },
        { locations: { ...twoBuildings, s1: { kind: 'datacenter', in: 'building-s', capacity } } },
      );
    const fails = (capacity: number): Answer | undefined => answers(inventory(capacity), { lose: ['north'] })['a'];
    expect(fails(180)).toEqual(['down', '3m', '0m', 'failover']);
    expect(fails(179)).toEqual(['down', '3m..never', '0m', 'failover']);
    expect(fails(120)).toEqual(['down', '3m..never', '0m', 'failover']);
    expect(fails(119)).toEqual(['down', 'never', '0m', 'never']);
  });
});

describe('shared authority and damage', () => {
  const accounts: JsonObject = { 'account-1': { kind: 'account' }, 'account-2': { kind: 'account' } };
  const owned = (account: string): JsonObject => ({
    replicas: [
      { at: 'n1', role: 'primary', failsWith: ['account-1'] },
      { at: 's1', role: 'standby', replication: 'sync', startup: '0s', failsWith: ['account-1'] },
    ],
    backups: {
      daily: { at: ['s1'], every: '24h', failsWith: [account], restore: { to: ['s1'], time: '4h' } },
    },
    recovery: timed,
  });

  test('one account that holds both regions', () => {
    const inventory = (account: string): JsonObject => estate({ store: owned(account) }, { domains: accounts });
    expect(answers(inventory('account-1'), { lose: ['account-1'] })['store']).toEqual([
      'down',
      'never',
      'all',
      'never',
    ]);
    // The backup is in a place of which no account is known: its own failsWith says which one it hangs on. The place
    // to restore to says nothing of accounts, so it may be gone.
    expect(answers(inventory('account-2'), { lose: ['account-1'] })['store']).toEqual([
      'down',
      '241m..never',
      '1440m',
      'restore',
    ]);
  });

  test('a damaged store whose only clean copy is the one that nobody can change', () => {
    const store = {
      replicas: [
        { at: 'n1', role: 'primary' },
        { at: 's1', role: 'standby', replication: 'sync', startup: '0s' },
      ],
      failsWith: ['account-1'],
      backups: {
        hourly: {
          at: ['s1'],
          every: '1h',
          immutable: false,
          offline: false,
          failsWith: ['account-1'],
          restore: { to: ['n1'], time: '10m' },
        },
        vault: { at: ['s1'], every: '24h', takes: '6h', immutable: true, restore: { to: ['n1'], time: '5h' } },
      },
      recovery: timed,
    };
    const inventory = estate({ store }, { domains: accounts });
    // A day and the six hours it takes to write: 30 h of data. The hourly copy is damaged too.
    expect(answers(inventory, { lose: [], corrupt: ['store'] })).toEqual({
      store: ['down', '301m', '1800m', 'restore'],
    });
    // Waiting does not help damaged data.
    expect(answers(inventory, { lose: [], corrupt: ['store'], lasts: '1m' })).toEqual({
      store: ['down', '301m', '1800m', 'restore'],
    });
  });

  test('nobody restores yesterday’s backup over a live copy', () => {
    const inventory = estate({
      store: {
        replicas: [
          { at: 'n1', role: 'primary' },
          { at: 's1', role: 'standby', replication: 'async', lag: '1m', startup: '8h' },
        ],
        backups: { daily: { at: ['s1'], every: '24h', restore: { to: ['s1'], time: '5m' } } },
        recovery: timed,
      },
    });
    expect(answers(inventory, { lose: ['building-n'] })).toEqual({ store: ['down', '483m', '1m', 'failover'] });
  });
});
