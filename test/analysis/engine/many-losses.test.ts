import { describe, expect, test } from 'vitest';
import type { LossEvent } from '../../../src/analysis/loss-event.js';
import { best, worst } from '../../../src/analysis/side.js';
import { createSolver } from '../../../src/analysis/solver.js';
import type { Model } from '../../../src/model/model.js';
import { formatDuration } from '../../../src/units/duration.js';
import { modelOf } from '../../model/link.js';
import { eventEnds } from '../../support/event-ends.js';

// What a loss leaves of a service is kept for other losses that take the same of it. Here one solver answers them all.

interface Lost {
  /** Domains and services. */
  readonly ids: readonly string[];
  readonly corrupt?: readonly string[];
  readonly lasts?: number;
  readonly destroys?: boolean;
  readonly ends?: Readonly<Record<string, string>>;
}

function eventOf(model: Model, { ids, corrupt = [], lasts, destroys = false, ends }: Lost): LossEvent {
  const among = (known: ReadonlyMap<string, number>, wanted: readonly string[]): readonly number[] =>
    wanted.flatMap((id) => known.get(id) ?? []);
  return {
    domains: among(model.domainById, ids),
    services: among(model.serviceById, ids),
    corrupted: among(model.serviceById, corrupt),
    lasts,
    destroys,
    ends: eventEnds(model, ends),
  };
}

/** `back in 1h, loses 5m`: at best and at worst where the two differ. Asked in this order, and again in the other. */
function answers(yaml: string, service: string, events: readonly Lost[]): readonly string[] {
  const model = modelOf(yaml);
  const solver = createSolver(model);
  const index = model.serviceById.get(service) ?? -1;
  const answer = (lost: Lost): string => {
    const solution = solver.solve(eventOf(model, lost));
    const tell = (of: (side: typeof best | typeof worst) => number, endless: string): string => {
      const [first = '', ...others] = new Set(
        [of(best), of(worst)].map((seconds) => (seconds === Infinity ? endless : formatDuration(seconds))),
      );
      return [first, ...others].join('..');
    };
    const back = tell((side) => solution.readyAt(index, side), 'never');
    return `${back}, ${tell((side) => solution.lossOf(index, side), 'all')}`;
  };
  const told = events.map(answer);
  expect(events.toReversed().map(answer).toReversed()).toEqual(told);
  return told;
}

const losses = (...ids: readonly (readonly string[])[]): readonly Lost[] => ids.map((one) => ({ ids: one }));

const places = `
version: 1
locations:
  a1: { kind: building }
  a2: { kind: building }
  a3: { kind: building }
  a4: { kind: building }
  a5: { kind: building }
domains: { feed: { kind: power }, vaults: { kind: account } }
defaults: { recovery: { mode: automatic, detect: 1m, uses: [] } }
services:
`;

