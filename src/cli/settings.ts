import type { Severity } from '../finding.js';
import type { MaxAge } from '../rules/facts.js';
import type { RuleSettings } from '../rules/rule-setting.js';
import type { SettingsDocument } from '../schema/settings-document.js';
import { parseDuration } from '../units/duration.js';

/** What `firebreak.yaml` says, everything optional. */
export interface Settings {
  /** Absolute path of the file; undefined: there is none. */
  readonly file: string | undefined;
  readonly inventory: readonly string[] | undefined;
  readonly failOn: Severity | 'never' | undefined;
  /** ISO date. */
  readonly now: string | undefined;
  readonly maxAge: Partial<MaxAge>;
  readonly rules: RuleSettings;
}

export const noSettings: Settings = {
  file: undefined,
  inventory: undefined,
  failOn: undefined,
  now: undefined,
  maxAge: {},
  rules: new Map(),
};

export function readSettings(document: SettingsDocument, file: string): Settings {
  const { inventory, failOn, now, maxAge = {}, rules = {} } = document;
  const ages = Object.entries(maxAge).flatMap(([kind, text]) => {
    const duration = parseDuration(text);
    return duration.ok ? [[kind, duration.value] as const] : [];
  });
  return {
    file,
    inventory,
    failOn,
    now,
    maxAge: Object.fromEntries(ages),
    rules: new Map(
      Object.entries(rules).map(([id, rule]) => [id, { severity: typeof rule === 'string' ? rule : rule.severity }]),
    ),
  };
}
