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
  roster?: RosterEntry[];
  detail?: ReportDetail;
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
  selectsNobody?: string[];
  idleOverrides?: IdleOverride[];
}
export interface ReportCommit {
  ref: string;
  commit: string;
}
export interface IdleOverride {
  position: number;
  select: string[];
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
  outdated?: {
    value: number;
    date: string;
  };
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
export interface RosterEntry {
  owner?: string;
  tier?: string;
  system?: string;
  service: string;
}
export interface ReportDetail {
  services: DetailService[];
  domains: DetailDomain[];
  ranking: RankedLoss[];
  scenarios: DetailScenario[];
  drills: DetailDrill[];
  backups: DetailBackup[];
  maxAge: DetailMaxAge;
}
export interface DetailService {
  name?: string;
  id: string;
  owner?: string;
  tier?: string;
  system?: string;
  kind: string;
  standsOn: string[];
  placeUnknown: boolean;
}
export interface DetailDomain {
  name?: string;
  id: string;
  kind: string;
  section: 'locations' | 'domains';
  in?: string;
  failsWith: string[][];
  takenBy: string[];
  operator?: string;
}
export interface RankedLoss {
  kind: string;
  domain: string;
  beyondRto: CountRange;
  beyondRpo: CountRange;
  breakingPromises: CountRange;
  down: CountRange;
  losingData: CountRange;
}
export interface CountRange {
  best: number;
  worst: number;
}
export interface DetailScenario {
  name?: string;
  type: 'single-loss' | 'scenario';
  id: string;
  event: SimulatedEvent;
  lost: string[];
  lostInAll: number;
  rows: DetailRow[];
  rowsInAll: number;
  causes: SimulatedCause[];
  causesInAll: number;
  dataLosses: SimulatedDataLoss[];
  dataLossesInAll: number;
  circles: PlannedBreak[];
}
export interface SimulatedEvent {
  scenarios: string[];
  lose: string[];
  planned: string[];
  corrupt: string[];
  lasts: number | null;
  ends: {
    id: string;
    lasts: number | null;
  }[];
  destroys: boolean;
}
export interface DetailRow {
  service: string;
  because: string[];
  state: {
    best: 'up' | 'degraded' | 'down';
    worst: 'up' | 'degraded' | 'down';
  };
  recovery: SimulatedRange;
  loss: SimulatedRange;
  via: 'none' | 'failover' | 'restore' | 'rebuild' | 'wait' | 'never';
  startsAt: number | null;
  waitsFor: PlannedWait[];
  steps: PlannedStep[];
  objectives: SimulatedObjective[];
}
export interface SimulatedRange {
  best: number | null;
  worst: number | null;
}
export interface PlannedWait {
  service: string;
  waitsFor: string[];
  by: 'hard' | 'startup' | 'uses' | 'key';
}
export interface PlannedStep {
  phase: string;
  seconds: number | null;
}
export interface SimulatedObjective {
  service: string;
  objective: 'rto' | 'rpo';
  target: number;
  verdict: 'kept' | 'broken' | 'unknown';
  promisedFor: string | null;
}
export interface SimulatedCause {
  because: string;
  services: string[];
  circular: boolean;
  holdsUp: string[];
}
export interface SimulatedDataLoss {
  service: string;
  because: string;
  loss: SimulatedRange;
  inheritedBy: string[];
}
export interface PlannedBreak {
  services: string[];
  circle: string[];
  breakBy: PlannedWait[];
  smallest: boolean;
}
export interface DetailDrill {
  result?: string;
  kind?: string;
  counts: boolean;
  findings: DetailDrillFinding[];
  date: string;
  lose: string[];
  age: number;
  measured: DetailMeasurement[];
  evidence?: string;
}
export interface DetailDrillFinding {
  owner?: string;
  what: string;
  due?: string;
  closed?: string;
}
export interface DetailMeasurement {
  service: string;
  rto: number | null;
  rpo: number | null;
}
export interface DetailBackup {
  result?: string;
  id: string;
  service: string;
  counts: boolean;
  age: number | null;
  tested: string | null;
  took?: number;
  evidence?: string;
}
export interface DetailMaxAge {
  drill: string;
  restoreTest: string;
  review: string;
  grace: string;
}
