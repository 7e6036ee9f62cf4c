import type { Redundancy } from '../../model/facility.js';
import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, hasFacility, unstated } from './facility-finding.js';

const systems = [
  ['ups', 'uninterruptible power supply', 'UPS unit'],
  ['generators', 'generators', 'generator'],
] as const;

export const backupPowerMissing: Rule = defineRule({
  id: 'backup-power-missing',
  group: 'facility',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'A building without batteries or generators, or with none to spare',
  why: 'Batteries bridge the minutes until generators run, generators the hours until the grid is back; without one of them a failure of the grid stops every machine at once. In November 2023 the generators of PDX-04 were lost together with the feeds and the batteries were empty after minutes.',
  fix: 'Have both, each with one unit more than it needs (`N+1`), and test them together under load.',
  references: [{ title: 'Cloudflare, post-mortem of the control plane and analytics outage, 4 November 2023' }],
  controls: [
    'NIST SP 800-53 PE-11',
    'NIST SP 800-53 PE-11(1)',
    'ISO/IEC 27001:2022 A.7.11',
    'BSI C5 PS-06',
    'SOC 2 A1.2',
    'ISMS-P 2.4.4',
  ],
  applies: hasFacility,
  *check(location, facts) {
    const weak = systems.filter(([fact]) => isWeak(location.facility?.[fact]));
    for (const [fact, noun, unit] of weak) {
      const none = location.facility?.[fact] === 'none';
      yield facilityFailure(facts, location, fact, {
        message: none
          ? `${location.id} has no ${noun}`
          : `${location.id} has no spare ${unit}: one that fails or is serviced is missing`,
        detail: fact,
        label: none ? 'none' : 'N: none to spare',
        severity: none ? 'medium' : 'low',
      });
    }
    if (weak.length === 0) yield* unstated(location, ['ups', 'generators']);
  },
  avoid: `
locations:
  east: { kind: building, facility: { ups: 2N, generators: none } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { ups: 2N, generators: N+1 } }
services:
  web: { replicas: [{ at: east }] }
`,
});

function isWeak(redundancy: Redundancy | undefined): boolean {
  return redundancy === 'none' || redundancy === 'N';
}
