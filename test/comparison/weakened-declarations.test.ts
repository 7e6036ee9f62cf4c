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
