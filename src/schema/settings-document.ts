// Generated from schemas/settings.v1.schema.json by scripts/generate.js: change the schema, not this file.
// What each field means stands there.

export type Glob = string;
export type Globs = Glob[];
export type CalendarDate = string;
export type Duration = string;
export type Rule = RuleLevel | RuleFacts;
export type RuleLevel = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'off';

export interface SettingsDocument {
  $schema?: string;
  version?: 1;
  root?: boolean;
  inventory?: Globs;
  failOn?: 'critical' | 'high' | 'medium' | 'low' | 'info' | 'never';
  now?: CalendarDate;
  maxAge?: MaxAge;
  rules?: Rules;
}
export interface MaxAge {
  drill?: Duration;
  restoreTest?: Duration;
  review?: Duration;
}
export interface Rules {
  [k: string]: Rule;
}
export interface RuleFacts {
  severity?: RuleLevel;
  options?: {
    [k: string]: unknown;
  };
}
