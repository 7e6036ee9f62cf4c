import type {
  PlannedBreak,
  PlannedStep,
  PlannedWait,
  RankedLoss,
  RecoveryVia,
  SimulatedCause,
  SimulatedDataLoss,
  SimulatedEvent,
  SimulatedObjective,
  SimulatedRange,
  SimulatedService,
} from './simulation.js';

/**
 * What a document shows beyond verdicts: where everything stands, which single losses hurt most, how the worst of them
 * go, and what evidence there is. Worked out only when asked for, and bounded: what is left out is counted.
 */
export interface ReportDetail {
  /** Every failure domain, by id. */
  readonly domains: readonly DetailDomain[];
  /** Every service, by id, whatever the report is narrowed to. */
  readonly services: readonly DetailService[];
  /** The loss of every single failure domain, the worst first. */
  readonly ranking: readonly RankedLoss[];
  /** The worst single losses that differ in what they do, then the scenarios of the inventory. */
  readonly scenarios: readonly DetailScenario[];
  /** Drills and incidents, the latest first. */
  readonly drills: readonly DetailDrill[];
  /** Every backup, by service, then id. */
  readonly backups: readonly DetailBackup[];
  readonly maxAge: DetailMaxAge;
}

export interface DetailDomain {
  readonly id: string;
  readonly name?: string;
  readonly kind: string;
  readonly section: 'locations' | 'domains';
  /** Id of the enclosing location. */
  readonly in?: string;
  /** It is lost when all of one of these groups are. */
  readonly failsWith: readonly (readonly string[])[];
  /** Ids of the other domains whose loss alone takes this one. Sorted. */
  readonly takenBy: readonly string[];
  readonly operator?: string;
}

export interface DetailService {
  readonly id: string;
  readonly name?: string;
  readonly kind: string;
  readonly owner?: string;
  readonly tier?: string;
  readonly system?: string;
  /** Ids of the failure domains that its replicas stand on, or that it fails with. Sorted. */
  readonly standsOn: readonly string[];
  /** Some of its places are not written down, or all. */
  readonly placeUnknown: boolean;
}

/** One loss and the recovery after it. */
export interface DetailScenario {
  /** Id of the failure domain, or of the scenario of the inventory. */
  readonly id: string;
  readonly name?: string;
  readonly type: 'single-loss' | 'scenario';
  readonly event: SimulatedEvent;
  /** Ids of everything that is lost, by consequence too; the first of them. */
  readonly lost: readonly string[];
  readonly lostInAll: number;
  /** Services that stop, slow down or lose data, in order of return; those that miss their objectives before others. */
  readonly rows: readonly DetailRow[];
  /** How many there are in all, those left out of `rows` included. */
  readonly rowsInAll: number;
  /** Why services never come back: each root once, the one that holds up most first. */
  readonly causes: readonly SimulatedCause[];
  readonly causesInAll: number;
  readonly dataLosses: readonly SimulatedDataLoss[];
  readonly dataLossesInAll: number;
  /** Services that wait for each other, and what would break it. */
  readonly circles: readonly PlannedBreak[];
}

/** One service in a recovery. */
export interface DetailRow {
  readonly service: string;
  readonly state: SimulatedService['state'];
  readonly recovery: SimulatedRange;
  readonly loss: SimulatedRange;
  readonly via: RecoveryVia;
  /** Earliest time at which its own work can begin; null: never. */
  readonly startsAt: number | null;
  readonly waitsFor: readonly PlannedWait[];
  readonly steps: readonly PlannedStep[];
  /** Its objectives held against this loss, rto before rpo. */
  readonly objectives: readonly SimulatedObjective[];
  readonly because: readonly string[];
}

export interface DetailDrill {
  /** ISO date. */
  readonly date: string;
  /** Days before the day of the audit; negative: it is still to come. */
  readonly age: number;
  /** Young enough to prove something. */
  readonly counts: boolean;
  readonly kind?: string;
  readonly result?: string;
  /** Ids of what was lost. */
  readonly lose: readonly string[];
  readonly measured: readonly DetailMeasurement[];
  readonly evidence?: string;
  readonly findings: readonly DetailDrillFinding[];
}

export interface DetailMeasurement {
  readonly service: string;
  /** Seconds; null: not measured. */
  readonly rto: number | null;
  /** Seconds; null: not measured. */
  readonly rpo: number | null;
}

export interface DetailDrillFinding {
  readonly what: string;
  readonly owner?: string;
  /** ISO dates. */
  readonly due?: string;
  readonly closed?: string;
}

export interface DetailBackup {
  readonly service: string;
  readonly id: string;
  /** The last test of a restore: an ISO date, `never`, or null where nobody says. */
  readonly tested: string | null;
  /** Days before the day of the audit; null without a date. */
  readonly age: number | null;
  /** Young enough to prove something. */
  readonly counts: boolean;
  readonly result?: string;
  /** Seconds. */
  readonly took?: number;
  readonly evidence?: string;
}

/** How old evidence may be, as the settings would say it: `12mo`. */
export interface DetailMaxAge {
  readonly drill: string;
  readonly restoreTest: string;
  readonly review: string;
  /** How much longer each still counts. */
  readonly grace: string;
}
