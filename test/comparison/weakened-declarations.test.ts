import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';

/** What is listed of one inventory held against another. */
function weakened(before: string, after: string): readonly string[] {
  const since = {
    ref: 'main',
    commit: 'c0ffee',
    head: undefined,
    files: [{ path: 'old.yaml', content: before }],
    asked: undefined,
  };
  const { change } = audit([{ path: 'new.yaml', content: after }], { now: '2026-06-30', since });
  if (change === undefined) throw new Error('the report says nothing of a change');
  return change.weakened.map(({ area, message, subjects }) => [`${area}: ${message}`, ...subjects].join('; '));
}

/** A service with these replicas and backups, and risks for them to share. */
function inventory(replicas: string, backups = 'none'): string {
  return `locations: { a: { kind: building }, b: { kind: building }, c: { kind: building } }
domains: { acct: { kind: account }, grid: { kind: power }, net: { kind: network } }
services:
  store:
    dependsOn: none
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] }
    replicas: ${replicas}
    backups: ${backups}
`;
}

const standby = 'role: standby, replication: sync, startup: 1m';
const [acct, net] = ['acct', 'net'].map(
  (what) => `declarations: the standby at b is no longer said to fail with ${what}; store`,
);

describe('what a replica fails with', () => {
  const both = inventory(`[{ at: a, role: primary }, { at: b, ${standby}, failsWith: [acct, net] }]`);
  it.each([
    ['the same', [], `[{ at: a, role: primary }, { at: b, ${standby}, failsWith: [net, acct] }]`],
    ['one entry less', [acct], `[{ at: a, role: primary }, { at: b, ${standby}, failsWith: [net] }]`],
    ['none stated', [acct, net], `[{ at: a, role: primary }, { at: b, ${standby} }]`],
    [
      'more to be lost at once',
      [acct],
      `[{ at: a, role: primary }, { at: b, ${standby}, failsWith: [net, { allOf: [acct, grid] }] }]`,
    ],
    [
      'more that takes it',
      [],
      `[{ at: a, role: primary, failsWith: [grid] }, { at: b, ${standby}, failsWith: [net, acct, grid] }]`,
    ],
    ['another order', [], `[{ at: b, ${standby}, failsWith: [acct, net] }, { at: a, role: primary }]`],
    ['another order, and less', [acct], `[{ at: b, ${standby}, failsWith: [net] }, { at: a, role: primary }]`],
    [
      'one replica more, in front',
      [acct],
      `[{ at: b, ${standby} , failsWith: [net] }, { at: c, ${standby}, failsWith: [acct] }, { at: a, role: primary }]`,
    ],
    [
      'the primary is the other one now, and neither fails with less',
      [],
      `[{ at: b, role: primary, failsWith: [acct, net] }, { at: a, ${standby} }]`,
    ],
    [
      'one that has moved too',
      ['declarations: the standby at c is no longer said to fail with acct; store'],
      `[{ at: a, role: primary }, { at: c, ${standby}, failsWith: [net] }]`,
    ],
    ['one that has only moved', [], `[{ at: a, role: primary }, { at: c, ${standby}, failsWith: [acct, net] }]`],
    ['a replica that is gone', ['declarations: no standby at b any more; store'], '[{ at: a, role: primary }]'],
  ])('%s', (_what, expected, replicas) => {
    expect(weakened(both, inventory(replicas))).toEqual(expected);
  });

  it('is no less where fewer have to be lost at once', () => {
    const of = (conditions: string): string => inventory(`[{ at: a, failsWith: ${conditions} }, { at: b }]`);
    expect(weakened(of('[{ allOf: [acct, net] }]'), of('[acct]'))).toEqual([]);
    expect(weakened(of('[{ allOf: [acct, net] }]'), of('[{ allOf: [acct, net, grid] }]'))).toEqual([
      'declarations: the active at a is no longer said to fail with acct and net; store',
    ]);
  });

  it('goes with the one at the same place, of several with the one that it still fits', () => {
    const of = (...own: readonly string[]): string =>
      inventory(`[${own.map((conditions) => `{ at: a, failsWith: ${conditions} }`).join(', ')}]`);
    expect(weakened(of('[acct]', '[net]'), of('[net]', '[acct]'))).toEqual([]);
    expect(weakened(of('[acct]', '[net]'), of('[net]', '[]'))).toEqual([
      'declarations: the active at a is no longer said to fail with acct; store',
    ]);
  });

  it('goes with the name, wherever it is', () => {
    const of = (one: string, two: string): string => inventory(`[{ name: x, ${one} }, { name: y, ${two} }]`);
    expect(weakened(of('at: a, failsWith: [acct]', 'at: b'), of('at: b, failsWith: [acct]', 'at: a'))).toEqual([]);
    expect(weakened(of('at: a, failsWith: [acct]', 'at: b'), of('at: b', 'at: a, failsWith: [acct]'))).toEqual([
      'declarations: the active x at b is no longer said to fail with acct; store',
    ]);
  });
});

