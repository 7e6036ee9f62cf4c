import { tellCopies } from '../../narrative/tell-copies.js';
import { hurtBy } from '../objectives/shortfall.js';
import { defineRule, type Rule } from '../rule.js';
import { isPromised, placesOf, sharedDomainOf, sharedFateSpots } from './copies.js';

export const copiesShareDomain: Rule = defineRule({
  id: 'copies-share-domain',
  group: 'placement',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'Copies in different buildings that one power feed, campus, carrier or account takes together',
  why: 'Separate walls do not help against what both stand on. In Strasbourg in 2021 the fire was in one building and the power was cut to the whole campus; in 2024 UniSuper had copies in two geographies under one subscription, and both went when it was deleted.',
  fix: 'Give one copy another feed, campus, carrier or account; or give the shared one a second (`failsWith: [{ allOf: [a, b] }]`) where that is what is there.',
  references: [],
  controls: ['NIST SP 800-53 CP-7(1)', 'NIST SP 800-53 PE-9(1)', 'ISO/IEC 27001:2022 A.8.14', 'DORA Art. 12(5)'],
  supersedes: ['rto-broken', 'rpo-broken', 'backup-interval-exceeds-rpo', 'restore-too-slow'],
  applies: (service) => service.kind !== 'external' && placesOf(service).size > 1,
  *check(service, facts) {
    const { model } = facts;
    const domain = sharedDomainOf(facts, service);
    if (domain === undefined) return;
    yield {
      outcome: 'fail',
      severity: isPromised(facts, service, domain.kind) ? 'high' : 'medium',
      message: `${tellCopies(service, 'is')} lost together with ${domain.kind} ${domain.id}`,
      detail: domain.id,
      loss: domain.index,
      spots: sharedFateSpots(model, service, domain.index),
      hurts: hurtBy(facts, service.index),
    };
  },
  avoid: `
domains:
  feed: { kind: power }
locations:
  harbour: { kind: building, failsWith: [feed] }
  hill: { kind: building, failsWith: [feed] }
services:
  orders:
    objectives: { rto: 1h, survive: [building, power] }
    replicas: [{ at: harbour }, { at: hill }]
`,
  prefer: `
domains:
  feed-north: { kind: power }
  feed-south: { kind: power }
locations:
  harbour: { kind: building, failsWith: [feed-north] }
  hill: { kind: building, failsWith: [feed-south] }
services:
  orders:
    objectives: { rto: 1h, survive: [building, power] }
    replicas: [{ at: harbour }, { at: hill }]
`,
});
