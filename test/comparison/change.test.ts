import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { audit, type AuditOptions } from '../../src/audit.js';
import { knownFrom } from '../../src/baseline/baseline-text.js';
import { isWorse } from '../../src/baseline/is-worse.js';
import type { Former } from '../../src/comparison/former.js';
import { atLeast, severities } from '../../src/finding.js';
import type { Report, ReportChange } from '../../src/report/report.js';
import { reporters } from '../../src/reporters/index.js';
import { isReport } from '../../src/schema/check-report.js';
import { plain80 } from '../reporters/fixtures/options.js';
import { arbitraryCase } from '../support/arbitrary/arbitrary-case.js';
import { runs } from '../support/runs.js';
import { emptyTerms } from '../support/terms.js';

const now = '2026-06-30';

function former(content: string | undefined): Former {
  const files = content === undefined ? undefined : [{ path: 'old.yaml', content }];
  return { ref: 'main', commit: 'c0ffee', head: undefined, files, asked: undefined };
}

/** One inventory held against another. */
function compared(before: string | undefined, after: string, options: Partial<AuditOptions> = {}): Report {
  return audit([{ path: 'new.yaml', content: after }], { now, since: former(before), ...options });
}

function changeOf(report: Report): ReportChange {
  if (report.change === undefined) throw new Error('the report says nothing of a change');
  return report.change;
}

const weakened = (before: string, after: string): readonly string[] =>
  changeOf(compared(before, after)).weakened.map(({ area, message, subjects, location }) =>
    [`${area}: ${message}`, subjects.join(' '), location === undefined ? '' : `line ${location.start.line}`]
      .filter((part) => part !== '')
      .join('; '),
  );

const base = `tiers:
  gold: { rank: 1, objectives: { rto: 1h, rpo: 5m, mtpd: 1d, survive: [building, power] } }
  iron: { rank: 3, objectives: { rto: 1h, rpo: 5m, mtpd: 1d, survive: [building, power] } }
locations:
  a: { kind: building, failsWith: [grid] }
  b: { kind: building }
domains:
  grid: { kind: power }
services:
  console: { kind: tooling, dependsOn: none, replicas: [{ at: a }, { at: b }], recovery: { uses: [] } }
  store:
    tier: gold
    dependsOn: { console: soft }
    minCapacity: 50%
    data: { size: 1GB }
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [console] }
    replicas:
      - { at: a, role: primary }
      - { at: b, role: standby, startup: 1m, replication: sync }
    backups:
      nightly: { at: [b], every: 24h, key: console, restore: { to: [b], time: 1h } }
  shop:
    tier: gold
    dependsOn: { store: hard, cards: { kind: hard, anyOf: [console] } }
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [console] }
    replicas: [{ at: a }, { at: b }]
drills:
  - { date: 2026-03-01, lose: [a], result: recovered, measured: { store: { rto: 4m } } }
`;

/** The same with one stretch of text replaced, which has to be there. */
function edit(from: string, to: string): string {
  if (!base.includes(from)) throw new Error(`the inventory has no ${from}`);
  return base.replaceAll(from, to);
}

