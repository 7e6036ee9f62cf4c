import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakCircle } from '../../src/analysis/break-circle.js';
import { startOrder } from '../../src/analysis/settling.js';
import type { WaitEntry } from '../../src/analysis/wait-entries.js';
import type { Simulation } from '../../src/report/simulation.js';
import { simulate } from '../../src/simulate.js';
import { arbitraryCase } from '../support/arbitrary/arbitrary-case.js';
import { runs } from '../support/runs.js';
import { circle, fates } from './inventories.js';
import { filesOf, simulated } from './simulated.js';

describe('the waves of a plan', () => {
  const plan = (): Simulation['plan'] => simulated(filesOf(fates), { lose: ['north'] }).plan;

  it('put first what waits for nobody, and each service after what it waits for', () => {
    expect(plan().waves.map((wave) => wave.map(({ service }) => service))).toEqual([
      ['console', 'search', 'open', 'quick', 'ledger'],
      ['chat'],
      ['web'],
    ]);
  });

  it('say when work can begin, what it waits for, what to do, and where that is written', () => {
    expect(plan().waves[1]?.[0]).toEqual({
      service: 'chat',
      via: 'failover',
      startsAt: 41 * 60,
      readyAt: { best: 61 * 60, worst: 61 * 60 },
      waitsFor: [{ service: 'chat', waitsFor: ['console'], by: 'uses' }],
      steps: [
        { phase: 'detect', seconds: 300 },
        { phase: 'decide', seconds: 1800 },
        { phase: 'execute', seconds: 900 },
        { phase: 'redirect', seconds: 300 },
      ],
      runbook: 'https://wiki/chat',
      owner: 'talk',
    });
  });

  it('leave out what never comes back, and list it apart', () => {
    expect(plan().blocked).toEqual([[{ service: 'alone', waitsFor: [] }]]);
  });

  it('hold, in any inventory, everything that surely stops and comes back, once, after all it waits for', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ inventory, event }) => {
        const answer = simulate([{ path: 'a.json', content: JSON.stringify(inventory) }], { lose: event.lose });
        if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
        const { plan: found, services } = answer.result;
        const planned = found.waves.flat().map(({ service }) => service);
        expect(new Set(planned).size).toBe(planned.length);
        const waiting = services.filter(({ recovery }) => recovery.best !== null && recovery.best > 0);
        expect(waiting.filter(({ id }) => !planned.includes(id))).toEqual([]);
        const never = services.filter(({ recovery }) => recovery.best === null).map(({ id }) => id);
        expect(
          found.blocked
            .flat()
            .map(({ service }) => service)
            .sort(),
        ).toEqual(never);
        for (const [index, wave] of found.waves.entries()) {
          const later = new Set(
            found.waves
              .slice(index + 1)
              .flat()
              .map(({ service }) => service),
          );
          for (const { waitsFor } of wave)
            for (const wait of waitsFor) expect(wait.waitsFor.every((one) => later.has(one))).toBe(false);
        }
      }),
      { seed: 13, numRuns: runs(800) },
    );
  });
});

