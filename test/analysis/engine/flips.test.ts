import { describe, expect, test } from 'vitest';
import { flipPoints } from '../../../src/analysis/flip-point.js';
import { lossFlips } from '../../../src/analysis/loss-flip.js';
import type { LossEvent } from '../../../src/analysis/loss-event.js';
import { createSolver } from '../../../src/analysis/solver.js';
import type { Model } from '../../../src/model/model.js';
import { formatDuration } from '../../../src/units/duration.js';
import { modelOf } from '../../model/link.js';

function losing(model: Model, domain: string): LossEvent {
  return {
    domains: [model.domainById.get(domain) ?? -1],
    services: [],
    corrupted: [],
    lasts: undefined,
    destroys: false,
  };
}

/** What decides whether `chat` is back in so many minutes after b1 is lost: `execute 7m surely`. */
function flips(yaml: string, minutes: number): readonly string[] {
  const model = modelOf(yaml);
  const chat = model.serviceById.get('chat') ?? -1;
  return flipPoints(createSolver(model), losing(model, 'b1'), chat, minutes * 60).map(
    ({ phase, limit, surely }) => `${phase} ${formatDuration(limit)} ${surely ? 'surely' : 'at best'}`,
  );
}

/** What decides whether `chat` loses no more than so many minutes of data: `lag 5m`. */
function dataFlips(yaml: string, minutes: number): readonly string[] {
  const model = modelOf(yaml);
  const chat = model.serviceById.get('chat') ?? -1;
  return lossFlips(createSolver(model), losing(model, 'b1'), chat, minutes * 60).map(
    ({ field, limit }) => `${field} ${formatDuration(limit)}`,
  );
}

const places = `
version: 1
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building } }
`;

const chat = (recovery: string, standby = 'startup: 7m', more = ''): string => `${places}
services:
  chat:
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, ${standby} }]
    recovery: { mode: automatic, ${recovery} }
${more}
`;

describe('the longest that each step may take', () => {
  const quick = chat('detect: 1m, execute: 2m, uses: []');

  test('1m + 2m + 7m = 10m of 15m leave 5m for any one step, or for one that nobody wrote down', () => {
    // 15m - 1m - 7m for the execution, 15m - 1m - 2m for the startup, 15m - 2m - 7m to notice.
    expect(flips(quick, 15)).toEqual([
      'execute 7m surely',
      'startup 12m surely',
      'detect 6m surely',
      'decide 5m surely',
      'redirect 5m surely',
      'verify 5m surely',
    ]);
  });

  test('of 3m: only without any startup, since 1m + 2m are all there is', () => {
    expect(flips(quick, 3)).toEqual(['startup 0s surely']);
  });

  test('of decimals a millisecond less, where their sum would be a hair above the target', () => {
    // As floating-point numbers 0.1s + 0.2s are more than 0.3s.
    const hair = chat('detect: 100ms, execute: 0s, uses: []', 'startup: 200ms');
    expect(flips(hair, 0.3 / 60)).toContain('startup 199ms surely');
  });

  test('of 2m: none, since without the longest step 1m + 2m = 3m are left', () => {
    expect(flips(quick, 2)).toEqual([]);
  });

  test('a step of unknown length has a limit that makes it sure: 15m - 2m - 7m = 6m', () => {
    expect(flips(chat('execute: 2m, uses: []'), 15)).toEqual(['detect 6m surely']);
  });

  test('two of unknown length: nothing is sure; at best 20m are too long for 15m, and enough for 20m and 25m', () => {
    const open = chat('execute: 20m, uses: []', 'readiness: warm');
    expect(flips(open, 25)).toEqual([]);
    expect(flips(open, 15)).toEqual(['execute 15m at best']);
    expect(flips(open, 20)).toEqual([]);
  });

  test('steps beside a wait and steps after it: the console is back after 43m, then 40m, of 90m', () => {
    const yaml = chat(
      'detect: 5m, decide: 30m, execute: 15m, redirect: 5m, verify: 10m, uses: [console]',
      'startup: 10m',
      '  console: { replicas: [{ at: b1 }], recovery: { mode: automatic, detect: 1m, redirect: 2m, uses: [], rebuild: { to: [b3], takes: 40m } } }',
    );
    // After the wait 90m - 43m = 47m are left for 40m; beside it 90m - 40m = 50m for 35m.
    expect(flips(yaml, 90)).toEqual([
      'execute 22m surely',
      'startup 17m surely',
      'detect 20m surely',
      'decide 45m surely',
      'redirect 12m surely',
      'verify 17m surely',
    ]);
    // 43m + 40m = 83m are a minute too long. Neither detecting nor deciding faster shortens the wait.
    expect(flips(yaml, 82)).toEqual([
      'execute 14m surely',
      'startup 9m surely',
      'redirect 4m surely',
      'verify 9m surely',
    ]);
  });

  test('of two ways back the one that allows more decides', () => {
    const yaml = chat('detect: 1m, execute: 2m, uses: [], rebuild: { to: [b3], takes: 20m }').replace(
      'replicas:',
      'data: none\n    replicas:',
    );
    // The failover takes 1m + 9m, the rebuild 1m + 20m: each alone is in time, so that no step of only one decides.
    expect(flips(yaml, 30)).toEqual([
      'detect 21m surely',
      'decide 20m surely',
      'redirect 20m surely',
      'verify 20m surely',
    ]);
    // 21m are too long: the failover alone decides, and no rebuild in less than no time would help.
    expect(flips(yaml, 15)).toEqual([
      'execute 7m surely',
      'startup 12m surely',
      'detect 6m surely',
      'decide 5m surely',
      'redirect 5m surely',
      'verify 5m surely',
    ]);
    // Too little for either: 1m + 9m and 1m + 20m of 9m.
    expect(flips(yaml, 9)).toEqual(['execute 1m surely', 'startup 6m surely', 'rebuild 8m surely', 'detect 0s surely']);
  });

  test('a restore: 1m + 5m + 1h of 90m leave 24m', () => {
    const yaml = `${places}
services:
  chat:
    data: {}
    replicas: [{ at: b1 }]
    backups: { n: { at: [b3], every: 1h, restore: { to: [b3], prepare: 5m, time: 1h } } }
    recovery: { mode: automatic, detect: 1m, uses: [] }
`;
    expect(flips(yaml, 90)).toEqual([
      'transfer 1h24m surely',
      'prepare 29m surely',
      'detect 25m surely',
      'decide 24m surely',
      'redirect 24m surely',
      'verify 24m surely',
    ]);
  });

  test('of two ways back the quicker one comes second: 1m + 5m of 30m beside 1m + 9m', () => {
    const yaml = chat('detect: 1m, execute: 2m, uses: [], rebuild: { to: [b3], takes: 5m }').replace(
      'replicas:',
      'data: none\n    replicas:',
    );
    expect(flips(yaml, 30)).toEqual([
      'detect 25m surely',
      'decide 24m surely',
      'redirect 24m surely',
      'verify 24m surely',
    ]);
  });

  test('a restore that a failover of unknown length may displace is sure of nothing: 1h - 1m - 2m to start', () => {
    const yaml = `${places}
services:
  chat:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: sync }]
    backups: { n: { at: [b3], every: 1h, restore: { to: [b3], time: 10m } } }
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
`;
    expect(flips(yaml, 60)).toEqual(['startup 57m surely']);
  });

  test('a wait of 1h for the place leaves 30m of 90m for the restart', () => {
    const yaml = `${places.replace('b1: { kind: building }', 'b1: { kind: building, lasts: 1h }')}
services:
  chat: { replicas: [{ at: b1 }], recovery: { mode: automatic, detect: 1m, restart: 10m, uses: [] } }
`;
    expect(flips(yaml, 90)).toEqual(['restart 30m surely']);
    expect(flips(yaml, 60)).toEqual(['restart 0s surely']);
    expect(flips(yaml, 59)).toEqual([]);
  });
});