describe('what asks for less', () => {
  it.each([
    ['nothing', [], 'tiers:', 'version: 1\ntiers:'],
    [
      'the RTO of a tier, once for all its services',
      ['promises: the RTO is 2h, no longer 1h; shop store; line 2'],
      'gold: { rank: 1, objectives: { rto: 1h',
      'gold: { rank: 1, objectives: { rto: 2h',
    ],
    [
      'a target that is taken away',
      ['promises: the RPO is not stated, no longer 5m; shop store'],
      'gold: { rank: 1, objectives: { rto: 1h, rpo: 5m,',
      'gold: { rank: 1, objectives: { rto: 1h,',
    ],
    [
      'a kind of loss',
      ['promises: the loss of a power need no longer be survived; shop store; line 2'],
      'gold: { rank: 1, objectives: { rto: 1h, rpo: 5m, mtpd: 1d, survive: [building, power] }',
      'gold: { rank: 1, objectives: { rto: 1h, rpo: 5m, mtpd: 1d, survive: [building] }',
    ],
    [
      'the tier',
      ['promises: the tier is iron, no longer gold; store; line 12'],
      'store:\n    tier: gold',
      'store:\n    tier: iron',
    ],
    [
      'the least capacity',
      ['promises: the least capacity is 20%, no longer 50%; store; line 14'],
      'minCapacity: 50%',
      'minCapacity: 20%',
    ],
    ['a dependency', ['declarations: no dependency on store any more; shop; line 24'], 'store: hard, cards', 'cards'],
    [
      'how hard a dependency is',
      ['declarations: the dependency on store is soft, no longer hard; shop; line 24'],
      'store: hard',
      'store: soft',
    ],
    [
      'what is enough',
      ['declarations: store is now enough for cards; shop; line 24'],
      'anyOf: [console]',
      'anyOf: [console, store]',
    ],
    [
      'a replica',
      ['declarations: no standby at b any more; store; line 18'],
      '\n      - { at: b, role: standby, startup: 1m, replication: sync }',
      '',
    ],
    [
      'the tools of the recovery',
      [
        'declarations: the recovery no longer uses console; shop; line 25',
        'declarations: the recovery no longer uses console; store; line 16',
      ],
      'uses: [console]',
      'uses: []',
    ],
    [
      'the key of a backup',
      ['declarations: the backup nightly no longer needs the key of console; store; line 21'],
      'key: console, ',
      '',
    ],
    [
      'a backup',
      ['declarations: no backup nightly any more; store; line 20'],
      'backups:\n      nightly: { at: [b], every: 24h, key: console, restore: { to: [b], time: 1h } }',
      'backups: none',
    ],
    [
      'what a place fails with',
      ['declarations: the building a is no longer said to fail with grid; line 5'],
      'a: { kind: building, failsWith: [grid] }',
      'a: { kind: building }',
    ],
    [
      'the kind of a place',
      ['declarations: b is a hall, no longer a building; line 6'],
      'b: { kind: building }',
      'b: { kind: hall }',
    ],
    [
      'a drill with a worse result',
      ['declarations: the drill of 2026-03-01 that lost a is not on record as it was; store'],
      'measured: { store: { rto: 4m } }',
      'measured: { store: { rto: 1m } }',
    ],
  ])('%s', (_what, expected, from, to) => {
    expect(weakened(base, edit(from, to))).toEqual(expected);
  });

  it('is not what asks for more, and not what only moved', () => {
    const stricter = edit('rto: 1h', 'rto: 10m').replace('store: hard', 'store: hard, console: hard');
    expect(weakened(base, stricter)).toEqual([]);
    expect(weakened(base, edit('{ at: b, role: standby', '{ at: a, role: standby'))).toEqual([]);
    // Back again: everything that was asked for more is asked for less.
    expect(weakened(stricter, base)).toHaveLength(2);
  });

  it('tells of services and places that are gone', () => {
    const alone = 'services:\n  other: { dependsOn: none, replicas: [] }\n';
    expect(weakened(base, alone)).toEqual([
      'declarations: 3 services are gone; console shop store',
      'declarations: the building a is gone',
      'declarations: the building b is gone',
      'declarations: the power grid is gone',
      'declarations: the drill of 2026-03-01 that lost a is not on record as it was; store',
    ]);
  });

  it('fails the gate if that is asked for', () => {
    const softer = edit('store: hard', 'store: soft');
    const plain = { failOn: 'never' } as const;
    expect(compared(base, softer, plain).gate.result).toBe('pass');
    const asked = { before: emptyTerms, now: emptyTerms };
    const since = { ...former(base), asked };
    const strict = { ...plain, failOnWeakened: true } as const;
    expect(compared(base, softer, { ...strict, since }).gate).toMatchObject({ result: 'fail', failOnWeakened: true });
    expect(compared(base, base, { ...strict, since }).gate.result).toBe('pass');
    // Where nobody can read what was asked before, nobody can say that no less is asked now.
    expect(compared(base, base, strict).gate.result).toBe('fail');
  });
});

