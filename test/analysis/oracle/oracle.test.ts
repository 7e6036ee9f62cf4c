import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import type { OracleEvent } from '../../support/oracle/facts.js';
import { oraclePromises } from '../../support/oracle/oracle-promises.js';
import { oracleSimulate } from '../../support/oracle/oracle-simulate.js';

/** The oracle is what the engine is judged by, so it is itself judged here: by cases worked out by hand. */

type Answer = readonly [state: string, recovery: string, loss: string, via: string];

const minutes = (seconds: number | null): string => (seconds === null ? 'never' : `${seconds / 60}m`);

/** `a` where both bounds agree, else `best..worst`. */
const range = (best: string, worst: string): string => (best === worst ? best : `${best}..${worst}`);

function answers(inventory: JsonObject, event: OracleEvent): Record<string, Answer> {
  const result: Record<string, Answer> = {};
  for (const service of oracleSimulate(inventory, event).services) {
    result[service.id] = [
      range(service.state.best, service.state.worst),
      range(minutes(service.recovery.best), minutes(service.recovery.worst)),
      range(minutes(service.loss.best), minutes(service.loss.worst)).replace(/never/, 'all'),
      service.via,
    ];
  }
  return result;
}

const unharmed: Answer = ['up', '0m', '0m', 'none'];

/** Two buildings in two regions, every place with its region, building and datacenter known. */
const twoBuildings: JsonObject = {
  north: { kind: 'region' },
  south: { kind: 'region' },
  'building-n': { kind: 'building', in: 'north' },
  'building-s': { kind: 'building', in: 'south' },
  n1: { kind: 'datacenter', in: 'building-n' },
  n2: { kind: 'datacenter', in: 'building-n' },
  s1: { kind: 'datacenter', in: 'building-s' },
};

const timed: JsonObject = { mode: 'automatic', detect: '1m', execute: '2m', uses: [] };

function estate(services: JsonObject, rest: JsonObject = {}): JsonObject {
  return { version: 1, locations: twoBuildings, services, ...rest };
}

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

describe('what a recovery needs', () => {
  const chat: JsonObject = {
    minCapacity: '40%',
    replicas: [
      { at: 'n1', role: 'primary', capacity: '100%' },
      {
        at: 's1',
        role: 'standby',
        replication: 'async',
        lag: '5s',
        readiness: 'warm',
        startup: '10m',
        capacity: '40%',
      },
    ],
    recovery: {
      mode: 'manual',
      detect: '5m',
      decide: '30m',
      execute: '15m',
      redirect: '5m',
      verify: '10m',
      uses: ['failover-console'],
    },
  };

  test('5m + 30m + 15m + 10m + 5m + 10m = 1h15m', () => {
    const inventory = estate({ chat, 'failover-console': { replicas: [{ at: 's1' }] } });
    const answer: Answer = ['down', '75m', `${5 / 60}m`, 'failover'];
    expect(answers(inventory, { lose: ['building-n'] })).toEqual({ chat: answer, 'failover-console': unharmed });
  });

  test('the failover tool inside the lost building', () => {
    const inventory = estate({ chat, 'failover-console': { replicas: [{ at: 'n2' }] } });
    expect(answers(inventory, { lose: ['building-n'] })).toEqual({
      chat: ['down', 'never', `${5 / 60}m`, 'never'],
      'failover-console': ['down', 'never', '0m', 'never'],
    });
  });

  test('the tool is rebuilt first: 20m + 1m, then execute, start, redirect and verify', () => {
    const console = {
      replicas: [{ at: 'n2' }],
      recovery: { mode: 'automatic', detect: '1m', rebuild: { to: ['s1'], takes: '49m' }, uses: [] },
    };
    const inventory = estate({ chat, 'failover-console': console });
    expect(answers(inventory, { lose: ['building-n'] })['chat']).toEqual(['down', '90m', `${5 / 60}m`, 'failover']);
  });

  test('the pager that runs on the service it should wake people for', () => {
    const inventory = estate({
      platform: {
        replicas: [{ at: 'n1' }, { at: 's1', role: 'standby', startup: '0s' }],
        recovery: { ...timed, uses: ['pager'] },
      },
      pager: { dependsOn: { platform: 'hard' }, failsWith: [] },
    });
    expect(answers(inventory, { lose: ['n1'] })).toEqual({
      platform: ['down', 'never', '0m', 'never'],
      pager: ['down', 'never', '0m', 'none'],
    });
    expect(answers(inventory, { lose: ['n1'], lasts: '3h' })).toEqual({
      platform: ['down', '180m', '0m', 'wait'],
      pager: ['down', '180m', '0m', 'none'],
    });
    expect(answers(inventory, { lose: ['n1'], lasts: '3h', destroys: true })['platform']?.[1]).toBe('never');
  });

  test('services that need each other to run start together; those that need each other to start never do', () => {
    const member = (other: string, kind: string, takes: string): JsonObject => ({
      replicas: [{ at: 'n1' }],
      dependsOn: { [other]: kind },
      recovery: { ...timed, rebuild: { to: ['s1'], takes } },
    });
    const circle = (kind: string): JsonObject => estate({ a: member('b', kind, '10m'), b: member('a', kind, '30m') });
    expect(answers(circle('hard'), { lose: ['n1'] })['a']).toEqual(['down', '31m', '0m', 'rebuild']);
    expect(answers(circle('startup'), { lose: ['n1'] })['a']).toEqual(['down', 'never', '0m', 'never']);
    expect(answers(circle('hard'), { lose: ['s1'] })['a']).toEqual(unharmed);
  });
});

