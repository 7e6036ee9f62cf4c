import type { DomainIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';
import { isRestedOn, restingOn, tellPromising } from './resting-on.js';

export const drillMissing: Rule = defineRule({
  id: 'drill-missing',
  group: 'evidence',
  on: 'failure-domain',
  severity: 'medium',
  byTier: false,
  summary: 'A place or feed whose loss services promise to survive, and that no drill has ever taken away',
  why: 'What was never switched off is only believed to be unnecessary. Kakao drilled for traffic peaks, never for the loss of a datacenter; Cloudflare had switched off every datacenter but the one that failed.',
  fix: 'Take it away in a drill, measure each service, and record it under `drills`. A real incident counts too.',
  references: [],
  controls: ['NIST SP 800-53 CP-4', 'ISO 22301:2019 8.5', 'DORA Art. 11(6)(a)', 'APRA CPS 230 43', 'RBI 29(a)'],
  applies: (domain, facts) => isRestedOn(facts, domain.index),
  *check(domain, facts) {
    const { model, domainsTaking } = facts;
    if (isDrilled(facts, domain.index)) return;
    // One drill of what takes this along proves both, and is asked for there.
    const isAskedFor = (one: DomainIndex): boolean =>
      one !== domain.index && !isDrilled(facts, one) && isRestedOn(facts, one);
    if (domainsTaking(domain.index).some((one) => isAskedFor(one) && !domainsTaking(one).includes(domain.index)))
      return;
    const services = restingOn(facts, domain.index);
    yield {
      outcome: 'fail',
      message: `${tellPromising(facts, domain.index)} to survive the loss of ${domain.id}; no drill has ever taken it away`,
      spots: [{ at: model.place({ type: 'domain', index: domain.index }), label: 'never drilled' }],
      hurts: services,
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, replication: sync, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - { date: 2026-04-02, lose: [harbour], result: recovered, measured: { orders: { rto: 22m, rpo: 0s } } }
`,
});

function isDrilled({ drills, lostInDrill }: Facts, domain: DomainIndex): boolean {
  return drills.some(({ index }) => lostInDrill(index).has(domain));
}