describe('what a change does', () => {
  it('says whom a loss takes beyond their RTO now, and which promises fare otherwise', () => {
    const single = edit(
      'replicas: [{ at: a }, { at: b }], recovery: { uses: [] } }',
      'replicas: [{ at: a }], recovery: { uses: [] } }',
    );
    const change = changeOf(compared(base, single));
    expect(change.blastRadius).toContainEqual({
      domain: 'a',
      kind: 'building',
      added: ['shop', 'store'],
      removed: [],
      unsure: [],
    });
    expect(change.promises).toContainEqual({
      service: 'store',
      kind: 'building',
      objective: 'rto',
      before: 'kept',
      after: 'broken',
    });
    const back = changeOf(compared(single, base));
    expect(back.blastRadius).toContainEqual({
      domain: 'a',
      kind: 'building',
      added: [],
      removed: ['shop', 'store'],
      unsure: [],
    });
    expect(back.fixed.map(({ rule }) => rule)).toContain('recovery-tool-in-blast-radius');
    expect(back).toMatchObject({ new: 0, worsened: 0 });
  });

  it('counts every finding as new where there is nothing to compare with', () => {
    const plain = audit([{ path: 'new.yaml', content: base }], { now, failOn: 'low' });
    expect(plain.findings.length).toBeGreaterThan(0);
    for (const [state, content] of [
      ['absent', undefined],
      ['unaudited', 'services: ['],
    ] as const) {
      const report = compared(content, base, { failOn: 'low' });
      expect(report.gate.result).toBe(plain.gate.result);
      expect(changeOf(report)).toMatchObject({ base: { state }, known: 0, new: plain.findings.length, fixed: [] });
    }
  });

  it('is not told of what cannot be audited', () => {
    const report = compared(base, 'services: [');
    expect(report.gate.result).toBe('unaudited');
    expect(report.change).toBeUndefined();
  });
});

describe('in any two inventories', () => {
  it('what the gate does not count was there and is no worse, and numbers stay what they are', () => {
    fc.assert(
      fc.property(arbitraryCase, arbitraryCase, fc.constantFrom(...severities), (one, latter, failOn) => {
        const [before, after] = [stringify(one.inventory), stringify(latter.inventory)];
        const report = compared(before, after, { failOn });
        if (report.gate.result === 'unaudited') return;
        const plain = audit([{ path: 'new.yaml', content: after }], { now, failOn });
        const then = audit([{ path: 'old.yaml', content: before }], { now, failOn }).findings;
        expect(report.promises).toEqual(plain.promises);
        expect(report.findings.map(({ since: _since, ...finding }) => finding)).toEqual(plain.findings);
        const counted = report.findings.filter((finding) => {
          const known = then.some(
            (was) => was.fingerprint === finding.fingerprint && !isWorse(finding, knownFrom(was)),
          );
          if (finding.since === 'known') expect(known).toBe(true);
          return finding.since !== 'known' && atLeast(finding.severity, failOn);
        });
        expect(report.gate.result).toBe(counted.length === 0 ? 'pass' : 'fail');
        expect(
          isReport(JSON.parse(JSON.stringify(report, (_key, value: unknown) => (value === Infinity ? null : value)))),
        ).toBe(true);
      }),
      { numRuns: runs(60), seed: 7 },
    );
  });

  it('two of them have something to show for every promise that got worse', () => {
    const badness = { 'not-applicable': 0, kept: 0, unknown: 1, broken: 2 };
    fc.assert(
      fc.property(arbitraryCase, arbitraryCase, (one, latter) => {
        const { findings, change } = compared(stringify(one.inventory), stringify(latter.inventory));
        for (const { service, before = 'kept', after = 'kept' } of change?.promises ?? []) {
          if (badness[after] <= badness[before]) continue;
          const shown = findings.filter(({ subject, hurts }) => subject.id === service || hurts.includes(service));
          expect(shown.some(({ since }) => since !== 'known')).toBe(true);
        }
      }),
      { numRuns: runs(60), seed: 9 },
    );
  });

  it('one that is compared with itself has no change', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ inventory }) => {
        const content = stringify(inventory);
        const report = compared(content, content);
        if (report.gate.result === 'unaudited') return;
        expect(report.change).toMatchObject({
          known: report.findings.length,
          worsened: 0,
          new: 0,
          fixed: [],
          weakened: [],
          promises: [],
          blastRadius: [],
        });
        // The same files, byte for byte, are judged once and not twice, and nobody can tell.
        const files = [{ path: 'new.yaml', content }];
        expect(audit(files, { now, since: { ...former(content), files } })).toEqual(report);
        const bytes = [{ path: 'new.yaml', content: new TextEncoder().encode(content) }];
        expect(audit(bytes, { now, since: { ...former(content), files: bytes } })).toEqual(report);
      }),
      { numRuns: runs(60), seed: 8 },
    );
  });
});

