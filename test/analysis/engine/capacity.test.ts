import { describe, expect, test } from 'vitest';
import { lose } from './aftermath.js';

const places = `
version: 1
locations:
  b1: { kind: building }
  b2: { kind: building }
  b3: { kind: building }
`;
const quick = 'recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }';
const noWay = 'rebuild none-declared; wait none-declared';
const web = (replicas: string, more = ''): string => `${places}
services:
  web: { replicas: [${replicas}], ${quick} ${more} }
`;

describe('capacity', () => {
  test('an active-active pair at 60% each runs at 60% without one: degraded, and not back', () => {
    const after = lose(web('{ at: b1, capacity: 60% }, { at: b2, capacity: 60% }'), ['b1']);
    expect(after.of('web')).toEqual({
      state: 'degraded',
      back: 'never',
      loses: '0s',
      how: `never: failover none-declared; ${noWay}`,
    });
  });

  test('60% is enough where 60% is asked for, and not where 61% is', () => {
    const pair = '{ at: b1, capacity: 60% }, { at: b2, capacity: 60% }';
    expect(lose(web(pair, ', minCapacity: 60%'), ['b1']).of('web')).toMatchObject({ state: 'up', back: '0s' });
    expect(lose(web(pair, ', minCapacity: 61%'), ['b1']).of('web').state).toBe('degraded');
  });

  test('shares add up in spite of rounding: 10% + 20% make 30%', () => {
    const yaml = web(
      '{ at: b1, capacity: 70% }, { at: b2, capacity: 10% }, { at: b3, capacity: 20% }',
      ', minCapacity: 30%',
    );
    expect(lose(yaml, ['b1']).of('web').state).toBe('up');
  });

  test('none of the capacity is down, not degraded', () => {
    const yaml = web('{ at: b1, capacity: 100% }, { at: b2, capacity: 0% }');
    expect(lose(yaml, ['b1']).of('web').state).toBe('down');
  });

  test('a standby fills what is missing: 60% + 40% = 100%, after 1m + 2m + 8m = 11m', () => {
    const pair = '{ at: b1, capacity: 60% }, { at: b2, capacity: 60% }';
    const yaml = web(`${pair}, { at: b2, name: s, role: standby, startup: 8m, capacity: 40% }`);
    expect(lose(yaml, ['b1']).of('web')).toMatchObject({
      state: 'degraded',
      back: '11m',
      how: 'failover: detect 1m + execute 2m + startup 8m',
    });
    const short = web(`${pair}, { at: b2, name: s, role: standby, startup: 8m, capacity: 39% }`);
    expect(lose(short, ['b1']).of('web').how).toBe(`never: failover no-capacity; ${noWay}`);
  });

  test('standbys are taken in order of startup until it is enough: 40% + 60% after the second, 5m', () => {
    const yaml = web(`{ at: b1, capacity: 100% },
      { at: b3, role: standby, startup: 30m, capacity: 100% },
      { at: b2, name: s1, role: standby, startup: 5m, capacity: 60% },
      { at: b2, name: s2, role: standby, startup: 1m, capacity: 40% }`);
    expect(lose(yaml, ['b1']).of('web').back).toBe('8m');
    // Without b2 only the slow one is left: 1m + 2m + 30m.
    expect(lose(yaml, ['b1', 'b2']).of('web').back).toBe('33m');
  });

  test('equally fast ones: the freshest goes first, then the one with most to give', () => {
    const yaml = `${places}
services:
  db:
    replicas:
      - { at: b1, role: primary, capacity: 100% }
      - { at: b2, name: a, role: standby, startup: 5m, replication: async, lag: 9s, capacity: 100% }
      - { at: b2, name: b, role: standby, startup: 5m, replication: async, lag: 3s, capacity: 50% }
      - { at: b2, name: c, role: standby, startup: 5m, replication: async, lag: 3s, capacity: 100% }
    ${quick}
`;
    expect(lose(yaml, ['b1']).of('db')).toMatchObject({ back: '8m', loses: '3s' });
  });

  test('a share left out beside one that is stated may be all or nothing', () => {
    const after = lose(web('{ at: b1, capacity: 50% }, { at: b2 }'), ['b1']);
    expect(after.of('web')).toMatchObject({ state: 'up..down', back: '0s..never' });
    expect(after.missing('web')).toEqual(['web replicas.1.capacity']);
    // Nobody states one: whoever is left carries it all.
    expect(lose(web('{ at: b1 }, { at: b2 }'), ['b1']).of('web').state).toBe('up');
  });

  test('a standby that states no share beside those that do may bring all or nothing', () => {
    const after = lose(web('{ at: b1, capacity: 100% }, { at: b2, role: standby, startup: 5m }'), ['b1']);
    expect(after.of('web')).toMatchObject({ state: 'down', back: '8m..never' });
    expect(after.missing('web')).toEqual(['web replicas.1.capacity']);
  });

  test('only a standby states a share: what serves is not measured, what comes back is', () => {
    const yaml = web('{ at: b1 }, { at: b3, role: standby, startup: 5m, capacity: 50% }', ', minCapacity: 50%');
    expect(lose(yaml, ['b3']).of('web').state).toBe('up');
    expect(lose(yaml, ['b1']).of('web').back).toBe('8m');
  });
});

