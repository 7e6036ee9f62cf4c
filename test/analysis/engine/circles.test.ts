import { describe, expect, test } from 'vitest';
import { lose, rootCausesOf } from './aftermath.js';

const places = `
version: 1
locations:
  region: { kind: region }
  b1: { kind: building, in: region }
  b2: { kind: building, in: region }
`;
/** In b1, with a standby in b2: 1m + 2m = 3m when nothing holds it up. */
const pair = (more: string, recovery = 'uses: []'): string =>
  `{ replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: sync, readiness: hot }],
     recovery: { mode: automatic, detect: 1m, execute: 2m, ${recovery} }, ${more} }`;

describe('circles of waits', () => {
  /** The pager runs on chat, and whoever would bring chat back is woken by the pager. */
  const paged = `${places}
services:
  pager: { dependsOn: { chat: hard }, replicas: [{ at: b1 }, { at: b2 }] }
  chat: ${pair('', 'uses: [pager]')}
  mail: ${pair('dependsOn: { chat: hard }')}
`;

  test('the pager that runs on the service it should wake people for', () => {
    const after = lose(paged, ['b1']);
    expect(after.of('chat')).toMatchObject({
      state: 'down',
      back: 'never',
      loses: '0s',
      how: 'never: waits for pager (uses) | circle chat > pager | failover waits-in-vain pager; rebuild none-declared; wait none-declared',
    });
    expect(after.of('pager')).toMatchObject({
      state: 'down',
      back: 'never',
      how: 'none: waits for chat (hard) | circle chat > pager',
    });
    // Mail recovers itself in 3m and then waits for chat for ever; the circle is named to it as well.
    expect(after.of('mail')).toMatchObject({
      back: 'never',
      how: 'failover: detect 1m + execute 2m | waits for chat (hard) | circle chat > pager',
    });
  });

  test('one root cause: the circle, in the loss that sets it off, and mail held up by it', () => {
    expect(rootCausesOf(paged)).toEqual([
      { culprits: ['chat', 'pager'], circular: true, domain: 'b1', waiters: ['mail hard'], blocked: ['mail'] },
    ]);
  });

  test('services that need each other hard start together: max(3m, 3m) = 3m', () => {
    const yaml = `${places}
services:
  a: ${pair('dependsOn: { b: hard }')}
  b: ${pair('dependsOn: { a: hard }', 'uses: [], redirect: 4m')}
  c: { dependsOn: { a: hard }, replicas: [{ at: b2 }] }
`;
    const after = lose(yaml, ['b1']);
    expect(after.of('a')).toMatchObject({
      back: '7m',
      how: 'failover: detect 1m + execute 2m | waits for b (hard)',
    });
    expect(after.of('b')).toMatchObject({ back: '7m', how: 'failover: detect 1m + execute 2m + redirect 4m' });
    expect(after.of('c')).toMatchObject({ state: 'down', back: '7m', how: 'none: waits for a (hard)' });
    // The primaries do not miss their standbys; only c is gone with b2.
    expect(lose(yaml, ['b2']).of('a')).toMatchObject({ state: 'up', back: '0s' });
    expect(lose(yaml, ['b2']).of('c')).toMatchObject({ state: 'down', back: 'never' });
    expect(lose(yaml, []).of('a')).toMatchObject({ state: 'up', back: '0s' });
  });

  test('services that only miss each other do not wait for each other, nor those of which one needs the other to start', () => {
    const yaml = (kind: string): string => `${places}
services:
  a: ${pair(`dependsOn: { b: ${kind} }`)}
  b: ${pair('dependsOn: { a: soft }', 'uses: [], redirect: 4m')}
`;
    expect(lose(yaml('soft'), ['b1']).of('a').back).toBe('3m');
    expect(lose(yaml('soft'), ['b1']).of('b').back).toBe('7m');
    // 7m of b, and then the 2m of a.
    expect(lose(yaml('startup'), ['b1']).of('a').back).toBe('9m');
    expect(lose(yaml('startup'), ['b1']).of('b').back).toBe('7m');
  });

  test('services that start together behind one with no way back are no circle', () => {
    const yaml = `${places}
services:
  a: { dependsOn: { b: hard }, replicas: [{ at: b2 }] }
  b: { dependsOn: { a: hard, z: hard }, replicas: [{ at: b2 }] }
  z: { replicas: [{ at: b1 }] }
`;
    const after = lose(yaml, ['b1']);
    expect(after.of('a')).toMatchObject({ state: 'down', back: 'never', how: 'none: waits for b (hard)' });
    expect(after.cycle('b')).toBeUndefined();
    expect(rootCausesOf(yaml)).toEqual([
      { culprits: ['z'], circular: false, domain: 'b1', waiters: ['b hard'], blocked: ['a', 'b'] },
    ]);
  });

  test('needed to start: a circle of startup waits never begins', () => {
    const yaml = `${places}
services:
  a: ${pair('dependsOn: { b: startup }')}
  b: ${pair('dependsOn: { a: startup }')}
`;
    expect(lose(yaml, ['b1']).of('a').how).toBe(
      'never: waits for b (startup) | circle a > b | failover waits-in-vain b; rebuild none-declared; wait none-declared',
    );
    // Nobody waits for a start that is not needed: nothing was stopped.
    expect(lose(yaml, ['b2']).of('a')).toMatchObject({ state: 'up', back: '0s' });
  });

  test('a startup dependency that still runs holds nobody up', () => {
    const yaml = `${places}
services:
  a: ${pair('dependsOn: { b: startup }')}
  b: { replicas: [{ at: b2 }] }
`;
    expect(lose(yaml, ['b1']).of('a').back).toBe('3m');
    // Lost alone, b stops nobody who runs.
    expect(lose(yaml, ['b']).of('a')).toMatchObject({ state: 'up', back: '0s' });
  });

  test('the key of the only backup, kept in what the backup restores', () => {
    const yaml = `${places}
services:
  store:
    replicas: [{ at: b1, role: primary }]
    data: { size: 100GB }
    backups: { nightly: { at: [b2], every: 24h, takes: 1h, key: kms, restore: { to: [b2], time: 2h } } }
    recovery: { mode: automatic, detect: 1m, uses: [] }
  kms: { dependsOn: { store: hard }, replicas: [{ at: b2 }] }
`;
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({
      back: 'never',
      // The copy is there, 24h + 1h old, and nobody can ever read it.
      loses: 'all',
      how: 'never: waits for kms (key) | circle kms > store | failover none-declared; rebuild none-declared; wait none-declared; restore waits-in-vain kms',
    });
    expect(rootCausesOf(yaml)).toEqual([
      { culprits: ['kms', 'store'], circular: true, domain: 'b1', waiters: [], blocked: [] },
    ]);
  });

  test('a choice of one that waits for the chooser is a circle, though every wait is a hard one', () => {
    const yaml = `${places}
services:
  a: { dependsOn: { dns: { kind: hard, anyOf: [own, bought] } }, replicas: [{ at: b2 }] }
  own: ${pair('dependsOn: { a: hard }')}
  bought: ${pair('dependsOn: { a: hard }')}
`;
    expect(lose(yaml, ['b1']).of('a')).toMatchObject({
      state: 'down',
      back: 'never',
      how: 'none: waits for own (hard) | circle a > own',
    });
    expect(rootCausesOf(yaml).filter(({ domain }) => domain === 'b1')).toEqual([
      { culprits: ['a', 'own'], circular: true, domain: 'b1', waiters: ['bought hard'], blocked: ['bought'] },
    ]);
  });

  test('a circle with a way out is none: the wait ends with the outage', () => {
    const yaml = paged.replace('b1: { kind: building, in: region }', 'b1: { kind: building, in: region, lasts: 4d }');
    expect(lose(yaml, ['b1']).of('chat')).toMatchObject({ back: '4d', loses: '0s', how: 'wait: outage 4d' });
    expect(lose(yaml, ['b1']).of('pager')).toMatchObject({ back: '4d', how: 'none: waits for chat (hard)' });
    // Lost for good are only the region and b2, and in neither of them anything of all this comes to wait.
    expect(rootCausesOf(yaml).filter(({ domain }) => domain === 'b1')).toEqual([]);
  });

  test('a service that needs itself to recover', () => {
    const yaml = `${places}
services:
  a: ${pair('', 'uses: [a]')}
`;
    expect(lose(yaml, ['b1']).cycle('a')).toEqual(['a']);
  });

  test('the key of a backup nobody needs, because a failover finishes, makes no circle', () => {
    const yaml = `${places}
services:
  store: ${pair('dependsOn: { z: hard }, backups: { nightly: { at: [b2], every: 1h, key: kms, restore: { to: [b2], time: 1h } } }')}
  kms: { dependsOn: { store: hard }, replicas: [{ at: b2 }] }
  z: { replicas: [{ at: b1 }] }
`;
    expect(lose(yaml, ['b1']).of('store').how).toBe('failover: detect 1m + execute 2m | waits for z (hard)');
    expect(rootCausesOf(yaml)).toEqual([
      { culprits: ['z'], circular: false, domain: 'b1', waiters: ['store hard'], blocked: ['kms', 'store'] },
    ]);
  });

  test('a circle further down the waits is named, the nearest one first', () => {
    const yaml = `${places}
services:
  far: { dependsOn: { near: hard }, replicas: [{ at: b2 }] }
  near: ${pair('dependsOn: { p: startup }')}
  p: ${pair('', 'uses: [q]')}
  q: ${pair('', 'uses: [r]')}
  r: ${pair('', 'uses: [p]')}
`;
    expect(lose(yaml, ['b1']).cycle('far')).toEqual(['p', 'q', 'r']);
    expect(rootCausesOf(yaml)).toEqual([
      { culprits: ['p', 'q', 'r'], circular: true, domain: 'b1', waiters: ['near startup'], blocked: ['far', 'near'] },
    ]);
  });

  test('of two circles equally near the first by name is named', () => {
    // alpha and yb, which alone is lost itself; c and d. far waits for one of either.
    const yaml = `${places}
services:
  alpha: { dependsOn: { any: { kind: hard, anyOf: [yb, yc] } }, replicas: [{ at: b2 }] }
  c: ${pair('', 'uses: [d]')}
  d: ${pair('', 'uses: [c]')}
  far: { dependsOn: { c: hard, yb: hard }, replicas: [{ at: b2 }] }
  yb: ${pair('dependsOn: { alpha: hard }')}
  yc: ${pair('dependsOn: { alpha: hard }')}
`;
    expect(lose(yaml, ['b1']).cycle('far')).toEqual(['alpha', 'yb']);
    expect(lose(yaml, ['b1']).cycle('c')).toEqual(['c', 'd']);
    const named = rootCausesOf(yaml).flatMap(({ culprits, domain }) => (domain === 'b1' ? [culprits.join(' ')] : []));
    expect(named).toEqual(['alpha yb', 'c d']);
  });

  test('a circle through somebody who has no way back of its own would not help if it were opened', () => {
    const yaml = `${places}
services:
  a: { dependsOn: { b: hard }, replicas: [{ at: b1 }], recovery: { uses: [] } }
  b: ${pair('', 'uses: [a]')}
`;
    expect(lose(yaml, ['b1']).cycle('b')).toBeUndefined();
    expect(lose(yaml, ['b1']).of('b').how).toContain('waits for a (uses)');
  });

  test('a choice of which one runs is no circle, whatever the other waits for', () => {
    const yaml = `${places}
services:
  chat: ${pair('dependsOn: { dns: { kind: hard, anyOf: [own, free] } }', 'uses: [console]')}
  console: { replicas: [{ at: b1 }] }
  free: { replicas: [{ at: b2 }] }
  own: ${pair('', 'uses: [chat]')}
`;
    expect(lose(yaml, ['b1']).cycle('chat')).toBeUndefined();
    expect(rootCausesOf(yaml).filter(({ domain }) => domain === 'b1')).toEqual([
      { culprits: ['console'], circular: false, domain: 'b1', waiters: ['chat uses'], blocked: ['chat', 'own'] },
    ]);
  });

  test('what is needed twice is told as what holds up the recovery: first the tool, then what it needs to run', () => {
    const yaml = `${places}
services:
  chat: ${pair('dependsOn: { console: hard }', 'uses: [console]')}
  console: { replicas: [{ at: b1 }] }
`;
    expect(rootCausesOf(yaml)).toEqual([
      { culprits: ['console'], circular: false, domain: 'b1', waiters: ['chat uses'], blocked: ['chat'] },
    ]);
    expect(rootCausesOf(yaml.replace('console: hard', 'console: startup'))[0]?.waiters).toEqual(['chat uses']);
  });

  test('who needs another hard starts with it, unless it is also one of a choice that is all gone', () => {
    const yaml = (choice: string): string => `${places}
services:
  a: { dependsOn: { own: hard, ${choice} }, replicas: [{ at: b2 }] }
  own: ${pair('dependsOn: { a: hard }')}
  z: { replicas: [{ at: b1 }] }
`;
    expect(lose(yaml('z: soft'), ['b1']).of('a')).toMatchObject({ back: '3m' });
    const both = lose(yaml('z-or-own: { kind: hard, anyOf: [own, z] }'), ['b1']);
    expect(both.of('a')).toMatchObject({ back: 'never' });
    expect(both.cycle('a')).toEqual(['a', 'own']);
    expect(
      lose(yaml('z-or-own: { kind: hard, anyOf: [own, z] }').replace('own: hard, z-or-own', 'z-or-own'), ['b1']).cycle(
        'a',
      ),
    ).toEqual(['a', 'own']);
  });

  test('whoever runs does not wait for what it needs to start, though something else holds it up', () => {
    const yaml = `${places}
services:
  chat: { dependsOn: { y: hard, z: startup }, replicas: [{ at: b2 }] }
  y: { replicas: [{ at: b1 }] }
  z: { replicas: [{ at: b1 }] }
`;
    expect(rootCausesOf(yaml)).toEqual([
      { culprits: ['y'], circular: false, domain: 'b1', waiters: ['chat hard'], blocked: ['chat'] },
    ]);
  });

  test('nor does the key count of a backup that a failover may make needless, if the failover finishes once its tool is there', () => {
    const yaml = `${places}
services:
  store: ${pair('dependsOn: { z: hard }, backups: { nightly: { at: [b2], every: 1h, key: kms, restore: { to: [b2], time: 1h } } }').replace('readiness: hot', 'readiness: warm').replace('uses: []', 'uses: [pager]')}
  kms: { dependsOn: { store: hard }, replicas: [{ at: b2 }] }
  pager: { replicas: [{ at: b2 }] }
  z: { replicas: [{ at: b1 }] }
`;
    const after = lose(yaml, ['b1']);
    expect(after.atBest('store')).toBe('failover: detect 1m + execute 2m + startup ? | waits for z (hard)');
    expect(rootCausesOf(yaml)).toEqual([
      { culprits: ['z'], circular: false, domain: 'b1', waiters: ['store hard'], blocked: ['kms', 'store'] },
    ]);
    // Where nobody says what it uses that is nothing at best; at worst it is something that never comes, and then the key counts.
    const open = lose(yaml.replace('uses: [pager]', ''), ['b1']);
    expect(open.atBest('store')).toBe('failover: detect 1m + execute 2m + startup ? | waits for z (hard)');
    expect(open.cycle('store')).toEqual(['kms', 'store']);
    expect(rootCausesOf(yaml.replace('uses: [pager]', ''))).toEqual(rootCausesOf(yaml));
  });
});
