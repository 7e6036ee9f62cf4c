import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/source/source-file.js';
import type { Expected, PublicOutcome } from '../support/incidents/expected.js';
import { play } from '../support/incidents/incident.js';
import { judge, realVerdict } from '../support/incidents/judge.js';
import { expectedFaults } from '../support/incidents/read-expected.js';
import { failures, repaired } from '../support/incidents/repair.js';
import { unmarkedValues } from '../support/incidents/unmarked-values.js';

/** `slow` takes 1h10m to fail over and loses 30s, `alone` never comes back, `open` says nothing of its standby. */
const files: readonly SourceFile[] = [
  {
    path: 'all.yaml',
    content: `version: 1
locations: { north: { kind: building }, south: { kind: building } }
services:
  slow:
    objectives: { rto: 2h, rpo: 0s, survive: [building] }
    replicas: [{ at: north, role: primary }, { at: south, role: standby, replication: async, lag: 30s, startup: 1h }]
    recovery: { mode: automatic, detect: 5m, execute: 5m, uses: [] }
  alone:
    objectives: { rto: 2h, survive: [building] }
    replicas: [{ at: north, role: primary }]
    backups: none
  open:
    objectives: { rto: 2h, survive: [building] }
    replicas: [{ at: north, role: primary }, { at: south, role: standby }]
  steady:
    objectives: { rto: 2h, survive: [building] }
    replicas: [{ at: south, role: primary }]
`,
  },
];

function expecting(services: Expected['services'], order?: readonly (readonly string[])[]): Expected {
  const events = { declared: { lose: ['north'] }, revealed: { lose: ['north'] } };
  return {
    version: 1,
    title: 'T',
    events,
    kinds: ['building'],
    services,
    ...(order === undefined ? {} : { order }),
    misses: [],
    notAssessable: [],
    repairs: [],
  };
}

const simulation = play(files, { lose: ['north'] });
const judgements = (id: string, outcome: Omit<PublicOutcome, 'source'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    judge(simulation, expecting({ [id]: { ...outcome, source: 's' } })).map(({ what, judgement }) => [what, judgement]),
  );

describe('a simulation held against what became public', () => {
  it.each([
    ['slow', { atOnce: 'down' }, { atOnce: 'hit' }],
    ['slow', { atOnce: ['degraded', 'down'] }, { atOnce: 'hit' }],
    ['slow', { atOnce: 'up' }, { atOnce: 'miss' }],
    ['steady', { atOnce: 'down' }, { atOnce: 'miss' }],
    ['slow', { back: '3h' }, { back: 'hit', rto: 'miss' }],
    ['slow', { back: '90m' }, { back: 'hit', rto: 'hit' }],
    ['slow', { back: '1h9m' }, { back: 'miss', rto: 'hit' }],
    ['slow', { back: 'never' }, { back: 'miss', rto: 'miss' }],
    ['alone', { back: 'never' }, { back: 'hit', rto: 'hit' }],
    ['alone', { back: '1w' }, { back: 'miss', rto: 'hit' }],
    ['open', { back: '10h' }, { back: 'open', rto: 'open' }],
    ['open', { back: 'never' }, { back: 'open', rto: 'open' }],
    ['steady', { back: '0s' }, { back: 'hit', rto: 'hit' }],
    ['steady', { back: '10h' }, { back: 'open', rto: 'miss' }],
    ['slow', { loss: 'some', lossTime: '20s' }, { loss: 'hit', rpo: 'hit' }],
    ['slow', { loss: 'some', lossTime: '40s' }, { loss: 'miss', rpo: 'hit' }],
    ['slow', { loss: 'none' }, { loss: 'miss', rpo: 'miss' }],
    ['slow', { loss: 'some' }, { loss: 'hit', rpo: 'hit' }],
    ['alone', { loss: 'all' }, { loss: 'hit' }],
    ['open', { loss: 'none' }, { loss: 'open' }],
  ] as const)('%s, really %j: %j', (id, outcome, expected) => {
    expect(judgements(id, outcome)).toEqual(expected);
  });

  it.each([
    ['steady', 'slow', 'hit'],
    ['slow', 'alone', 'hit'],
    ['alone', 'slow', 'miss'],
    ['open', 'slow', 'open'],
  ] as const)('%s before %s: %s', (first, later, judgement) => {
    const judged = judge(simulation, expecting({}, [[first], [later]]));
    expect(judged).toEqual([{ service: first, other: later, what: 'order', judgement }]);
  });

  it('does not know what became of an objective where the record is silent', () => {
    expect(realVerdict({ source: 's' }, 'rto', 60)).toBe(undefined);
    expect(realVerdict({ source: 's', loss: 'some' }, 'rpo', 60)).toBe(undefined);
    expect(realVerdict({ source: 's', loss: 'some' }, 'rpo', 0)).toBe('broken');
    expect(realVerdict({ source: 's', back: '1m' }, 'rto', 60)).toBe('kept');
  });
});

