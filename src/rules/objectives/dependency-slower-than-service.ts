import type { Model, Seconds, Service, ServiceIndex } from '../../model/model.js';
import { withArticle } from '../../narrative/with-article.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import type { Failure, Spot } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';
import { neededGroups, type NeededGroup } from './needed-groups.js';
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
    for (const group of neededGroups(facts, service.index, quickestOf)) {
      const judged = judgeGroup(facts, service, group);
      if (judged !== undefined) yield judged;
    }
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

/** One of them tells for all: the one whose longest promise is the shortest, the first of several. */
function quickestOf({ services }: Model, members: readonly ServiceIndex[]): ServiceIndex | undefined {
  const longest = (index: ServiceIndex): Seconds =>
    Math.max(...(services[index]?.objectives.survive ?? []).map(({ rto = Infinity }) => rto));
  const least = Math.min(...members.map(longest));
  return members.find((index) => longest(index) === least);
}

function judgeGroup(facts: Facts, service: Service, { members, needing }: NeededGroup): Failure | undefined {
  const { model } = facts;
  // Whom they really hold up, by what their recovery takes, `rto-broken` tells.
  const told = new Set(members.flatMap((index) => hurtBy(facts, index)));
  const slower = needing.flatMap((dependent) => (told.has(dependent.index) ? [] : gaps(model, dependent, members)));
  const [first] = slower;
  if (first === undefined) return undefined;
  const hurt = [...new Map(slower.map((gap) => [gap.dependent.index, gap.dependent])).values()];
  const id = (index: ServiceIndex): string => model.services[index]?.id ?? '';
  const all = members.map(id);
  const alone = all.length === 1;
  const who = alone ? `${service.id} is` : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''} are`;
  return {
    outcome: 'fail',
    message: `${who} promised back in ${formatDuration(first.theirs)}${alone ? '' : ' at best'}, but ${tellHurt(hurt, first.own, alone ? 'it' : 'one of them')}`,
    ...(alone ? {} : { detail: all.join(' ') }),
    spots: [
      {
        at: model.origin(service.index, ['objectives', 'survive', first.kind, 'rto']).place,
        label: `${service.id}: ${formatDuration(promised(service, first.kind) ?? first.theirs)}`,
      },
      ...hurt.slice(0, 2).map((dependent): Spot => {
        const gap = slower.find((one) => one.dependent === dependent) ?? first;
        return {
          at: model.origin(dependent.index, ['objectives', 'survive', gap.kind, 'rto']).place,
          label: `${dependent.id}: ${formatDuration(gap.own)}`,
        };
      }),
    ],
    hurts: hurt.map(({ index }) => index),
    because: slower
      .slice(0, 6)
      .map(
        ({ dependent, kind, own, theirs }) =>
          `loss of ${withArticle(kind)}: ${dependent.id} promises ${formatDuration(own)}, ${all.join(' or ')} ${formatDuration(theirs)}`,
      ),
  };
}

/** The kinds of loss for which a service promises less time than everything that could serve this dependency. */
function gaps(model: Model, dependent: Service, members: readonly ServiceIndex[]): readonly Gap[] {
  return dependent.objectives.survive.flatMap(({ kind, rto: own }) => {
    if (own === undefined) return [];
    const times = members.map((index) => promised(model.services[index], kind));
    // Where one of them promises nothing for this kind of loss there is nothing to compare.
    if (times.some((rto) => rto === undefined || rto <= own)) return [];
    const theirs = Math.min(...times.filter((rto) => rto !== undefined));
    return [{ dependent, kind, own, theirs }];
  });
}

function promised(service: Service | undefined, kind: string): Seconds | undefined {
  return service?.objectives.survive.find((one) => one.kind === kind)?.rto;
}

function tellHurt(hurt: readonly Service[], own: Seconds, what: string): string {
  const [first] = hurt;
  return hurt.length === 1
    ? `${first?.id ?? ''}, which cannot run without ${what}, in ${formatDuration(own)}`
    : `${hurt.length} services that cannot run without ${what} are promised sooner`;
}
