import type { DomainIndex, Service } from '../../model/model.js';
import { tellCopies } from '../../narrative/tell-copies.js';
import { hurtBy } from '../objectives/shortfall.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';
import { copiesOf, isPromised, openWaysBack, placesOf, sharedFateSpots, unknownPlaces, wayBack } from './copies.js';
import { elsewhere } from './elsewhere.js';

export const singleLocation: Rule = defineRule({
  id: 'single-location',
  group: 'placement',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'A service that stands in one place only',
  why: 'When the place is lost the service is lost with it, and comes back when the place does. After the Daejeon fire of September 2025 that took up to 95 days.',
  fix: 'Place a second copy in another building, or declare how it is rebuilt or restored elsewhere (`recovery.rebuild`, `backups.<id>.restore`).',
  references: [],
  controls: ['NIST SP 800-53 CP-7', 'ISO/IEC 27001:2022 A.8.14', 'DORA Art. 12(4)', 'SOC 2 A1.2'],
  supersedes: ['copies-share-domain', 'rto-broken', 'rpo-broken', 'backup-interval-exceeds-rpo', 'restore-too-slow'],
  applies: (service) => service.kind !== 'external' && (service.replicas.length > 0 || service.failsWith === undefined),
  *check(service, facts) {
    const { model } = facts;
    const places = placesOf(service);
    if (copiesOf(service).some(({ at }) => at === undefined) || places.size === 0) {
      yield unknownPlaces(service);
      return;
    }
    const [place] = places;
    if (places.size > 1 || place === undefined) return;
    const taking = facts.domainsTaking(place).flatMap((index) => model.domains[index] ?? []);
    const survived = taking.filter(({ kind }) => service.objectives.survive.some((one) => one.kind === kind));
    // Where it comes back elsewhere, standing in one place is a strategy, not a gap.
    const back =
      survived.length > 0
        ? survived.map((domain) => ({ domain, way: wayBack(facts, service, domain) }))
        : [{ domain: model.domains[place], way: elsewhere(facts, service, place) }];
    const hopeless = back.find(({ way }) => way === 'no');
    if (hopeless === undefined) {
      if (back.some(({ way }) => way === 'open')) yield* openWaysBack(service);
      return;
    }
    const worst = promisedWorst(facts, service, hopeless.domain?.kind);
    const shared = taking.find(({ index }) => index === worst) ?? hopeless.domain;
    if (shared === undefined) return;
    yield {
      outcome: 'fail',
      severity: survived.some(({ kind }) => isPromised(facts, service, kind)) ? 'high' : 'medium',
      message: `${tellCopies(service)} only in ${model.domains[place]?.id ?? ''}`,
      detail: shared.id,
      loss: shared.index,
      spots: sharedFateSpots(model, service, shared.index),
      hurts: hurtBy(facts, service.index),
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
services:
  orders:
    objectives: { rto: 1h }
    replicas: [{ at: harbour }]
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h }
    replicas: [{ at: harbour }, { at: hill }]
`,
});

/** The loss of a kind that is worst for the promises of a service. */
function promisedWorst(facts: Facts, { index }: Service, kind: string | undefined): DomainIndex | undefined {
  return facts.promisesOf(index).find((promise) => promise.kind === kind && promise.verdict === 'broken')?.worst;
}
