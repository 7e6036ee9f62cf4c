import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { audit } from '../src/audit.js';
import { rules } from '../src/rules/index.js';
import type { Rule } from '../src/rules/rule.js';
import { thresholdSources } from '../src/rules/rule-option.js';
import { severityByTier } from '../src/rules/severity-by-tier.js';
import type { Report } from '../src/report/report.js';
import { waiversFrom } from './support/waivers.js';

/** What the examples of rules about waivers are held against: their examples are files of waivers. */
const waived = `
tiers:
  gold: { rank: 1 }
services:
  chat: { tier: gold }
  media: { tier: gold }
`;

/** Audits an example of a rule with what is not set by default set to its example. */
function audited({ id, on, options }: Rule, text: string): Report {
  const set = options.filter((option) => option.default === undefined).map(({ name, example }) => [name, example]);
  const settings = new Map([[id, { severity: undefined, options: Object.fromEntries(set) }]]);
  const waivers = on === 'waiver' ? waiversFrom(text, 'waivers.yaml') : undefined;
  const content = on === 'waiver' ? waived : text;
  return audit([{ path: 'inventory.yaml', content }], { now: '2026-06-30', rules: settings, waivers });
}

function findings(rule: Rule, text: string): readonly string[] {
  const report = audited(rule, text);
  expect(report.diagnostics).toEqual([]);
  return report.findings.filter(({ rule: id }) => id === rule.id).map(({ message }) => message);
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('finds what it says to avoid', () => {
    expect(findings(rule, rule.avoid)).not.toEqual([]);
  });

  it('finds nothing in what it says to prefer', () => {
    expect(findings(rule, rule.prefer)).toEqual([]);
  });

  it('has a severity that moves with the tier only where it is about services', () => {
    if (rule.byTier) expect(rule.on).toBe('service');
    if (rule.byTier)
      expect(severityByTier(rule.severity, 1) + severityByTier(rule.severity, 3)).not.toBe(rule.severity.repeat(2));
  });
});

const options = rules.flatMap((rule) => rule.options.map((option) => [`${rule.id} ${option.name}`, option] as const));

describe.each(options)('option %s', (_, option) => {
  const validate = new Ajv2020().compile(option.schema);

  it('can be what it says that it is by default, or might be', () => {
    for (const value of [option.example, ...(option.default === undefined ? [] : [option.default])]) {
      expect(option.parse(value).ok).toBe(true);
      expect(validate(value)).toBe(true);
    }
  });

  it('is read as its schema says', () => {
    const written = [
      0,
      1,
      3,
      -1,
      2.5,
      1e9,
      '',
      '5',
      '5km',
      '0.5km',
      '5 km',
      '2h',
      '0s',
      'PT1H',
      '1:30',
      'full',
      'Full',
      true,
      null,
      [],
      ['a'],
      ['a', 1],
      ['a b'],
      {},
    ];
    for (const value of written) expect([value, option.parse(value).ok]).toEqual([value, validate(value)]);
  });

  it('says what it sets, and what that rests on', () => {
    expect(option.name).toMatch(/^[a-z][A-Za-z]*$/);
    for (const text of [option.summary, option.basis]) expect(text).toMatch(/^\S[^\n]{10,160}[^\s.]$/);
    expect(thresholdSources).toContain(option.source);
  });
});
