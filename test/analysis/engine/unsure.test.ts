import { describe, expect, test } from 'vitest';
import { best, worst } from '../../../src/analysis/side.js';
import { createSolver, type Solution, type Solver } from '../../../src/analysis/solver.js';
import { standbysWithin } from '../../../src/analysis/within.js';
import type { Model } from '../../../src/model/model.js';
import { modelOf } from '../../model/link.js';
import { lose, promisesOf } from './aftermath.js';

const quick = 'recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }';

function losing(model: Model, domain: string): { readonly solver: Solver; readonly solution: Solution } {
  const solver = createSolver(model);
  const domains = [model.domainById.get(domain) ?? -1];
  return {
    solver,
    solution: solver.solve({ domains, services: [], corrupted: [], lasts: undefined, destroys: false }),
  };
}

describe('a promise that rests on a restore which a late failover may displace', () => {
  /** 1m + 2m + an unknown startup, or a restore in 1m + 10m = 11m; the others wait for it one way or another. */
  const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
defaults: { objectives: { rto: 1h } }
services:
  store:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: sync }]
    backups: { n: { at: [b3], every: 1h, restore: { to: [b3], time: 10m } } }
    ${quick}
  api: { data: none, dependsOn: { store: hard }, replicas: [{ at: b2 }, { at: b3 }] }
  site: { data: none, dependsOn: { api: hard }, replicas: [{ at: b2 }, { at: b3 }] }
  batch: { data: none, dependsOn: { store: startup }, replicas: [{ at: b1 }, { at: b3, role: standby, readiness: hot }], ${quick} }
  console: { data: none, replicas: [{ at: b1 }, { at: b3, role: standby, readiness: hot }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [store] } }
  badge: { data: none, dependsOn: { store: soft }, replicas: [{ at: b2 }, { at: b3 }] }
  other: { data: none, replicas: [{ at: b1 }, { at: b3, role: standby, readiness: hot }], ${quick} }
  zoo: { data: {}, objectives: { survive: [] }, replicas: [{ at: b1 }], backups: { n: { at: [b3], every: 1h, restore: { to: [b3], time: 10m } } }, ${quick} }
`;

  test('makes unsure whoever needs it to run, to start or to recover, however far; not who only misses it', () => {
    // batch and console take 2m more than the store: 3m + 2m at best. The restore in 11m is nothing to rely on.
    expect(promisesOf(yaml)).toEqual([
      'api building rto unknown 3m..never (b1)',
      'badge building rto kept 0s (b2)',
      'batch building rto unknown 5m..never (b1)',
      'console building rto unknown 5m..never (b1)',
      'other building rto kept 3m (b1)',
      'site building rto unknown 3m..never (b1)',
      'store building rto unknown 3m..never (b1)',
    ]);
    const model = modelOf(yaml);
    const { solution } = losing(model, 'b1');
    const open = model.services.filter(({ index }) => solution.readyAt(index, worst) === Infinity);
    expect(open.map(({ id }) => id).sort()).toEqual(['api', 'batch', 'console', 'site', 'store']);
  });
});

test('a rebuild that turns out to be late displaces a restore as a failover does', () => {
  // Restored in 1m + 10m = 11m. Nobody says how long the rebuild takes.
  const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
defaults: { objectives: { rto: 1h } }
services:
  images: { data: none, replicas: [{ at: b1 }], backups: { n: { at: [b3], every: 1h, restore: { to: [b3], time: 10m } } }, recovery: { mode: automatic, detect: 1m, uses: [], rebuild: { to: [b2] } } }
`;
  expect(promisesOf(yaml)).toEqual(['images building rto unknown 1m..never (b1)']);
});