describe('one solver tells apart losses that take the same replicas of a service', () => {
  test('and other copies of its backups', () => {
    const yaml = `${places}
  store: { data: {}, replicas: [{ at: a1, role: primary }], backups: { n: { at: [a2, a3], every: 5m, takes: 0s, restore: { to: [a5], time: 1h } } } }
`;
    // 1m + 1h, as long as one copy is left.
    expect(answers(yaml, 'store', losses(['a1'], ['a1', 'a2'], ['a1', 'a3'], ['a1', 'a2', 'a3'], ['a1']))).toEqual([
      '1h1m, 5m',
      '1h1m, 5m',
      '1h1m, 5m',
      'never, all',
      '1h1m, 5m',
    ]);
  });

  test('and other places to restore to, or to rebuild in', () => {
    const yaml = `${places}
  store: { data: {}, replicas: [{ at: a1, role: primary }], backups: { n: { at: [a2], every: 5m, takes: 0s, restore: { to: [a4, a5], time: 1h } } } }
  web: { data: none, replicas: [{ at: a1 }], recovery: { rebuild: { to: [a4, a5], takes: 3h } } }
`;
    const events = losses(['a1'], ['a1', 'a4'], ['a1', 'a4', 'a5'], ['a1', 'a5'], ['a1']);
    // The backup is still there where there is nowhere to restore it to.
    expect(answers(yaml, 'store', events)).toEqual(['1h1m, 5m', '1h1m, 5m', 'never, 5m', '1h1m, 5m', '1h1m, 5m']);
    expect(answers(yaml, 'web', events)).toEqual(['3h1m, 0s', '3h1m, 0s', 'never, 0s', '3h1m, 0s', '3h1m, 0s']);
  });

  test('and a backup that may be lost, surely or perhaps', () => {
    const yaml = `${places.replace('a1: { kind: building }', 'a1: { kind: building, failsWith: [feed] }')}
  known: { data: {}, replicas: [{ at: a1, role: primary }], backups: { n: { at: [a2], every: 5m, takes: 0s, restore: { to: [a1], time: 1h } } } }
  store: { data: {}, replicas: [{ at: a1, role: primary }], backups: { n: { every: 5m, takes: 0s, failsWith: [vaults], restore: { to: [a5], time: 1h } } } }
`;
    // Nobody knows where the backup is: at worst where the loss is. With its account it is surely gone.
    expect(answers(yaml, 'store', losses(['a1'], ['a1', 'vaults'], ['a1']))).toEqual([
      '1h1m..never, 5m..all',
      'never, all',
      '1h1m..never, 5m..all',
    ]);
    // Nobody knows what feeds a2.
    expect(answers(yaml, 'known', losses(['a1'], ['feed'], ['a1', 'a2'], ['a1']))).toEqual([
      'never, 5m',
      'never, 5m..all',
      'never, all',
      'never, 5m',
    ]);
  });

  test('and one of forty backups, the quickest', () => {
    const backup = (id: number, vault: string, time: string): string =>
      `b${id}: { at: [${vault}], every: 5m, takes: 0s, restore: { to: [a5], time: ${time} } }`;
    const backups = Array.from({ length: 39 }, (_, id) => backup(10 + id, 'a2', '1h'));
    const yaml = `${places}
  store: { data: {}, replicas: [{ at: a1, role: primary }], backups: { ${[...backups, backup(60, 'a3', '10m')].join(', ')} } }
`;
    expect(answers(yaml, 'store', losses(['a1'], ['a1', 'a3'], ['a1', 'a2'], ['a1', 'a2', 'a3'], ['a1']))).toEqual([
      '11m, 5m',
      '1h1m, 5m',
      '11m, 5m',
      'never, all',
      '11m, 5m',
    ]);
  });

  test('and, of a service without replicas, what it stands on', () => {
    const yaml = `${places}
  saas: { data: {}, failsWith: [feed], backups: { n: { at: [a2], every: 5m, takes: 0s, restore: { to: [a5], time: 1h } } } }
`;
    expect(answers(yaml, 'saas', losses(['a2'], ['a2', 'feed'], ['vaults'], ['a2']))).toEqual([
      '0s, 0s',
      'never, all',
      '0s, 0s',
      '0s, 0s',
    ]);
  });
});

describe('one solver tells apart losses of the same replicas in other circumstances', () => {
  test('for ten minutes, for an hour, for good, and destroyed', () => {
    const yaml = `${places}
  web: { data: none, replicas: [{ at: a1 }] }
`;
    // A wait needs no detection.
    const a1 = { ids: ['a1'] };
    const events = [a1, { ...a1, lasts: 600 }, { ...a1, lasts: 3600 }, { ...a1, destroys: true, lasts: 600 }, a1];
    expect(answers(yaml, 'web', events)).toEqual(['never, 0s', '10m, 0s', '1h, 0s', 'never, 0s', 'never, 0s']);
  });

  test('with an end of its own for what was lost', () => {
    const yaml = `${places}
  web: { data: none, replicas: [{ at: a1 }] }
`;
    const a1 = { ids: ['a1'] };
    expect(answers(yaml, 'web', [a1, { ...a1, ends: { a1: '5m' } }, a1, { ...a1, ends: { a1: '7m' } }])).toEqual([
      'never, 0s',
      '5m, 0s',
      'never, 0s',
      '7m, 0s',
    ]);
  });

  test('lost by name, or corrupted: then a backup that can be changed may be no way back', () => {
    const yaml = `${places}
  store: { data: {}, replicas: [{ at: a1, role: primary }], backups: { n: { at: [a2], immutable: false, every: 5m, takes: 0s, restore: { to: [a5], time: 1h } } } }
`;
    const lost = { ids: ['store'] };
    const corrupted = { ids: [], corrupt: ['store'] };
    // At best the damage was noticed before it went into the backup.
    expect(answers(yaml, 'store', [lost, corrupted, lost])).toEqual(['1h1m, 5m', '1h1m..never, 5m..all', '1h1m, 5m']);
  });

  test('with others that want the same room', () => {
    const twice = (id: string, at: string): string =>
      `  ${id}: { data: none, demand: 10, replicas: [{ at: ${at}, role: primary }, { at: a3, role: standby, readiness: hot }], recovery: { execute: 2m } }`;
    const yaml = [
      places.replace('a3: { kind: building }', 'a3: { kind: building, capacity: 10 }'),
      twice('one', 'a1'),
      twice('two', 'a2'),
      '',
    ].join('\n');
    // There is room for one of the two, and nobody says for which.
    expect(answers(yaml, 'one', losses(['a1'], ['a1', 'a2'], ['a1']))).toEqual(['3m, 0s', '3m..never, 0s', '3m, 0s']);
  });
});
