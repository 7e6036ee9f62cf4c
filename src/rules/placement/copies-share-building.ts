import { tellCopies } from '../../narrative/tell-copies.js';
import { hurtBy } from '../objectives/shortfall.js';
import { defineRule, type Rule } from '../rule.js';
import { isPromised, openWaysBack, placesOf, sharedBuildingOf, sharedFateSpots, wayBack } from './copies.js';

export const copiesShareBuilding: Rule = defineRule({
  id: 'copies-share-building',
  group: 'placement',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'Copies in several places that are all in one building',
  why: 'Two datacenters, halls or zones in one building share its fire, its power cut and its fire brigade. In October 2022 Kakao had doubled its failover tools, inside one building: one battery fire took both copies, and the services with a standby elsewhere had nothing to promote it with.',
  fix: 'Move or add one copy to another building, or declare how it is rebuilt or restored elsewhere.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-7',
    'NIST SP 800-53 SC-36',
    'ISO/IEC 27001:2022 A.8.14',
    'DORA Art. 12(4)',
    'BSI C5 PS-02',
  ],
  supersedes: ['copies-share-domain', 'rto-broken', 'rpo-broken', 'backup-interval-exceeds-rpo', 'restore-too-slow'],
  applies: (service) => service.kind !== 'external' && placesOf(service).size > 1,
  *check(service, facts) {
    const { model } = facts;
    // Copies whose place is unknown are reported by `single-location`.
    const building = sharedBuildingOf(facts, service);
    if (building === undefined) return;
    const back = wayBack(facts, service, building);
    if (back === 'open') yield* openWaysBack(service);
    if (back !== 'no') return;
    yield {
      outcome: 'fail',
      severity: isPromised(facts, service, building.kind) ? 'high' : 'medium',
      message: `${tellCopies(service)} in one ${building.kind}, ${building.id}`,
      detail: building.id,
      loss: building.index,
      spots: sharedFateSpots(model, service, building.index),
      hurts: hurtBy(facts, service.index),
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  dc-1: { kind: datacenter, in: harbour }
  dc-2: { kind: datacenter, in: harbour }
services:
  orders:
    objectives: { rto: 1h, rpo: 0s }
    replicas: [{ at: dc-1 }, { at: dc-2 }]
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
  dc-1: { kind: datacenter, in: harbour }
  dc-2: { kind: datacenter, in: hill }
services:
  orders:
    objectives: { rto: 1h, rpo: 0s }
    replicas: [{ at: dc-1 }, { at: dc-2 }]
`,
});
