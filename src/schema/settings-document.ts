// Generated from schemas/settings.v1.schema.json by scripts/generate.js: change the schema, not this file.
// What each field means stands there.

export type Glob = string;
export type Globs = Glob[];
export type CalendarDate = string;
export type Interval = string;
export type Rule = RuleLevel | RuleFacts;
export type RuleLevel = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'off';
export type OwnRules = Glob[];
export type PackName = string;
export type Packs = PackName[];
export type Patterns = NamePattern | NamePattern[];
export type NamePattern = string;
export type Overrides = Override[];
export type Waivers = WaiverFiles | WaiverTerms;
export type WaiverFiles = Glob[];
export type Requirable = 'id' | 'approvedBy' | 'ticket' | 'created' | 'severity';
export type Required = Requirable[];
export type RuleId = string;
export type RuleIds = RuleId[];

export interface SettingsDocument {
  $schema?: string;
  version?: 1;
  root?: boolean;
  inventory?: Globs;
  failOn?: 'critical' | 'high' | 'medium' | 'low' | 'info' | 'never';
  maxFindings?: number;
  strict?: boolean;
  failOnWeakened?: boolean;
  now?: CalendarDate;
  maxAge?: MaxAge;
  rules?: Rules;
  ownRules?: OwnRules;
  packs?: Packs;
  overrides?: Overrides;
  waivers?: Waivers;
  baseline?: string;
}
export interface MaxAge {
  drill?: Interval;
  restoreTest?: Interval;
  review?: Interval;
  grace?: Interval;
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
export interface Override {
  select: Selector;
  rules: Levels;
}
export interface Selector {
  service?: Patterns;
  tier?: Patterns;
  owner?: Patterns;
  system?: Patterns;
}
export interface Levels {
  [k: string]: RuleLevel;
}
export interface WaiverTerms {
  files: WaiverFiles;
  maxDays?: number;
  warnDays?: number;
  require?: Required;
  never?: RuleIds;
}
