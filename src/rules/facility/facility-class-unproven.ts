import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, unstated } from './facility-finding.js';

export const facilityClassUnproven: Rule = defineRule({
  id: 'facility-class-unproven',
  group: 'facility',
  on: 'failure-domain',
  severity: 'low',
  byTier: false,
  summary: 'A class of a building that its operator claims without a certificate in force',
  why: 'A class is a promise about what was built and how it is run. Without a certificate somebody read it off a brochure, and after a rebuild it may no longer be true.',
  fix: 'Ask the operator for the certificate and its last day, or for the design documents, and write the day under `certifiedUntil`.',
  references: [],
  controls: ['EN 50600-1', 'ANSI/TIA-942', 'Uptime Tier Standard: Topology', 'ISO/IEC 27001:2022 A.7.5'],
  applies: ({ facility }) => facility?.class !== undefined,
  *check(location, facts) {
    const until = location.facility?.certifiedUntil;
    if (until === undefined) yield* unstated(location, ['certifiedUntil']);
    if (until === undefined || (until !== 'never' && until >= facts.now)) return;
    const written = location.facility?.class ?? '';
    yield facilityFailure(facts, location, 'certifiedUntil', {
      message:
        until === 'never'
          ? `${location.id} is of ${written} by its operator's own claim`
          : `the certificate of ${location.id} (${written}) ended on ${until}`,
      label: until === 'never' ? 'never certified' : `ended ${until}`,
    });
  },
  avoid: `
locations:
  east: { kind: building, facility: { class: Uptime Tier III, certifiedUntil: 2024-05-31 } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { class: Uptime Tier III, certifiedUntil: 2099-05-31 } }
services:
  web: { replicas: [{ at: east }] }
`,
});
