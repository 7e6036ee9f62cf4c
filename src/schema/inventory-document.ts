// Generated from schemas/inventory.v1.schema.json by scripts/generate.js: change the schema, not this file.
// What each field means stands there.

export type Text = string;
export type KindOrUnknown = string;
export type Reference = string;
export type FailCondition = Id | FailGroup;
export type Id = string;
export type FailsWith = FailCondition[];
export type Coordinates = LatLon | 'unknown';
export type LatLon = [number, number];
export type Amount = number | 'unknown';
export type Duration = string;
export type DateOrNever = string;
export type Count = number | 'unknown';
export type YesNo = boolean | 'unknown';
export type Rank = number | 'unknown';
export type ServiceKind = 'service' | 'datastore' | 'tooling' | 'external' | 'unknown';
export type Purpose = 'monitoring' | 'alerting' | 'status-page' | 'unknown';
export type System = string;
export type Owner = string;
export type Survive = SurviveList | SurviveMap;
export type Kind = string;
export type SurviveList = Kind[];
export type DependsOn = ('none' | 'unknown') | DependencyMap;
export type Dependency = DependencyKind | DependencyFacts;
export type DependencyKind = 'hard' | 'soft' | 'startup' | 'unknown';
export type Places = Reference | Id[];
export type Share = string;
export type ReplicaList = Replica[];
export type Quorum = ('majority' | 'unknown') | number;
export type Backups = BackupMap | ('none' | 'unknown');
export type KeyReference = string;
export type Rate = string;
export type Tested = ('never' | 'unknown') | RestoreTest;
export type CalendarDate = string;
export type Data = ('none' | 'unknown') | DataFacts;
export type Size = string;
export type IdsOrNone = Ids | ('none' | 'unknown');
export type Ids = Id[];
export type Restart = Duration | RestartRate;
export type OneOrMoreIds = Reference | Id[];
export type DateOrUnknown = string;
export type Contact = Text | ContactFacts;
export type Contacts = Contact[];
export type Demand = number | 'unknown';
export type MinCapacity = string;
export type TierName = string;
export type RecoveryDigest = string;
export type DrillFindings = DrillFinding[];
export type Drills = Drill[];
export type ScenarioLasts = Duration | ReturnTimes;
export type ReturnTime = Duration | 'never';
export type Coverage = OneOrMoreIds | 'all';