describe('a promise that gets worse behind a finding that was there', () => {
  const places = `locations:
  east: { kind: region }
  west: { kind: region }
  a: { kind: building, in: east }
  b: { kind: building, in: east }
  c: { kind: building, in: west }
`;
  const late = `${places}services:
  s:
    dependsOn: none
    data: none
    objectives: { rto: 10m, survive: { building: { rto: 10m }, region: { rto: 5h } } }
    replicas:
      - { at: a, role: primary }
      - { at: b, role: standby, replication: none, startup: 1h }
      - { at: c, role: standby, replication: none, startup: 2h }
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] }
`;
  const open = `${places}services:
  s:
    dependsOn: none
    data: { size: 1GB }
    backups: none
    objectives: { rto: 1h, rpo: 10m, survive: [building, region] }
    replicas:
      - { at: a, role: primary }
      - { at: b, role: standby, replication: async, startup: 1m, lag: 1m }
      - { at: c, role: standby, replication: async, startup: 2m }
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] }
`;
  const standing = (before: string, after: string): readonly string[] => {
    const { gate, findings } = compared(before, after);
    return [gate.result, ...findings.map(({ rule, since }) => `${rule} ${since ?? ''}`)];
  };

  it('makes it worse: kept for the loss of a region, and no more', () => {
    const others = ['drill-missing known', 'owner-missing known', 'plan-missing known'];
    expect(standing(late, late)).toEqual(['pass', 'rto-broken known', ...others]);
    expect(standing(late, late.replace('startup: 2h', 'startup: 5h30m'))).toEqual([
      'fail',
      'rto-broken worsened',
      ...others.slice(1),
    ]);
  });

  it('makes it worse: kept, and nobody can know any more', () => {
    expect(standing(open, open)).toContain('objective-unknown known');
    expect(standing(open, open.replace(', lag: 1m', ''))).toEqual(
      expect.arrayContaining(['fail', 'objective-unknown worsened']),
    );
  });

  it('makes it worse: a promise more, which does not hold', () => {
    const fewer = late.replace(', region: { rto: 5h }', '');
    const more = late.replace('region: { rto: 5h }', 'region: { rto: 20m }');
    expect(standing(fewer, more)).toEqual(expect.arrayContaining(['fail', 'rto-broken worsened']));
  });

  it('leaves it as it was where the promise held no better before', () => {
    expect(standing(open.replace(', lag: 1m', ''), open)).not.toContain('fail');
  });
});

describe('a gate that fails without a finding', () => {
  const places = 'locations:\n  a: { kind: building }\n  b: { kind: building }\n';
  const asks = (rto: string): string =>
    `${places}services:\n  s: { owner: me, dependsOn: none, data: none, objectives: { rto: ${rto} }, replicas: [{ at: a }, { at: b }] }\n`;
  const report = compared(asks('1h'), asks('2h'), { failOnWeakened: true });
  const options = { ...plain80, minSeverity: 'high' as const };

  it.each([
    ['compact', '-: error[gate]: 1 change asks for less than before\n'],
    ['github', '::error title=gate::1 change asks for less than before\n'],
    ['junit', '<failure type="gate" message="1 change asks for less than before">'],
    ['pretty', '; 1 change asks for less than before)'],
    ['markdown', '; 1 change asks for less than before)'],
  ])('says why: %s', async (format, text) => {
    const reporter = await reporters.get(format)?.load();
    const written = [...(reporter?.(report, options) ?? [])].join('');
    expect(report.gate.result).toBe('fail');
    expect(written.replace(/\s+/g, ' ')).toContain(text.replace(/\s+/g, ' '));
  });
});
