import type { Severity } from '../finding.js';

/** What the settings may say about a rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off' | undefined;
  /** What a finding counts at least where nobody has set the severity; a pack may say so. */
  readonly atLeast?: Severity | undefined;
  /** As written; which there are is the rule's to say. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** By rule id. */
export type RuleSettings = ReadonlyMap<string, RuleSetting>;
