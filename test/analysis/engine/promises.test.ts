import { describe, expect, test } from 'vitest';
import { promisesOf, rootCausesOf } from './aftermath.js';

/** 1m + 2m + startup 7m = 10m, and 30s behind. */
const chat = (objectives: string, more = ''): string => `
version: 1
locations:
  r1: { kind: region }
  b1: { kind: building, in: r1 }
  b2: { kind: building, in: r1 }
  b3: { kind: building }
services:
  chat:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: async, lag: 30s, startup: 7m }]
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
    objectives: { ${objectives} }
${more}
`;

describe('verdicts', () => {
  test('exactly on target is kept, a second less is broken', () => {
    expect(promisesOf(chat('rto: 10m, rpo: 30s, survive: [building]'))).toEqual([
      'chat building rto kept 10m (b1)',
      'chat building rpo kept 30s (b1)',
    ]);
    expect(promisesOf(chat('rto: 9m59s, rpo: 29s, survive: [building]'))).toEqual([
      'chat building rto broken 10m (b1)',
      'chat building rpo broken 30s (b1)',
    ]);
  });

  test('a range is kept if its worst is, broken if its best is not, else unknown', () => {
    const open = (rto: string): string => chat(`rto: ${rto}, survive: [building]`).replace('detect: 1m, ', '');
    // 2m + 7m at best, never at worst.
    expect(promisesOf(open('8m59s'))).toEqual(['chat building rto broken 9m..never (b1)']);
    expect(promisesOf(open('9m'))).toEqual(['chat building rto unknown 9m..never (b1)']);
    expect(promisesOf(open('400d'))).toEqual(['chat building rto unknown 9m..never (b1)']);
  });

  test('each kind has its own targets, and a kind without one promises nothing', () => {
    expect(promisesOf(chat('rto: 1m, survive: { building: { rto: 1h }, region: {} }'))).toEqual([
      'chat building rto kept 10m (b1)',
      'chat region rto broken never (r1)',
    ]);
    expect(promisesOf(chat('survive: [building]'))).toEqual([]);
  });

  test('without a word a building is to be survived', () => {
    expect(promisesOf(chat('rto: 1h'))).toEqual(['chat building rto kept 10m (b1)']);
  });

  test('what no domain of the kind touches is not applicable; one of two that have to fail together touches', () => {
    const far = (more: string): string => `
version: 1
locations: { b1: { kind: building }, hall: { kind: hall } }
domains: { feed: { kind: power }, acme: { kind: account }, other: { kind: account } }
defaults: { objectives: { rto: 1h } }
services:
  far: { failsWith: [acme], replicas: [{ at: b1 }], objectives: { survive: [account] } ${more} }
  tool: { failsWith: [other], replicas: [{ at: b1 }], objectives: { survive: [] } }
  bought: { kind: external, failsWith: [], objectives: { rto: 1h, survive: [account] } }
`;
    expect(promisesOf(far(''))).toEqual([
      'bought account rto not-applicable 0s (none)',
      'far account rto broken never (acme)',
    ]);
    const either = far('').replace('failsWith: [acme], replicas', 'failsWith: [{ allOf: [acme, other] }], replicas');
    expect(promisesOf(either)[1]).toBe('far account rto kept 0s (acme)');
    const bought = (needs: string): string => far('').replace('bought: { kind: external,', `bought: { ${needs}`);
    expect(promisesOf(bought('recovery: { uses: [tool] },'))[0]).toBe('bought account rto kept 0s (other)');
    expect(promisesOf(bought('dependsOn: { tool: startup },'))[0]).toBe('bought account rto kept 0s (other)');
    expect(promisesOf(bought('dependsOn: { tool: soft },'))[0]).toBe('bought account rto not-applicable 0s (none)');
    const viaHard = either.replace('survive: [account] }  }', 'survive: [account] }, dependsOn: { tool: hard } }');
    expect(promisesOf(viaHard)[1]).toBe('far account rto broken never (other)');
  });
});

test('what needs nobody knows what is touched by every loss, and so is who needs it to recover', () => {
  expect(
    promisesOf(`
version: 1
locations: { b1: { kind: building } }
services:
  store: { failsWith: [], objectives: { rpo: 0s }, backups: { k0: { at: b1, key: vault, restore: { time: 10m } } } }
  vault: { failsWith: [], dependsOn: unknown }
`),
  ).toEqual(['store building rpo kept 0s (b1)']);
});

