import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, hasFacility, unstated } from './facility-finding.js';

export const zonedPowerOffMissing: Rule = defineRule({
  id: 'zoned-power-off-missing',
  group: 'facility',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'A building whose power can only be cut as a whole',
  why: 'Before water is used on a fire the power goes off. At Pangyo in October 2022 nobody could tell the zones and breakers apart in time, so all 32,000 servers of Kakao were switched off for a fire in one battery rack. At Strasbourg in 2021 there was no cut-off at all, and the fire brigade waited.',
  fix: 'Make power cut by room, floor and building, from outside and in minutes, with the switches labelled; rehearse it with the fire brigade.',
  references: [
    { title: 'MSIT, findings on the SK C&C data centre fire and the Kakao and Naver outages, 6 December 2022' },
    { title: 'BEA-RI, report on the fire at OVHcloud Strasbourg of 10 March 2021' },
  ],
  controls: [
    'NIST SP 800-53 PE-10',
    'Korea, plan for the stability of digital services (디지털서비스 안정성 강화방안)',
  ],
  applies: hasFacility,
  *check(location, facts) {
    if (location.facility?.zonedPowerOff === false) {
      yield facilityFailure(facts, location, 'zonedPowerOff', {
        message: `one fire in ${location.id} switches all of it off: its power cannot be cut by zone`,
        label: 'all or nothing',
      });
    }
    yield* unstated(location, ['zonedPowerOff']);
  },
  avoid: `
locations:
  east: { kind: building, facility: { zonedPowerOff: false } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { zonedPowerOff: true } }
services:
  web: { replicas: [{ at: east }] }
`,
});