describe('unknowns', () => {
  test('a place whose building nobody stated may be in the one that burns', () => {
    const inventory = estate(
      {
        web: {
          replicas: [{ at: 'n1' }, { at: 'somewhere' }],
          objectives: { rto: '0s', survive: ['building', 'region'] },
        },
      },
      { locations: { ...twoBuildings, somewhere: { kind: 'datacenter', in: 'south' } } },
    );
    expect(answers(inventory, { lose: ['building-n'] })).toEqual({
      web: ['up..down', '0m..never', '0m', 'none'],
    });
    expect(answers(inventory, { lose: ['north'] })).toEqual({ web: unharmed });
    expect(oraclePromises(inventory).map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['building', 'unknown'],
      ['region', 'kept'],
    ]);
  });

  test('a recovery of which nobody wrote down what it needs', () => {
    const inventory = estate({
      web: {
        replicas: [{ at: 'n1' }, { at: 's1', role: 'standby', readiness: 'hot' }],
        recovery: { mode: 'automatic', detect: '1m', execute: '2m' },
      },
    });
    expect(answers(inventory, { lose: ['building-n'] })).toEqual({ web: ['down', '3m..never', '0m', 'failover'] });
  });

  test('verdicts: kept, broken, unknown and not applicable', () => {
    const promise = (service: JsonObject, kind: string, domains: JsonObject = {}): JsonValue[] =>
      oraclePromises(estate({ web: { ...service, objectives: { rto: '5m', survive: [kind] } } }, { domains })).map(
        ({ verdict }) => verdict,
      );
    const pair = (startup: string): JsonObject => ({
      replicas: [{ at: 'n1' }, { at: 's1', role: 'standby', startup }],
      recovery: timed,
    });
    expect(promise(pair('2m'), 'building')).toEqual(['kept']);
    expect(promise(pair('3m'), 'building')).toEqual(['broken']);
    expect(promise(pair('unknown'), 'building')).toEqual(['unknown']);
    expect(promise(pair('2m'), 'power')).toEqual(['unknown']);
    expect(promise({ failsWith: [] }, 'building')).toEqual(['not-applicable']);
  });
});

describe('degraded', () => {
  test('a soft dependency down degrades, and goes no further', () => {
    const inventory = estate({
      images: { replicas: [{ at: 'n1' }] },
      shop: { replicas: [{ at: 's1' }], dependsOn: { images: 'soft' } },
      checkout: { replicas: [{ at: 's1' }], dependsOn: { shop: 'hard' } },
    });
    expect(answers(inventory, { lose: ['building-n'] })).toEqual({
      images: ['down', 'never', '0m', 'never'],
      shop: ['degraded', '0m', '0m', 'none'],
      checkout: unharmed,
    });
  });

  test('one of several is enough, and the fastest of them counts', () => {
    const resolver = (at: string, takes: string): JsonObject => ({
      replicas: [{ at }],
      recovery: { ...timed, rebuild: { to: ['s1'], takes } },
    });
    const inventory = estate({
      slow: resolver('n1', '30m'),
      quick: resolver('n1', '10m'),
      web: { failsWith: [], dependsOn: { dns: { kind: 'hard', anyOf: ['slow', 'quick'] } } },
    });
    expect(answers(inventory, { lose: ['north'] })['web']).toEqual(['down', '11m', '0m', 'none']);
    expect(answers(inventory, { lose: ['quick'] })['web']).toEqual(unharmed);
  });
});