describe('what a plan says of a wave', () => {
  /** Lost with north; back in south after 1m + 2m and what startup takes. */
  const doubled = (more: string, startup = '0s'): string =>
    `{ data: none, replicas: [{ at: north, role: primary }, { at: south, role: standby, startup: ${startup} }], ${more} }`;
  const waves = (services: string, lose = 'north'): readonly string[] => {
    const yaml = `version: 1
domains: { feed: { kind: power }, other: { kind: power } }
locations:
  north: { kind: building, failsWith: [feed] }
  south: { kind: building, failsWith: [other] }
  open: { kind: building }
defaults: { recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }
services:
${services}`;
    return simulated(filesOf(yaml), { lose: [lose] }).plan.waves.map((wave) =>
      wave
        .map(({ service, via, startsAt, waitsFor, steps }) => {
          const waits = waitsFor.map(({ waitsFor: others, by }) => `${by} ${others.join('|')}`).join(', ');
          const done = steps.map(({ phase }) => phase).join('+');
          return [
            service,
            `${via} at ${startsAt / 60}m`,
            ...(waits === '' ? [] : [waits]),
            ...(done === '' ? [] : [done]),
          ].join(': ');
        })
        .join('; '),
    );
  };

  it('names what is waited for, the last to be ready first and equals by name; not what runs, nor one thing twice', () => {
    const yaml = `
  slow: ${doubled('', '9m')}
  quick-b: ${doubled('')}
  quick-a: ${doubled('')}
  pager: { data: none, replicas: [{ at: south }] }
  web: ${doubled('dependsOn: { quick-b: hard, slow: startup, pager: hard, any: { kind: hard, anyOf: [pager, slow] } }, recovery: { uses: [quick-b, pager, quick-a] }')}
  soft: ${doubled('dependsOn: { slow: soft }')}
`;
    expect(waves(yaml)).toEqual([
      'quick-a: failover at 1m: detect+execute; quick-b: failover at 1m: detect+execute; slow: failover at 1m: detect+execute+startup; soft: failover at 1m: detect+execute',
      // slow after 12m, the other two after 3m.
      'web: failover at 12m: startup slow, uses quick-a, uses quick-b: detect+execute',
    ]);
  });

  it('puts whoever only waits for what it needs to run into its wave, without steps, and not what it would need to start', () => {
    const yaml = `
  db: ${doubled('', '7m')}
  slow: ${doubled('', '9m')}
  zz: ${doubled('dependsOn: { db: startup }')}
  api: { data: none, dependsOn: { db: hard, slow: startup }, replicas: [{ at: south }] }
  free: { data: none, dependsOn: { any: { kind: hard, anyOf: [db, pager] } }, replicas: [{ at: south }] }
  pager: { data: none, replicas: [{ at: south }] }
`;
    expect(waves(yaml)).toEqual([
      'db: failover at 1m: detect+execute+startup; slow: failover at 1m: detect+execute+startup',
      // Both can begin after 10m.
      'api: none at 10m: hard db; zz: failover at 10m: startup db: detect+execute',
    ]);
  });

  it('does not have somebody recover who may only have been lost', () => {
    // Nobody knows which power open stands on. At best mail is up there, and waits for db.
    const yaml = `
  db: ${doubled('', '7m')}
  mail: { data: none, dependsOn: { db: hard }, replicas: [{ at: open, role: primary }, { at: south, role: standby, startup: 1m }] }
`;
    expect(waves(yaml, 'feed')).toEqual(['db: failover at 1m: detect+execute+startup', 'mail: none at 10m: hard db']);
  });

  it('has a restore wait for the holder of its key', () => {
    const yaml = `
  kms: ${doubled('', '7m')}
  store:
    data: {}
    replicas: [{ at: north, role: primary }]
    backups: { n: { at: [south], every: 1h, key: kms, restore: { to: [south], time: 10m } } }
`;
    expect(waves(yaml)).toEqual([
      'kms: failover at 1m: detect+execute+startup',
      'store: restore at 10m: key kms: detect+transfer',
    ]);
  });

  it('starts together what needs each other to run, beside whoever waits for nobody', () => {
    const yaml = `
  a: ${doubled('dependsOn: { b: hard }')}
  b: ${doubled('dependsOn: { a: hard }')}
  c: ${doubled('', '30m')}
`;
    expect(waves(yaml)).toEqual([
      'a: failover at 1m: hard b: detect+execute; b: failover at 1m: hard a: detect+execute; c: failover at 1m: detect+execute+startup',
    ]);
  });

  it('does not stall where two are ready at one moment, each by a choice that names the other first', () => {
    const yaml = `
  a: ${doubled('dependsOn: { any: { kind: hard, anyOf: [b, x] } }')}
  b: ${doubled('dependsOn: { any: { kind: hard, anyOf: [a, y] } }')}
  c: ${doubled('dependsOn: { a: startup }')}
  x: ${doubled('', '7m')}
  y: ${doubled('', '7m')}
`;
    expect(waves(yaml)).toEqual([
      'x: failover at 1m: detect+execute+startup; y: failover at 1m: detect+execute+startup',
      'a: failover at 1m: hard b: detect+execute; b: failover at 1m: hard a: detect+execute',
      'c: failover at 10m: startup a: detect+execute',
    ]);
  });

  it('lists by name those that could begin together, were what they wait for in vain there', () => {
    const yaml = `version: 1
locations: { north: { kind: building }, south: { kind: building } }
services:
  alpha: { data: none, dependsOn: { gone: hard, zz: hard }, replicas: [{ at: south }] }
  gone: { data: none, replicas: [{ at: north }] }
  mid: { data: none, dependsOn: { gone: hard }, replicas: [{ at: south }] }
  zz: ${doubled('dependsOn: { alpha: hard }, recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [gone] }')}
`;
    const { blocked } = simulated(filesOf(yaml), { lose: ['north'] }).plan;
    expect(blocked.map((wave) => wave.map(({ service }) => service))).toEqual([['gone'], ['alpha', 'mid', 'zz']]);
  });
});