describe('a copy stretched over two zones', () => {
  test('keeps the promise to survive either of them', () => {
    expect(
      promisesOf(`
version: 1
locations: { z1: { kind: zone }, z2: { kind: zone } }
services:
  bucket: { replicas: [{ at: [z1, z2] }], objectives: { rto: 1h, survive: [zone] } }
`),
    ).toEqual(['bucket zone rto kept 0s (z1)']);
  });
});

describe('the worst loss', () => {
  const two = (objectives: string): string => `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
services:
  auth: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 20m }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } , objectives: { survive: [] } }
  web: { replicas: [{ at: b2 }, { at: b3, role: standby, startup: 5m }], recovery: { mode: automatic, execute: 2m, uses: [] }, objectives: { survive: [] } }
  chat: { dependsOn: { auth: hard, web: hard }, replicas: [{ at: b1 }, { at: b2 }, { at: b3 }], objectives: { ${objectives} } }
`;

  test('each loss alone, and the worst of them: broken before unknown, whatever could be worse', () => {
    // b1: 23m. b2: 7m .. never.
    expect(promisesOf(two('rto: 10m'))).toEqual(['chat building rto broken 23m (b1)']);
    expect(promisesOf(two('rto: 1h'))).toEqual(['chat building rto unknown 7m..never (b2)']);
    expect(promisesOf(two('rto: 5m'))).toEqual(['chat building rto broken 23m (b1)']);
  });

  test('of two that are kept, the one that may take longer', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
services:
  auth: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 7m }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } , objectives: { survive: [] } }
  web: { replicas: [{ at: b2 }], recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [], rebuild: { to: [b3], takes: 30m } }, objectives: { survive: [] } }
  wide: { replicas: [{ at: b2 }, { at: b3, role: standby }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [], rebuild: { to: [b3], takes: 14m } }, objectives: { survive: [] } }
  chat: { dependsOn: { auth: hard, wide: hard }, replicas: [{ at: b3 }, { at: b1 }, { at: b2 }], objectives: { rto: 1h } }
`;
    // b1: 10m for sure. b2: 3m at best, and 15m at worst, when it is rebuilt.
    expect(promisesOf(yaml)).toEqual(['chat building rto kept 3m..15m (b2)']);
  });

  test('of equals the first by name', () => {
    const yaml = `
version: 1
locations: { b2: { kind: building }, b1: { kind: building } }
services: { chat: { replicas: [{ at: b1 }, { at: b2 }], objectives: { rto: 1h } } }
`;
    expect(promisesOf(yaml)).toEqual(['chat building rto kept 0s (b1)']);
  });

  test('time and data may have different worst losses', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
services:
  log: { data: {}, replicas: [{ at: b1, replication: async, lag: 1h }, { at: b3, replication: async, lag: 1h }], objectives: { survive: [] } }
  web: { replicas: [{ at: b2 }], recovery: { mode: automatic, detect: 1m, uses: [], rebuild: { to: [b3], takes: 30m } }, objectives: { survive: [] } }
  chat: { dependsOn: { log: hard, web: hard }, replicas: [{ at: b1 }, { at: b2 }, { at: b3 }], objectives: { rto: 1h, rpo: 1h } }
`;
    expect(promisesOf(yaml)).toEqual(['chat building rto kept 31m (b2)', 'chat building rpo kept 1h (b1)']);
  });

  test('a promise that rests on a restore which a failover may displace is not kept for sure', () => {
    // Whoever takes over a failover of unknown length gives up the restore that takes 11m.
    const yaml = (startup: string): string => `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
services:
  store:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: sync ${startup} }]
    backups: { n: { at: [b3], every: 1h, restore: { to: [b3], time: 10m } } }
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
    objectives: { rto: 1h }
`;
    expect(promisesOf(yaml(''))).toEqual(['store building rto unknown 3m..never (b1)']);
    expect(promisesOf(yaml(', startup: 20m'))).toEqual(['store building rto kept 23m (b1)']);
  });
});

