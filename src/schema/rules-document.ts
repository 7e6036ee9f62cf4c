// Generated from schemas/rules.v1.schema.json by scripts/generate.js: change the schema, not this file.
// What each field means stands there.

export type OwnRuleId = string;
export type Patterns = NamePattern | NamePattern[];
export type NamePattern = string;
export type Expression = string;
export type Words = string;
export type ControlId = string;
export type ControlIds = ControlId[];
export type FieldPath = string;
export type OwnRules = OwnRule[];

export interface RulesDocument {
  $schema?: string;
  version?: 1;
  rules: OwnRules;
}
export interface OwnRule {
  id: OwnRuleId;
  on: 'service' | 'location' | 'domain' | 'drill';
  select?: FieldPatterns;
  when?: Expression;
  assert?: Expression;
  schema?: EntitySchema;
  summary: Words;
  message: Words;
  why: Words;
  fix: Words;
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
  byTier?: boolean;
  controls?: ControlIds;
  at?: FieldPath;
}
export interface FieldPatterns {
  [k: string]: Patterns;
}
export interface EntitySchema {}
