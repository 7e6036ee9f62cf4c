import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import type { Severity } from '../../src/finding.js';
import type { RuleSettings } from '../../src/rules/rule-setting.js';

/** The severity of each finding on a service that stands alone and has no owner, in a tier of this rank. */
function severities(rank: string, rules: RuleSettings = new Map()): ReadonlyMap<string, Severity> {
  const content = `
locations: { harbour: { kind: building } }
tiers: { some: { rank: ${rank}, objectives: { rto: 1h } } }
services:
  orders: { tier: some, dependsOn: { queue: hard }, data: none, replicas: [{ at: harbour }] }
  queue: { kind: tooling, data: none, replicas: [{ at: harbour }] }
`;
  const { findings } = audit([{ path: 'a.yaml', content }], { now: '2026-06-30', rules });
  return new Map(
    findings.filter(({ subject }) => subject.id === 'orders').map(({ rule, severity }) => [rule, severity]),
  );
}

describe('the tier of a service', () => {
  it.each([
    ['1', 'critical'],
    ['2', 'high'],
    ['3', 'medium'],
    ['7', 'medium'],
    ['unknown', 'high'],
  ])('of rank %s makes a high finding %s', (rank, severity) => {
    expect(severities(rank).get('single-location')).toBe(severity);
  });

  it.each(['1', '2', '3'])('of rank %s leaves a low one alone', (rank) => {
    expect(severities(rank).get('owner-missing')).toBe('low');
  });

  it('does not move what the settings say', () => {
    const rules: RuleSettings = new Map([['single-location', { severity: 'medium' }]]);
    expect(severities('1', rules).get('single-location')).toBe('medium');
    expect(severities('3', rules).get('single-location')).toBe('medium');
  });
});
