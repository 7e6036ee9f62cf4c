import { describe, expect, test } from 'vitest';
import { lose } from './aftermath.js';

/** The backup is a minute old; everything else is an hour behind. */
const store = (replicas: string, backup: string, recovery = ''): string => `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building }, rack: { kind: rack } }
services:
  vault: { data: none, replicas: [{ at: b1 }], recovery: { uses: [] } }
  store:
    data: {}
    replicas: [${replicas}]
    backups: { minute: { every: 1m, ${backup} } }
    recovery: { detect: 1m, uses: [], ${recovery} }
`;
const behind = 'replication: async, lag: 1h';
const restored = 'at: [b3], restore: { to: [b3], time: 10m }';

describe('of what is lost, that counts which the service comes back with', () => {
  test('it goes on with a copy that is an hour behind: nobody restores the backup', () => {
    const both = store(`{ at: b1, ${behind} }, { at: b2, ${behind} }`, restored);
    expect(lose(both, ['b1']).of('store')).toMatchObject({ state: 'up', back: '0s', loses: '1h' });
  });

  test('it fails over to a copy that is an hour behind: nobody restores the backup', () => {
    const standby = `{ at: b1, role: primary }, { at: b2, role: standby, startup: 7m, ${behind} }`;
    const after = lose(store(standby, restored, 'mode: automatic, execute: 2m'), ['b1']);
    // 1m + 2m + 7m.
    expect(after.of('store')).toMatchObject({ back: '10m', loses: '1h' });
  });

  test('at best it goes on, an hour behind; at worst nothing is left, for nobody knows where the backup is', () => {
    // The key to the backup is gone with b1, so nobody restores it even where it is left.
    const unread = 'key: vault, restore: { to: [b3], time: 10m }';
    const after = lose(store(`{ at: b1, ${behind} }, { at: rack, ${behind} }`, unread, 'decide: 0m'), ['b1']);
    expect(after.of('store')).toMatchObject({ state: 'up..down', back: '0s..never', loses: '1h..all' });
  });

  test('what nothing brings back keeps what the backup holds, but not what nobody can ever read', () => {
    const unread = 'at: [b3], key: vault, restore: { to: [b3], time: 10m }';
    const after = lose(store('{ at: b1, role: primary }', unread, 'decide: 0m'), ['b1']);
    expect(after.of('store')).toMatchObject({ back: 'never', loses: 'all' });
    const nowhere = 'at: [b3], restore: { to: [b1], time: 10m }';
    const kept = lose(store('{ at: b1, role: primary }', nowhere, 'decide: 0m'), ['b1']);
    expect(kept.of('store')).toMatchObject({ back: 'never', loses: '1m' });
  });

  test('not what comes later: the tool is there after 1m + 49m, so the failover takes 70m, and the loss ends before', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
  tool: { data: none, replicas: [{ at: b1 }], recovery: { mode: automatic, detect: 1m, uses: [], rebuild: { to: [b2], takes: 49m } } }
  store:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, readiness: hot, replication: async, lag: 30s }]
    recovery: { mode: automatic, detect: 1m, execute: 20m, uses: [tool] }
`;
    expect(lose(yaml, ['b1'], { lasts: 3600 }).of('store')).toMatchObject({ back: '1h', loses: '0s' });
    // And with a loss of two hours it is the failover, and what that lacks.
    expect(lose(yaml, ['b1'], { lasts: 7200 }).of('store')).toMatchObject({ back: '1h10m', loses: '30s' });
  });
});