describe('degraded and soft', () => {
  const chain = `${places}
services:
  store: { replicas: [{ at: b1, capacity: 60% }, { at: b2, capacity: 60% }, { at: b2, name: s, role: standby, startup: 7m, capacity: 40% }], ${quick} }
  api: { dependsOn: { store: hard }, replicas: [{ at: b2 }] }
  site: { dependsOn: { api: hard }, replicas: [{ at: b2 }] }
  badge: { dependsOn: { store: soft }, replicas: [{ at: b2 }] }
`;

  test('a degraded hard dependency degrades, all the way, and is waited for: 1m + 2m + 7m = 10m', () => {
    const after = lose(chain, ['b1']);
    expect(after.of('store')).toMatchObject({ state: 'degraded', back: '10m' });
    expect(after.of('api')).toMatchObject({ state: 'degraded', back: '10m', how: 'none: waits for store (hard)' });
    expect(after.of('site')).toMatchObject({ state: 'degraded', back: '10m', how: 'none: waits for api (hard)' });
    // A soft dependency that still answers is not missed.
    expect(after.of('badge')).toMatchObject({ state: 'up', back: '0s' });
  });

  const soft = `${places}
services:
  media: { replicas: [{ at: b1 }] }
  chat: { dependsOn: { media: soft }, replicas: [{ at: b2 }] }
  mail: { dependsOn: { chat: hard }, replicas: [{ at: b2 }] }
`;

  test('a soft dependency that is down degrades, goes no further, and keeps nobody from being ready', () => {
    const after = lose(soft, ['b1']);
    expect(after.of('media')).toMatchObject({ state: 'down', back: 'never' });
    expect(after.of('chat')).toMatchObject({ state: 'degraded', back: '0s', how: 'none: ' });
    expect(after.of('mail')).toMatchObject({ state: 'up', back: '0s' });
  });

  test('of a soft choice one is enough', () => {
    const yaml = soft
      .replace('{ media: soft }', '{ pictures: { kind: soft, anyOf: [media, cdn] } }')
      .concat('  cdn: { replicas: [{ at: b3 }] }\n');
    expect(lose(yaml, ['b1']).of('chat').state).toBe('up');
    expect(lose(yaml, ['b1', 'b3']).of('chat').state).toBe('degraded');
    // One loss after the other, on one engine or on another: nothing is left over from before.
    expect(lose(yaml, ['b2']).of('chat').state).toBe('down');
  });

  test('down wins over degraded', () => {
    const yaml = `${places}
services:
  media: { replicas: [{ at: b1 }] }
  store: { replicas: [{ at: b1 }] }
  chat: { dependsOn: { media: soft, store: hard }, replicas: [{ at: b1, capacity: 60% }, { at: b2, capacity: 60% }] }
`;
    expect(lose(yaml, ['b1']).of('chat').state).toBe('down');
  });
});

