import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, hasFacility, unstated } from './facility-finding.js';

const paths = [
  ['feeds', 'utility feed'],
  ['substations', 'substation'],
  ['paths', 'distribution path'],
] as const;

export const singlePowerPath: Rule = defineRule({
  id: 'single-power-path',
  group: 'facility',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'A building whose power comes over one feed, from one substation, or down one path to the racks',
  why: 'What carries all the power stops everything when it fails or is serviced. In November 2023 one fault in the power of PDX-04 took every feed and all generators, and Cloudflare lost the whole building.',
  fix: 'Have a second feed from another substation and a second path to the racks, in another fire compartment; until then, count on losing the building.',
  references: [{ title: 'Cloudflare, post-mortem of the control plane and analytics outage, 4 November 2023' }],
  controls: ['NIST SP 800-53 PE-9(1)', 'EN 50600-2-2', 'ISMS-P 2.4.4', 'Regulation (EU) 2024/2690 Annex 13.1.2(b)'],
  applies: hasFacility,
  *check(location, facts) {
    const weak = paths.filter(([fact]) => (location.facility?.[fact] ?? 2) < 2);
    for (const [fact, noun] of weak) {
      const count = location.facility?.[fact] ?? 0;
      yield facilityFailure(facts, location, fact, {
        message: `${location.id} has ${count === 0 ? `no ${noun}` : `one ${noun}`}, two are needed for one to fail`,
        detail: fact,
        label: count === 0 ? `no ${noun}` : `one ${noun}`,
      });
    }
    if (weak.length === 0) yield* unstated(location, ['feeds', 'paths']);
  },
  avoid: `
locations:
  east: { kind: building, facility: { feeds: 1, paths: 1 } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { feeds: 2, substations: 2, paths: 2 } }
services:
  web: { replicas: [{ at: east }] }
`,
});
