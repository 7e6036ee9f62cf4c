import { describe, expect, test } from 'vitest';
import { surveyLosses } from '../../../src/analysis/promises.js';
import { createSolver } from '../../../src/analysis/solver.js';
import { modelOf } from '../../model/link.js';
import { promisesOf } from './aftermath.js';

const places = `
version: 1
locations:
  r1: { kind: region }
  a1: { kind: building }
  b1: { kind: building }
  b2: { kind: building }
  b3: { kind: building }
  b4: { kind: building }
  rack: { kind: rack }
  vault: { kind: building }
`;
/** Restored to the vault after 1m + `minutes`, and as far behind as the backup is old; open: nobody says how fast it is read. */
const restored = (at: string, minutes: number, every: string, needs = '', open = false): string =>
  `{ data: {}, replicas: [{ at: ${at}, role: primary }], dependsOn: { ${needs} }, objectives: {},
     backups: { b: { at: [vault], every: ${every}, restore: { to: [vault], ${open ? `prepare: ${minutes}m` : `time: ${minutes}m`} } } },
     recovery: { detect: 1m, decide: 0m, uses: [] } }`;
const promising = (service: string): string =>
  service.replace('objectives: {}', 'objectives: { rto: 1m, rpo: 1m, survive: [building] }');

/** Every call for a broken promise: `s rto b1 worst`. */
function brokenIn(services: string): readonly string[] {
  const model = modelOf(`${places}services:\n${services}`);
  const heard: string[] = [];
  surveyLosses(createSolver(model), {
    onBroken: (_, { service, objective }, domain, isWorst) => {
      const of = model.services[service]?.id ?? '?';
      heard.push(`${of} ${objective} ${model.domains[domain]?.id ?? '?'} ${isWorst ? 'worst' : 'as bad'}`);
    },
  });
  return heard;
}

describe('who listens', () => {
  test('hears of each loss that somebody means to survive, and how many there are', () => {
    const model = modelOf(`${places}
services: { s: { data: none, replicas: [{ at: a1 }], objectives: { survive: [building, rack] } } }
`);
    const heard: string[] = [];
    surveyLosses(createSolver(model), { onSolving: (done, of) => heard.push(`${done} of ${of}`) });
    // Six buildings and a rack, and no region.
    expect(heard[0]).toBe('0 of 7');
    expect(heard[1]).toBe('1 of 7');
  });

  // With b1 and b3 5m of restoring and an hour are gone, with b2 3m and half an hour.
  const parts = `
  d1: ${restored('b1', 5, '1h')}
  d2: ${restored('b2', 3, '30m')}
  d3: ${restored('b3', 5, '1h')}
`;

  test('hears of the worst, and of what is as bad where it takes the service itself', () => {
    expect(
      brokenIn(`${parts}
  s: ${promising(restored('b4', 5, '1h', 'd1: hard, d2: hard, d3: hard'))}
`),
    ).toEqual(['s rto b1 worst', 's rpo b1 worst', 's rto b4 as bad', 's rpo b4 as bad']);
  });

  test('hears of nothing milder, not even of the loss of the service itself', () => {
    expect(
      brokenIn(`${parts}
  s: ${promising(restored('b4', 4, '45m', 'd1: hard'))}
`),
    ).toEqual(['s rto b1 worst', 's rpo b1 worst']);
  });

  test('hears of nothing that misses no target', () => {
    expect(brokenIn(parts)).toEqual([]);
  });

  test('of two answers whose worst is never, that with the later best is the worse', () => {
    expect(
      brokenIn(`
  d1: ${restored('b1', 5, '1h', '', true)}
  s: ${promising(restored('b4', 3, '1h', 'd1: hard', true))}
`),
    ).toEqual(['s rto b1 worst', 's rpo b1 worst', 's rpo b4 as bad']);
  });
});

test('of two broken answers alike at best, that is named which is worse at worst', () => {
  const rto = (services: string): string | undefined =>
    promisesOf(`${places}services:\n${services}`).find((line) => line.startsWith('s building rto'));
  const open = restored('b4', 4, '1h', 'd1: hard', true).replace('prepare: 4m', 'prepare: 5m');
  // 1m + 5m; the open one takes what it takes to read on top.
  expect(
    rto(`
  d1: ${restored('b1', 5, '1h')}
  s: ${promising(open)}
`),
  ).toBe('s building rto broken 6m..never (b4)');
  expect(
    rto(`
  d1: ${restored('b1', 5, '1h', '', true)}
  s: ${promising(restored('b4', 5, '1h', 'd1: hard'))}
`),
  ).toBe('s building rto broken 6m..never (b1)');
});

describe('which domain stands for a promise that none breaks', () => {
  test('the first that takes a copy, not one that takes a backup', () => {
    expect(
      promisesOf(`${places}
services:
  s:
    data: {}
    replicas: [{ at: b1, replication: sync }, { at: b2, replication: sync }]
    backups: { b: { at: [a1], every: 1h } }
    recovery: { uses: [] }
    objectives: { rto: 1m, survive: [building] }
`),
    ).toEqual(['s building rto kept 0s (b1)']);
  });

  test('the first of the places of a copy that is stretched over them, however they are written', () => {
    expect(
      promisesOf(`${places}
services:
  s: { data: none, replicas: [{ at: [b2, b1] }], recovery: { uses: [] }, objectives: { rto: 1m, survive: [building] } }
`),
    ).toEqual(['s building rto kept 0s (b1)']);
  });
});

describe('a promise about data where it is not known what is lost', () => {
  const behind = 'replication: async, lag: 1h';
  const promise = (replicas: string): readonly string[] =>
    promisesOf(`${places}
services:
  s:
    data: {}
    replicas: [${replicas}]
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
    objectives: { rpo: 1h, survive: [building] }
  elsewhere: { data: none, replicas: [{ at: rack }], objectives: {} }
`);

  const standby = `role: standby, readiness: hot, ${behind}`;
  test('is kept where the only copy that serves may be lost, and one of the standbys is left', () => {
    expect(promise(`{ at: rack, ${behind} }, { at: b2, ${standby} }, { at: b3, ${standby} }`)).toEqual([
      's building rpo kept 0s..1h (a1)',
    ]);
  });

  test('is kept where only another service may be lost', () => {
    expect(promise(`{ at: b1, ${behind} }, { at: b2, ${behind} }`)).toEqual(['s building rpo kept 1h (b1)']);
    const third = `{ at: b1, ${behind} }, { at: b2, ${behind} }, { at: b3, ${behind} }`;
    expect(promise(third)).toEqual(['s building rpo kept 1h (b1)']);
  });

  test('is kept where no copy is behind, whichever of them is lost', () => {
    const sync = ['rack', 'b2', 'b3'].map((at) => `{ at: ${at}, replication: sync }`).join(', ');
    expect(promise(sync)).toEqual(['s building rpo kept 0s (a1)']);
  });
});

test('what waits for the end of the loss is not slower for a failover that waits in vain', () => {
  // The tool never has two votes, so nothing that uses it ever begins; the loss ends after an hour.
  expect(
    promisesOf(`
version: 1
locations: { b1: { kind: building, lasts: 1h }, b2: { kind: building, lasts: 1h } }
services:
  tool: { data: none, quorum: 2, replicas: [{ at: b2 }], recovery: { uses: [] }, objectives: {} }
  s:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, readiness: hot, replication: sync }]
    backups: { b: { at: [b2], every: 1h, restore: { to: [b2], time: 10m } } }
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [tool] }
    objectives: { rto: 1h, survive: [building] }
`),
  ).toEqual(['s building rto kept 1h (b1)']);
});
