import { describe, expect, it } from 'vitest';
import { audit, type AuditOptions } from '../../src/audit.js';
import type { Baseline } from '../../src/baseline/baseline.js';
import { prunedPromises, unkeptPromises } from '../../src/baseline/unkept-promises.js';
import { baselineText, knownFrom } from '../../src/baseline/baseline-text.js';
import { compareBaseline } from '../../src/baseline/compare-baseline.js';
import { prunedBaseline } from '../../src/baseline/prune-baseline.js';
import { readBaseline } from '../../src/baseline/read-baseline.js';
import type { Report, ReportFinding } from '../../src/report/report.js';

/** A service that is back after so long, while others need the console that stands in one building only. */
function inventory({ detect = '2h', users = ['chat'] }: { detect?: string; users?: readonly string[] } = {}): string {
  const user = (id: string): string => `  ${id}:
    owner: o
    objectives: { rto: 1h, survive: [building] }
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [console] }
    replicas: [{ at: a, role: primary }, { at: b, role: standby, startup: 1m, replication: sync }]
`;
  return `locations:
  a: { kind: building }
  b: { kind: building }
services:
  console: { owner: o, objectives: { rto: 1h, survive: [building] }, recovery: { uses: [] }, replicas: [{ at: a }] }
  slow:
    owner: o
    objectives: { rto: 1h, survive: [building] }
    recovery: { mode: automatic, detect: ${detect}, execute: 1m, uses: [] }
    replicas: [{ at: a, role: primary }, { at: b, role: standby, startup: 1m, replication: sync }]
${users.map(user).join('')}`;
}

function audited(content: string, options: Partial<AuditOptions> = {}): Report {
  return audit([{ path: 'i.yaml', content }], { now: '2026-06-30', ...options });
}

function baselineOf({ findings, promises }: Report): Baseline {
  const content = baselineText({ findings: findings.map(knownFrom), promises: unkeptPromises(promises) });
  const read = readBaseline({ path: 'firebreak-baseline.json', content, sha256: '0'.repeat(64) });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('; '));
  return read.baseline;
}

const before = audited(inventory());
const baseline = baselineOf(before);
const against = (content: string, options: Partial<AuditOptions> = {}): Report =>
  audited(content, { baseline, ...options });
const rtoOf = ({ findings }: Report, subject: string): ReportFinding | undefined =>
  findings.find((finding) => finding.rule === 'rto-broken' && finding.subject.id === subject);

