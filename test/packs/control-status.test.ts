import { describe, expect, it } from 'vitest';
import { audit, type AuditOptions } from '../../src/audit.js';
import { control, type Control, type Pack } from '../../src/packs/pack.js';
import type { Report, ReportControl } from '../../src/report/report.js';

const healthy = `version: 1
locations:
  a: { kind: building }
  b: { kind: building }
services:
  shop:
    owner: team-shop
    data: none
    objectives: { rto: 1h, rpo: 0s, survive: [building] }
    replicas: [{ at: a, capacity: 100% }, { at: b, capacity: 100% }]
    recovery: { uses: [] }
`;

const sharing = healthy.replace('b: { kind: building }', 'b: { kind: hall, in: a }');

const unsaid = healthy
  .replace('replicas: [{ at: a, capacity: 100% }, { at: b, capacity: 100% }]', 'replicas: [{ at: a, role: active }]')
  .replace('recovery: { uses: [] }', 'recovery: { rebuild: { to: [b] } }');

function packOf(...controls: readonly Control[]): Pack {
  return { name: 'test', title: 'A test', about: '', severities: {}, thresholds: [], controls };
}

function auditOf(text: string, pack: Pack, options: Partial<AuditOptions> = {}): Report {
  const files = [{ path: 'inventory.yaml', content: new TextEncoder().encode(text) }];
  const report = audit(files, { now: '2026-06-30', packs: [pack], ...options });
  expect(report.diagnostics).toEqual([]);
  return report;
}

function statusOf(text: string, one: Control, options: Partial<AuditOptions> = {}): ReportControl | undefined {
  return auditOf(text, packOf(one), options).packs?.[0]?.controls[0];
}

const building = control('C-1', 'Do not share a building', ['copies-share-building', 'single-location']);
const rto = control('C-2', 'Come back in time', ['rto-broken'], { needs: ['objective-unknown', 'objective-missing'] });

describe('a control', () => {
  it('has a gap where its rules have findings, and names them', () => {
    const report = auditOf(sharing, packOf(building));
    const [gap] = report.packs?.[0]?.controls ?? [];
    const fingerprints = report.findings.flatMap(({ rule, fingerprint }) =>
      rule === 'copies-share-building' ? [fingerprint] : [],
    );
    expect(fingerprints).toHaveLength(1);
    expect(gap).toMatchObject({ status: 'gap', findings: fingerprints });
    expect(report.packs?.[0]?.counts).toEqual({ gap: 1, supports: 0, 'not-assessable': 0 });
  });

  it('has a gap also where another finding has taken that of its rule in', () => {
    const report = auditOf(sharing, packOf(rto));
    const folding = report.findings.find(({ also }) => also.includes('rto-broken'));
    expect(folding?.rule).toBe('copies-share-building');
    expect(report.packs?.[0]?.controls[0]).toMatchObject({ status: 'gap', findings: [folding?.fingerprint] });
  });

  it('is supported where its rules looked and found nothing', () => {
    expect(statusOf(healthy, building)).toMatchObject({ status: 'supports', findings: [] });
    expect(statusOf(healthy, rto)).toMatchObject({ status: 'supports' });
  });

  it('is never supported by rules that see too little of it', () => {
    const carrier = control('C-6', 'Have two carriers', ['copies-share-building'], { onlyGaps: true });
    expect(statusOf(healthy, carrier)).toMatchObject({ status: 'not-assessable', because: 'partly-checked' });
    expect(statusOf(sharing, carrier)).toMatchObject({ status: 'gap' });
  });

  it('is not assessable without a rule', () => {
    expect(statusOf(healthy, control('C-3', 'Train', []))).toMatchObject({
      status: 'not-assessable',
      because: 'no-rule',
    });
  });

  it('is not assessable where one of its rules did not run', () => {
    const rules = new Map([['single-location', { severity: 'off' }]] as const);
    expect(statusOf(healthy, building, { rules })).toMatchObject({
      status: 'not-assessable',
      because: 'switched-off',
    });
  });

  it('still has a gap where another of its rules did not run', () => {
    const rules = new Map([['single-location', { severity: 'off' }]] as const);
    expect(statusOf(sharing, building, { rules })).toMatchObject({ status: 'gap' });
  });

  it('is not assessable where there was nothing to look at', () => {
    const quorum = control('C-4', 'Keep a majority', ['quorum-lost-with-one-domain']);
    expect(statusOf(healthy, quorum)).toMatchObject({ status: 'not-assessable', because: 'nothing-checked' });
  });

  it('is not assessable where the inventory says nothing of what every organisation has', () => {
    const power = control('C-5', 'Have two feeds', ['single-power-path', 'copies-share-building']);
    expect(statusOf(healthy, power)).toMatchObject({ status: 'not-assessable', because: 'nothing-checked' });
  });

  it('is not assessable where data are missing, and names the findings that say so', () => {
    const report = auditOf(unsaid, packOf(rto));
    const open = report.findings.filter(({ rule }) => rule === 'objective-unknown');
    expect(open.length).toBeGreaterThan(0);
    expect(report.rules.find(({ id }) => id === 'rto-broken')?.failed).toBe(0);
    expect(report.packs?.[0]?.controls[0]).toMatchObject({
      status: 'not-assessable',
      because: 'data-missing',
      findings: open.map(({ fingerprint }) => fingerprint),
    });
  });

  it('is not assessable where a rule could not judge something', () => {
    const nowhere = healthy.replace('{ at: b, capacity: 100% }', '{ capacity: 100% }');
    const report = auditOf(nowhere, packOf(building));
    const counts = report.rules.filter(({ id }) => building.rules.includes(id));
    expect(counts.some(({ unknown }) => unknown > 0)).toBe(true);
    expect(counts.every(({ failed }) => failed === 0)).toBe(true);
    expect(report.packs?.[0]?.controls[0]).toMatchObject({ status: 'not-assessable', because: 'data-missing' });
  });
});

