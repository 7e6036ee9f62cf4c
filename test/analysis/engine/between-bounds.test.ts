import { describe, expect, test } from 'vitest';
import { lose, promisesOf } from './aftermath.js';

// Verdicts that the best and the worst of everything at once do not show: each is followed by one way in which it may turn out.

const quick = 'recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }';

/** One datastore that is promised for the loss of a building. */
const store = (locations: string, more: string, objectives = 'rto: 4h, rpo: 1h'): string => `
version: 1
locations: { ${locations} }
services:
  db: { kind: datastore, dependsOn: none, objectives: { ${objectives} }, ${more}, ${quick} }
`;

describe('a third standby, neither the first at best nor the first at worst', () => {
  const standbys = (z3: string, z4: string): string =>
    `replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: async, lag: ${z3.split(' ')[0] ?? ''}, startup: 10m },
      { at: z3, role: standby, replication: async, lag: ${z3.split(' ')[1] ?? ''}, startup: 1m }, { at: z4, role: standby, replication: async, lag: ${z4}, startup: 2m }]`;
  const places = (z3: string, z4: string): string =>
    `b1: { kind: building }, b2: { kind: building }, z3: { kind: zone${z3} }, z4: { kind: zone${z4} }`;

  test('may be further behind than both', () => {
    const copies = standbys('5s 30m', '2h');
    expect(promisesOf(store(places('', ''), copies))[1]).toBe('db building rpo unknown 5s..2h (b1)');
    expect(promisesOf(store(places(', in: b1', ', in: b2'), copies))[1]).toBe('db building rpo broken 2h (b1)');
  });

  test('may be fresher than both', () => {
    const copies = standbys('2h 30m', '5s');
    const asked = 'rto: 4h, rpo: 1m';
    expect(promisesOf(store(places('', ''), copies, asked))[1]).toBe('db building rpo unknown 5s..2h (b1)');
    expect(promisesOf(store(places(', in: b1', ', in: b2'), copies, asked))[1]).toBe('db building rpo kept 5s (b1)');
  });

  test('is the freshest of those that start as fast, where one of them is sure', () => {
    const copies = `replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: async, lag: 1m, startup: 5m },
      { at: z3, role: standby, replication: async, lag: 2h, startup: 5m }]`;
    expect(promisesOf(store(places('', ''), copies))[1]).toBe('db building rpo kept 1m (b1)');
  });

  test('counts with those that come along for capacity: at best the freshest of all that may', () => {
    const copies = `replicas: [{ at: b1, role: primary, capacity: 100% }, { at: b2, role: standby, replication: async, lag: 2h, startup: 1m, capacity: 60% },
      { at: z3, role: standby, replication: async, lag: 1m, startup: 5m, capacity: 60% }]`;
    // Alone the sure one lacks capacity: both are taken, or none finishes, and then the better copy is what is left.
    expect(promisesOf(store(places('', ''), copies))[1]).toBe('db building rpo unknown 1m..2h (b1)');
  });
});

