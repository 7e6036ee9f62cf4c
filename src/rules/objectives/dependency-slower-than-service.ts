import type { Dependency, Model, Seconds, Service } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import type { Spot } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';
import { hurtBy } from './shortfall.js';

export const dependencySlowerThanService: Rule = defineRule({
  id: 'dependency-slower-than-service',
  group: 'objectives',
  on: 'service',
  severity: 'high',
  byTier: false,
  summary: 'A service that is promised back later than the services that cannot run without it',
  why: 'A service is back when the last thing it needs is back. If its database may take four hours, a promise of thirty minutes is four hours, whatever its own team does.',
  fix: 'Tighten the objective of the dependency, loosen that of the services that need it, or let them run without it (`soft`, or `anyOf` with a second one).',
  references: [],
  controls: [
    'ISO 22301:2019 8.2.2',
    'NIST SP 800-53 CP-2(a)(2)',
    'DORA Art. 8(4)',
    'Commission Implementing Regulation (EU) 2024/2690 Annex 4.1.2(e)',
  ],
  supersedes: ['tier-inversion'],
  *check(service, facts) {
    const { model, dependents } = facts;
    // Whom it really holds up, by what its recovery takes, `rto-broken` tells.
    const told = new Set(hurtBy(facts, service.index));
    const slower = dependents(service.index).flatMap(({ service: index, dependency }) => {
      const dependent = told.has(index) ? undefined : model.services[index];
      return dependent === undefined ? [] : gaps(model, dependent, dependency);
    });
    const [first] = slower;
    if (first === undefined) return;
    const hurt = [...new Map(slower.map((gap) => [gap.dependent.index, gap.dependent])).values()];
    yield {
      outcome: 'fail',
      message: `${service.id} is promised back in ${formatDuration(first.theirs)}, but ${tellHurt(hurt, first.own)}`,
      spots: [
        {
          at: model.origin(service.index, ['objectives', 'rto']).place,
          label: `${service.id}: ${formatDuration(first.theirs)}`,
        },
        ...hurt.slice(0, 2).map((dependent): Spot => {
          const gap = slower.find((one) => one.dependent === dependent) ?? first;
          return {
            at: model.origin(dependent.index, ['objectives', 'rto']).place,
            label: `${dependent.id}: ${formatDuration(gap.own)}`,
          };
        }),
      ],
      hurts: hurt.map(({ index }) => index),
      because: slower
        .slice(0, 6)
        .map(
          ({ dependent, kind, own, theirs }) =>
            `loss of a ${kind}: ${dependent.id} promises ${formatDuration(own)}, ${service.id} ${formatDuration(theirs)}`,
        ),
    };
  },
  avoid: `
services:
  shop:
    objectives: { rto: 30m }
    dependsOn: { payments: hard }
  payments:
    objectives: { rto: 4h }
`,
  prefer: `
services:
  shop:
    objectives: { rto: 30m }
    dependsOn: { payments: hard }
  payments:
    objectives: { rto: 15m }
`,
});

interface Gap {
  readonly dependent: Service;
  readonly kind: string;
  readonly own: Seconds;
  readonly theirs: Seconds;
}

/** The kinds of loss for which a service promises less time than everything that could serve this dependency. */
function gaps(model: Model, dependent: Service, { kind: edge, anyOf }: Dependency): readonly Gap[] {
  if (edge === 'soft') return [];
  return dependent.objectives.survive.flatMap(({ kind, rto: own }) => {
    if (own === undefined) return [];
    const promised = anyOf.map(
      (index) => model.services[index]?.objectives.survive.find((one) => one.kind === kind)?.rto,
    );
    // Where one of them promises nothing for this kind of loss there is nothing to compare.
    if (promised.some((rto) => rto === undefined || rto <= own)) return [];
    const theirs = Math.min(...promised.filter((rto) => rto !== undefined));
    return [{ dependent, kind, own, theirs }];
  });
}

function tellHurt(hurt: readonly Service[], own: Seconds): string {
  const [first] = hurt;
  return hurt.length === 1
    ? `${first?.id ?? ''}, which cannot run without it, in ${formatDuration(own)}`
    : `${hurt.length} services that cannot run without it are promised sooner`;
}
