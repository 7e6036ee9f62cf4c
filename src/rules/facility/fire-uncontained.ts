import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, hasFacility, unstated } from './facility-finding.js';

export const fireUncontained: Rule = defineRule({
  id: 'fire-uncontained',
  group: 'facility',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'A building that burns as one: a single fire compartment, floors that burn, or nothing to put a fire out',
  why: 'How far a fire gets is decided by walls and floors. At Strasbourg in March 2021 wooden floors and open air shafts carried a fire from two UPS units through all five storeys of SBG2 within hours, and four rooms of the building beside it burnt too.',
  fix: 'Divide the building into fire compartments, replace what burns, and protect the rooms; until then keep no two copies in it.',
  references: [{ title: 'BEA-RI, report on the fire at OVHcloud Strasbourg of 10 March 2021' }],
  controls: [
    'NIST SP 800-53 PE-13',
    'NIST SP 800-53 PE-13(2)',
    'ISO/IEC 27001:2022 A.7.5',
    'BSI C5 PS-05',
    'SOC 2 A1.2',
  ],
  applies: hasFacility,
  *check(location, facts) {
    const { facility, id } = location;
    if (facility === undefined) return;
    if (facility.combustible === true) {
      const message = `floors, walls or ceilings of ${id} can burn`;
      yield facilityFailure(facts, location, 'combustible', { message, detail: 'combustible', label: 'burns' });
    }
    if (facility.fireZones !== undefined && facility.fireZones < 2) {
      const message = `${id} is one fire compartment: nothing stops a fire on its way through it`;
      yield facilityFailure(facts, location, 'fireZones', { message, detail: 'zones', label: 'one compartment' });
    }
    if (facility.suppression === 'none') {
      const message = `nothing in ${id} puts a fire out`;
      yield facilityFailure(facts, location, 'suppression', { message, detail: 'suppression', label: 'none' });
    }
    yield* unstated(location, ['combustible', 'fireZones', 'suppression']);
  },
  avoid: `
locations:
  east: { kind: building, facility: { combustible: true, fireZones: 1, suppression: none } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { combustible: false, fireZones: 6, suppression: water-mist } }
services:
  web: { replicas: [{ at: east }] }
`,
});