describe('which copies a failover takes', () => {
  const standby = (at: string, startup: string, lag: string, more = ''): string =>
    `{ at: ${at}, role: standby, replication: async, startup: ${startup}, lag: ${lag}${more} }`;
  const places =
    'b1: { kind: building }, b2: { kind: building }, b3: { kind: building }, b4: { kind: building }, small: { kind: building, capacity: 5 }, z: { kind: zone }';
  const losing = (primary: string, copies: readonly string[], more = ''): string =>
    lose(store(places, `${more}replicas: [{ at: b1, role: primary${primary} }, ${copies.join(', ')}]`), ['b1']).of('db')
      .loses;

  test('the fastest, where one is enough: a slower one in doubt changes nothing, however fresh or stale', () => {
    expect(losing('', [standby('b2', '1m', '1m'), standby('z', '10m', '2h')])).toBe('1m');
    expect(losing('', [standby('b2', '1m', '1m'), standby('z', '10m', '0s')])).toBe('1m');
    expect(losing('', [standby('b2', '1m', '1m'), standby('z', '30s', '2h')])).toBe('1m..2h');
  });

  test('of equally fast ones the freshest, though nobody knows how fresh one is', () => {
    expect(losing('', [standby('b2', '5m', '1h'), standby('b3', '5m', 'unknown')])).toBe('0s..1h');
    expect(losing('', [standby('b2', '5m', '1h'), standby('b3', '5m', '10m')])).toBe('10m');
  });

  test('none where it finds no room', () => {
    const copies = [standby('small', '1m', '2h'), standby('b3', '2m', '1m')];
    expect(losing('', copies, 'demand: 10, ')).toBe('1m');
    expect(losing('', copies, 'demand: 5, ')).toBe('2h');
  });

  /** b3 is fresh, and never the first: b2 is surely faster. Of b4 nobody knows how fast it is. */
  const three = (more = ''): readonly string[] => [
    standby('b2', '1m', '1m', more),
    standby('b3', '10m', '0s', more),
    standby('b4', 'unknown', '5m', more),
  ];

  test('perhaps more of them where votes or capacity call for several', () => {
    expect(losing('', three())).toBe('1m..5m');
    expect(losing('', three(', votes: 1'), 'quorum: majority, ')).toBe('0s..5m');
    expect(losing(', capacity: 100%', three(', capacity: 100%'))).toBe('0s..5m');
    const [first = '', ...others] = three();
    expect(losing('', [first.replace('}', ', capacity: 100% }'), ...others])).toBe('0s..5m');
  });

  test('just those that suffice, where all that decides it is known', () => {
    const pair = (more: string): readonly string[] => [
      standby('b2', '1m', '2h', ', capacity: 60%'),
      standby('b3', '5m', '1m', more),
    ];
    // 60% are not enough, so the fresher one comes along.
    expect(losing(', capacity: 100%', pair(', capacity: 60%'))).toBe('1m');
    // What is lost decides nothing.
    expect(losing('', pair(', capacity: 60%'))).toBe('1m');
    // Nobody says what b3 can do, how fast it is, or whether there is room for it: then b2 may be alone, for all that is known.
    expect(losing(', capacity: 100%', pair(''))).toBe('1m..2h');
    expect(
      losing(
        ', capacity: 100%',
        pair(', capacity: 60%').map((one) => one.replace('5m', 'unknown')),
      ),
    ).toBe('1m..2h');
    // Nor whether a third is there, which would come before b3.
    const doubted = pair(', capacity: 60%').map((one) => one.replace('lag: 1m', 'lag: 30m').replace('5m', '10m'));
    expect(losing(', capacity: 100%', [...doubted, standby('z', '5m', '1m', ', capacity: 60%')])).toBe('1m..2h');
    // 150 of 200 beside another that may come for as much.
    const crowded = places.replace('b3: { kind: building }', 'b3: { kind: building, capacity: 200 }');
    const rival = `other: { data: none, dependsOn: none, demand: 150, replicas: [{ at: b1 }, { at: b3, role: standby, startup: 1m }], ${quick} }`;
    const yaml = `${store(crowded, `demand: 150, replicas: [{ at: b1, role: primary, capacity: 100% }, ${pair(', capacity: 60%').join(', ')}]`)}  ${rival}\n`;
    expect(lose(yaml, ['b1']).of('db').loses).toBe('1m..2h');
  });
});

