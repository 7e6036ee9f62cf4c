import type { Severity } from '../finding.js';

/** What the settings may say about a rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off' | undefined;
}

/** By rule id. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;