describe('the most that may be lost', () => {
  const store = (lag: string, backups = ''): string => `${places}
services:
  chat:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: async, ${lag}, startup: 7m }]
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
    ${backups}
`;
  const kept = (fields: string): string => `${places}
services:
  chat:
    data: {}
    replicas: [{ at: b1 }]
    backups: { ${fields} }
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
`;

  test('is the target itself where a copy lags', () => {
    expect(dataFlips(store('lag: 30m'), 5)).toEqual(['lag 5m']);
    expect(dataFlips(store('lag: 1m'), 5)).toEqual(['lag 5m']);
    expect(dataFlips(store('lag: 1m'), 0)).toEqual(['lag 0s']);
  });

  test('is nothing where what it needs lags 10m, whatever it does itself', () => {
    const log = `  log:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: async, lag: 10m, startup: 7m }]
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
`;
    expect(dataFlips(store('lag: 1m', 'dependsOn: { log: hard }') + log, 5)).toEqual([]);
    expect(dataFlips(store('lag: 1m', 'dependsOn: { log: hard }') + log, 10)).toEqual(['lag 10m']);
  });

  const backup = (at: string, takes: string): string =>
    `{ at: [${at}], every: 1h${takes}, restore: { to: [b3], time: 1h } }`;

  test('between backups is what taking one leaves: 30m - 20m', () => {
    const yaml = kept(`n: ${backup('b3', ', takes: 20m')}`);
    expect(dataFlips(yaml, 30)).toEqual(['every 10m']);
    expect(dataFlips(yaml, 20)).toEqual(['every 0s']);
    expect(dataFlips(yaml, 19)).toEqual([]);
  });

  test('is nothing where no backup is left, at whatever rhythm', () => {
    expect(dataFlips(kept(`n: ${backup('b1', ', takes: 20m')}`), 30)).toEqual([]);
    // The standby of the other building lags behind, which no backup makes good.
    expect(dataFlips(store('lag: 1m', `backups: { n: ${backup('b3', ', takes: 1m')} }`), 5)).toEqual(['lag 5m']);
  });
});