describe('a copy that goes on by itself', () => {
  const copies = 'replicas: [{ at: z1, replication: async, lag: 1h }, { at: z2, replication: sync }]';
  const places = (z1: string, z2: string): string =>
    `b1: { kind: building, lasts: 2h }, z1: { kind: zone${z1} }, z2: { kind: zone${z2} }`;
  const asked = 'rto: 4h, rpo: 0s';

  test('may be the one that is behind, though a fresh one may survive and waiting would cost nothing', () => {
    expect(promisesOf(store(places('', ''), copies, asked))).toEqual([
      'db building rto kept 0s..2h (b1)',
      'db building rpo unknown 0s..1h (b1)',
    ]);
    expect(promisesOf(store(places('', ', in: b1'), copies, asked))[1]).toBe('db building rpo unknown 0s..1h (b1)');
  });

  test('is never further behind than one that surely survives beside it', () => {
    const away =
      'b1: { kind: building, lasts: 2h }, b2: { kind: building }, z1: { kind: zone }, z2: { kind: zone, in: b2 }';
    expect(lose(store(away, copies, asked), ['b1']).of('db').loses).toBe('0s');
  });

  const data = (some: string, where: string): string =>
    lose(store(where, `replicas: [${some}]`), ['b1']).of('db').loses;
  const open =
    'b1: { kind: building, lasts: 2h }, b2: { kind: building }, z: { kind: zone }, z2: { kind: zone }, z3: { kind: zone }';

  test('serves: a copy that nobody may promote does not go on', () => {
    const active = (at: string): string => `{ at: ${at}, replication: async, lag: 1m }`;
    const idle = (at: string, lag: string): string =>
      `{ at: ${at}, role: replica, promotable: false, replication: async, lag: ${lag} }`;
    expect(data([active('z'), active('z2'), idle('z3', '2h')].join(', '), open)).toBe('0s..1m');
    // If the only one that serves is lost, nothing goes on.
    expect(data([active('z'), idle('b2', '30m')].join(', '), open)).toBe('0s');
  });

  test('where it is a primary, is behind by what the others knew', () => {
    const led = (role: string): string =>
      `{ at: b2, role: primary, replication: async, lag: 5m }, { at: z, role: ${role}, replication: async, lag: 1h }`;
    expect(data(led('active'), open)).toBe('0s..5m');
    expect(data(led('standby'), open)).toBe('0s');
  });

  test('has to be a primary where there is one', () => {
    const led =
      'replicas: [{ at: z1, role: active, replication: async, lag: 1h }, { at: z2, role: primary, replication: sync }]';
    expect(promisesOf(store(places('', ''), led, asked))[1]).toBe('db building rpo kept 0s (b1)');
  });
});

describe('a restore that may be displaced', () => {
  const places = (z2: string): string =>
    `b1: { kind: building }, b2: { kind: building }, b3: { kind: building }, z2: { kind: zone${z2} }`;
  const copies = (lag: string, every: string): string =>
    `replicas: [{ at: b1, role: primary }, { at: z2, role: standby, replication: async, lag: ${lag}, startup: 30m }],
     backups: { h: { at: b3, every: ${every}, restore: { to: [b3], time: 5m } } }`;

  test('leaves the data of the failover in the range, which may be worse', () => {
    expect(promisesOf(store(places(''), copies('5h', '1h'), 'rto: 4h, rpo: 2h'))[1]).toBe(
      'db building rpo unknown 1h..5h (b1)',
    );
    expect(promisesOf(store(places(', in: b2'), copies('5h', '1h'), 'rto: 4h, rpo: 2h'))[1]).toBe(
      'db building rpo broken 5h (b1)',
    );
  });

  test('or better', () => {
    expect(promisesOf(store(places(''), copies('0s', '5h')))[1]).toBe('db building rpo unknown 0s..5h (b1)');
  });

  test('does not count beside what surely finishes sooner', () => {
    const lasting = (z2: string): string => places(z2).replaceAll('kind: building', 'kind: building, lasts: 30m');
    const slow = copies('5h', '12h').replace('time: 5m', 'time: 2h').replace('startup: 30m', 'startup: 10m');
    // Fail over after 16m, or wait for 30m: nobody restores.
    expect(lose(store(lasting(''), slow), ['b1']).of('db').loses).toBe('0s..5h');
  });

  test('counts where nothing can displace it, and waiting takes longer', () => {
    const lasting = places(', in: b1').replace('b1: { kind: building', 'b1: { kind: building, lasts: 5h');
    expect(lose(store(lasting, copies('5h', '1h')), ['b1']).of('db').loses).toBe('1h');
  });

  test('or nothing finishes at all, and then the better copy is what is left', () => {
    const tools = store(
      places(', in: b2'),
      `replicas: [{ at: b1, role: primary }, { at: z2, role: standby, replication: async, lag: 5h, startup: 1m }, { at: b3, role: replica, promotable: false, replication: sync }]`,
    ).replace('uses: []', 'decide: 0s');
    expect(lose(tools, ['b1']).of('db').loses).toBe('0s..5h');
  });

  test('costs no more time than waiting does', () => {
    const slow = copies('5h', '1h').replace('time: 5m', 'time: 2h').replace('startup: 30m', 'startup: 10m');
    const waits = places('').replaceAll('kind: building', 'kind: building, lasts: 30m');
    expect(promisesOf(store(waits, slow, 'rto: 1h'))).toEqual(['db building rto kept 16m..30m (b1)']);
  });
});

