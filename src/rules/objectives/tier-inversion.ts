import type { Service, ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';

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
    const above = standingOn(facts, service);
    const [first] = above;
    if (first === undefined) return;
    const others = above.length === 1 ? '' : `; ${above.length - 1} more stand on it`;
    yield {
      outcome: 'fail',
      message: `${first.id} has rank ${first.rank ?? ''} and cannot run without ${service.id}, which has rank ${service.rank ?? ''}${others}`,
      spots: [
        { at: model.origin(service.index, ['tier']).place, label: `rank ${service.rank ?? ''}` },
        { at: model.origin(first.index, ['tier']).place, label: `${first.id}: rank ${first.rank ?? ''}` },
      ],
      hurts: above.map(({ index }) => index),
    };
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

/** The services of a lower rank number that need it and nothing else in its place; most critical first. */
function standingOn({ model, dependents }: Facts, { index, rank = 0 }: Service): readonly Service[] {
  const rankOf = (other: ServiceIndex): number => model.services[other]?.rank ?? Infinity;
  return dependents(index)
    .filter(({ dependency: { kind } }) => kind !== 'soft')
    .filter(({ service, dependency: { anyOf } }) => anyOf.every((one) => rankOf(one) > rankOf(service)))
    .flatMap(({ service }) => model.services[service] ?? [])
    .filter((other) => (other.rank ?? Infinity) < rank)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}