describe('a circle of waits', () => {
  const stuck = (): Simulation => simulated(filesOf(circle), { lose: ['north'] });

  it('is found, with the one wait that breaks it', () => {
    expect(stuck().plan.circles).toEqual([
      {
        services: ['accounts', 'deploy', 'vault'],
        circle: ['accounts', 'vault', 'deploy'],
        breakBy: [{ service: 'accounts', waitsFor: ['vault'], by: 'uses' }],
        smallest: true,
      },
    ]);
  });

  it('is the one cause of all that never comes back', () => {
    expect(stuck().causes).toEqual([
      {
        services: ['accounts', 'vault', 'deploy'],
        circular: true,
        because: 'wait in a circle, accounts → vault → deploy → accounts',
        holdsUp: ['shop'],
      },
    ]);
    expect(
      stuck()
        .services.filter(({ recovery }) => recovery.best === null)
        .map(({ id }) => id),
    ).toEqual(['accounts', 'deploy', 'shop', 'vault']);
  });

  it('is none where somebody outside could open it, were they back', () => {
    // Were gone back, alpha could start with it, and beta after that: what is missing is gone.
    const yaml = `version: 1
locations: { north: { kind: building }, south: { kind: building } }
defaults: { data: none, recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }, replicas: [{ at: north, role: primary }, { at: south, role: standby, startup: 1m }] }
services:
  alpha: { dependsOn: { any: { kind: startup, anyOf: [beta, gone] } } }
  beta: { dependsOn: { alpha: startup } }
  gone: { replicas: [{ at: north }] }
`;
    expect(simulated(filesOf(yaml), { lose: ['north'] }).plan.circles).toEqual([]);
  });

  it('once broken, lets everything come back in the order that the plan gives', () => {
    expect(stuck().plan.blocked.map((wave) => wave.map(({ service }) => service))).toEqual([
      ['accounts'],
      ['deploy'],
      ['shop', 'vault'],
    ]);
    const broken = simulated(filesOf(circle.replace('uses: [vault]', 'uses: []')), { lose: ['north'] });
    expect(broken.plan.circles).toEqual([]);
    expect(broken.plan.waves.map((wave) => wave.map(({ service }) => service))).toEqual([
      ['accounts', 'news'],
      ['deploy'],
      ['shop', 'vault'],
    ]);
  });
});

const kinds = ['hard', 'startup', 'uses', 'key'] as const;
const entries = (count: number, most: number): fc.Arbitrary<readonly WaitEntry[]> =>
  fc.array(
    fc.record({
      owner: fc.nat(count - 1),
      by: fc.constantFrom(...kinds),
      members: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 2 }),
    }),
    { maxLength: most },
  );

/** By the definition: start whoever can, together with its hard neighbours, until nobody can. */
function startsAll(count: number, waits: readonly WaitEntry[]): boolean {
  const ready = new Set<number>();
  const reaches = (from: number, to: number): boolean => {
    const seen = new Set([from]);
    for (const one of seen)
      for (const { owner, by, members } of waits)
        if (owner === one && by === 'hard' && members.length === 1) for (const member of members) seen.add(member);
    return seen.has(to);
  };
  const together = (a: number, b: number): boolean => reaches(a, b) && reaches(b, a);
  for (let before = -1; before !== ready.size;) {
    before = ready.size;
    for (let one = 0; one < count; one += 1) {
      const group = Array.from({ length: count }, (_, other) => other).filter((other) => together(one, other));
      const free = waits
        .filter(({ owner }) => group.includes(owner))
        .every(
          ({ by, members }) =>
            members.some((member) => ready.has(member)) ||
            (by === 'hard' && members.length === 1 && members.every((member) => group.includes(member))),
        );
      if (free) for (const member of group) ready.add(member);
    }
  }
  return ready.size === count;
}