describe('waiting for the loss to end', () => {
  const one = (more: string): string => `
version: 1
locations: { b1: { kind: building, lasts: 2h }, b2: { kind: building } }
services:
  web: { dependsOn: none, data: none, objectives: { rto: 4h }, ${more}, recovery: { mode: automatic, detect: 1m, uses: [] } }
`;

  test('brings nothing back that was not enough before', () => {
    for (const copies of [
      'replicas: [{ at: b1, capacity: 40% }]',
      'replicas: [{ at: b1, role: standby }]',
      'quorum: 9, replicas: [{ at: b1 }, { at: b1, name: two }]',
    ]) {
      expect(promisesOf(one(copies)), copies).toEqual(['web building rto broken never (b1)']);
      // However the end of it is told.
      expect(lose(one(copies), ['b1'], { lasts: 7200 }).of('web').back, copies).toBe('never');
      expect(lose(one(copies), ['b1'], { ends: { b1: '2h' } }).of('web').back, copies).toBe('never');
    }
    expect(lose(one('replicas: [{ at: b1, capacity: 40% }]'), ['b1']).of('web').how).toContain('wait never-enough');
  });

  test('perhaps brings back what perhaps is enough', () => {
    const half = one('replicas: [{ at: b1, capacity: 40% }, { at: b2 }]').replace(
      'b2: { kind: building }',
      'b2: { kind: building, lasts: 1h }',
    );
    expect(promisesOf(half)).toEqual(['web building rto unknown 0s..never (b1)']);
    expect(lose(half, ['b1']).missing('web', 'time')).toEqual(['web replicas.1.capacity']);
  });

  test('helps nobody who is lost by name, as long as the event says nothing about that', () => {
    const web = one('replicas: [{ at: b2 }]');
    expect(lose(web, ['web']).of('web').back).toBe('never');
    expect(lose(web, ['b1', 'web']).of('web').back).toBe('never');
    expect(lose(web, ['b1', 'web'], { lasts: 7200 }).of('web').back).toBe('2h');
    expect(lose(one('replicas: [{ at: b1 }]'), ['b1']).of('web').back).toBe('2h');
  });
});

describe('room in a place', () => {
  const site = (big: string, z = ''): string => `
version: 1
locations: { b1: { kind: building }, b2: { kind: building, capacity: 20 }, z: { kind: zone${z} } }
defaults: { dependsOn: none, data: none, objectives: { rto: 1h }, recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] } }
services:
  big: { demand: 20, objectives: { survive: [] }, replicas: [${big}] }
  s: { demand: 5, replicas: [{ at: b1 }, { at: b2, role: standby, startup: 1m }] }
`;

  test('may be taken by what runs nobody knows where', () => {
    expect(promisesOf(site('{ at: z }'))).toEqual(['s building rto unknown 3m..never (b1)']);
    expect(promisesOf(site('{ at: unknown }'))).toEqual(['s building rto unknown 3m..never (b1)']);
    expect(promisesOf(site('{ at: z }', ', in: b2'))).toEqual(['s building rto broken never (b1)']);
    // Known to stand elsewhere.
    expect(promisesOf(site('{ at: b1 }'))).toEqual(['s building rto kept 3m (b1)']);
    expect(promisesOf(site('{ at: z }', ', in: b1'))).toEqual(['s building rto kept 3m (b1)']);
  });

  test('or by what may come there', () => {
    expect(promisesOf(site('{ at: b1 }, { at: z, role: standby, startup: 1m }'))).toEqual([
      's building rto unknown 3m..never (b1)',
    ]);
  });
});

