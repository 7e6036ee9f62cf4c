import type { FailureDomain } from '../../model/model.js';
import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, unstated } from './facility-finding.js';

export const batteryFireUnprepared: Rule = defineRule({
  id: 'battery-fire-unprepared',
  group: 'facility',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'Lithium batteries that gas would have to put out, or that cannot be parted from the UPS from outside',
  why: 'A burning lithium cell makes its own oxygen: gas does not stop it, and water may be used only once the power is off. At Pangyo in October 2022 the gas went off and the rack burnt on; in the end the whole building was switched off so that water could be used.',
  fix: 'Protect the battery room with water mist or sprinklers, and make batteries and UPS part automatically and by a switch outside the room.',
  references: [
    { title: 'MSIT, findings on the SK C&C data centre fire and the Kakao and Naver outages, 6 December 2022' },
  ],
  controls: ['NIST SP 800-53 PE-13', 'Korea, rules for the protection of data centres (집적정보 통신시설 보호지침)'],
  applies: (location) => hasBatteries(location),
  *check(location, facts) {
    const { facility } = location;
    if (facility === undefined) return;
    const chemistry = facility.batteryChemistry;
    if (chemistry === undefined || !(isLithium(chemistry) || isOther(chemistry))) {
      yield {
        outcome: 'unknown',
        missing: [{ owner: { type: 'domain', index: location.index }, path: ['facility', 'batteryChemistry'] }],
      };
      return;
    }
    if (isOther(chemistry)) return;
    const weak = facility.suppression === 'none' || facility.suppression === 'gas';
    if (weak) {
      yield facilityFailure(facts, location, 'suppression', {
        message: `a fire in the ${chemistry} batteries of ${location.id} ${facility.suppression === 'gas' ? 'is met with gas, which does not stop it' : 'is met with nothing'}`,
        detail: 'suppression',
        label: `suppression: ${facility.suppression ?? ''}`,
      });
    }
    if (facility.batteryDisconnect === false) {
      yield facilityFailure(facts, location, 'batteryDisconnect', {
        message: `the ${chemistry} batteries of ${location.id} cannot be parted from the UPS from outside the room`,
        detail: 'disconnect',
        label: 'no disconnect',
      });
    }
    yield* unstated(location, ['suppression', 'batteryDisconnect']);
  },
  avoid: `
locations:
  east: { kind: building, facility: { batteryChemistry: lithium-ion, suppression: gas, batteryDisconnect: false } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { batteryChemistry: lithium-ion, suppression: water-mist, batteryDisconnect: true } }
services:
  web: { replicas: [{ at: east }] }
`,
});

function hasBatteries({ facility }: FailureDomain): boolean {
  return facility !== undefined && facility.batteryRoom !== 'none' && facility.batteryChemistry !== 'none';
}

/** Chemistries are written as they are in data sheets: by the cathode (NMC 811, LFP), the anode (LTO), or in the language of the country. */
function isLithium(chemistry: string): boolean {
  return /lithium|리튬|リチウム|[锂鋰]|\bli-?(?:ion|po|poly(?:mer)?|fepo4?|metal|titanate|s)\b|\b(?:lfp|lmfp|nmc|ncm|nca|ncma|lto|lmo|lco|libs?)(?:-?\d+)?\b/i.test(
    plainly(chemistry),
  );
}

/** Chemistries that do not feed their own fire. Another word may be a kind of lithium cell by its trade name. */
function isOther(chemistry: string): boolean {
  return (
    !isLithium(chemistry) &&
    /\b(?:lead|vrla|opz[sv]|agm|gel|nickel|ni-?(?:cd|zn|mh)|sodium|flow|flywheel)\b/i.test(plainly(chemistry))
  );
}

/** `LiFePO₄` as `LiFePO4`, and `li_ion` or `Li ion` as `li-ion`. */
function plainly(chemistry: string): string {
  return chemistry.normalize('NFKC').replaceAll(/[\s_]+/g, '-');
}
