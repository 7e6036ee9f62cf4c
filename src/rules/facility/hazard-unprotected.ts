import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, hasFacility, unstated } from './facility-finding.js';

const hazards = [
  ['flood', 'floodZone', 'floodProtection', 'where floods are to be reckoned with', 'barriers or height against them'],
  [
    'earthquake',
    'seismicZone',
    'seismicDesign',
    'where strong earthquakes are to be reckoned with',
    'a design for them',
  ],
] as const;

export const hazardUnprotected: Rule = defineRule({
  id: 'hazard-unprotected',
  group: 'facility',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'A building where floods or earthquakes are to be reckoned with, and not built for them',
  why: 'Switchgear, pumps and generators often stand in the basement, where the water comes first; an earthquake tips racks and batteries that are not anchored. Such a loss is of weeks, and it takes the neighbouring site in the same valley or on the same fault as well.',
  fix: 'Raise or wall off power and cooling, anchor racks and batteries, or move; and say what shares the hazard: a domain of kind `flood` or `seismic` under `failsWith`.',
  references: [],
  controls: [
    'NIST SP 800-53 PE-15',
    'NIST SP 800-53 PE-23',
    'ISO/IEC 27001:2022 A.7.5',
    'Korea, rules for the protection of data centres (집적정보 통신시설 보호지침)',
  ],
  applies: hasFacility,
  *check(location, facts) {
    for (const [detail, zone, protection, where, what] of hazards) {
      const exposed = location.facility?.[zone];
      if (exposed === true && location.facility?.[protection] === false) {
        yield facilityFailure(facts, location, protection, {
          message: `${location.id} stands ${where}, without ${what}`,
          detail,
          label: 'not protected',
        });
      }
      if (exposed !== false) yield* unstated(location, exposed === true ? [protection] : [zone]);
    }
  },
  avoid: `
locations:
  east: { kind: building, facility: { floodZone: true, floodProtection: false, seismicZone: false } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { floodZone: true, floodProtection: true, seismicZone: false } }
services:
  web: { replicas: [{ at: east }] }
`,
});