test('damage may reach the backup of a service of which one copy stands on an account that nobody names', () => {
  const accounts = (two: string): string => `
version: 1
domains: { acc-1: { kind: account }, acc-2: { kind: account } }
locations: { b1: { kind: building, failsWith: [acc-1] }, b2: { kind: building${two} }, b3: { kind: building, failsWith: [acc-2] } }
services:
  db:
    kind: datastore
    dependsOn: none
    replicas: [{ at: b1, role: primary }, { at: b2, role: replica, replication: sync }]
    backups: { n: { at: b3, every: 1h, restore: { to: [b1], time: 1h } } }
    ${quick}
`;
  expect(lose(accounts(''), [], { corrupt: ['db'] }).of('db').back).toBe('1h1m..never');
  expect(lose(accounts(', failsWith: [acc-1]'), [], { corrupt: ['db'] }).of('db').back).toBe('1h1m');
  expect(lose(accounts(', failsWith: [acc-2]'), [], { corrupt: ['db'] }).of('db').back).toBe('never');
});

describe('where a place is', () => {
  const zones = (a: string): string => `
version: 1
locations: { sub-a: { kind: building }, sub-b: { kind: building }, b1: { kind: building }, zone-a: { kind: zone, ${a} }, zone-b: { kind: zone, failsWith: [feed-b] } }
domains: { feed-a: { kind: power, failsWith: [sub-a] }, feed-b: { kind: power, failsWith: [sub-b] } }
services:
  web: { data: none, dependsOn: none, objectives: { rto: 1h }, replicas: [{ at: zone-a }, { at: zone-b }], recovery: { uses: [] } }
`;

  test('is known from what its feed hangs on, as far as that is no place', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building, failsWith: [feed] }, b2: { kind: building } }
domains: { feed: { kind: power, failsWith: [net] }, net: { kind: network }, other: { kind: network } }
services:
  web: { data: none, dependsOn: none, replicas: [{ at: b1 }], ${quick} }
  app: { data: none, dependsOn: none, replicas: [{ at: b2 }], ${quick} }
`;
    expect(lose(yaml, ['other']).of('web').state).toBe('up');
    expect(lose(yaml, ['other']).of('app').state).toBe('up..down');
  });

  test('is not known from where its feed stands', () => {
    expect(promisesOf(zones('failsWith: [feed-a]'))).toEqual(['web building rto unknown 0s..never (b1)']);
    // Of one of the two it is known: then no single building takes both.
    expect(promisesOf(zones('failsWith: [feed-a], in: b1'))).toEqual(['web building rto unknown 0s..never (b1)']);
    expect(promisesOf(zones('failsWith: [feed-a, b1]').replace('[feed-b]', '[feed-b, sub-b]'))).toEqual([
      'web building rto kept 0s (b1)',
    ]);
  });
});

test('a quorum of no more than half the votes may go on without what the others confirmed', () => {
  const voters = (quorum: number): string =>
    store(
      'b1: { kind: building }, b2: { kind: building }, b3: { kind: building }',
      `quorum: ${quorum}, replicas: [{ at: b1, replication: async, lag: 2h }, { at: b2, replication: async, lag: 2h }, { at: b3, replication: async, lag: 2h }]`,
    );
  expect(promisesOf(voters(1))[1]).toBe('db building rpo broken 2h (b1)');
  expect(promisesOf(voters(2))[1]).toBe('db building rpo kept 0s (b1)');
  // Two of four are no majority.
  const four = voters(2).replace('{ at: b1, ', '{ at: b1, votes: 2, ');
  expect(lose(four, ['b2']).of('db').loses).toBe('2h');
});