export interface InventoryDocument {
  $schema?: Text;
  version?: 1;
  locations?: Locations;
  domains?: Domains;
  tiers?: Tiers;
  services?: Services;
  replicas?: Replicas;
  drills?: Drills;
  scenarios?: Scenarios;
  limitations?: Limitations;
  plans?: Plans;
  suppliers?: Suppliers;
  contacts?: Directory;
  reviewed?: DateOrUnknown;
  defaults?: ServiceDefaults;
}
export interface Locations {
  [k: string]: Location;
}
export interface Location {
  kind?: KindOrUnknown;
  in?: Reference;
  failsWith?: FailsWith;
  coordinates?: Coordinates;
  operator?: Text;
  capacity?: Amount;
  lasts?: Duration;
  status?: 'active' | 'planned' | 'unknown';
  facility?: Facility;
  name?: Text;
  notes?: Text;
}
export interface FailGroup {
  allOf: Id[];
}
export interface Facility {
  class?: Text;
  certifiedUntil?: DateOrNever;
  feeds?: Count;
  substations?: Count;
  paths?: Count;
  ups?: 'none' | 'N' | 'N+1' | 'N+2' | '2N' | '2N+1' | 'unknown';
  batteryMinutes?: Amount;
  generators?: 'none' | 'N' | 'N+1' | 'N+2' | '2N' | '2N+1' | 'unknown';
  fuelHours?: Amount;
  refuelContract?: YesNo;
  batteryRoom?: 'separate' | 'shared' | 'none' | 'unknown';
  batteryChemistry?: Text;
  batteryDisconnect?: YesNo;
  suppression?: Text;
  zonedPowerOff?: YesNo;
  fireZones?: Count;
  combustible?: YesNo;
  floodZone?: YesNo;
  floodProtection?: YesNo;
  seismicZone?: YesNo;
  seismicDesign?: YesNo;
  tests?: FacilityTests;
}
export interface FacilityTests {
  [k: string]: DateOrNever;
}
export interface Domains {
  [k: string]: Domain;
}
export interface Domain {
  kind?: KindOrUnknown;
  failsWith?: FailsWith;
  lasts?: Duration;
  name?: Text;
  notes?: Text;
}
export interface Tiers {
  [k: string]: Tier;
}
export interface Tier {
  rank?: Rank;
  kind?: ServiceKind;
  purpose?: Purpose;
  system?: System;
  owner?: Owner;
  objectives?: Objectives;
  dependsOn?: DependsOn;
  replicas?: ReplicaList;
  quorum?: Quorum;
  backups?: Backups;
  data?: Data;
  recovery?: Recovery;
  demand?: Demand;
  minCapacity?: MinCapacity;
  failsWith?: FailsWith;
  bia?: Bia;
}
export interface Objectives {
  rto?: Duration;
  rpo?: Duration;
  mtpd?: Duration;
  downtime?: Duration;
  survive?: Survive;
}
export interface SurviveMap {
  [k: string]: Targets;
}
export interface Targets {
  rto?: Duration;
  rpo?: Duration;
}
export interface DependencyMap {
  [k: string]: Dependency;
}
export interface DependencyFacts {
  kind?: DependencyKind;
  note?: Text;
  anyOf?: Id[];
}
export interface Replica {
  at?: Places;
  role?: 'active' | 'primary' | 'standby' | 'replica' | 'witness' | 'unknown';
  name?: Text;
  replication?: 'sync' | 'semi-sync' | 'async' | 'none' | 'unknown';
  lag?: Duration;
  readiness?: 'hot' | 'warm' | 'cold' | 'unknown';
  startup?: Duration;
  capacity?: Share;
  votes?: Count;
  promotable?: YesNo;
  failsWith?: FailsWith;
}
export interface BackupMap {
  [k: string]: Backup;
}
export interface Backup {
  at?: Places;
  every?: Duration;
  takes?: Duration;
  retention?: Duration;
  immutable?: YesNo;
  offline?: YesNo;
  failsWith?: FailsWith;
  key?: KeyReference;
  restore?: Restore;
  tested?: Tested;
}
export interface Restore {
  to?: Places;
  rate?: Rate;
  time?: Duration;
  prepare?: Duration;
}
export interface RestoreTest {
  date: CalendarDate;
  took?: Duration;
  result?: 'passed' | 'failed' | 'partial' | 'unknown';
  evidence?: Text;
}
export interface DataFacts {
  size?: Size;
}
export interface Recovery {
  mode?: 'automatic' | 'manual' | 'unknown';
  detect?: Duration;
  decide?: Duration;
  execute?: Duration;
  redirect?: Duration;
  verify?: Duration;
  uses?: IdsOrNone;
  rebuild?: Rebuild;
  restart?: Restart;
  runbook?: Runbook;
  contacts?: Contacts;
}
export interface Rebuild {
  to?: Places;
  takes?: Duration;
}
export interface RestartRate {
  hosts?: Count;
  perHour?: number | 'unknown';
}
export interface Runbook {
  url?: Text;
  hostedOn?: OneOrMoreIds;
  reviewed?: DateOrUnknown;
}
export interface ContactFacts {
  name: Text;
  reach?: Text;
}
export interface Bia {
  date?: DateOrNever;
  approvedBy?: Text;
  impact?: Text;
  evidence?: Text;
}
export interface Services {
  [k: string]: Service;
}
export interface Service {
  name?: Text;
  kind?: ServiceKind;
  purpose?: Purpose;
  system?: System;
  owner?: Owner;
  tier?: TierName;
  objectives?: Objectives;
  dependsOn?: DependsOn;
  replicas?: ReplicaList;
  quorum?: Quorum;
  backups?: Backups;
  data?: Data;
  recovery?: Recovery;
  demand?: Demand;
  minCapacity?: MinCapacity;
  failsWith?: FailsWith;
  bia?: Bia;
  notes?: Text;
}
export interface Replicas {
  [k: string]: ReplicaList;
}
export interface Drill {
  date: CalendarDate;
  kind?: KindOrUnknown;
  name?: Text;
  lose?: OneOrMoreIds;
  services?: Id[];
  result?: 'recovered' | 'partial' | 'failed' | 'unknown';
  measured?: Measurements;
  digests?: RecoveryDigests;
  evidence?: Text;
  findings?: DrillFindings;
  notes?: Text;
}
export interface Measurements {
  [k: string]: Measurement;
}
export interface Measurement {
  rto?: Duration;
  rpo?: Duration;
}
export interface RecoveryDigests {
  [k: string]: RecoveryDigest;
}
export interface DrillFinding {
  what: Text;
  owner?: Text;
  due?: DateOrUnknown;
  closed?: DateOrUnknown;
}
export interface Scenarios {
  [k: string]: Scenario;
}
export interface Scenario {
  name?: Text;
  lose?: OneOrMoreIds;
  corrupt?: OneOrMoreIds;
  lasts?: ScenarioLasts;
  destroys?: YesNo;
  notes?: Text;
}
export interface ReturnTimes {
  [k: string]: ReturnTime;
}
export interface Limitations {
  [k: string]: Limitation;
}
export interface Limitation {
  about?: OneOrMoreIds;
  note: Text;
}
export interface Plans {
  [k: string]: Plan;
}
export interface Plan {
  name?: Text;
  covers?: Coverage;
  owner?: Owner;
  url?: Text;
  hostedOn?: OneOrMoreIds;
  approvedBy?: Text;
  reviewed?: DateOrNever;
  independentReview?: DateOrNever;
  exercised?: DateOrNever;
  failback?: DateOrNever;
  activation?: Activation;
  roles?: Roles;
  contacts?: Contacts;
  communication?: Communication;
  notify?: Notify;
  notes?: Text;
}
export interface Activation {
  criteria?: Text;
  authority?: Text;
  deputy?: Text;
  within?: Duration;
}
export interface Roles {
  [k: string]: Role;
}
export interface Role {
  person?: Text;
  deputy?: Text;
  at?: Places;
  deputyAt?: Places;
  trained?: DateOrNever;
}
export interface Communication {
  channels?: IdsOrNone;
  audiences?: SurviveList;
  tested?: DateOrNever;
}
export interface Notify {
  [k: string]: Notice;
}
export interface Notice {
  within?: Duration;
  owner?: Owner;
}
export interface Suppliers {
  [k: string]: Supplier;
}
export interface Supplier {
  name?: Text;
  behind?: OneOrMoreIds;
  owner?: Owner;
  agreement?: Agreement;
  continuityEvidence?: DateOrNever;
  tested?: DateOrNever;
  exitPlan?: DateOrNever;
  exitTakes?: Duration;
  notes?: Text;
}
export interface Agreement {
  rto?: Duration;
  rpo?: Duration;
  auditRight?: YesNo;
  until?: DateOrUnknown;
}
export interface Directory {
  [k: string]: DirectoryEntry;
}
export interface DirectoryEntry {
  name?: Text;
  reach?: Text;
}
export interface ServiceDefaults {
  kind?: ServiceKind;
  purpose?: Purpose;
  system?: System;
  owner?: Owner;
  objectives?: Objectives;
  dependsOn?: DependsOn;
  replicas?: ReplicaList;
  quorum?: Quorum;
  backups?: Backups;
  data?: Data;
  recovery?: Recovery;
  demand?: Demand;
  minCapacity?: MinCapacity;
  failsWith?: FailsWith;
  bia?: Bia;
}