describe('a repair', () => {
  const serviceAfter = (edits: Parameters<typeof repaired>[1], id: string): Parameters<typeof failures>[0] => {
    const found = play(repaired(files, edits), { lose: ['north'] }).services.find((service) => service.id === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  const standby = [{ file: 'all.yaml', path: ['services', 'slow', 'replicas', 1, 'startup'], value: '5m' }];

  it('changes the inventory, and its consequence is looked at', () => {
    const slow = serviceAfter(standby, 'slow');
    expect(failures(slow, { atOnce: 'down', back: { atMost: '15m' }, loss: 'some' })).toEqual([]);
    expect(failures(slow, { atOnce: 'up', back: { atMost: '14m' }, loss: 'none' })).toEqual(['atOnce', 'back', 'loss']);
    expect(failures(slow, { back: { atLeast: '15m' } })).toEqual([]);
    expect(failures(slow, { back: { bestAtMost: '15m' } })).toEqual([]);
    expect(failures(slow, { back: { bestAtMost: '14m' } })).toEqual(['back']);
    expect(failures(slow, { back: 'finite' })).toEqual([]);
    expect(failures(slow, { back: 'never' })).toEqual(['back']);
  });

  it('without a value deletes', () => {
    const edits = [{ file: 'all.yaml', path: ['services', 'slow', 'replicas', 1] }];
    expect(failures(serviceAfter(edits, 'slow'), { back: 'never', loss: 'all' })).toEqual([]);
  });

  it('that changes nothing, or speaks of no file, is a mistake', () => {
    const stranger = [{ file: 'all.yaml', path: ['services', 'nobody', 'owner'], value: 'x' }];
    expect(() => repaired(files, stranger)).toThrow('no services.nobody');
    expect(() => repaired(files, [{ file: 'other.yaml', path: ['services'], value: 1 }])).toThrow('no file other.yaml');
    const same = [{ file: 'all.yaml', path: ['services', 'slow', 'objectives', 'rto'], value: '2h' }];
    expect(() => repaired(files, same)).toThrow('changes nothing');
  });
});

describe('marks of fact and assumption', () => {
  it.each([
    ['services: # opens a map\n  a:\n    owner: x # fact: s\n', []],
    ['services:\n  a:\n    owner: x\n', ['f.yaml:3']],
    ['services:\n  a:\n    owner: x # fact\n', ['f.yaml:3']],
    ['services:\n  a:\n    owner: x # assumption: \n', ['f.yaml:3']],
    ['services:\n  a: { owner: "x # fact: s" }\n', ['f.yaml:2']],
    ['services:\n  a: { owner: x, data: none } # assumption: r\n', []],
    ['services:\n  a:\n    uses: []\n', ['f.yaml:3']],
    ['services:\n  a:\n    uses:\n      - b\n      - c # fact: s\n', ['f.yaml:4']],
    ['services:\n  a:\n    notes: > # fact: s\n      long\n      text\n', []],
    ['services:\n  a:\n    notes: long\n      text # fact: s\n', []],
    ['version: 1\n', []],
  ])('%j', (content, unmarked) => {
    expect(unmarkedValues({ path: 'f.yaml', content })).toEqual(unmarked);
  });
});

describe('expected.yaml', () => {
  const sound = expecting({ slow: { source: 's', back: '1h' } });

  it('of the right shape is read', () => {
    expect(expectedFaults(sound)).toBe(undefined);
  });

  it.each([
    [{ ...sound, extra: 1 }, 'extra'],
    [expecting({ slow: { source: '' } }), '/services/slow/source'],
    [expecting({ slow: { source: 's', back: '90 minutes' } }), '/services/slow/back'],
    [expecting({ slow: { source: 's', lossTime: '1h' } }), 'loss'],
    [{ ...sound, events: { ...sound.events, declared: {} } }, '/events/declared'],
    [{ ...sound, misses: [{ service: 'slow', what: 'speed', why: 'w' }] }, '/misses/0/what'],
    [{ ...sound, repairs: [{ name: 'n', guilty: true, edits: [{ file: 'a', path: ['b'] }] }] }, '/repairs/0'],
    [{ ...sound, repairs: [{ name: 'n', guilty: false, edits: [], unchanged: ['a'] }] }, '/repairs/0/edits'],
  ])('of the wrong shape is refused: %#', (value, fault) => {
    expect(expectedFaults(value)).toContain(fault);
  });
});
