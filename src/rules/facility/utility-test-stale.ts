import type { FailureDomain } from '../../model/model.js';
import { intervalKind } from '../option-kinds.js';
import { overdue } from '../overdue.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';
import { facilityFailure, hasFacility } from './facility-finding.js';

const maxAge = defineOption(intervalKind, {
  name: 'maxAge',
  summary: 'How long ago a test under load may be',
  example: '12mo',
  default: '12mo',
  source: 'guidance',
  basis: 'BSI C5 PS-06 asks for a test once a year',
});

export const utilityTestStale: Rule = defineRule({
  id: 'utility-test-stale',
  group: 'facility',
  on: 'failure-domain',
  severity: 'low',
  byTier: false,
  summary: 'Batteries, generators or cooling that were not tested under load for too long',
  why: 'Batteries age unseen and generators fail to start. At PDX-04 in November 2023 batteries rated for ten minutes were dead after four, before anybody had got a generator back.',
  fix: 'Test them under the real load, together, and ask the operator of a leased building for the record; write the days under `facility.tests`.',
  references: [{ title: 'Cloudflare, post-mortem of the control plane and analytics outage, 4 November 2023' }],
  controls: ['BSI C5 PS-06', 'Regulation (EU) 2024/2690 Annex 13.1.2(f)', 'ISO/IEC 27001:2022 A.7.11', 'SOC 2 A1.2'],
  options: [maxAge],
  applies: hasFacility,
  *check(location, facts, options) {
    const tests = location.facility?.tests ?? new Map<string, string | undefined>();
    for (const [system, date] of tests) {
      const late = date === undefined ? undefined : overdue(date, facts, maxAge.of(options), 'tested under load');
      if (late === undefined) continue;
      const message = `the ${system} of ${location.id} ${late.told}`;
      yield facilityFailure(facts, location, ['tests', system], {
        message,
        detail: system,
        label: late.label,
        mark: late.mark,
      });
    }
    const owner = { type: 'domain', index: location.index } as const;
    const open = new Set([...tests].flatMap(([system, date]) => (date === undefined ? [system] : [])));
    for (const system of installed(location)) if (!tests.has(system)) open.add(system);
    if (open.size === 0) return;
    yield { outcome: 'unknown', missing: [...open].map((system) => ({ owner, path: ['facility', 'tests', system] })) };
  },
  avoid: `
locations:
  east: { kind: building, facility: { tests: { ups: 2023-03-01, generator: never } } }
services:
  web: { replicas: [{ at: east }] }
`,
  prefer: `
locations:
  east: { kind: building, facility: { tests: { ups: 2026-03-01, generator: 2026-03-01 } } }
services:
  web: { replicas: [{ at: east }] }
`,
});

/** What the building is said to have, by the names of its tests. */
function installed({ facility }: FailureDomain): readonly string[] {
  const has = (redundancy: string | undefined): boolean => redundancy !== undefined && redundancy !== 'none';
  return [...(has(facility?.ups) ? ['ups'] : []), ...(has(facility?.generators) ? ['generator'] : [])];
}
