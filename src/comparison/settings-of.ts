import { combinePacks } from '../packs/combine.js';
import type { RuleSettings } from '../rules/rule-setting.js';
import type { PolicyTerms } from './policy-terms.js';

/** What settings and packs together say of each rule. */
export function settingsOf({ packs, rules, maxAge }: PolicyTerms): RuleSettings {
  return combinePacks(packs, { rules, maxAge }).rules;
}
