import type { Severity } from '../finding.js';
import type { MaxAge } from '../rules/facts.js';
import type { Override } from '../rules/override.js';
import type { RuleSettings } from '../rules/rule-setting.js';
import type { SettingsDocument } from '../schema/settings-document.js';
import { selectableFields, type Selector } from '../selection/selector.js';
import type { SourceDocument } from '../source/source-document.js';
import type { Sources } from '../source/sources.js';
import { parseInterval } from '../units/interval.js';
import type { WaiverTerms } from '../waivers/waiver-terms.js';
import { noOwnRules, type LoadedOwnRules } from './own-rules/load.js';

/** What `firebreak.yaml` says, everything optional. */
export interface Settings {
  /** Absolute path of the file; undefined: there is none. */
  readonly file: string | undefined;
  readonly inventory: readonly string[] | undefined;
  readonly failOn: Severity | 'never' | undefined;
  readonly maxFindings: number | undefined;
  readonly strict: boolean | undefined;
  /** Whether what asks for less than the state that is compared with fails the gate. */
  readonly failOnWeakened: boolean | undefined;
  /** ISO date. */
  readonly now: string | undefined;
  readonly maxAge: Partial<MaxAge>;
  readonly rules: RuleSettings;
  /** Rules of the team itself. */
  readonly ownRules: LoadedOwnRules;
  /** Names of packs, each of which there is. */
  readonly packs: readonly string[];
  readonly overrides: readonly Override[];
  readonly waivers: WaiverSettings;
  /** Path of the baseline, relative to the file of the settings. */
  readonly baseline: string | undefined;
  /** What was read, to say where a value was written. */
  readonly source: SettingsSource | undefined;
}

/** Where waivers are, and what they must keep to. */
export interface WaiverSettings extends Omit<WaiverTerms, 'rules'> {
  /** Paths and globs, relative to the file of the settings. */
  readonly files: readonly string[];
}

export interface SettingsSource {
  readonly document: SourceDocument;
  readonly sources: Sources;
}

export const noSettings: Settings = {
  file: undefined,
  inventory: undefined,
  failOn: undefined,
  maxFindings: undefined,
  strict: undefined,
  failOnWeakened: undefined,
  now: undefined,
  maxAge: {},
  rules: new Map(),
  ownRules: noOwnRules,
  packs: [],
  overrides: [],
  waivers: { files: [] },
  baseline: undefined,
  source: undefined,
};

export function readSettings(
  document: SettingsDocument,
  file: string,
  source: SettingsSource,
  ownRules: LoadedOwnRules,
): Settings {
  const { inventory, failOn, maxFindings, strict, failOnWeakened, now, maxAge = {}, rules = {}, packs = [] } = document;
  const { overrides = [], waivers = [], baseline } = document;
  const ages = Object.entries(maxAge).flatMap(([kind, text]) => {
    const interval = parseInterval(text);
    return interval.ok ? [[kind, interval.value] as const] : [];
  });
  return {
    file,
    inventory,
    failOn,
    maxFindings,
    strict,
    failOnWeakened,
    now,
    ownRules,
    packs,
    maxAge: Object.fromEntries(ages),
    rules: new Map(
      Object.entries(rules).map(([id, rule]) => [
        id,
        typeof rule === 'string' ? { severity: rule } : { severity: rule.severity, options: rule.options ?? {} },
      ]),
    ),
    overrides: overrides.map(({ select, rules: levels }) => ({
      select: selectorOf(select),
      rules: new Map(Object.entries(levels).map(([id, severity]) => [id, { severity }])),
    })),
    waivers: 'files' in waivers ? waivers : { files: waivers },
    baseline,
    source,
  };
}

function selectorOf(written: NonNullable<SettingsDocument['overrides']>[number]['select']): Selector {
  return Object.fromEntries(
    selectableFields.flatMap((field) => {
      const patterns = written[field];
      return patterns === undefined ? [] : [[field, [patterns].flat()]];
    }),
  );
}