describe('a copy that may lag where neither none nor all are lost', () => {
  test('is one of two of which nobody knows where they stand, whatever is lost', () => {
    // None lost: nothing. Both lost: 1h, by the backup. One lost: 2h, what the other is behind.
    const model = modelOf(`
version: 1
locations: { b1: { kind: building }, b3: { kind: building } }
services:
  store:
    data: {}
    replicas: [{ name: one, replication: async, lag: 2h }, { name: two, replication: async, lag: 2h }]
    backups: { n: { at: [b3], every: 1h, takes: 0s, restore: { to: [b3], time: 10m } } }
    ${quick}
`);
    const { solution } = losing(model, 'b1');
    expect([solution.lossOf(0, best), solution.lossOf(0, worst)]).toEqual([0, 7200]);
  });

  test('leaves the data of whoever needs it hard in doubt, not of whoever only starts with it', () => {
    // Nobody knows the feeds of b1 and b2. Both lost: the backup of 5m ago; one of them lost: the other is up to 1h behind.
    const model = modelOf(`
version: 1
domains: { feed: { kind: power }, other: { kind: power } }
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building, failsWith: [other] } }
services:
  store:
    data: {}
    replicas: [{ at: b1, replication: async, lag: 1h }, { at: b2, replication: async, lag: 1h }]
    backups: { n: { at: [b3], every: 5m, takes: 0s, restore: { to: [b3], time: 10m } } }
    ${quick}
  api: { data: none, dependsOn: { store: hard }, replicas: [{ at: b3 }] }
  site: { data: none, dependsOn: { api: hard }, replicas: [{ at: b3 }] }
  batch: { data: none, dependsOn: { store: startup }, replicas: [{ at: b3 }] }
  badge: { data: none, dependsOn: { store: soft }, replicas: [{ at: b3 }] }
`);
    const { solution } = losing(model, 'feed');
    const lossesOf = (id: string): readonly number[] => {
      const service = model.serviceById.get(id) ?? -1;
      return [solution.lossOf(service, best), solution.lossOf(service, worst)];
    };
    expect(['store', 'api', 'site'].map(lossesOf)).toEqual([
      [0, 3600],
      [0, 3600],
      [0, 3600],
    ]);
    expect(['batch', 'badge'].map(lossesOf)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('who could be promoted in a place', () => {
  test('standbys and replicas that nobody rules out, in the place and in all around it', () => {
    const model = modelOf(`
version: 1
locations:
  r: { kind: region }
  b1: { kind: building, in: r }
  b2: { kind: building, in: r }
  hall: { in: b2 }
services:
  chat: { replicas: [{ at: b1, role: primary }, { at: hall, role: standby, startup: 1m }, { at: b2, name: two, role: standby, startup: 1m }] }
  log: { replicas: [{ at: b1, role: primary }, { at: b2, role: replica }] }
  mail: { replicas: [{ at: b1, role: primary }, { at: b2, role: replica, promotable: false }] }
  news: { replicas: [{ at: b1 }, { at: b2 }] }
  odd: { replicas: [{ at: b2, role: primary }, { role: standby, startup: 1m }] }
  push: { replicas: [{ at: b2, role: primary }, { at: [b1, hall], role: standby, startup: 1m }] }
`);
    const told = [...standbysWithin(model)].map(
      ([place, services]) =>
        `${model.domains[place]?.id ?? '?'}: ${services.map((one) => model.services[one]?.id ?? '?').join(' ')}`,
    );
    expect(told.toSorted()).toEqual(['b1: push', 'b2: chat log push', 'hall: chat push', 'r: chat log push']);
  });
});

test('who may not be lost itself only waits, at best, for what it needs: 3m, and 1m + 20m if it is', () => {
  const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, rack: { kind: rack } }
services:
  db: { data: none, replicas: [{ at: b1, role: primary }, { at: b2, role: standby, readiness: hot }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } }
  app: { data: none, replicas: [{ at: rack }], dependsOn: { db: hard }, recovery: { mode: automatic, detect: 1m, uses: [], rebuild: { to: [b2], takes: 20m } } }
`;
  expect(lose(yaml, ['b1']).of('app')).toMatchObject({ state: 'down', back: '3m..21m' });
});

test('who needs nobody knows what, and lost half of what it needs itself, is degraded at best', () => {
  const yaml = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
  app: { data: none, dependsOn: unknown, minCapacity: 80%, replicas: [{ at: b1, capacity: 50% }, { at: b2, capacity: 50% }], recovery: { uses: [] } }
`;
  expect(lose(yaml, ['b1']).of('app').state).toBe('degraded..down');
});
