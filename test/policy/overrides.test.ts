import { describe, expect, it } from 'vitest';
import { audit, type AuditOptions } from '../../src/audit.js';
import type { Report } from '../../src/report/report.js';
import type { Override } from '../../src/rules/override.js';
import { readSelection } from '../../src/selection/read-selection.js';
import { matches } from '../../src/selection/selector.js';

const files = [
  {
    path: 'i.yaml',
    content: `tiers: { gold: {}, bronze: {} }
locations:
  a: { kind: building }
  b: { kind: building }
services:
  console: { tier: bronze, objectives: { rto: 1h, survive: [building] }, recovery: { uses: [] }, replicas: [{ at: a }] }
  chat:
    tier: gold
    system: talk
    objectives: { rto: 1h, survive: [building] }
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [console] }
    replicas: [{ at: a, role: primary }, { at: b, role: standby, startup: 1m, replication: sync }]
`,
  },
];
const run = (options: Partial<AuditOptions>): Report => audit(files, { now: '2026-06-30', ...options });
const severityOf = ({ findings }: Report, rule: string, id: string): string | undefined =>
  findings.find((finding) => finding.rule === rule && finding.subject.id === id)?.severity;
const override = (select: Override['select'], rule: string, severity: 'info' | 'critical' | 'off'): Override => ({
  select,
  rules: new Map([[rule, { severity }]]),
});
const tool = 'recovery-tool-in-blast-radius';

describe('an override', () => {
  it('changes the severity for those selected only', () => {
    const report = run({ overrides: [override({ tier: ['bronze'] }, 'owner-missing', 'critical')] });
    expect(severityOf(report, 'owner-missing', 'console')).toBe('critical');
    expect(severityOf(report, 'owner-missing', 'chat')).toBe('low');
  });

  it('that lowers does not apply where somebody else is hurt', () => {
    const lowered = override({ tier: ['bronze'] }, tool, 'info');
    expect(severityOf(run({ overrides: [lowered] }), tool, 'console')).toBe('critical');
    const both = override({ tier: ['bronze', 'gold'] }, tool, 'info');
    expect(severityOf(run({ overrides: [both] }), tool, 'console')).toBe('info');
  });

  it('that raises applies where anybody concerned is selected', () => {
    const rules = new Map([[tool, { severity: 'low' }]] as const);
    const raised = override({ system: ['talk'] }, tool, 'critical');
    expect(severityOf(run({ rules, overrides: [raised] }), tool, 'console')).toBe('critical');
  });

  it('can switch a rule off, and the report says how often that was', () => {
    const report = run({ overrides: [override({ service: ['con*'] }, 'owner-missing', 'off')] });
    expect(severityOf(report, 'owner-missing', 'console')).toBeUndefined();
    expect(severityOf(report, 'owner-missing', 'chat')).toBe('low');
    expect(report.rules.find(({ id }) => id === 'owner-missing')).toMatchObject({ checked: 2, failed: 1, off: 1 });
  });

  it.each(['info', 'off'] as const)('to %s does not hide the broken promise that the finding stood for', (severity) => {
    const content = `locations: { a: { kind: building } }
services: { wiki: { data: none, objectives: { rto: 1h }, replicas: [{ at: a }], recovery: { mode: manual, uses: [] } } }
`;
    const ofWiki = (overrides: readonly Override[]): readonly (string | undefined)[] => {
      const report = audit([{ path: 'i.yaml', content }], { now: '2026-06-30', overrides });
      return ['single-location', 'rto-broken'].map((rule) => severityOf(report, rule, 'wiki'));
    };
    expect(ofWiki([])).toEqual(['high', undefined]);
    expect(ofWiki([override({ service: ['wiki'] }, 'single-location', severity)])).toEqual([
      severity === 'off' ? undefined : severity,
      'high',
    ]);
  });

  it('stands behind a later one', () => {
    const overrides = [
      override({ tier: ['gold'] }, 'owner-missing', 'critical'),
      override({ service: ['chat'] }, 'owner-missing', 'info'),
    ];
    expect(severityOf(run({ overrides }), 'owner-missing', 'chat')).toBe('info');
    expect(severityOf(run({ overrides: overrides.toReversed() }), 'owner-missing', 'chat')).toBe('critical');
  });
});

describe('a selection', () => {
  const select = (text: string): Report => {
    const read = readSelection([text]);
    return run({ select: { text, selectors: read.ok ? read.selectors : [] } });
  };

  it('keeps what concerns those selected, also what others do to them', () => {
    const gold = select('tier=gold');
    expect(gold.findings.map(({ rule, subject }) => [rule, subject.id])).toEqual(
      expect.arrayContaining([
        [tool, 'console'],
        ['owner-missing', 'chat'],
      ]),
    );
    expect(gold.findings.some(({ subject }) => subject.id === 'console' && subject.type === 'service')).toBe(true);
    expect(severityOf(gold, 'owner-missing', 'console')).toBeUndefined();
    expect([...new Set(gold.promises.map(({ service }) => service))]).toEqual(['chat']);
    expect(gold.run).toMatchObject({ select: 'tier=gold', selected: 1 });
  });

  it('changes nothing about what is worked out', () => {
    const all = run({});
    const some = select('service=chat');
    expect(some.promises).toEqual(all.promises.filter(({ service }) => service === 'chat'));
    const fingerprints = new Set(all.findings.map(({ fingerprint }) => fingerprint));
    expect(some.findings.every(({ fingerprint }) => fingerprints.has(fingerprint))).toBe(true);
  });

  it('of nobody is never a pass', () => {
    expect(select('tier=platinum')).toMatchObject({ run: { selected: 0 }, gate: { result: 'fail' } });
  });

  it.each([
    ['tier', 'not of the form'],
    ['teir=gold', 'cannot be selected by "teir"'],
    ['tier=', 'names no value'],
    ['tier=a,', 'names no value'],
  ])('refuses %s', (text, reason) => {
    const read = readSelection([text]);
    expect(read.ok ? '' : read.wrong).toContain(reason);
  });
});

describe('a pattern', () => {
  it.each([
    ['pay*', 'payments', true],
    ['pay*', 'repay', false],
    ['*', '', true],
    ['a*a', 'a', false],
    ['a*b*c', 'axxbyyc', true],
    ['a*b*c', 'axxcyyb', false],
    ['*b*b*', 'ab', false],
    ['a.c', 'abc', false],
  ])('%s fits %s: %s', (pattern, text, fits) => {
    expect(matches(pattern, text)).toBe(fits);
  });
});