describe('what a backup fails with', () => {
  const of = (own: string): string =>
    inventory(
      `[{ at: a, role: primary }]`,
      `{ nightly: { at: [b], every: 24h, restore: { to: [c], time: 1h }${own} } }`,
    );
  const less = ['declarations: the backup nightly is no longer said to fail with acct; store'];
  it.each([
    ['the same', [], ', failsWith: [acct]'],
    ['none stated', less, ''],
    ['another', less, ', failsWith: [net]'],
    ['more to be lost at once', less, ', failsWith: [{ allOf: [acct, net] }]'],
    ['more that takes it', [], ', failsWith: [acct, net]'],
  ])('%s', (_what, expected, own) => {
    expect(weakened(of(', failsWith: [acct]'), of(own))).toEqual(expected);
  });
});

describe('how long a place or a risk is lost', () => {
  const of = (place: string, risk: string): string =>
    inventory('[{ at: a }, { at: b }]')
      .replace('a: { kind: building }', `a: { kind: building${place} }`)
      .replace('grid: { kind: power }', `grid: { kind: power${risk} }`);
  it.each([
    ['stated where there was nothing', '', ', lasts: 2h', '2h, no longer for ever'],
    ['stated where nobody knew', ', lasts: unknown', ', lasts: 2h', '2h, no longer for ever'],
    ['shorter', ', lasts: 3d', ', lasts: 2h', '2h, no longer 3d'],
  ])('is listed: %s', (_what, before, after, change) => {
    expect(weakened(of(before, ''), of(after, ''))).toEqual([
      `declarations: a loss of the building a is said to last ${change}`,
    ]);
    expect(weakened(of('', before), of('', after))).toEqual([
      `declarations: a loss of the power grid is said to last ${change}`,
    ]);
    // The other way round asks for more.
    expect(weakened(of(after, after), of(before, before))).toEqual([]);
  });

  it('is not listed where only its spelling is another', () => {
    expect(weakened(of(', lasts: 2h', ''), of(', lasts: 120m', ''))).toEqual([]);
  });
});

describe('what a drill says that it tested', () => {
  const of = (...drills: readonly string[]): string => `locations: { a: { kind: building }, b: { kind: building } }
services:
  store: { dependsOn: none, replicas: [{ at: a }, { at: b }] }
  shop: { dependsOn: none, replicas: [{ at: a }, { at: b }] }
drills:
${drills.map((rest) => `  - { date: 2026-03-01, lose: [a], result: recovered, measured: { store: { rto: 4m } }${rest} }\n`).join('')}`;
  const [one, other] = ['v1:0a1b2c3d-4e5f6071-8293a4b5', 'v1:7b3f2631-b19cb530-e3b0c442'];
  const both = `, digests: { store: ${one}, shop: ${other} }`;
  const drill = 'declarations: the drill of 2026-03-01 that lost a';
  it.each([
    ['gone', '', [`${drill} no longer says what it tested; shop; store`]],
    ['gone for one service', `, digests: { shop: ${other} }`, [`${drill} no longer says what it tested; store`]],
    ['another', `, digests: { store: ${other}, shop: ${other} }`, [`${drill} no longer says what it tested; store`]],
    ['the same in another order', `, digests: { shop: ${other}, store: ${one} }`, []],
  ])('is listed as it should be: %s', (_what, after, expected) => {
    expect(weakened(of(both), of(after))).toEqual(expected);
  });

  it('is not listed where it said nothing, and not of a service that is gone', () => {
    expect(weakened(of(''), of(both))).toEqual([]);
    const gone = of(`, digests: { store: ${one} }`).replace(/ {2}shop: .*\n/, '');
    expect(weakened(of(both), gone)).toEqual(['declarations: a service is gone; shop']);
  });

  it('goes with the drill that still says it, of several that found the same', () => {
    expect(weakened(of(both, ''), of('', both))).toEqual([]);
    expect(weakened(of('', both), of(both, ''))).toEqual([]);
    expect(weakened(of('', both), of(both))).toEqual([`${drill} is not on record as it was; store`]);
    expect(weakened(of(both, both), of('', both))).toEqual([`${drill} no longer says what it tested; shop; store`]);
  });
});

describe('a scenario', () => {
  const of = (scenarios: string): string => `${inventory('[{ at: a }, { at: b }]')}scenarios: ${scenarios}\n`;
  const full = '{ fire: { lose: [a, grid, store], corrupt: [store], lasts: 3d } }';
  it.each([
    ['the same', [], full],
    ['gone', ['the scenario fire is gone'], '{}'],
    ['taking less', ['the scenario fire no longer takes a'], full.replace('a, grid', 'grid')],
    [
      'damaging nothing',
      ['the scenario fire no longer damages the data of store'],
      full.replace('corrupt: [store], ', ''),
    ],
    ['shorter', ['the scenario fire takes a, grid and store for 2h, no longer for 3d'], full.replace('3d', '2h')],
    ['longer', [], full.replace('3d', '4d')],
    ['for ever', [], full.replace(', lasts: 3d', '')],
    ['taking more', [], full.replace('[a, grid', '[a, b, grid')],
    ['destroying too', [], full.replace('lasts: 3d', 'destroys: true')],
  ])('%s', (_what, expected, scenarios) => {
    expect(weakened(of(full), of(scenarios))).toEqual(expected.map((message) => `declarations: ${message}`));
  });

  it('is shorter where it said nothing and nothing else says so', () => {
    const [open, ended] = ['{ fire: { lose: [a] } }', '{ fire: { lose: [a], lasts: 2h } }'].map(of);
    expect(weakened(open ?? '', ended ?? '')).toEqual([
      'declarations: the scenario fire takes a for 2h, no longer for ever',
    ]);
    const told = (text = ''): string => text.replace('a: { kind: building }', 'a: { kind: building, lasts: 1h }');
    expect(weakened(told(open), told(ended))).toEqual([]);
  });

  it('is milder where it no longer destroys', () => {
    expect(weakened(of('{ fire: { lose: [a], destroys: true } }'), of('{ fire: { lose: [a], lasts: 2h } }'))).toEqual([
      'declarations: the scenario fire no longer destroys what it takes',
    ]);
  });
});

