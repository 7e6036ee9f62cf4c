import type { Miss } from '../../analysis/missed-promises.js';
import { tellMisses } from '../../narrative/tell-miss.js';
import { formatDuration } from '../../units/duration.js';
import { formatShare } from '../../units/share.js';
import type { Service } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { Spot } from '../judgement.js';
import { hurtBy } from '../objectives/shortfall.js';
import { defineRule, type Rule } from '../rule.js';

export const survivorsLackCapacity: Rule = defineRule({
  id: 'survivors-lack-capacity',
  group: 'placement',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'What survives a loss serves less than the service needs, and nothing makes up for it in time',
  why: 'Two sites at 60 % each carry the peak together and neither carries it alone. The survivor gets all of the load at the worst hour, and what is overloaded is down for everybody.',
  fix: 'Give the survivors room for `minCapacity`, add a copy elsewhere, or lower `minCapacity` to what the service can live with and shed the rest on purpose.',
  references: [],
  controls: [
    'NIST SP 800-53 CP-2(2)',
    'NIST CSF 2.0 PR.IR-04',
    'SOC 2 A1.1',
    'DORA Art. 7(c)',
    'ISO/IEC 27001:2022 A.8.6',
    'BSI C5 OPS-01',
  ],
  supersedes: ['weak-link', 'recovery-tool-in-blast-radius', 'rto-broken'],
  applies: ({ replicas, index }, { promisesOf }) =>
    replicas.some(({ capacity }) => capacity !== undefined) &&
    promisesOf(index).some(({ objective, target }) => objective === 'rto' && target !== undefined),
  *check(service, facts) {
    const { model, missesBy, rootCausesOf } = facts;
    const miss = missesBy(service.index).find((one) => lacksCapacity(service, one));
    if (miss === undefined) {
      const unstated = service.replicas.filter(({ role, capacity }) => role !== 'witness' && capacity === undefined);
      if (unstated.length === 0 || !isOpen(facts, service)) return;
      const owner = { type: 'service', index: service.index } as const;
      yield {
        outcome: 'unknown',
        missing: unstated.map(({ position }) => ({ owner, path: ['replicas', position, 'capacity'] })),
      };
      return;
    }
    const { remains } = miss.culprit;
    if (remains.capacity === undefined) return;
    const lost = model.domains[miss.domain]?.id ?? '';
    const { serving, withStandbys } = remains.capacity;
    const needs = `it needs ${formatShare(service.minCapacity)}`;
    const blocked = rootCausesOf(service.index).find(({ domain }) => domain === miss.domain)?.blocked ?? [];
    yield {
      outcome: 'fail',
      severity: blocked.length > 0 ? 'critical' : 'high',
      message: remains.degraded
        ? `after the loss of ${lost}, ${service.id} serves ${formatShare(serving)} of its peak load, ${needs}; the rest ${tellRest(miss)}`
        : `after the loss of ${lost}, ${service.id} can serve ${formatShare(withStandbys)} of its peak load at most, ${needs}`,
      detail: lost,
      loss: miss.domain,
      spots: spotsOf(facts, service, miss),
      hurts: [...new Set([...blocked, ...hurtBy(facts, service.index)])],
      because: [
        `${service.id}: ${shares(miss)} is left after the loss of ${lost}, ${needs}`,
        ...tellMisses(model, miss, []),
      ],
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h }
    minCapacity: 80%
    replicas: [{ at: harbour, capacity: 60% }, { at: hill, capacity: 60% }]
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h }
    minCapacity: 80%
    replicas: [{ at: harbour, capacity: 80% }, { at: hill, capacity: 80% }]
`,
});

/** It goes on with too little, or could not serve enough even with every standby promoted. */
function lacksCapacity(service: Service, { promise, culprit }: Miss): boolean {
  const { capacity, degraded, votes } = culprit.remains;
  if (votes !== undefined && votes.left < votes.needed) return false;
  if (promise.service !== culprit.service || promise.objective !== 'rto' || capacity === undefined) return false;
  return degraded || (capacity.withStandbys > 0 && capacity.withStandbys < service.minCapacity);
}

function isOpen({ promisesOf }: Facts, { index }: Service): boolean {
  return promisesOf(index).some(({ objective, verdict }) => objective === 'rto' && verdict === 'unknown');
}

function tellRest({ promise, culprit: { answer } }: Miss): string {
  const target = `, its RTO is ${formatDuration(promise.target ?? 0)}`;
  return `${answer === Infinity ? 'never comes' : `comes after ${formatDuration(answer)}`}${target}`;
}

function shares({ culprit: { remains } }: Miss): string {
  return remains.surviving
    .filter(({ role, capacity }) => role !== 'witness' && capacity !== undefined)
    .map(({ role, capacity = 0 }) => `${role} ${formatShare(capacity)}`)
    .join(' + ');
}

function spotsOf({ model }: Facts, service: Service, { culprit, domain }: Miss): readonly [Spot, ...Spot[]] {
  const left = culprit.remains.surviving.find(({ capacity }) => capacity !== undefined);
  const at =
    left === undefined
      ? model.place({ type: 'service', index: service.index })
      : model.origin(service.index, ['replicas', left.position, 'capacity']).place;
  return [
    { at, label: 'left' },
    { at: model.origin(service.index, ['minCapacity']).place, label: `needs ${formatShare(service.minCapacity)}` },
    { at: model.place({ type: 'domain', index: domain }), label: 'lost' },
  ];
}
