import { countKind } from '../option-kinds.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, unstated } from './facility-finding.js';

const hours = defineOption(countKind(1, 10_000), {
  name: 'hours',
  summary: 'The hours that fuel on site has to carry the design load',
  example: 48,
  default: 12,
  source: 'guidance',
  basis: 'Uptime Institute: 12 hours in every tier, counted without the spare tank',
});

export const fuelShort: Rule = defineRule({
  id: 'fuel-short',
  group: 'facility',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'Generators that run dry before the grid is likely to be back, or that nobody has to refill',
  why: 'After a storm or a fire in the region the grid stays away for days, roads are closed, and everybody else wants the same lorry of fuel.',
  fix: 'Keep more fuel on site, and have a contract that puts you before others; test the delivery once.',
  references: [{ title: 'Uptime Institute, Tier Standard: Topology' }],
  controls: ['NIST SP 800-53 PE-11(2)', 'Regulation (EU) 2024/2690 Annex 13.1.2(e)', 'Uptime Tier Standard: Topology'],
  options: [hours],
  applies: ({ facility }) => facility !== undefined && facility.generators !== 'none',
  *check(location, facts, options) {
    const least = hours.of(options);
    const fuel = location.facility?.fuelHours;
    if (fuel !== undefined && fuel < least) {
      yield facilityFailure(facts, location, 'fuelHours', {
        message: `the fuel of ${location.id} lasts ${inHours(fuel)}, ${least} ${least === 1 ? 'is' : 'are'} asked for`,
        detail: 'hours',
        label: inHours(fuel),
      });
    }
    if (location.facility?.refuelContract === false) {
      yield facilityFailure(facts, location, 'refuelContract', {
        message: `no contract brings ${location.id} more fuel in an emergency`,
        detail: 'contract',
        label: 'no contract',
        severity: 'low',
      });
    }
    yield* unstated(location, ['fuelHours', 'refuelContract']);
  },
  avoid: `
locations:
  east: { kind: building, facility: { generators: N+1, fuelHours: 6, refuelContract: false } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { generators: N+1, fuelHours: 48, refuelContract: true } }
services:
  web: { replicas: [{ at: east }] }
`,
});

function inHours(count: number): string {
  return count === 1 ? '1 hour' : `${count} hours`;
}
