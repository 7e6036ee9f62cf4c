import { describe, expect, test } from 'vitest';
import { lose } from './aftermath.js';

/** Two buildings; chat runs in sk-pangyo with a warm standby in anyang, 10m to start and 5s behind. */
const chat = (console_: string, recovery = ''): string => `
version: 1
locations:
  capital: { kind: region }
  sk-pangyo: { kind: building, in: capital }
  pangyo-a: { in: sk-pangyo }
  anyang-hall: { kind: building, in: capital }
  anyang: { in: anyang-hall }
services:
  failover-console: { kind: tooling, replicas: [${console_}] }
  chat:
    replicas:
      - { at: pangyo-a, role: primary }
      - { at: anyang, role: standby, replication: async, lag: 5s, startup: 10m }
    recovery: { mode: manual, detect: 5m, decide: 30m, execute: 15m, redirect: 5m, verify: 10m, uses: [failover-console] ${recovery} }
`;

const ready = '{ at: pangyo-a }, { at: anyang }';

describe('the phases of a failover', () => {
  test('detect 5m + decide 30m + execute 15m + startup 10m + redirect 5m + verify 10m = 1h15m', () => {
    expect(lose(chat(ready), ['sk-pangyo']).of('chat')).toEqual({
      state: 'down',
      back: '1h15m',
      loses: '5s',
      how: 'failover: detect 5m + decide 30m + execute 15m + startup 10m + redirect 5m + verify 10m',
    });
  });

  test('never, where the console is lost with the building and has no copy elsewhere', () => {
    const after = lose(chat('{ at: pangyo-a }'), ['sk-pangyo']);
    expect(after.of('chat')).toMatchObject({
      back: 'never',
      // Nothing promotes the standby, but it is there: what it lacks is lost.
      loses: '5s',
      how: 'never: waits for failover-console (uses) | failover waits-in-vain failover-console; rebuild none-declared; wait none-declared',
    });
    expect(after.of('failover-console')).toMatchObject({ state: 'down', back: 'never', loses: '0s' });
    expect(after.of('failover-console').how).toBe(
      'never: failover none-declared; rebuild none-declared; wait none-declared',
    );
  });

  test('losing the standby instead of the primary stops nobody', () => {
    expect(lose(chat(ready), ['anyang-hall']).of('chat')).toEqual({
      state: 'up',
      back: '0s',
      loses: '0s',
      how: 'none: ',
    });
  });

  /** The console itself is back after 1m + 2m + 40m = 43m, later than chat's detect and decide (35m). */
  const slowConsole = `{ at: pangyo-a }], recovery: { mode: automatic, detect: 1m, execute: 0s, redirect: 2m, uses: [], rebuild: { to: [anyang], takes: 40m } `;

  test('a tool that comes back later than the decision is waited for: 43m + 15m + 10m + 5m + 10m = 1h23m', () => {
    const yaml = chat('{ at: pangyo-a }').replace(
      '{ kind: tooling, replicas: [{ at: pangyo-a }] }',
      () => `{ kind: tooling, replicas: [${slowConsole}} }`,
    );
    const after = lose(yaml, ['sk-pangyo']);
    expect(after.of('failover-console')).toMatchObject({
      back: '43m',
      how: 'rebuild: detect 1m + rebuild 40m + redirect 2m',
    });
    expect(after.of('chat')).toMatchObject({
      back: '1h23m',
      how: 'failover: wait-for failover-console 43m + execute 15m + startup 10m + redirect 5m + verify 10m',
    });
    expect(after.outcome('chat').worst.own).toBe(83 * 60);
  });

  test('a tool that is back exactly when the decision falls is not named: 5m + 30m = 35m', () => {
    const yaml = chat('{ at: pangyo-a }').replace(
      '{ kind: tooling, replicas: [{ at: pangyo-a }] }',
      () => `{ kind: tooling, replicas: [${slowConsole.replace('takes: 40m', 'takes: 32m')}} }`,
    );
    expect(lose(yaml, ['sk-pangyo']).of('chat')).toMatchObject({
      back: '1h15m',
      how: 'failover: detect 5m + decide 30m + execute 15m + startup 10m + redirect 5m + verify 10m',
    });
  });

  test('what is left out is 0 at best and never at worst; redirect and verify are 0', () => {
    const yaml = chat(ready).replace(/recovery: \{.*\}/, 'recovery: { execute: 15m, uses: [] }');
    const after = lose(yaml, ['sk-pangyo']);
    expect(after.of('chat')).toMatchObject({ back: '25m..never', loses: '5s' });
    expect(after.atBest('chat')).toBe('failover: detect ? + decide ? + execute 15m + startup 10m');
    expect(after.of('chat').how).toBe('never: failover unknown; rebuild none-declared; wait none-declared');
    expect(after.missing('chat')).toEqual(['chat recovery.detect', 'chat recovery.decide']);
  });

  test('an automatic failover decides at once: 5m + 15m + 10m = 30m', () => {
    const yaml = chat(ready).replace(
      /recovery: \{.*\}/,
      'recovery: { mode: automatic, detect: 5m, execute: 15m, uses: [] }',
    );
    expect(lose(yaml, ['sk-pangyo']).of('chat')).toMatchObject({
      back: '30m',
      how: 'failover: detect 5m + execute 15m + startup 10m',
    });
  });

  test('an automatic failover that says how long it decides takes that long', () => {
    const yaml = chat(ready).replace(
      /recovery: \{.*\}/,
      'recovery: { mode: automatic, detect: 5m, decide: 1m, execute: 15m, uses: [] }',
    );
    expect(lose(yaml, ['sk-pangyo']).of('chat').back).toBe('31m');
  });

  test('people who do not say how long they decide may take for ever: 5m + 15m + 10m = 30m at best', () => {
    const yaml = chat(ready).replace(
      /recovery: \{.*\}/,
      'recovery: { mode: manual, detect: 5m, execute: 15m, uses: [] }',
    );
    expect(lose(yaml, ['sk-pangyo']).of('chat').back).toBe('30m..never');
    expect(lose(yaml, ['sk-pangyo']).missing('chat')).toEqual(['chat recovery.decide']);
  });

  test('what the next service by name needs to start is no wait of this one', () => {
    const yaml = `${chat(ready)}
  chat-2: { dependsOn: { slow: startup }, replicas: [{ at: pangyo-a }] }
  slow: { replicas: [{ at: pangyo-a }, { at: anyang, role: standby, startup: 9h }], recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] } }
`;
    expect(lose(yaml, ['sk-pangyo']).outcome('chat').worst.own).toBe(75 * 60);
  });

  test('a hot standby starts at once, any other in an unknown time', () => {
    const hot = chat(ready).replace('startup: 10m', 'readiness: hot');
    const warm = chat(ready).replace('startup: 10m', 'readiness: warm');
    expect(lose(hot, ['sk-pangyo']).of('chat').back).toBe('1h5m');
    expect(lose(warm, ['sk-pangyo']).of('chat').back).toBe('1h5m..never');
    expect(lose(warm, ['sk-pangyo']).missing('chat')).toEqual(['chat replicas.1.startup']);
    expect(lose(warm, ['sk-pangyo']).missing('chat', 'loss')).toEqual([]);
  });

  test('what nobody wrote down may be something that never comes', () => {
    const silent = chat(ready).replace(', uses: [failover-console]', '');
    const after = lose(silent, ['sk-pangyo']);
    expect(after.of('chat')).toMatchObject({
      back: '1h15m..never',
      how: 'never: failover unknown; rebuild none-declared; wait none-declared',
    });
    expect(after.missing('chat')).toEqual(['chat recovery.uses']);
    expect(after.atBest('chat')).toBe(
      'failover: detect 5m + decide 30m + execute 15m + startup 10m + redirect 5m + verify 10m',
    );
  });

  test('the failover tool inside the lost building, doubled only inside it, comes with its whole floor', () => {
    const doubled = chat('{ at: pangyo-a, name: a }, { at: pangyo-a, name: b }');
    expect(lose(doubled, ['sk-pangyo']).of('chat').back).toBe('never');
    expect(lose(doubled, ['anyang-hall']).of('chat').back).toBe('0s');
  });
});