describe('what a drill shows and found', () => {
  const of = (rest: string): string => `locations: { a: { kind: building }, b: { kind: building } }
services: { store: { dependsOn: none, replicas: [{ at: a }, { at: b }] } }
drills: [{ date: 2026-03-01, lose: [a], result: recovered, measured: { store: { rto: 4m } }${rest} }]
`;
  const found = ', findings: [{ what: no runbook, due: 2026-05-01 }]';
  it.each([
    ['evidence gone', ', evidence: https://wiki/1', '', 'no longer names its evidence'],
    ['evidence elsewhere', ', evidence: https://wiki/1', ', evidence: https://wiki/2', undefined],
    ['an open finding gone', found, ', findings: []', 'no longer names what it found: no runbook'],
    ['all findings gone', found, '', 'no longer names what it found: no runbook'],
    ['a finding closed', found, found.replace('due', 'closed: 2026-04-01, due'), undefined],
    [
      'a finding put off',
      found,
      found.replace('05-01', '09-01'),
      'gives until 2026-09-01, no longer 2026-05-01, to mend what it found: no runbook',
    ],
    [
      'a finding without a day',
      found,
      found.replace(', due: 2026-05-01', ''),
      'no longer says until when to mend what it found: no runbook',
    ],
    ['nothing found', '', ', findings: []', 'is said to have found nothing; before, nobody said'],
    ['a finding more', found, found.replace('[{', '[{ what: slow DNS }, {'), undefined],
  ])('%s', (_what, before, after, message) => {
    const expected = message === undefined ? [] : [`declarations: the drill of 2026-03-01 that lost a ${message}`];
    expect(weakened(of(before), of(after))).toEqual(expected);
  });
});

describe('what keeps and proves a backup', () => {
  const of = (own: string): string =>
    inventory(
      '[{ at: a, role: primary }]',
      `{ nightly: { at: [b], every: 24h, restore: { to: [c], time: 1h }${own} } }`,
    );
  const test = ', tested: { date: 2026-03-01, took: 1h, result: failed, evidence: https://wiki/1 }';
  const record = 'the restore test of the backup nightly is not on record as it was';
  it.each([
    ['immutable gone', ', immutable: true', '', 'the backup nightly is no longer said to be immutable'],
    [
      'immutable denied',
      ', immutable: true',
      ', immutable: false',
      'the backup nightly is no longer said to be immutable',
    ],
    ['offline gone', ', offline: true', ', offline: unknown', 'the backup nightly is no longer said to be offline'],
    ['now immutable', ', immutable: false', ', immutable: true', undefined],
    ['test gone', test, '', 'the backup nightly no longer says when its restore was tested'],
    ['test denied', test, ', tested: never', 'the backup nightly no longer says when its restore was tested'],
    ['a better result', test, test.replace('failed', 'passed'), record],
    ['quicker', test, test.replace('1h', '5m'), record],
    ['an earlier day', test, test.replace('03-01', '02-01'), record],
    ['a later test', test, test.replace('03-01', '04-01').replace('failed', 'passed'), undefined],
    [
      'without its evidence',
      test,
      test.replace(', evidence: https://wiki/1', ''),
      'the restore test of the backup nightly no longer names its evidence',
    ],
  ])('%s', (_what, before, after, message) => {
    const expected = message === undefined ? [] : [`declarations: ${message}; store`];
    expect(weakened(of(before), of(after))).toEqual(expected);
  });
});

describe('a service without replicas', () => {
  const of = (own: string): string => `services: { bought: { kind: external${own} } }\n`;
  it('is listed where it is said to fail with nothing, and nobody said before', () => {
    expect(weakened(of(''), of(', failsWith: []'))).toEqual([
      'declarations: said to fail with nothing; before, nobody said; bought',
    ]);
    expect(weakened(of(', failsWith: []'), of(''))).toEqual([]);
    const [unsaid, said] = ['unknown', '[]'].map((own) =>
      inventory('[{ at: a }]').replace('dependsOn: none', `dependsOn: none\n    failsWith: ${own}`),
    );
    expect(weakened(unsaid ?? '', said ?? '')).toEqual([]);
  });
});
