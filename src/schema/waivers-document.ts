// Generated from schemas/waivers.v1.schema.json by scripts/generate.js: change the schema, not this file.
// What each field means stands there.

export type Id = string;
export type RuleId = string;
export type OneOrMoreIds = Id | Id[];
export type CalendarDate = string;
export type OneOrMoreTexts = Name | Name[];
export type Name = string;
export type OneOrMoreFingerprints = Fingerprint | Fingerprint[];
export type Fingerprint = string;
export type Text = string;
export type Hurt = Id[];
export type Waivers = Waiver[];

export interface WaiversDocument {
  $schema?: string;
  version?: 1;
  waivers: Waivers;
}
export interface Waiver {
  id?: Id;
  rule: RuleId;
  on: Waived;
  severity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
  reason: Text;
  owner: Text;
  approvedBy?: Text;
  ticket?: Text;
  created?: CalendarDate;
  renewed?: CalendarDate;
  expires: CalendarDate;
  hurts?: Hurt;
  expect?: number;
}
export interface Waived {
  service?: OneOrMoreIds;
  location?: OneOrMoreIds;
  domain?: OneOrMoreIds;
  plan?: OneOrMoreIds;
  supplier?: OneOrMoreIds;
  drill?: CalendarDate;
  tier?: OneOrMoreIds;
  owner?: OneOrMoreTexts;
  system?: OneOrMoreTexts;
  fingerprint?: OneOrMoreFingerprints;
}
