import { expect, test } from 'vitest';
import { drillsAbout } from '../../../src/analysis/drills-about.js';
import { lostClosure } from '../../../src/analysis/lost-closure.js';
import { failureGraph } from '../../../src/analysis/failure-graph.js';
import { surveyLosses } from '../../../src/analysis/promises.js';
import { measurementOf } from '../../../src/analysis/proof.js';
import { createSolver } from '../../../src/analysis/solver.js';
import type { Drill } from '../../../src/model/model.js';
import { modelOf } from '../../model/link.js';

/** chat: 10m when b1 is lost, its worst building; b1 lies in r1, and is lost with the feed. */
const estate = (drills: string): string => `
version: 1
locations:
  r1: { kind: region }
  b1: { kind: building, in: r1, failsWith: [feed] }
  b2: { kind: building }
  b3: { kind: building }
  room: { kind: room, in: b1 }
domains: { feed: { kind: power }, rest: { kind: power } }
services:
  chat:
    data: {}
    replicas: [{ at: b1, role: primary }, { at: b2, role: standby, replication: async, lag: 5s, startup: 7m }]
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
    objectives: { rto: 1h, rpo: 1m, survive: [building] }
  other: { replicas: [{ at: b3 }] }
drills:
${drills}
`;

/** What is proven of chat's time and data: `date value`, or nothing. */
function proven(
  drills: string,
  counts: (drill: Drill) => boolean = () => true,
  isChanged: (drill: Drill) => boolean | undefined = () => undefined,
): readonly (string | undefined)[] {
  const model = modelOf(estate(drills));
  const closure = lostClosure(failureGraph(model));
  const lostIn = (index: number): ReadonlySet<number> =>
    new Set(closure.spread(model.drills[index]?.lose.domains ?? []).filter((one) => one < model.domains.length));
  const chat = model.serviceById.get('chat');
  const about = drillsAbout(model.drills.filter(counts));
  return surveyLosses(createSolver(model))
    .promises.filter(({ service }) => service === chat)
    .map((promise) => {
      const found = measurementOf(promise, lostIn, { about, isChanged });
      return found === undefined
        ? undefined
        : `${found.drill.date} ${found.value}${found.standing === 'changed' ? ' changed' : ''}`;
    });
}

test('a drill that lost the worst building and measured the service proves what it measured', () => {
  expect(proven('  - { date: 2024-05-01, lose: [b1], measured: { chat: { rto: 12m, rpo: 2s } } }')).toEqual([
    '2024-05-01 720',
    '2024-05-01 2',
  ]);
});

test('one that only talked, or failed, proves nothing, and a failed one ends what was proven before', () => {
  const one = (date: string, more: string): string => `  - { date: ${date}, lose: [b1], ${more} }\n`;
  const before = one('2024-05-01', 'measured: { chat: { rto: 12m, rpo: 2s } }');
  const good = 'measured: { chat: { rto: 11m, rpo: 1s } }';
  expect(proven(before + one('2024-06-01', `kind: tabletop, ${good}`))).toEqual(['2024-05-01 720', '2024-05-01 2']);
  expect(proven(before + one('2024-06-01', `result: partial, ${good}`))).toEqual(['2024-06-01 660', '2024-06-01 1']);
  expect(proven(before + one('2024-06-01', `result: failed, ${good}`))).toEqual([undefined, undefined]);
  expect(proven(before + one('2024-06-01', 'result: failed'))).toEqual([undefined, undefined]);
  // A later one proves anew.
  expect(proven(one('2024-05-01', 'result: failed') + one('2024-06-01', good))).toEqual([
    '2024-06-01 660',
    '2024-06-01 1',
  ]);
  // Of others only: it says nothing about this one.
  expect(proven(before + one('2024-06-01', 'result: failed, measured: { other: { rto: 9h } }'))).toEqual([
    '2024-05-01 720',
    '2024-05-01 2',
  ]);
  // What it measured that is too slow still shows that the promise is missed.
  expect(proven(before + one('2024-06-01', 'result: failed, measured: { chat: { rto: 9h } }'))).toEqual([
    '2024-06-01 32400',
    undefined,
  ]);
});

test('so does the loss of what encloses the building, or of what takes it', () => {
  for (const lost of ['r1', 'feed']) {
    expect(proven(`  - { date: 2024-05-01, lose: [${lost}], measured: { chat: { rto: 12m } } }`)).toEqual([
      '2024-05-01 720',
      undefined,
    ]);
  }
});

test('a room in it, another building, or a service by name prove nothing about the building', () => {
  for (const lost of ['room', 'b2', 'chat']) {
    expect(proven(`  - { date: 2024-05-01, lose: [${lost}], measured: { chat: { rto: 12m, rpo: 2s } } }`)).toEqual([
      undefined,
      undefined,
    ]);
  }
});

test('what was not measured is not proven', () => {
  expect(proven('  - { date: 2024-05-01, lose: [b1], measured: { other: { rto: 1m } } }')).toEqual([
    undefined,
    undefined,
  ]);
  expect(proven('  - { date: 2024-05-01, lose: [b1], result: recovered }')).toEqual([undefined, undefined]);
});

test('the latest that counts speaks, for time and data each its own', () => {
  const drills = `
  - { date: 2024-05-01, lose: [b1], measured: { chat: { rto: 12m, rpo: 2s } } }
  - { date: 2023-05-01, lose: [b1], measured: { chat: { rto: 5m, rpo: 9s } } }
  - { date: 2025-05-01, lose: [b1], measured: { chat: { rto: 20m } } }
  - { date: 2025-06-01, lose: [b2], measured: { chat: { rto: 1m } } }`;
  expect(proven(drills)).toEqual(['2025-05-01 1200', '2024-05-01 2']);
  expect(proven(drills, ({ date }) => date < '2025')).toEqual(['2024-05-01 720', '2024-05-01 2']);
  expect(proven(drills, () => false)).toEqual([undefined, undefined]);
});

test('a drill before a change proves nothing, nor does an earlier one that does not tell what it tested', () => {
  const drills = `
  - { date: 2024-05-01, lose: [b1], measured: { chat: { rto: 12m } } }
  - { date: 2025-05-01, lose: [b1], measured: { chat: { rto: 20m } } }`;
  const silentBefore2025 = ({ date }: Drill): boolean | undefined => (date < '2025' ? undefined : true);
  expect(proven(drills, undefined, silentBefore2025)).toEqual(['2025-05-01 1200 changed', undefined]);
  expect(proven(drills, undefined, () => true)).toEqual(['2025-05-01 1200 changed', undefined]);
});

test('an earlier drill speaks again where it tested what there is today', () => {
  const drills = `
  - { date: 2024-05-01, lose: [b1], measured: { chat: { rto: 12m } } }
  - { date: 2025-05-01, lose: [b1], measured: { chat: { rto: 20m } } }`;
  expect(proven(drills, undefined, ({ date }) => date > '2025')).toEqual(['2024-05-01 720', undefined]);
  expect(proven(drills, undefined, () => false)).toEqual(['2025-05-01 1200', undefined]);
});
