import { describe, expect, test } from 'vitest';
import { blameForTime } from '../../../src/analysis/blame.js';
import { startOrder } from '../../../src/analysis/settling.js';
import { createSolver, type Solution, type Solver } from '../../../src/analysis/solver.js';
import { vainEntries, type WaitEntry } from '../../../src/analysis/wait-entries.js';
import { modelOf } from '../../model/link.js';

const places = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
`;
const standby = '{ at: b1 }, { at: b2, role: standby, readiness: hot }';
/** Back after 1m + 2m and what is given here. */
const back = (more = 'uses: []'): string => `recovery: { mode: automatic, detect: 1m, execute: 2m, ${more} }`;
/** Lost with b1 for good, and up. */
const others = `
  console: { replicas: [{ at: b1 }] }
  kms: { replicas: [{ at: b1 }] }
  hsm: { replicas: [{ at: b1 }] }
  pager: { replicas: [{ at: b3 }] }
`;

interface Solved {
  readonly solver: Solver;
  readonly solution: Solution;
}

function losing(yaml: string, id: string): Solved {
  const model = modelOf(yaml);
  const solver = createSolver(model);
  const domains = [model.domainById.get(id) ?? -1];
  return {
    solver,
    solution: solver.solve({ domains, services: [], corrupted: [], lasts: undefined, destroys: false }),
  };
}

function named({ model }: Solver, services: readonly number[]): string {
  return services.map((one) => model.services[one]?.id ?? '?').join(' ');
}

/** Who is to blame that `chat` is not back within so many minutes of the loss of b1. */
function blamed(services: string, minutes: number): string {
  return lateBy(losing(`${places}services:\n${services}`, 'b1'), minutes);
}

function lateBy({ solver, solution }: Solved, minutes: number): string {
  return named(solver, blameForTime(solver, solution, solver.model.serviceById.get('chat') ?? -1, minutes * 60));
}

/** What `chat` waits for in vain after the loss of b1. */
function inVain(chat: string, place = ''): readonly string[] {
  const { solver, solution } = losing(
    `${places.replace('b1: { kind: building', `b1: { kind: building${place}`)}services:\n  chat: ${chat}${others}`,
    'b1',
  );
  return vainEntries(solver, solution, solver.model.serviceById.get('chat') ?? -1).map(
    ({ by, members }) => `${by} ${named(solver, members)}`,
  );
}

describe('who is to blame for a time', () => {
  /** 1m + 40m + 2m = 43m; chat takes 35m beside that wait and 40m after it. */
  const late = `
  console: { replicas: [{ at: b1 }], recovery: { mode: automatic, detect: 1m, redirect: 2m, uses: [], rebuild: { to: [b3], takes: 40m } } }
  chat: { replicas: [{ at: b1 }, { at: b2, role: standby, startup: 10m }], recovery: { detect: 5m, decide: 30m, execute: 15m, redirect: 5m, verify: 10m, uses: [console] } }
`;

  test('whoever takes longest of the chain, where the own 35m + 40m = 75m are short enough', () => {
    expect(blamed(late, 80)).toBe('console');
    expect(blamed(late, 75)).toBe('console');
  });

  test('itself where 75m are too long, and the other too where its 43m are', () => {
    expect(blamed(late, 74)).toBe('chat');
    expect(blamed(late, 43)).toBe('chat');
    expect(blamed(late, 42)).toBe('chat console');
  });

  test('itself where its 40m after the wait exceed the 39m of the other', () => {
    expect(blamed(late.replace('takes: 40m', 'takes: 36m'), 76)).toBe('chat');
  });

  const needs = (own: string, needed = 'web: hard'): string => `
  web: { replicas: [{ at: b1 }, { at: b2, role: standby, startup: 7m }], ${back()} }
  dns: { replicas: [{ at: b1 }, { at: b2, role: standby, startup: 1m }], ${back()} }
  chat: { dependsOn: { ${needed} }, ${own} }
