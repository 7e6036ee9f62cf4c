import type { Miss } from '../../analysis/missed-promises.js';
import type { Replica, Service } from '../../model/model.js';
import { tellMisses } from '../../narrative/tell-miss.js';
import type { Facts } from '../facts.js';
import type { Spot } from '../judgement.js';
import { hurtBy } from '../objectives/shortfall.js';
import { defineRule, type Rule } from '../rule.js';

export const quorumLostWithOneDomain: Rule = defineRule({
  id: 'quorum-lost-with-one-domain',
  group: 'placement',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'One loss that is to be survived takes the majority of the votes',
  why: 'Three voters over two buildings are not doubled: one building holds two of them, and when it goes the survivor may not act alone. It is up, it holds the data, and it refuses to serve.',
  fix: 'Put a third voter or a witness in a third place, so that each place holds less than half of the votes; or declare a standby that can be given a vote in time.',
  references: [],
  controls: [
    'NIST SP 800-53 SC-36',
    'NIST SP 800-53 SI-13',
    'NIST SP 800-53 CP-2(5)',
    'DORA Art. 12(4)',
    'BSI C5 PS-02',
  ],
  supersedes: [
    'weak-link',
    'recovery-tool-in-blast-radius',
    'rto-broken',
    'rpo-broken',
    'backup-interval-exceeds-rpo',
    'restore-too-slow',
  ],
  applies: ({ quorum, index }, { promisesOf }) =>
    quorum !== undefined &&
    promisesOf(index).some(({ objective, target }) => objective === 'rto' && target !== undefined),
  *check(service, facts) {
    const { model, missesBy, rootCausesOf } = facts;
    const unplaced = service.replicas.filter(({ at }) => at === undefined);
    const miss = missesBy(service.index).find(losesQuorum);
    if (miss === undefined) {
      if (unplaced.length === 0) return;
      const owner = { type: 'service', index: service.index } as const;
      yield {
        outcome: 'unknown',
        missing: unplaced.map(({ position }) => ({ owner, path: ['replicas', position, 'at'] })),
      };
      return;
    }
    const { votes } = miss.culprit.remains;
    if (votes === undefined) return;
    const lost = model.domains[miss.domain]?.id ?? '';
    const blocked = rootCausesOf(service.index).find(({ domain }) => domain === miss.domain)?.blocked ?? [];
    yield {
      outcome: 'fail',
      // Then others that would come back wait for it in vain.
      severity: blocked.length > 0 ? 'critical' : 'high',
      message: `after the loss of ${lost}, ${service.id} has ${votes.left} of ${votes.all} votes and needs ${votes.needed}`,
      detail: lost,
      loss: miss.domain,
      spots: spotsOf(facts, service, miss),
      hurts: [...new Set([...blocked, ...hurtBy(facts, service.index)])],
      because: [
        `${service.id}: ${votes.all} votes - ${votes.all - votes.left} lost with ${lost} = ${votes.left}, ${typeof service.quorum === 'number' ? 'its quorum' : 'a majority'} is ${votes.needed}`,
        ...tellMisses(model, miss, []),
      ],
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  registry:
    kind: datastore
    objectives: { rto: 5m, rpo: 0s }
    quorum: majority
    replicas:
      - { at: harbour, name: one, replication: sync }
      - { at: harbour, name: two, replication: sync }
      - { at: hill, name: three, replication: sync }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
  lake: { kind: building }
services:
  registry:
    kind: datastore
    objectives: { rto: 5m, rpo: 0s }
    quorum: majority
    replicas:
      - { at: harbour, replication: sync }
      - { at: hill, replication: sync }
      - { at: lake, role: witness }
`,
});

/** Some vote is lost and some is left, or it would be a matter of the quorum or of standing in one place. */
function losesQuorum({ promise, culprit: { service, remains } }: Miss): boolean {
  const { votes } = remains;
  const own = promise.service === service && promise.objective === 'rto';
  return own && votes !== undefined && votes.left > 0 && votes.left < votes.all && votes.left < votes.needed;
}

function spotsOf({ model }: Facts, service: Service, { culprit, domain }: Miss): readonly [Spot, ...Spot[]] {
  const spot = ({ position }: Replica, label: string): Spot => ({
    at: model.origin(service.index, ['replicas', position, 'at']).place,
    label,
  });
  const survives = ({ position }: Replica): boolean =>
    culprit.remains.surviving.some((replica) => replica.position === position);
  const voters = service.replicas.filter(
    ({ role, votes }) => votes !== 0 && (role !== 'standby' || votes !== undefined),
  );
  const gone = voters.filter((replica) => !survives(replica)).map((replica) => spot(replica, 'this vote is lost'));
  const [first = { at: model.place({ type: 'service', index: service.index }), label: service.id }, ...rest] = gone;
  return [
    first,
    ...rest.slice(0, 1),
    ...voters
      .filter(survives)
      .slice(0, 1)
      .map((replica) => spot(replica, 'this one is left')),
    { at: model.place({ type: 'domain', index: domain }), label: 'lost' },
  ];
}