describe('the set of waits that breaks circles', () => {
  const members = [0, 1, 2, 3, 4];
  const without = (all: readonly WaitEntry[], removed: readonly WaitEntry[]): readonly WaitEntry[] =>
    all.filter((entry) => !removed.includes(entry));

  it('breaks them, and no smaller set does', () => {
    fc.assert(
      fc.property(entries(5, 9), (all) => {
        const found = breakCircle(members, all);
        expect(found.smallest).toBe(true);
        expect(startsAll(5, without(all, found.entries))).toBe(true);
        for (let mask = 0; mask < 2 ** all.length; mask += 1) {
          const removed = all.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1);
          if (removed.length < found.entries.length) expect(startsAll(5, without(all, removed))).toBe(false);
        }
      }),
      { seed: 17, numRuns: runs(150) },
    );
  });

  it('is found step by step where there are too many to try, says so, and holds nothing needless', () => {
    const count = 40;
    const all = Array.from({ length: count }, (_, owner) =>
      [1, 2, 3].map((step): WaitEntry => ({ owner, by: 'uses', members: [(owner + step * step) % count] })),
    ).flat();
    const { entries: found, smallest } = breakCircle(
      Array.from({ length: count }, (_, index) => index),
      all,
    );
    expect(smallest).toBe(false);
    expect(startsAll(count, without(all, found))).toBe(true);
    for (const entry of found) {
      const rest = found.filter((other) => other !== entry);
      expect(startsAll(count, without(all, rest))).toBe(false);
    }
  });

  const wait = (owner: number, by: WaitEntry['by'], ...waited: readonly number[]): WaitEntry => ({
    owner,
    by,
    members: waited,
  });
  const broken = (...all: readonly WaitEntry[]): readonly string[] =>
    breakCircle(members, all).entries.map(({ owner, by, members: waited }) => `${owner} ${by} ${waited.join(' ')}`);

  it('is the easiest to change: a tool, a key, a start, and what it needs to run last; then the first by name', () => {
    expect(broken(wait(0, 'startup', 1), wait(1, 'uses', 0))).toEqual(['1 uses 0']);
    expect(broken(wait(0, 'key', 1), wait(1, 'uses', 0))).toEqual(['1 uses 0']);
    expect(broken(wait(0, 'startup', 1), wait(1, 'key', 0))).toEqual(['1 key 0']);
    expect(broken(wait(0, 'hard', 1), wait(1, 'startup', 0))).toEqual(['1 startup 0']);
    expect(broken(wait(1, 'uses', 0), wait(0, 'uses', 1))).toEqual(['0 uses 1']);
  });

  it('is the only one that helps, however hard to change, and all where all are circles', () => {
    expect(broken(wait(0, 'uses', 2), wait(1, 'startup', 1))).toEqual(['1 startup 1']);
    expect(broken(wait(0, 'uses', 0), wait(1, 'key', 1), wait(2, 'startup', 2))).toEqual([
      '0 uses 0',
      '1 key 1',
      '2 startup 2',
    ]);
  });

  it('frees first whom most wait for, where there are too many to try: the hub of sixty, not each of them', () => {
    const spokes = Array.from({ length: 60 }, (_, at) => at + 1);
    const all = spokes.flatMap((one) => [wait(one, 'uses', 0), wait(0, 'startup', one)]);
    const { entries: found, smallest } = breakCircle([0, ...spokes], all);
    expect(smallest).toBe(false);
    expect(found).toEqual(spokes.map((one) => wait(0, 'startup', one)));
  });

  it('knows who starts as the definition says', () => {
    fc.assert(
      fc.property(entries(5, 9), (all) => {
        expect(startOrder(members, all).never.size === 0).toBe(startsAll(5, all));
      }),
      { seed: 19, numRuns: runs(2000) },
    );
  });
});
