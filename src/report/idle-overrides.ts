import type { Model } from '../model/model.js';
import { selects, type Selector } from '../selection/selector.js';
import type { IdleOverride } from './report.js';
import { valuesForNobody } from './select-services.js';

/**
 * What of the overrides selects no service and so changes nothing: a whole selection, or of one that selects somebody
 * the values that nobody has.
 */
export function idleOverrides(
  model: Model,
  overrides: readonly { readonly select: Selector }[],
): readonly IdleOverride[] {
  return overrides.flatMap(({ select }, position) => {
    const nobody = valuesForNobody(model, { selectors: [select] });
    if (nobody.length > 0) return [{ position, select: nobody }];
    return model.services.some((service) => selects(select, service)) ? [] : [{ position, select: wordsOf(select) }];
  });
}

function wordsOf(select: Selector): readonly string[] {
  return Object.entries(select).map(([field, patterns]) => `${field}=${patterns.join(',')}`);
}
