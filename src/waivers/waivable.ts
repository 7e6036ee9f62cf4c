import type { Severity } from '../finding.js';
import type { Selectable } from '../selection/selector.js';

/** What waivers look at of a finding. */
export interface Waivable {
  readonly fingerprint: () => string;
  readonly rule: string;
  readonly severity: Severity;
  /** What its rule gives it where the settings say nothing. */
  readonly usual: Severity;
  readonly subject: { readonly type: string; readonly id: string };
  /** The service it is about, and those that it hurts. */
  readonly concerned: () => readonly Selectable[];
  /** Rules that were folded into it. */
  readonly also: readonly string[];
}
