// Generated from schemas/baseline.v1.schema.json by scripts/generate.js: change the schema, not this file.
// What each field means stands there.

export type Fingerprint = string;
export type RuleId = string;
export type Text = string;
export type Magnitude = number | null;
export type Hurts = Text[];
export type Rules = RuleId[];
export type Known = KnownFinding[];
export type Unkept = UnkeptPromise[];

export interface BaselineDocument {
  $schema?: string;
  version: 1;
  findings: Known;
  promises?: Unkept;
}
export interface KnownFinding {
  fingerprint: Fingerprint;
  rule: RuleId;
  subject: Text;
  severity: 'critical' | 'high' | 'medium' | 'low' | 'info';
  magnitude?: Magnitude;
  hurts?: Hurts;
  also?: Rules;
}
export interface UnkeptPromise {
  service: Text;
  kind: Text;
  objective: 'rto' | 'rpo';
  verdict: 'broken' | 'unknown';
}