describe('a baseline', () => {
  it('lets pass what was there', () => {
    expect(before.gate.result).toBe('fail');
    const now = against(inventory());
    expect(now.gate.result).toBe('pass');
    expect(now.findings.map((finding) => finding.baseline)).toEqual(before.findings.map(() => 'known'));
    expect(now.baseline).toMatchObject({ new: 0, worsened: 0, fixed: [], known: before.findings.length });
    expect(now.summary.baselined).toBe(before.findings.length);
  });

  it('does not look at lines', () => {
    expect(against(`# moved\n\n\n${inventory()}`).gate.result).toBe('pass');
  });

  it('calls new what was not there', () => {
    const now = against(inventory().replace('  console: { owner: o,', '  console: {'));
    expect(now.findings.filter((finding) => finding.baseline === 'new').map(({ rule }) => rule)).toEqual([
      'owner-missing',
    ]);
  });

  it('counts what is further off than it was, and not what is less', () => {
    expect(rtoOf(before, 'slow')?.magnitude).toBe(7260 + 60 - 3600);
    expect(rtoOf(against(inventory({ detect: '3h' })), 'slow')?.baseline).toBe('worsened');
    expect(against(inventory({ detect: '3h' })).gate.result).toBe('fail');
    expect(rtoOf(against(inventory({ detect: '90m' })), 'slow')?.baseline).toBe('known');
  });

  it('counts what has become more severe', () => {
    const rules = new Map([['rto-broken', { severity: 'critical' }]] as const);
    expect(rtoOf(against(inventory(), { rules }), 'slow')?.baseline).toBe('worsened');
  });

  it('counts a known cause that hurts a service which it did not hurt', () => {
    const now = against(inventory({ users: ['chat', 'newcomer'] }));
    const cause = now.findings.find(({ rule }) => rule === 'recovery-tool-in-blast-radius');
    expect(cause).toMatchObject({ baseline: 'worsened', hurts: ['chat', 'newcomer'] });
    expect(now.gate.result).toBe('fail');
  });

  it('lists what is fixed, and fails a strict gate until it is pruned', () => {
    const now = against(inventory({ detect: '1m' }));
    expect(now.baseline?.fixed.map(({ rule, subject }) => [rule, subject])).toContainEqual(['rto-broken', 'slow']);
    expect(now.gate.result).toBe('pass');
    expect(against(inventory({ detect: '1m' }), { strict: true }).gate.result).toBe('fail');
    expect(against(inventory(), { strict: true }).gate.result).toBe('pass');
  });

  it('calls nothing fixed whose rule did not run', () => {
    const rules = new Map([['rto-broken', { severity: 'off' }]] as const);
    expect(against(inventory({ detect: '1m' }), { rules }).baseline?.fixed.map(({ rule }) => rule)).not.toContain(
      'rto-broken',
    );
  });

  it('is one finding on each line, in an order of its own', () => {
    const text = baselineText({ findings: before.findings.map(knownFrom) });
    expect(baselineText({ findings: before.findings.toReversed().map(knownFrom) })).toBe(text);
    expect(text.match(/^ {4}\{ .* \},?$/gm)).toHaveLength(before.findings.length);
    expect(JSON.parse(text).findings).toHaveLength(before.findings.length);
    expect(text).not.toContain('"line"');
  });

  it('covers one finding with one entry, even where two have one fingerprint', () => {
    const [finding] = before.findings;
    if (finding === undefined) throw new Error('no finding');
    const known = knownFrom(finding);
    const twins = [{ ...finding }, { ...finding }];
    const standings = (entries: number): readonly string[] => [
      ...compareBaseline(
        { findings: Array.from({ length: entries }, () => ({ ...known })) },
        twins,
        new Set(),
      ).standings.values(),
    ];
    expect(standings(1)).toEqual(['known', 'new']);
    expect(standings(2)).toEqual(['known', 'known']);
  });

  it('when pruned loses what is fixed, notes what got better, and takes in nothing', () => {
    const now = audited(inventory({ detect: '90m', users: [] }));
    const ran = new Set(now.rules.map(({ id }) => id));
    const pruned = prunedBaseline(baseline, compareBaseline(baseline, now.findings, ran));
    const was = new Map(baseline.findings.map((entry) => [entry.fingerprint, entry]));
    expect(pruned.every(({ fingerprint }) => was.has(fingerprint))).toBe(true);
    expect(pruned.length).toBeLessThan(baseline.findings.length);
    const slow = pruned.find(({ rule, subject }) => rule === 'rto-broken' && subject === 'slow');
    expect(slow?.magnitude).toBe(5400 + 120 - 3600);
    const worse = audited(inventory({ detect: '3h' }));
    const kept = prunedBaseline(baseline, compareBaseline(baseline, worse.findings, ran));
    expect(kept.find(({ rule, subject }) => rule === 'rto-broken' && subject === 'slow')?.magnitude).toBe(3720);
  });
});

describe('a promise behind a finding of the baseline', () => {
  const late = (startup: string): string => `locations:
  east: { kind: region }
  west: { kind: region }
  a: { kind: building, in: east }
  b: { kind: building, in: east }
  c: { kind: building, in: west }
services:
  s:
    dependsOn: none
    data: none
    objectives: { rto: 10m, survive: { building: { rto: 10m }, region: { rto: 5h } } }
    replicas:
      - { at: a, role: primary }
      - { at: b, role: standby, replication: none, startup: 1h }
      - { at: c, role: standby, replication: none, startup: ${startup} }
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] }
`;
  const made = baselineOf(audited(late('2h')));
  const standing = (content: string, held: Baseline): readonly unknown[] => {
    const { gate, findings } = audited(content, { baseline: held });
    return [gate.result, findings.find(({ rule }) => rule === 'rto-broken')?.baseline];
  };

  it('is noted, and is worse when it did hold and does not any more', () => {
    expect(made.promises).toEqual([{ service: 's', kind: 'building', objective: 'rto', verdict: 'broken' }]);
    expect(standing(late('2h'), made)).toEqual(['pass', 'known']);
    expect(standing(late('5h30m'), made)).toEqual(['fail', 'worsened']);
    expect(audited(late('5h30m'), { baseline: made }).baseline).toMatchObject({ worsened: 1 });
  });

  it('is not compared with a baseline that notes none', () => {
    const { promises: _promises, ...older } = made;
    expect(standing(late('5h30m'), older)).toEqual(['pass', 'known']);
  });

  it('is taken out once it holds, and never taken in', () => {
    const both = baselineOf(audited(late('5h30m'))).promises ?? [];
    expect(both.map(({ kind }) => kind)).toEqual(['building', 'region']);
    expect(prunedPromises(both, made.promises ?? [])).toEqual(made.promises);
    expect(prunedPromises(made.promises ?? [], both)).toEqual(made.promises);
    const open = both.map((one) => ({ ...one, verdict: 'unknown' as const }));
    expect(prunedPromises(open, both)).toEqual(open);
    expect(prunedPromises(both, open)).toEqual(open);
  });

  it('is one promise on each line', () => {
    const text = baselineText(made);
    expect(text).toContain(
      '  "promises": [\n    { "service": "s", "kind": "building", "objective": "rto", "verdict": "broken" }\n  ]\n}\n',
    );
  });
});
