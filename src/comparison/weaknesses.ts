import type { Model } from '../model/model.js';
import { locateSpot } from '../report/locate-spot.js';
import type { Weakening } from '../report/report-change.js';
import type { Sources } from '../source/sources.js';
import type { PolicyTerms } from './policy-terms.js';
import { removedFromDomains } from './removed-domains.js';
import { removedDrills } from './removed-drills.js';
import { removedScenarios } from './removed-scenarios.js';
import { removedFromServices } from './removed-services.js';
import { weakenedGate } from './weakened-gate.js';
import { weakenedPromises } from './weakened-promises.js';
import { weakenedOverrides } from './weakened-overrides.js';
import { changedRuleFiles, weakenedRules } from './weakened-rules.js';
import { excusedPromises, grownBaseline, weakenedWaivers, weakenedWaiverTerms } from './weakened-waivers.js';
import type { Weakness } from './weakness.js';

/** What asks for less in the settings, the waivers and the baseline. */
export function weakenedPolicy(
  before: PolicyTerms,
  now: PolicyTerms,
  { services }: Pick<Model, 'services'>,
): readonly Weakening[] {
  return [
    ...shown(
      [
        ...weakenedGate(before, now),
        ...weakenedRules(before, now),
        ...changedRuleFiles(before, now),
        ...weakenedOverrides(before, now, services),
        ...weakenedWaiverTerms(before, now),
        ...grownBaseline(before, now),
        ...excusedPromises(before, now),
      ],
      now.sources,
    ),
    ...shown(weakenedWaivers(before, now), now.waiverSources),
  ];
}

/** What asks for less, or says less, in the inventory. */
export function weakenedInventory(before: Model, now: Model, sources: Sources): readonly Weakening[] {
  return shown(
    [
      ...weakenedPromises(before, now),
      ...removedFromServices(before, now),
      ...removedFromDomains(before, now),
      ...removedScenarios(before, now),
      ...removedDrills(before, now),
    ],
    sources,
  );
}

function shown(weaknesses: readonly Weakness[], sources: Sources | undefined): readonly Weakening[] {
  return weaknesses.map(({ at, ...weakness }) =>
    at === undefined || sources === undefined
      ? weakness
      : { ...weakness, location: locateSpot(sources, at, 'weakened here') },
  );
}
