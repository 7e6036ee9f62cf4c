import type { Culprit } from '../../analysis/missed-promises.js';
import { tellLate, tellMisses, tellOthers } from '../../narrative/tell-miss.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import type { Spot } from '../judgement.js';
import { copiesOf } from '../placement/copies.js';
import { defineRule, type Rule } from '../rule.js';
import { magnitudeOf, shortfallOf, targetSpot, type Shortfall } from './shortfall.js';
import { slowestStep } from './slowest-step.js';

export const rtoBroken: Rule = defineRule({
  id: 'rto-broken',
  group: 'objectives',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'A recovery that takes longer than was promised, for the service itself or for those that wait for it',
  why: 'The steps that are written down add up to more than the objective, with everything unknown taken at its best. On a bad day nothing about them gets faster, and a service is not back before the last thing it waits for.',
  fix: 'Shorten the longest step, keep a copy that is warmer, or promise a longer RTO to those who rely on it.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-10',
    'NIST SP 800-53 CP-2(5)',
    'DORA Art. 12(6)',
    'ISO/IEC 27001:2022 A.5.30',
    'ISMS-P 2.12.1',
  ],
  applies: (service, facts) =>
    facts.missesBy(service.index).length > 0 ||
    facts.promisesOf(service.index).some(({ objective, target }) => objective === 'rto' && target !== undefined),
  *check(service, facts) {
    const shortfall = shortfallOf(facts, service.index, 'rto');
    if (shortfall === undefined) return;
    const { main, own, others } = shortfall;
    const { model } = facts;
    const ownTarget = own ? `, its RTO is ${formatDuration(main.promise.target ?? 0)}` : '';
    const rest = tellOthers(model, others, 'waits for');
    yield {
      outcome: 'fail',
      message: `${tellLate(model, main)}${ownTarget}${rest === '' ? '' : `; ${rest}`}`,
      loss: main.domain,
      spots: spotsOf(facts, shortfall),
      hurts: others.map(({ promise }) => promise.service),
      magnitude: magnitudeOf(shortfall),
      because: tellMisses(model, main, others),
      ...(main.culprit.answer === Infinity ? { fix: wayBack } : {}),
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: cold, startup: 1h }
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: sync, readiness: warm, startup: 10m }
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`,
});

const wayBack =
  'Declare a way back: a copy elsewhere that may be promoted, a rebuild (`recovery.rebuild`), a restore (`backups.<id>.restore`), or how long the loss lasts at most (`lasts`).';

function spotsOf(facts: Facts, { main, own, others }: Shortfall): readonly [Spot, ...Spot[]] {
  const { model } = facts;
  const promised = own ? main : (others[0] ?? main);
  const id = own ? '' : `${model.services[promised.promise.service]?.id ?? ''}: `;
  return [
    slowestStep(model, main.culprit, main.domain) ?? noWayBack(facts, main.culprit),
    targetSpot(facts, promised, `${id}RTO ${formatDuration(promised.promise.target ?? 0)}`),
    { at: model.place({ type: 'domain', index: main.domain }), label: 'lost' },
  ];
}

/** The copy that is left and cannot take over; where none is, the first one. */
function noWayBack({ model }: Facts, { service: index, remains }: Culprit): Spot {
  const service = model.services[index];
  const left = remains.surviving.find(({ role }) => role !== 'witness');
  const [first] = service === undefined ? [] : copiesOf(service);
  const copy = left ?? first;
  if (copy === undefined) return { at: model.place({ type: 'service', index }), label: 'nothing brings it back' };
  return {
    at: model.origin(index, ['replicas', copy.position, 'at']).place,
    label: left === undefined ? 'nothing brings it back' : 'left, and cannot take over',
  };
}
