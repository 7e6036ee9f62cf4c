import { atLeast } from '../finding.js';
import type { Rule } from '../rules/rule.js';
import type { RuleSetting } from '../rules/rule-setting.js';
import type { Level } from './is-milder.js';

/** What a rule counts before any override, for a service whose tier does not move it. */
export function usualLevel({ severity }: Pick<Rule, 'severity'>, setting: RuleSetting | undefined): Level {
  if (setting?.severity !== undefined) return setting.severity;
  const least = setting?.atLeast;
  return least !== undefined && atLeast(least, severity) ? least : severity;
}