describe('places with limits', () => {
  const spare = (limit: number): string => `
version: 1
locations:
  b1: { kind: building, capacity: ${limit} }
  b2: { kind: building, capacity: ${limit} }
services:
  north: { demand: 60, replicas: [{ at: b1 }, { at: b2, role: standby, readiness: hot }], ${quick} }
  south: { demand: 60, replicas: [{ at: b2 }, { at: b1, role: standby, readiness: hot }], ${quick} }
`;

  test('two services that are each other’s spare space: 60 + 60 = 120 do not fit into 100', () => {
    const after = lose(spare(100), ['b1']);
    expect(after.of('north')).toMatchObject({
      state: 'down',
      back: 'never',
      how: `never: failover site-full b2; ${noWay}`,
    });
    expect(after.of('south').state).toBe('up');
    expect(lose(spare(100), ['b2']).of('south').back).toBe('never');
  });

  test('the place without room is that of a spare copy that is left, not of one that is lost', () => {
    const yaml = `
version: 1
locations:
  b1: { kind: building }
  b2: { kind: building, capacity: 10 }
  b3: { kind: building, capacity: 10 }
services:
  north: { demand: 60, replicas: [{ at: b1 }, { at: b2, name: s, role: standby, readiness: hot }, { at: b3, role: standby, readiness: hot }], ${quick} }
`;
    expect(lose(yaml, ['b1']).of('north').how).toBe(`never: failover site-full b2; ${noWay}`);
    expect(lose(yaml, ['b1', 'b2']).of('north').how).toBe(`never: failover site-full b3; ${noWay}`);
  });

  test('120 fit into 120', () => {
    expect(lose(spare(120), ['b1']).of('north').back).toBe('3m');
  });

  const refuge = (limit: number, more = ''): string => `
version: 1
locations:
  campus: { kind: campus, capacity: ${limit} }
  b1: { kind: building }
  b2: { kind: building, in: campus }
services:
  chat: { demand: 60, replicas: [{ at: b1 }, { at: b2, role: standby, readiness: hot }], ${quick} }
  mail: { demand: 50, replicas: [{ at: b1 }, { at: b2, role: standby, readiness: hot }], ${quick} }
  host: { demand: 30, replicas: [{ at: b2, name: x }, { at: b2, name: y }] }
  ${more}
`;

  test('each alone would fit (30 + 60 = 90, 30 + 50 = 80), both do not (140 of 100): nobody can say', () => {
    const after = lose(refuge(100), ['b1']);
    expect(after.of('chat')).toMatchObject({ back: '3m..never', how: `never: failover site-full campus; ${noWay}` });
    expect(after.of('mail').back).toBe('3m..never');
    expect(after.atBest('chat')).toBe('failover: detect 1m + execute 2m');
  });

  test('140 of 140: both fit, and what runs twice in one place needs its space once', () => {
    expect(lose(refuge(140), ['b1']).of('chat').back).toBe('3m');
    expect(lose(refuge(139), ['b1']).of('chat').back).toBe('3m..never');
  });

  test('80 of 85: only the smaller one fits even alone', () => {
    const after = lose(refuge(85), ['b1']);
    expect(after.of('chat').back).toBe('never');
    expect(after.of('mail').back).toBe('3m..never');
  });

  test('a standby that is lost itself does not come, and a copy stretched out of the place runs elsewhere', () => {
    // 60 + 30 of 100; with the 50 of mail, whose standby is lost, or with the 50 of wide, which goes on in b3, it would not fit.
    const yaml = (mail: string, more = ''): string =>
      refuge(100, more).replace(/mail:.*/, `mail: { demand: 50, ${mail}, ${quick} }`);
    const standby = (where: string): string => `replicas: [{ at: b1 }, { ${where}, role: standby, readiness: hot }]`;
    expect(lose(yaml(standby('at: b2')), ['b1']).of('chat').back).toBe('3m..never');
    expect(lose(yaml(standby('at: b2, failsWith: [b1]')), ['b1']).of('chat').back).toBe('3m');
    const wide = (first: string, apart = ', in: away'): string =>
      yaml('replicas: [{ at: b1 }]', `wide: { demand: 50, replicas: [{ at: [${first}, b3] }] }`).replace(
        'b1: { kind: building }',
        `b1: { kind: building, in: campus }\n  away: { kind: campus }\n  b3: { kind: building${apart} }`,
      );
    expect(lose(wide('b1'), ['b1']).of('chat').back).toBe('3m');
    // It may run in b3 alone, or in b2.
    expect(lose(wide('b2'), ['b1']).of('chat').back).toBe('3m..never');
    // Nobody says whether b3 lies in the campus.
    expect(lose(wide('b1', ''), ['b1']).of('chat').back).toBe('3m..never');
  });

  test('a copy takes its share, all copies in one place no more than everything: 30 + 40 % of 60, or 2 × 80 % of 60', () => {
    const yaml = (limit: number, replicas: string): string =>
      refuge(limit)
        .replace(
          /chat:.*/,
          `chat: { demand: 60, minCapacity: 40%, replicas: [{ at: b1, capacity: 100% }, ${replicas}], ${quick} }`,
        )
        .replace(/mail:.*/, '');
    const one = '{ at: b2, role: standby, readiness: hot, capacity: 40% }';
    expect(lose(yaml(54, one), ['b1']).of('chat').back).toBe('3m');
    expect(lose(yaml(53, one), ['b1']).of('chat').back).toBe('never');
    const two = ['s', 't']
      .map((name) => `{ at: b2, name: ${name}, role: standby, readiness: hot, capacity: 80% }`)
      .join(', ');
    expect(lose(yaml(90, two), ['b1']).of('chat').back).toBe('3m');
    // One of them alone would fit: 30 + 48 = 78.
    expect(lose(yaml(89, two), ['b1']).of('chat').back).toBe('3m..never');
    expect(lose(yaml(77, two), ['b1']).of('chat').back).toBe('never');
  });

  test('a share that one copy leaves out beside others may be nothing or everything: 30 + 0 or 60', () => {
    const yaml = (limit: number): string =>
      refuge(limit)
        .replace(
          /chat:.*/,
          `chat: { demand: 60, replicas: [{ at: b1, capacity: 100% }, { at: b2, role: standby, readiness: hot }], ${quick} }`,
        )
        .replace(/mail:.*/, '');
    expect(lose(yaml(89), ['b1']).of('chat').back).toBe('3m..never');
    // Even nothing has no room beside the host.
    expect(lose(yaml(29), ['b1']).of('chat').back).toBe('never');
  });

  test('the same of a copy that runs there already: 60 + nothing or 50', () => {
    const host = (capacity: string): string =>
      refuge(100)
        .replace(/host:.*/, `host: { demand: 50, replicas: [{ at: b2${capacity} }, { at: b1, capacity: 100% }] }`)
        .replace(/mail:.*/, '');
    expect(lose(host(', capacity: 80%'), ['b1']).of('chat').back).toBe('3m');
    expect(lose(host(''), ['b1']).of('chat').back).toBe('3m..never');
  });

  test('who has a copy there and gets another needs what that adds: 30 + 20 of 50, then 30 more, then 60', () => {
    const yaml = (limit: number): string =>
      refuge(limit).replace(
        /mail:.*/,
        `mail: { demand: 50, replicas: [{ at: b1, capacity: 60% }, { at: b2, capacity: 40% }, { at: b2, name: s, role: standby, readiness: hot, capacity: 60% }], ${quick} }`,
      );
    expect(lose(yaml(140), ['b1']).of('chat').back).toBe('3m');
    expect(lose(yaml(139), ['b1']).of('chat').back).toBe('3m..never');
  });

  test('a copy stretched between two places of the campus surely runs in it: 30 + 50 + 60', () => {
    const wide = 'wide: { demand: 50, replicas: [{ at: [b2, b4] }] }';
    const yaml = (limit: number): string =>
      refuge(limit, wide)
        .replace('b1: {', 'b4: { kind: building, in: campus }\n  b1: {')
        .replace(/mail:.*/, '');
    expect(lose(yaml(140), ['b1']).of('chat').back).toBe('3m');
    expect(lose(yaml(139), ['b1']).of('chat').back).toBe('never');
  });

  test('what stands in another building is not in this one, though nobody says on which campus it is', () => {
    const yaml = refuge(100, 'far: { demand: 50, replicas: [{ at: b3 }] }')
      .replace(/capacity: 100 /, '')
      .replace('b2: { kind: building,', 'b3: { kind: building }\n  b2: { kind: building, capacity: 100,')
      .replace(/mail:.*/, '');
    expect(lose(yaml, ['b1']).of('chat').back).toBe('3m');
  });

  test('a demand nobody states takes no space', () => {
    const yaml = refuge(140, `guest: { replicas: [{ at: b2 }] }`);
    expect(lose(yaml, ['b1']).of('chat').back).toBe('3m');
  });

  test('who could go elsewhere as well is not shut out', () => {
    const yaml = `
version: 1
locations:
  b1: { kind: building }
  b2: { kind: building, capacity: 10 }
  b3: { kind: building }
services:
  chat: { demand: 60, replicas: [{ at: b1 }, { at: [b2, b3], role: standby, startup: 5m }], ${quick} }
  mail: { demand: 60, replicas: [{ at: b1 }, { at: b2, role: standby, startup: 1m }, { at: b3, role: standby, startup: 9m }], ${quick} }
`;
    expect(lose(yaml, ['b1']).of('chat').back).toBe('8m');
    expect(lose(yaml, ['b1', 'b3']).of('chat').back).toBe('never');
    // b2 is full for mail, which then takes the slower one: 1m + 2m + 9m.
    expect(lose(yaml, ['b1']).of('mail').back).toBe('12m');
  });

  test('what may be gone from a full place leaves room only at best: 60 of 100, or 60 + 60', () => {
    const yaml = `
version: 1
locations:
  b1: { kind: building }
  b2: { kind: building, capacity: 100 }
domains: { feed: { kind: power }, other: { kind: power } }
services:
  chat: { demand: 60, replicas: [{ at: b1 }, { at: b2, failsWith: [other], role: standby, readiness: hot }], ${quick} }
  host: { demand: 60, replicas: [{ at: b2 }] }
`;
    expect(lose(yaml, ['b1']).of('chat').back).toBe('never');
    // Nobody states the power of b2: the host may be lost with the feed, the standby is known to be on another.
    expect(lose(yaml, ['b1', 'feed']).of('chat').back).toBe('3m..never');
  });
});
