import type { Model } from '../model/model.js';
import { isLowered } from './is-lowered.js';
import type { Weakness } from './weakness.js';

/** Tiers whose own rank is lower than it was, with the services that were of them and still are. */
export function loweredRanks(before: Model, now: Model): readonly Weakness[] {
  const former = new Map(before.tiers.map((tier) => [tier.id, tier]));
  return now.tiers.flatMap((tier): readonly Weakness[] => {
    const was = former.get(tier.id)?.rank;
    if (!isLowered(was, tier.rank)) return [];
    const subjects = now.services.filter((service) => service.tier === tier.id).map(({ id }) => id);
    const left = subjects.filter((id) => before.services[before.serviceById.get(id) ?? -1]?.tier === tier.id);
    if (left.length === 0) return [];
    const then = was === undefined ? 'before not stated' : `no longer ${was}`;
    const message = `the rank of tier ${tier.id} is ${tier.rank ?? 'not stated'}, ${then}`;
    const at = now.place({ type: 'tier', index: tier.index }, ['rank']);
    return [{ area: 'promises', message, subjects: left, at }];
  });
}
