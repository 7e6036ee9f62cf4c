import type { Model, ServiceIndex } from '../../model/model.js';
import { defineRule, type Rule } from '../rule.js';
import { neededGroups } from './needed-groups.js';

export const tierInversion: Rule = defineRule({
  id: 'tier-inversion',
  group: 'objectives',
  on: 'service',
  severity: 'medium',
  byTier: false,
  summary: 'A service of a lesser tier on which services of a more critical one stand',
  why: 'Money, drills and people on call follow the tier. What a critical service cannot run without is as critical as that service, whatever its own team thinks of it. In November 2023 services that Cloudflare ran in three datacenters turned out to need two that it ran in only one.',
  fix: 'Move the dependency to the tier of what stands on it, or let that run without it (`soft`, or `anyOf` with a second one).',
  references: [
    {
      title: 'Cloudflare, post mortem on the control plane and analytics outage (2023)',
      url: 'https://blog.cloudflare.com/post-mortem-on-cloudflare-control-plane-and-analytics-outage/',
    },
  ],
  controls: ['NIST SP 800-53 RA-9', 'NIST SP 800-53 CP-2(8)', 'DORA Art. 8(1)', 'ISO 22301:2019 8.2.2'],
  applies: ({ rank, kind }) => rank !== undefined && kind !== 'external',
  *check(service, facts) {
    const { model } = facts;
    for (const { members, needing } of neededGroups(facts, service.index, bestRanked)) {
      const above = needing
        .filter(({ rank = Infinity }) => rank < (service.rank ?? 0))
        .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
      const [first] = above;
      if (first === undefined) continue;
      const ids = members.map((index) => model.services[index]?.id ?? '');
      const alone = ids.length === 1;
      const what = alone ? service.id : `one of ${ids.slice(0, -1).join(', ')} and ${ids.at(-1) ?? ''}`;
      const which = alone ? 'which has' : 'which have at best';
      const others = above.length === 1 ? '' : `; ${above.length - 1} more stand on ${alone ? 'it' : 'them'}`;
      yield {
        outcome: 'fail',
        message: `${first.id} has rank ${first.rank ?? ''} and cannot run without ${what}, ${which} rank ${service.rank ?? ''}${others}`,
        ...(alone ? {} : { detail: ids.join(' ') }),
        spots: [
          { at: model.origin(service.index, ['tier']).place, label: `rank ${service.rank ?? ''}` },
          { at: model.origin(first.index, ['tier']).place, label: `${first.id}: rank ${first.rank ?? ''}` },
        ],
        hurts: above.map(({ index }) => index),
      };
    }
  },
  avoid: `
tiers:
  gold: { rank: 1 }
  bronze: { rank: 3 }
services:
  payments: { tier: gold, dependsOn: { fraud-check: hard } }
  fraud-check: { tier: bronze }
`,
  prefer: `
tiers:
  gold: { rank: 1 }
  bronze: { rank: 3 }
services:
  payments: { tier: gold, dependsOn: { fraud-check: soft } }
  fraud-check: { tier: bronze }
`,
});

/** One of them tells for all, the first of several; none where one has no rank to compare. */
function bestRanked({ services }: Model, members: readonly ServiceIndex[]): ServiceIndex | undefined {
  const ranks = members.map((index) => services[index]?.rank);
  const least = Math.min(...ranks.map((rank = -Infinity) => rank));
  return members.find((_, at) => ranks[at] === least);
}