describe('root causes', () => {
  test('what has no way back, with all that it holds up, in each loss in which it holds up somebody else', () => {
    const yaml = `
version: 1
locations: { r: { kind: region }, b1: { kind: building, in: r }, b2: { kind: building, in: r }, b3: { kind: building } }
defaults: { recovery: { mode: automatic, detect: 1m, execute: 2m }, objectives: { survive: [building, region] } }
services:
  console: { replicas: [{ at: b1 }] }
  chat: { replicas: [{ at: b1 }, { at: b3, role: standby, readiness: hot }], recovery: { uses: [console] } }
  mail: { replicas: [{ at: b2 }, { at: b3, role: standby, readiness: hot }], recovery: { uses: [console] } }
  push: { dependsOn: { chat: hard }, replicas: [{ at: b3 }] }
  quiet: { dependsOn: { chat: hard }, replicas: [{ at: b3 }], objectives: { survive: [building] } }
  solo: { replicas: [{ at: b1 }], recovery: { uses: [] } }
`;
    const console = { culprits: ['console'], circular: false };
    expect(rootCausesOf(yaml)).toEqual([
      { ...console, domain: 'b1', waiters: ['chat uses'], blocked: ['chat', 'push', 'quiet'] },
      // The region holds up mail as well; quiet does not mean to survive it.
      { ...console, domain: 'r', waiters: ['chat uses', 'mail uses'], blocked: ['chat', 'mail', 'push'] },
    ]);
  });

  test('who has another way back is not blocked', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
  kms: { replicas: [{ at: b1 }] }
  store:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: sync, readiness: hot }]
    backups: { n: { at: [b2], every: 1h, key: kms, restore: { to: [b2], time: 1h } } }
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
`;
    expect(rootCausesOf(yaml)).toEqual([]);
    const alone = yaml.replace(', { at: b2, role: standby, replication: sync, readiness: hot }', '');
    expect(rootCausesOf(alone)).toEqual([
      { culprits: ['kms'], circular: false, domain: 'b1', waiters: ['store key'], blocked: ['store'] },
    ]);
  });

  test('a choice that is lost as a whole names each of its members, to run and to start', () => {
    for (const kind of ['hard', 'startup']) {
      const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
  own: { replicas: [{ at: b1 }] }
  bought: { replicas: [{ at: b1 }] }
  chat: { dependsOn: { dns: { kind: ${kind}, anyOf: [own, bought] } }, replicas: [{ at: b1 }, { at: b2, role: standby, readiness: hot }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }
`;
      expect(rootCausesOf(yaml)).toEqual(
        ['bought', 'own'].map((culprit) => ({
          culprits: [culprit],
          circular: false,
          domain: 'b1',
          waiters: [`chat ${kind}`],
          blocked: ['chat'],
        })),
      );
    }
  });

  test('those without a way back of their own are not blocked by others', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
  z: { replicas: [{ at: b1 }] }
  a: { dependsOn: { z: hard }, replicas: [{ at: b1 }] }
  c: { dependsOn: { a: hard }, replicas: [{ at: b2 }] }
`;
    expect(rootCausesOf(yaml)).toEqual([
      { culprits: ['a'], circular: false, domain: 'b1', waiters: ['c hard'], blocked: ['c'] },
      { culprits: ['z'], circular: false, domain: 'b1', waiters: ['a hard'], blocked: ['c'] },
    ]);
  });

  test('a loss that holds up more of the same takes the place of one that holds up less', () => {
    // The wing alone holds up chat, the building around it mail as well.
    const yaml = `
version: 1
locations: { a-wing: { kind: building, in: b1 }, b1: { kind: building }, b2: { kind: building } }
defaults: { recovery: { mode: automatic, detect: 1m, execute: 2m }, objectives: { survive: [building] } }
services:
  console: { replicas: [{ at: a-wing }] }
  chat: { replicas: [{ at: a-wing }, { at: b2, role: standby, readiness: hot }], recovery: { uses: [console] } }
  mail: { replicas: [{ at: b1 }, { at: b2, role: standby, readiness: hot }], recovery: { uses: [console] } }
`;
    expect(rootCausesOf(yaml)).toEqual([
      {
        culprits: ['console'],
        circular: false,
        domain: 'b1',
        waiters: ['chat uses', 'mail uses'],
        blocked: ['chat', 'mail'],
      },
    ]);
  });
});

describe('circles as root causes', () => {
  const quick = 'mode: automatic, detect: 1m, execute: 2m';
  const copies = 'replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: sync, readiness: hot }]';
  /** chat and pager wait for each other; more of what there is follows. */
  const paged = (ofChat: string, ofPager: string, more = ''): string => `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
  chat: { ${copies}, recovery: { ${quick}, uses: [pager] } ${ofChat} }
  pager: { ${copies}, recovery: { ${quick}, uses: [chat] } ${ofPager} }
${more}
`;
  const careless = ', objectives: { survive: [] }';
  const circle = { culprits: ['chat', 'pager'], circular: true, domain: 'b1' } as const;

  test('are none where neither a member nor anybody held up means to survive such a loss', () => {
    // Somebody does, and is not back either, but that is another matter.
    const apart = '  news: { replicas: [{ at: b1 }] }';
    expect(rootCausesOf(paged(careless, careless, apart))).toEqual([]);
    expect(rootCausesOf(paged('', careless))).toEqual([{ ...circle, waiters: [], blocked: [] }]);
    expect(rootCausesOf(paged(careless, ''))).toEqual([{ ...circle, waiters: [], blocked: [] }]);
    const mail = `  mail: { dependsOn: { chat: hard }, replicas: [{ at: b2 }] }`;
    expect(rootCausesOf(paged(careless, careless, mail))).toEqual([
      { ...circle, waiters: ['mail hard'], blocked: ['mail'] },
    ]);
  });

  test('name who waits for them, and why: a tool, a key, to run, to start', () => {
    const waiting = `
  mail: { dependsOn: { chat: hard }, replicas: [{ at: b2 }] }
  news: { dependsOn: { pager: startup }, ${copies}, recovery: { ${quick}, uses: [] } }
  ops: { ${copies}, recovery: { ${quick}, uses: [pager] } }
  store:
    data: {}
    replicas: [{ at: b1, role: primary }]
    recovery: { ${quick}, uses: [] }
    backups: { n: { at: [b2], every: 1h, key: chat, restore: { to: [b2], time: 1h } } }
`;
    expect(rootCausesOf(paged('', '', waiting))).toEqual([
      {
        ...circle,
        waiters: ['mail hard', 'store key', 'news startup', 'ops uses'],
        blocked: ['mail', 'news', 'ops', 'store'],
      },
    ]);
  });

  test('are not made of what is only missed, nor of what a service that runs would need to start', () => {
    const apart = (fields: string, needs: string): string => `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
  chat: { ${fields}, dependsOn: { ${needs} } }
  gone: { replicas: [{ at: b1 }] }
  own: { ${copies}, recovery: { ${quick}, uses: [chat] } }
`;
    const gone = { culprits: ['gone'], circular: false, domain: 'b1', blocked: ['chat', 'own'] } as const;
    expect(rootCausesOf(apart(`${copies}, recovery: { ${quick}, uses: [gone] }`, 'own: soft'))).toEqual([
      { ...gone, waiters: ['chat uses'] },
    ]);
    expect(rootCausesOf(apart('replicas: [{ at: b2 }]', 'gone: hard, own: startup'))).toEqual([
      { ...gone, waiters: ['chat hard'] },
    ]);
  });
});

describe('losses that take no copy of anything are as bad as each other, but where they take what an unplaced service needs', () => {
  // At worst what nobody knows the place of is lost with everything. a1 takes nothing at all.
  const unplaced = (fields: string): readonly string[] =>
    promisesOf(`
version: 1
locations: { a1: { kind: building }, r1: { kind: building }, v1: { kind: building } }
services:
  lost: { replicas: [{ role: primary }], objectives: { rto: 2h }, ${fields} }
`);
  const quick = 'recovery: { mode: automatic, detect: 1m, uses: [] ';

  test('the place it is restored to: not 1m + 1h', () => {
    const backup = 'data: {}, backups: { n: { at: [v1], every: 1h, restore: { to: [r1], time: 1h } } }';
    expect(unplaced(`${backup}, ${quick}}`)).toEqual(['lost building rto unknown 0s..never (r1)']);
  });

  test('the place it is rebuilt in: not 1m + 1h', () => {
    expect(unplaced(`data: none, ${quick}, rebuild: { to: [r1], takes: 1h } }`)).toEqual([
      'lost building rto unknown 0s..never (r1)',
    ]);
  });

  test('one of two places of a stretched copy, of which the other may stand in the same', () => {
    // Nobody knows what feeds q; a-feed does not feed p.
    expect(
      promisesOf(`
version: 1
locations: { p: { kind: building, failsWith: [feed] }, q: { kind: building } }
domains: { a-feed: { kind: power }, feed: { kind: power } }
services:
  wide: { data: none, replicas: [{ at: [p, q] }], objectives: { rto: 2h, survive: [power] } }
`),
    ).toEqual(['wide power rto unknown 0s..never (feed)']);
  });
});
