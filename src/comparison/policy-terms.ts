import type { KnownFinding, KnownPromise } from '../baseline/baseline.js';
import type { Severity } from '../finding.js';
import type { Pack } from '../packs/pack.js';
import type { KeyPath, Place } from '../place.js';
import type { MaxAge } from '../rules/facts.js';
import type { Override } from '../rules/override.js';
import type { Rule } from '../rules/rule.js';
import type { RuleSettings } from '../rules/rule-setting.js';
import type { Sources } from '../source/sources.js';
import type { Waiver } from '../waivers/waiver.js';

/** What the files of a repository ask of an audit: settings, waivers and baseline, without any flag of a command line. */
export interface PolicyTerms {
  readonly failOn: Severity | 'never';
  /** 0: none may be left. */
  readonly maxFindings: number;
  readonly strict: boolean;
  readonly failOnWeakened: boolean;
  /** Where the inventory is; undefined: in the usual places. */
  readonly inventory: readonly string[] | undefined;
  /** The day it is judged by, an ISO date; undefined: the day on which it runs. */
  readonly now: string | undefined;
  readonly rules: RuleSettings;
  readonly maxAge: Partial<MaxAge>;
  readonly packs: readonly Pack[];
  readonly ownRules: readonly Rule[];
  /** Digests of the files of these rules, by path. */
  readonly ownRuleFiles: ReadonlyMap<string, string>;
  readonly overrides: readonly Override[];
  /** Rules that may not be waived. */
  readonly neverWaived: readonly string[];
  /** Longest that a waiver may last; Infinity: without limit. */
  readonly waiverDays: number;
  /** What every waiver has to say. */
  readonly waiverFields: readonly string[];
  readonly waivers: readonly Waiver[];
  readonly waiverSources: Sources | undefined;
  readonly baseline: readonly KnownFinding[];
  /** Promises that the baseline knows not to hold; undefined: it does not say. */
  readonly unkept: readonly KnownPromise[] | undefined;
  /** Where a value of the settings is written, and the text of the settings. */
  readonly placeOf: (path: KeyPath) => Place | undefined;
  readonly sources: Sources | undefined;
}
