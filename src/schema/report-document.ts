// Generated from schemas/report.v1.schema.json by scripts/generate.js: change the schema, not this file.
// What each field means stands there.

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export type Verdict = 'kept' | 'broken' | 'unknown' | 'not-applicable';

export interface ReportDocument {
  $schema?: string;
  schemaVersion: '1.0';
  tool: {
    name: 'firebreak';
    version: string;
  };
  run: Run;
  gate: Gate;
  summary: Summary;
  findings: ReportFinding[];
  promises: ReportPromise[];
  gaps: Gap[];
  limitations: ReportLimitation[];
  diagnostics: Diagnostic[];
  rules: RuleRun[];
  packs?: ReportPack[];
  waivers?: ReportWaiver[];
  baseline?: ReportBaseline;
  change?: ReportChange;
}
export interface Run {
  now: string;
  inputs: {
    path: string;
    sha256: string;
  }[];
  policy?: {
    path: string;
    sha256: string;
  }[];
  policyFrom?: ReportCommit;
  select?: string;
  selected?: number;
}
export interface ReportCommit {
  ref: string;
  commit: string;
}
export interface Gate {
  failOn: 'critical' | 'high' | 'medium' | 'low' | 'info' | 'never';
  maxFindings?: number;
  counted?: number;
  strict?: boolean;
  failOnWeakened?: boolean;
  result: 'pass' | 'fail' | 'unaudited';
}
export interface Summary {
  services: number;
  locations: number;
  domains: number;
  findings: {
    critical: number;
    high: number;
    medium: number;
    low: number;
    info: number;
  };
  promises: PromiseCount;
  waived?: number;
  baselined?: number;
  known?: number;
}
export interface PromiseCount {
  total: number;
  kept: number;
  broken: number;
  unknown: number;
  proven: number;
}
export interface ReportFinding {
  fingerprint: string;
  rule: string;
  severity: Severity;
  subject: ReportSubject;
  message: string;
  locations: ReportLocation[];
  hurts: string[];
  derivation: string[];
  fix: string;
  also: string[];
  magnitude?: number | null;
  waiver?: Acceptance;
  lapsed?: Lapse;
  baseline?: 'known' | 'worsened' | 'new';
  since?: 'known' | 'worsened' | 'new';
}
export interface ReportSubject {
  type: 'service' | 'location' | 'domain' | 'drill' | 'plan' | 'supplier' | 'inventory' | 'waiver';
  id: string;
  owner?: string;
  tier?: string;
  system?: string;
}
export interface ReportLocation {
  path: string;
  start: Position;
  end: Position;
  label: string;
  pointer: string;
  excerpt: string;
}
export interface Position {
  line: number;
  column: number;
}
export interface Acceptance {
  id: string;
  owner: string;
  expires: string;
  daysLeft: number;
  reason: string;
  approvedBy?: string;
  ticket?: string;
}
export interface Lapse {
  id: string;
  owner: string;
  expires: string;
  why: 'expired' | 'not-yet' | 'worsened';
  note: string;
}
export interface ReportPromise {
  service: string;
  kind: string;
  objective: 'rto' | 'rpo';
  target: number;
  modelled: {
    best: number | null;
    worst: number | null;
  };
  proven: {
    value: number;
    date: string;
  } | null;
  verdict: Verdict;
  worst?: string;
  derivation: string;
  missing: ReportField[];
}
export interface ReportField {
  subject: string;
  field: string;
}
export interface Gap {
  field: string;
  subjects: string[];
  promises: number;
  checks: number;
}
export interface ReportLimitation {
  id: string;
  about: string[];
  note: string;
}
export interface Diagnostic {
  code: string;
  message: string;
  locations: ReportLocation[];
  help?: string;
}
export interface RuleRun {
  id: string;
  summary: string;
  severity: Severity;
  checked: number;
  failed: number;
  unknown: number;
  off?: number;
}
export interface ReportPack {
  name: string;
  title: string;
  counts: {
    gap: number;
    supports: number;
    'not-assessable': number;
  };
  severities: PackSetting[];
  thresholds: PackThreshold[];
  controls: ReportControl[];
}
export interface PackSetting {
  of: string;
  value: string | number | boolean;
  inForce: string | number | boolean;
  from: string;
}
export interface PackThreshold {
  of: string;
  option: string;
  value: string | number | boolean;
  inForce: string | number | boolean;
  from: string;
  source: 'statute' | 'profile' | 'guidance' | 'tool default';
  basis: string;
  verify: boolean;
}
export interface ReportControl {
  id: string;
  asks: string;
  status: 'gap' | 'supports' | 'not-assessable';
  because?: 'no-rule' | 'switched-off' | 'nothing-checked' | 'partly-checked' | 'data-missing';
  findings: string[];
  rules: string[];
  verify: boolean;
}
export interface ReportWaiver {
  rule: string;
  id: string;
  owner: string;
  expires: string;
  daysLeft: number;
  reason: string;
  approvedBy?: string;
  ticket?: string;
  state: 'in-force' | 'expiring' | 'expired' | 'not-yet';
  names: string[];
  location: ReportLocation;
}
export interface ReportBaseline {
  path: string;
  entries: number;
  known: number;
  worsened: number;
  new: number;
  fixed: FixedFinding[];
}
export interface FixedFinding {
  fingerprint: string;
  rule: string;
  subject: string;
}
export interface ReportChange {
  promises: PromiseChange[];
  base: ChangeBase;
  head?: ReportCommit;
  known: number;
  worsened: number;
  new: number;
  fixed: FixedInChange[];
  weakened: Weakening[];
  blastRadius: BlastChange[];
}
export interface PromiseChange {
  service: string;
  kind: string;
  objective: 'rto' | 'rpo';
  before?: Verdict;
  after?: Verdict;
}
export interface ChangeBase {
  policy: 'compared' | 'unreadable';
  promises?: PromiseCount;
  state: 'audited' | 'absent' | 'unaudited';
  ref: string;
  commit: string;
}
export interface FixedInChange {
  fingerprint: string;
  rule: string;
  severity: Severity;
  subject: string;
  message: string;
}
export interface Weakening {
  message: string;
  subjects: string[];
  location?: ReportLocation;
  area: 'policy' | 'promises' | 'declarations';
}
export interface BlastChange {
  kind: string;
  domain: string;
  added: string[];
  removed: string[];
  unsure: string[];
}
