import type { FailureDomain } from '../../model/model.js';
import { tellCopies } from '../../narrative/tell-copies.js';
import { hurtBy } from '../objectives/shortfall.js';
import { defineRule, type Rule } from '../rule.js';
import { isPromised, isWithinWalls, placesOf, hasWayBack, sharedFateSpots } from './copies.js';

/** Kinds that nobody shares on purpose between copies; others (a region, a provider) count where they are to be survived. */
const neverShared: ReadonlySet<string> = new Set([
  'campus',
  'power',
  'cooling',
  'network',
  'carrier',
  'account',
  'control-plane',
  'hazard',
  'flood',
  'seismic',
]);

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
  supersedes: ['rto-broken', 'rpo-broken'],
  applies: (service) => service.kind !== 'external' && placesOf(service).size > 1,
  *check(service, facts) {
    const { model } = facts;
    const survives = ({ kind }: FailureDomain): boolean => service.objectives.survive.some((one) => one.kind === kind);
    const shared = (facts.sharedFate(service.index) ?? [])
      .flatMap((index) => model.domains[index] ?? [])
      .filter((domain) => !isWithinWalls(domain) && (survives(domain) || neverShared.has(domain.kind)))
      .filter(({ kind }) => !hasWayBack(facts, service, kind));
    const domain = shared.find(survives) ?? shared[0];
    if (domain === undefined) return;
    yield {
      outcome: 'fail',
      severity: isPromised(facts, service, domain.kind) ? 'high' : 'medium',
      message: `${tellCopies(service)} lost together with ${domain.kind} ${domain.id}`,
      detail: domain.id,
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
