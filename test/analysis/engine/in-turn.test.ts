import { describe, expect, test } from 'vitest';
import { losing } from './aftermath.js';

/** Numbered names: `c1` to `c24`. */
const many = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

// What a loss leaves of a service is kept for further losses that take the same of it, so each must tell what is not the same.
describe('one loss after the other, answered by one solver', () => {
  const places = `
version: 1
locations:
  b1: { kind: building, failsWith: [feed] }
  t1: { kind: building }
  t2: { kind: building }
  t3: { kind: building }
  rack: { kind: rack, failsWith: [other] }
  ${many('c', 24)
    .map((id) => `${id}: { kind: building }`)
    .join('\n  ')}
domains: { feed: { kind: power }, other: { kind: power } }
services:`;
  const store = (backups: string): ((ids: readonly string[]) => string) => {
    const after = losing(`${places}
  store: { data: {}, replicas: [{ at: b1, role: primary }], backups: { ${backups} }, recovery: { detect: 1m, decide: 0m, uses: [] } }
`);
    return (ids) => {
      const { back, loses } = after(ids).of('store');
      return `${back}, ${loses}`;
    };
  };
  const slow = 'slow: { at: [t2], every: 1d, restore: { to: [t2], time: 20m } }';

  test('copies: 1m + 10m and an hour gone, as long as one of two is left; else 1m + 20m and a day', () => {
    const after = store(`near: { at: [c1, c2], every: 1h, restore: { to: [t1], time: 10m } }, ${slow}`);
    expect(after(['b1'])).toBe('11m, 1h');
    expect(after(['b1', 'c1'])).toBe('11m, 1h');
    expect(after(['b1', 'c1', 'c2'])).toBe('21m, 1d');
    expect(after(['b1', 'c2'])).toBe('11m, 1h');
    expect(after(['b1', 'c1', 'c2', 't2'])).toBe('never, all');
    expect(after(['b1'])).toBe('11m, 1h');
  });

  test('places to restore to: one of two is enough', () => {
    const after = store(`near: { at: [c1], every: 1h, restore: { to: [t1, t3], time: 10m } }, ${slow}`);
    expect(after(['b1', 't1'])).toBe('11m, 1h');
    expect(after(['b1', 't1', 't3'])).toBe('21m, 1d');
    expect(after(['b1', 't3'])).toBe('11m, 1h');
  });

  test('a copy that may be lost, is lost, or is not: the rack has another feed, and may stand in any building', () => {
    const after = store(`near: { at: [rack], every: 1h, restore: { to: [c1], time: 10m } }, ${slow}`);
    const bounds = '11m..21m, 1h..1d';
    expect(after(['b1'])).toBe(bounds);
    // Whatever else is in no rack that we know of may stand in this one, the slow copy and its place too.
    expect(after(['b1', 'rack'])).toBe('21m..never, 1d..all');
    expect(after(['b1'])).toBe(bounds);
  });

  test('a copy that is nobody knows where, until what it fails with is lost', () => {
    const after = store('near: { every: 1h, failsWith: [c5], restore: { to: [t1], time: 10m } }');
    expect(after(['b1'])).toBe('11m..never, 1h..all');
    expect(after(['b1', 'c5'])).toBe('never, all');
  });

  test('more copies than can be told apart at once', () => {
    const wide = `a-wide: { at: [${many('c', 24).join(', ')}], every: 1d, restore: { to: [t2], time: 20m } }`;
    const after = store(`${wide}, near: { at: [t2], every: 1h, restore: { to: [t1], time: 10m } }`);
    expect(after(['b1'])).toBe('11m, 1h');
    expect(after(['b1', 't1'])).toBe('21m, 1d');
    expect(after(['b1'])).toBe('11m, 1h');
  });

  test('more replicas than can be told apart at once: the last of sixteen takes the service with it', () => {
    const copies = many('c', 16);
    const after = losing(`${places}
  wide: { data: none, replicas: [${copies.map((id) => `{ at: ${id} }`).join(', ')}], recovery: { uses: [] } }
`);
    expect(after(['c1']).of('wide').state).toBe('up');
    expect(after(copies).of('wide').state).toBe('down');
    expect(after(copies.slice(1)).of('wide').state).toBe('up');
  });

  test('where to rebuild: 1m + 5m in t1, and nowhere without it', () => {
    const after = losing(`${places}
  web: { data: none, replicas: [{ at: b1 }], recovery: { detect: 1m, decide: 0m, uses: [], rebuild: { to: [t1], takes: 5m } } }
`);
    expect(after(['b1']).of('web').back).toBe('6m');
    expect(after(['b1', 't1']).of('web').back).toBe('never');
    expect(after(['b1']).of('web').back).toBe('6m');
  });

  test('what is bought from nobody knows where may be lost with anything, and is by its name', () => {
    const after = losing(`${places}
  bought: { kind: external }
`);
    expect(after(['b1']).of('bought').state).toBe('up..down');
    expect(after(['bought']).of('bought').state).toBe('down');
    expect(after(['b1']).of('bought').state).toBe('up..down');
  });

  test('of what has no replicas, what it stands on, however little is left of its backups', () => {
    const after = losing(`${places}
  saas: { data: {}, failsWith: [feed], backups: { near: { at: [t1], every: 1h, restore: { to: [t2], time: 10m } } }, recovery: { detect: 1m, decide: 0m, uses: [] } }
`);
    expect(after(['t1']).of('saas')).toMatchObject({ state: 'up', loses: '0s' });
    expect(after(['t1', 'feed']).of('saas')).toMatchObject({ state: 'down', back: 'never', loses: 'all' });
    expect(after(['t1']).of('saas')).toMatchObject({ state: 'up', loses: '0s' });
  });

  describe('ways back, which hang on more than on what is lost', () => {
    const both = losing(`${places}
  store:
    data: {}
    replicas: [{ at: b1, role: primary }]
    backups: { near: { at: [c1], every: 1h, restore: { to: [t1], time: 10m } } }
    recovery: { detect: 1m, decide: 0m, uses: [] }
  web: { data: none, replicas: [{ at: b1 }], recovery: { detect: 1m, uses: [] } }
`);

    test('how long the loss lasts', () => {
      expect(both(['b1'], { lasts: 7200 }).of('web').back).toBe('2h');
      expect(both(['b1'], { lasts: 3600 }).of('web').back).toBe('1h');
      expect(both(['b1']).of('web').back).toBe('never');
    });

    test('whether it is destroyed', () => {
      const none = 'never: failover none-declared; rebuild none-declared; wait ';
      expect(both(['b1']).of('web').how).toBe(`${none}none-declared`);
      expect(both(['b1'], { destroys: true }).of('web').how).toBe(`${none}destroyed`);
      expect(both(['b1']).of('web').how).toBe(`${none}none-declared`);
    });

    test('when a part of it is back', () => {
      expect(both(['b1']).of('web').back).toBe('never');
      expect(both(['b1'], { ends: { b1: '10m' } }).of('web').back).toBe('10m');
      expect(both(['b1'], { ends: { b1: '20m' } }).of('web').back).toBe('20m');
      expect(both(['b1']).of('web').back).toBe('never');
    });

    test('whether the data is damaged', () => {
      expect(both(['store']).of('store')).toMatchObject({ back: '11m', loses: '1h' });
      // Nobody says whether what damages the data reaches the backup.
      expect(both([], { corrupt: ['store'] }).of('store')).toMatchObject({ back: '11m..never', loses: '1h..all' });
      expect(both(['store']).of('store')).toMatchObject({ back: '11m', loses: '1h' });
    });

    test('whether others take the room: two of one each do not fit into one', () => {
      const pair = (at: string): string =>
        `{ data: none, demand: 1, replicas: [{ at: ${at}, role: primary }, { at: hall, role: standby, readiness: hot }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }`;
      const after = losing(`
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, hall: { kind: building, capacity: 1 } }
services: { one: ${pair('b1')}, other: ${pair('b2')} }
`);
      expect(after(['b1']).of('one').back).toBe('3m');
      // Nobody knows which of them gets the one slot.
      expect(after(['b1', 'b2']).of('one').back).toBe('3m..never');
      expect(after(['b1']).of('one').back).toBe('3m');
    });
  });
});