`;
  const slow = (startup: string): string =>
    `replicas: [{ at: b1 }, { at: b2, role: standby, startup: ${startup} }], ${back()}`;

  test('what it needs to run, if that is ready last: 10m after its own 0m, 9m or 10m', () => {
    expect(blamed(needs('replicas: [{ at: b3 }]'), 5)).toBe('web');
    expect(blamed(needs(slow('2m')), 5)).toBe('web');
    expect(blamed(needs(slow('6m')), 5)).toBe('chat web');
    // Both take 10m: the nearest of equals.
    expect(blamed(needs(slow('7m')), 5)).toBe('chat');
    expect(blamed(needs(slow('8m')), 5)).toBe('chat');
  });

  test('of a choice the one that is ready first, 4m', () => {
    expect(blamed(needs('replicas: [{ at: b3 }]', 'any: { kind: hard, anyOf: [web, dns] }'), 3)).toBe('dns');
  });

  test('what it needs to start, not what it only misses', () => {
    expect(blamed(needs(slow('0m'), 'web: startup'), 11)).toBe('web');
    expect(blamed(needs(slow('1m'), 'web: soft'), 3)).toBe('chat');
  });

  test('of two that it needs, both ready last, the one with the longest steps of its own', () => {
    const two = `
  web: { replicas: [{ at: b1 }, { at: b2, role: standby, startup: 7m }], ${back()} }
  api: { dependsOn: { web: hard }, replicas: [{ at: b3 }] }
  app: { dependsOn: { web: startup }, replicas: [{ at: b1 }, { at: b2, role: standby, startup: 1m }], ${back()} }
  chat: { dependsOn: { api: hard, app: hard }, replicas: [{ at: b3 }] }
`;
    // app: 10m + 2m + 1m = 13m, of which web took 10m.
    expect(blamed(two, 5)).toBe('web');
  });

  test('the nearest of equals: 10m of web before, and 2m + 8m of its own after', () => {
    expect(blamed(needs(slow('8m'), 'web: startup'), 12)).toBe('chat');
  });

  test('the first steps of whoever waits for nobody count: 10m + 2m of web, 5m of its own', () => {
    const early = needs(slow('3m'), 'web: startup').replace(
      `startup: 7m }], ${back()}`,
      'readiness: hot }], recovery: { mode: automatic, detect: 10m, execute: 2m, uses: [] }',
    );
    expect(blamed(early, 7)).toBe('web');
  });

  test('a wait that ends with its own first steps delays nothing: 10m of both, then 2m', () => {
    const both = needs(
      `replicas: [{ at: b1 }, { at: b2, role: standby, readiness: hot }], recovery: { mode: automatic, detect: 10m, execute: 2m, uses: [] }`,
      'web: startup',
    );
    expect(blamed(both, 5)).toBe('chat');
  });

  test('what it needs to start, though something it needs to run is ready before it, or with it', () => {
    // Started after the 10m of web it takes 2m + 1m more; dns is ready after 4m, or after 13m.
    const start = needs(slow('1m'), 'web: startup, dns: hard');
    expect(blamed(start, 5)).toBe('web');
    expect(blamed(start.replace('startup: 1m }], recovery', 'startup: 10m }], recovery'), 5)).toBe('web');
  });

  test('who holds it up while it runs itself, also where it might have been lost', () => {
    // Nobody knows on which power b2 stands; at best chat is up there, and waits for the 10m of web.
    const yaml = `
version: 1
domains: { feed: { kind: power }, other: { kind: power } }
locations:
  b1: { kind: building, failsWith: [feed] }
  b2: { kind: building }
  b3: { kind: building, failsWith: [other] }
services:
  web: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 7m }], ${back()} }
  dns: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 1m }], ${back()} }
  chat: { dependsOn: { dns: soft, web: hard }, replicas: [{ at: b2 }, { at: b3, role: standby, startup: 20m }], ${back()} }
