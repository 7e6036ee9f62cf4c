import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import { type Answer, answers, estate, timed, twoBuildings, unharmed } from '../../support/oracle/answers.js';
import { oraclePromises } from '../../support/oracle/oracle-promises.js';

/** The oracle is what the engine is judged by, so it is itself judged here: by cases worked out by hand. */

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
