import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, unstated } from './facility-finding.js';

export const batteryRoomShared: Rule = defineRule({
  id: 'battery-room-shared',
  group: 'facility',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'Batteries that stand in one fire compartment with other power or computing equipment',
  why: 'Batteries burn, and what shares their room burns with them. At Pangyo in October 2022 the batteries were not fully separated from the UPS and power cables ran through their room: power was lost three minutes after the first spark. At Daejeon in September 2025 the batteries stood in the server room.',
  fix: 'Put the batteries into a fire compartment of their own, without other equipment or cables passing through; until then list what burns with them as a domain under `failsWith`.',
  references: [
    { title: 'MSIT, findings on the SK C&C data centre fire and the Kakao and Naver outages, 6 December 2022' },
  ],
  controls: ['NIST SP 800-53 PE-18', 'Korea, rules for the protection of data centres (집적정보 통신시설 보호지침)'],
  applies: ({ facility }) => facility !== undefined && facility.batteryRoom !== 'none',
  *check(location, facts) {
    if (location.facility?.batteryRoom !== 'shared') {
      yield* unstated(location, ['batteryRoom']);
      return;
    }
    const chemistry = location.facility.batteryChemistry;
    const what = chemistry === undefined ? 'batteries' : `${chemistry} batteries`;
    yield facilityFailure(facts, location, 'batteryRoom', {
      message: `the ${what} of ${location.id} share a room with other equipment`,
      label: 'one fire takes both',
    });
  },
  avoid: `
locations:
  east: { kind: building, facility: { batteryRoom: shared, batteryChemistry: lithium-ion } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { batteryRoom: separate, batteryChemistry: lithium-ion } }
services:
  web: { replicas: [{ at: east }] }
`,
});