`;
    expect(lateBy(losing(yaml, 'feed'), 5)).toBe('web');
    expect(lateBy(losing(yaml.replace('startup: 7m', 'startup: 40m'), 'feed'), 5)).toBe('web');
  });

  test('of those it waits for only the last to be ready, and whom that waits for', () => {
    // web is ready after 5m of dns and 5m of its own; app takes 6m at one go, and nobody waits for that.
    const chain = `
  dns: { replicas: [{ at: b1 }, { at: b2, role: standby, startup: 2m }], ${back()} }
  web: { dependsOn: { dns: startup }, replicas: [{ at: b1 }, { at: b2, role: standby, startup: 3m }], ${back()} }
  app: { replicas: [{ at: b1 }, { at: b2, role: standby, startup: 3m }], ${back()} }
  chat: { dependsOn: { app: startup, web: startup }, replicas: [{ at: b1 }, { at: b2, role: standby, readiness: hot }], ${back()} }
`;
    expect(blamed(chain, 5)).toBe('web');
    expect(blamed(chain.replace('startup: 3m', 'startup: 4m').replaceAll('app: startup, web', 'web'), 5)).toBe('web');
  });

  test('never back: itself without a way of its own, nobody where it only waits in vain', () => {
    expect(blamed(`  chat: { replicas: [{ at: b1 }] }\n`, 5)).toBe('chat');
    expect(blamed(`  chat: { replicas: [${standby}], ${back('uses: [console]')} }${others}`, 5)).toBe('');
    expect(blamed(`  chat: { replicas: [{ at: b3 }], dependsOn: { console: hard } }${others}`, 5)).toBe('');
  });
});

describe('what is waited for in vain', () => {
  test('tools, each once, if they never come back', () => {
    expect(inVain(`{ replicas: [${standby}], ${back('uses: [console, pager, kms]')} }`)).toEqual([
      'uses console',
      'uses kms',
    ]);
  });

  test('also by whoever has no way back, since it would stand in the way of any', () => {
    expect(inVain(`{ replicas: [{ at: b1 }], ${back('uses: [console]')} }`)).toEqual(['uses console']);
  });

  test('no tool where the service only waits for its place, but what it needs to start', () => {
    // Of their places all come back after 1h, but x and y start only with each other.
    const chat = `{ dependsOn: { x: startup }, replicas: [{ at: b1 }], ${back('restart: 5m, uses: [x]')} }
  x: { dependsOn: { y: startup }, replicas: [{ at: b1 }], ${back('restart: 5m, uses: []')} }
  y: { dependsOn: { x: startup }, replicas: [{ at: b1 }], ${back('restart: 5m, uses: []')} }`;
    expect(inVain(chat, ', lasts: 1h')).toEqual(['startup x']);
  });

  const backup = (at: string, key: string): string =>
    `{ at: [${at}], every: 1h${key}, restore: { to: [b3], time: 1h } }`;
  const kept = (backups: string, replicas = '{ at: b1 }'): string =>
    `{ data: {}, replicas: [${replicas}], backups: { ${backups} }, ${back()} }`;

  test('the keys of all backups together, of which one is enough', () => {
    expect(inVain(kept(`n: ${backup('b3', ', key: kms')}`))).toEqual(['key kms']);
    expect(inVain(kept(`n: ${backup('b3', ', key: kms')}, w: ${backup('b3', ', key: hsm')}`))).toEqual(['key kms hsm']);
    expect(inVain(kept(`n: ${backup('b3', ', key: kms')}, w: ${backup('b2', ', key: kms')}`))).toEqual(['key kms']);
    // Lost as well, and still in the way of any restore.
    expect(inVain(kept(`n: ${backup('b1', ', key: kms')}`))).toEqual(['key kms']);
  });

  test('no key where another is at hand, or a backup goes without, or the way back is no restore', () => {
    expect(inVain(kept(`n: ${backup('b3', ', key: kms')}, w: ${backup('b3', ', key: pager')}`))).toEqual([]);
    expect(inVain(kept(`n: ${backup('b1', ', key: kms')}, w: ${backup('b1', '')}`))).toEqual([]);
    const doubled = '{ at: b1, role: primary }, { at: b2, role: standby, replication: sync, readiness: hot }';
    expect(inVain(kept(`n: ${backup('b3', ', key: kms')}`, doubled).replace('uses: []', 'uses: [console]'))).toEqual([
      'uses console',
    ]);
  });

  test('what it needs to run, and to start only where it stopped itself; not what it misses', () => {
    const needs = 'dependsOn: { console: hard, kms: startup, hsm: soft, pager: hard }';
    expect(inVain(`{ ${needs}, replicas: [{ at: b3 }] }`)).toEqual(['hard console']);
    expect(inVain(`{ ${needs}, replicas: [${standby}], ${back()} }`).toSorted()).toEqual([
      'hard console',
      'startup kms',
    ]);
  });

  test('a choice only where all of it is gone', () => {
    const any = (members: string): string =>
      `{ dependsOn: { any: { kind: hard, anyOf: [${members}] } }, replicas: [{ at: b3 }] }`;
    expect(inVain(any('console, kms'))).toEqual(['hard console kms']);
    expect(inVain(any('console, pager'))).toEqual([]);
  });
});

describe('the order of a start', () => {
  const waits = (owner: number, by: WaitEntry['by'], ...members: number[]): WaitEntry => ({ owner, by, members });
  const order = (...entries: WaitEntry[]): readonly unknown[] => {
    const { waves, never } = startOrder([10, 20, 30], entries);
    return [...waves, ...(never.size === 0 ? [] : [`never ${[...never].join(' ')}`])];
  };

  test('is one wave where nobody waits, or only for somebody who is there', () => {
    expect(order()).toEqual([[10, 20, 30]]);
    expect(order(waits(10, 'uses', 99), waits(20, 'hard', 99))).toEqual([[10, 20, 30]]);
  });

  test('does not put together those who meet only in somebody who is there', () => {
    expect(order(waits(10, 'hard', 20), waits(20, 'hard', 99))).toEqual([[20, 30], [10]]);
    expect(order(waits(20, 'hard', 10), waits(99, 'hard', 20))).toEqual([[10, 30], [20]]);
  });

  test('is a wave for each wait', () => {
    expect(order(waits(10, 'uses', 20), waits(20, 'hard', 30))).toEqual([[30], [20], [10]]);
  });

  test('puts together what needs each other hard, by single entries, and all that they wait for before', () => {
    expect(order(waits(10, 'hard', 20), waits(20, 'hard', 10))).toEqual([[10, 20, 30]]);
    expect(order(waits(10, 'hard', 20), waits(20, 'hard', 10), waits(20, 'key', 30))).toEqual([[30], [10, 20]]);
    expect(order(waits(10, 'hard', 20), waits(20, 'hard', 10), waits(30, 'startup', 20))).toEqual([[10, 20], [30]]);
  });

  test('has no place for any other circle, nor for who waits for one', () => {
    expect(order(waits(10, 'hard', 20), waits(20, 'uses', 10))).toEqual([[30], 'never 10 20']);
    expect(order(waits(10, 'hard', 20), waits(20, 'hard', 10), waits(20, 'startup', 10))).toEqual([
      [30],
      'never 10 20',
    ]);
    expect(order(waits(10, 'uses', 10), waits(20, 'hard', 10))).toEqual([[30], 'never 10 20']);
    // Two that start together, and a choice of both beside it.
    const together = [waits(10, 'hard', 20), waits(20, 'hard', 10), waits(10, 'hard', 30), waits(30, 'hard', 10)];
    expect(order(...together)).toEqual([[10, 20, 30]]);
    expect(order(...together, waits(10, 'hard', 20, 30))).toEqual(['never 10 20 30']);
    // A choice of two that both wait for whoever chooses.
    expect(order(waits(10, 'hard', 20, 30), waits(20, 'hard', 10), waits(30, 'hard', 10))).toEqual(['never 10 20 30']);
  });

  test('waits for the first of a choice', () => {
    expect(order(waits(10, 'hard', 20, 30), waits(20, 'hard', 10))).toEqual([[30], [10], [20]]);
    expect(order(waits(10, 'key', 20, 99), waits(20, 'uses', 10))).toEqual([[10, 30], [20]]);
  });
});