describe('an audit', () => {
  it('without packs says nothing of controls', () => {
    const files = [{ path: 'inventory.yaml', content: new TextEncoder().encode(healthy) }];
    expect('packs' in audit(files, { now: '2026-06-30' })).toBe(false);
  });

  it('never finds something milder for a pack, only for the settings', () => {
    const pack: Pack = { ...packOf(), severities: { 'copies-share-building': 'info' } };
    const severityOf = (report: Report): string | undefined =>
      report.findings.find(({ rule }) => rule === 'copies-share-building')?.severity;
    const usual = severityOf(auditOf(sharing, packOf()));
    expect(usual).toBe('high');
    expect(severityOf(auditOf(sharing, pack))).toBe(usual);
    const worse: Pack = { ...packOf(), severities: { 'copies-share-building': 'critical' } };
    expect(severityOf(auditOf(sharing, worse))).toBe('critical');
    const rules = new Map([['copies-share-building', { severity: 'low' }]] as const);
    expect(severityOf(auditOf(sharing, worse, { rules }))).toBe('low');
  });

  it('runs with the severities and ages of its packs', () => {
    const drills = 'drills: [{ date: 2026-01-01, lose: [a, b], result: recovered }]\n';
    const pack: Pack = {
      ...packOf(),
      severities: { 'drill-stale': 'critical' },
      thresholds: [
        { of: 'maxAge', option: 'drill', value: '90d', stricter: 'least', source: 'statute', basis: 'a law' },
      ],
    };
    const stale = (report: Report): readonly string[] =>
      report.findings.flatMap(({ rule, severity }) => (rule === 'drill-stale' ? [severity] : []));
    expect(stale(auditOf(healthy + drills, packOf()))).toEqual([]);
    const with90 = auditOf(healthy + drills, pack);
    expect(new Set(stale(with90))).toEqual(new Set(['critical']));
    expect(with90.packs?.[0]).toMatchObject({
      severities: [{ of: 'drill-stale', value: 'critical', inForce: 'critical', from: 'test' }],
      thresholds: [{ of: 'maxAge', option: 'drill', value: '90d', inForce: '90d', from: 'test', verify: false }],
    });
    const lenient = auditOf(healthy + drills, pack, { maxAge: { drill: { months: 30, seconds: 0 } } });
    expect(stale(lenient)).toEqual([]);
    expect(lenient.packs?.[0]?.thresholds[0]).toMatchObject({ value: '90d', from: 'settings' });
  });
});
