import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';

/** `severity rule: subject` of the findings of these rules. */
function told(content: string, ...rules: readonly string[]): readonly string[] {
  const report = audit([{ path: 'a.yaml', content }], { now: '2026-06-30' });
  expect(report.diagnostics).toEqual([]);
  return report.findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ severity, rule, subject }) => `${severity} ${rule}: ${subject.id}`);
}

describe('a place that is too small for what would come', () => {
  const site = (services: string): string => `
locations:
  harbour: { kind: building, lasts: 30m }
  hill: { kind: building, capacity: 100 }
tiers:
  vital: { rank: 1 }
defaults:
  data: none
  demand: 60
  objectives: { rto: 1h }
  recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [] }
  replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, startup: 1m }]
services:
${services}`;
  const rule = 'site-overcommitted-after-failover';

  it('is as bad as what it breaks, or may break', () => {
    const outlasted = '  orders: {}\n  payments: {}\n';
    expect(told(site(outlasted), rule)).toEqual([]);
    const open = '  orders: { objectives: { rto: 10m } }\n  payments: {}\n';
    expect(told(site(open), rule)).toEqual(['medium site-overcommitted-after-failover: hill']);
    const vital = '  orders: { objectives: { rto: 10m }, tier: vital }\n  payments: {}\n';
    expect(told(site(vital), rule)).toEqual(['high site-overcommitted-after-failover: hill']);
    const broken = '  orders: { objectives: { rto: 10m }, demand: 120 }\n';
    expect(told(site(broken), rule)).toEqual(['high site-overcommitted-after-failover: hill']);
  });
});

describe('what watches others and stands only where they do', () => {
  const places = 'locations:\n  harbour: { kind: building }\n  hill: { kind: building }\n';
  const shop = '  shop: { data: none, objectives: { rto: 15m }, replicas: [{ at: harbour }, { at: hill }] }\n';
  const rules = ['monitoring-in-blast-radius', 'single-location', 'rto-broken'] as const;

  it.each([
    ['', 'medium'],
    ['objectives: { rto: 15m }', 'high'],
    ['tier: vital, objectives: { rto: 15m }', 'critical'],
  ])('is one finding, as bad as its own promise (%s)', (fields, severity) => {
    const metrics = `  metrics: { kind: tooling, purpose: monitoring, data: none, ${fields}${fields === '' ? '' : ', '}replicas: [{ at: harbour }] }\n`;
    const content = `${places}tiers: { vital: { rank: 1 } }\nservices:\n${shop}${metrics}`;
    expect(told(content, ...rules)).toEqual([`${severity} monitoring-in-blast-radius: metrics`]);
  });
});

describe('what nobody can know', () => {
  it('does not pass, whatever else is known, unless the tier says that others come first', () => {
    const estate = (tier: string): string => `
tiers: { first: { rank: 1 }, second: { rank: 2 }, other: {} }
locations: { harbour: { kind: building }, hill: { kind: building } }
defaults: { data: none, dependsOn: none }
services:
  known: { objectives: { rto: 1h }, replicas: [{ at: harbour }, { at: hill }] }
  open: { ${tier} objectives: { rto: 1h }, replicas: [{ at: harbour, role: primary }, { at: hill, role: standby }] }
`;
    const severity = (tier: string): readonly string[] => told(estate(tier), 'objective-unknown');
    expect(severity('')).toContain('high objective-unknown: inventory');
    expect(severity('tier: other,')).toContain('high objective-unknown: inventory');
    expect(severity('tier: first,')).toContain('high objective-unknown: inventory');
    expect(new Set(severity('tier: second,'))).toEqual(new Set(['medium objective-unknown: inventory']));
    const { gate } = audit([{ path: 'a.yaml', content: estate('') }], { now: '2026-06-30' });
    expect(gate.result).toBe('fail');
  });
});

describe('a missing objective', () => {
  it('is milder where a service that promises something cannot keep it without this one, and then only', () => {
    const content = `
services:
  shop: { objectives: { rto: 1h }, dependsOn: { stock: hard, ads: soft }, recovery: { uses: [switch] } }
  stock: { dependsOn: { disks: hard } }
  disks: { kind: datastore }
  switch: {}
  ads: {}
  alone: { dependsOn: { shop: hard } }
`;
    expect(told(content, 'objective-missing').toSorted()).toEqual([
      'high objective-missing: ads',
      'high objective-missing: alone',
      // The data of the disks is in nobody's promise.
      'high objective-missing: disks',
      'medium objective-missing: stock',
      'medium objective-missing: switch',
    ]);
  });
});

describe('findings of one severity', () => {
  it('come with what happens in a loss first, however many the others hurt', () => {
    const content = `
locations: { harbour: { kind: building }, hill: { kind: building } }
defaults: { data: none, objectives: { rto: 1h } }
services:
  shop: { replicas: [{ at: harbour }, { at: hill }] }
  cart: { replicas: [{ at: harbour }, { at: hill }] }
  lone: { objectives: { rto: unknown }, replicas: [{ at: harbour }] }
`;
    const report = audit([{ path: 'a.yaml', content }], { now: '2026-06-30' });
    const medium = report.findings.filter(({ severity }) => severity === 'medium').map(({ rule }) => rule);
    expect(medium).toEqual(['single-location', 'drill-missing']);
  });
});
