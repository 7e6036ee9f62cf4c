import { describe, expect, it } from 'vitest';
import { audit, type AuditOptions } from '../../src/audit.js';
import { parseInterval, type Interval } from '../../src/units/interval.js';

const inventory = `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m }
    data: none
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [], runbook: { url: https://wiki.example/1, reviewed: 2024-01-31 } }
drills:
  - { date: 2024-01-31, kind: full, lose: [harbour], result: recovered, measured: { orders: { rto: 22m } } }
`;

function interval(text: string): Interval {
  const read = parseInterval(text);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

/** The findings of a rule, and the promises that are proven, on a day. */
function judged(
  now: string,
  rule: string,
  ages: Readonly<Record<string, string>>,
  options: Partial<AuditOptions> = {},
): { readonly told: readonly string[]; readonly proven: number } {
  const maxAge = Object.fromEntries(Object.entries(ages).map(([kind, text]) => [kind, interval(text)]));
  const report = audit([{ path: 'a.yaml', content: inventory }], { now, maxAge, ...options });
  expect(report.diagnostics).toEqual([]);
  return {
    told: report.findings
      .filter((finding) => finding.rule === rule && finding.subject.id !== 'hill')
      .map(({ severity, message }) => `${severity}: ${message}`),
    proven: report.summary.promises.proven,
  };
}

describe('evidence by the calendar', () => {
  const quarter = { drill: '1mo', review: '1mo' };

  it('counts until the end of a month that is shorter', () => {
    expect(judged('2024-02-29', 'drill-stale', quarter)).toEqual({ told: [], proven: 1 });
    expect(judged('2024-03-01', 'drill-stale', quarter)).toEqual({
      told: ['medium: the last drill that took harbour away was 30 days ago (2024-01-31), at most 1 month is allowed'],
      proven: 0,
    });
    expect(judged('2024-02-29', 'runbook-stale', quarter).told).toEqual([]);
    expect(judged('2024-03-01', 'runbook-stale', quarter).told).toHaveLength(1);
  });

  it('counts twelve months where nobody says, over a leap day too', () => {
    expect(judged('2025-01-31', 'drill-stale', {})).toEqual({ told: [], proven: 1 });
    expect(judged('2025-02-01', 'drill-stale', {}).told).toHaveLength(1);
  });

  it('still counts in its grace, with a milder finding', () => {
    const ages = { drill: '1mo', review: '1mo', grace: '15d' };
    const told =
      'low: the last drill that took harbour away was 44 days ago (2024-01-31), at most 1 month is allowed; it counts until 2024-03-15';
    expect(judged('2024-03-15', 'drill-stale', ages)).toEqual({ told: [told], proven: 1 });
    const after = judged('2024-03-16', 'drill-stale', ages);
    expect(after.proven).toBe(0);
    expect(after.told[0]).toMatch(/^medium: .* at most 1 month is allowed$/);
    expect(judged('2024-03-15', 'runbook-stale', ages).told[0]).toMatch(/^info: .* it counts until 2024-03-15$/);
    expect(judged('2024-03-16', 'runbook-stale', ages).told[0]).toMatch(/^low: /);
  });

  it('stays mild in its grace whatever the settings ask of the rule', () => {
    const ages = { drill: '1mo', grace: '15d' };
    const rules = new Map([['drill-stale', { severity: 'critical' } as const]]);
    expect(judged('2024-03-15', 'drill-stale', ages, { rules }).told[0]).toMatch(/^low: /);
    expect(judged('2024-03-16', 'drill-stale', ages, { rules }).told[0]).toMatch(/^critical: /);
    const off = new Map([['drill-stale', { severity: 'off' } as const]]);
    expect(judged('2024-03-15', 'drill-stale', ages, { rules: off }).told).toEqual([]);
  });
});
