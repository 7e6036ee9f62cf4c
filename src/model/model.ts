import type { KeyPath, Place } from '../place.js';
import type { Drill } from './drill.js';
import type { Facility } from './facility.js';
import type { Plan } from './plan.js';
import type { Supplier } from './supplier.js';
import type { DateOrNever, DomainIndex, Seconds, ServiceIndex, Targets } from './targets.js';

export type { Drill, DrillFinding } from './drill.js';
export type { DateOrNever, DomainIndex, Seconds, ServiceIndex, Targets } from './targets.js';

/** A share of a whole: 0.4 for `40%`. May exceed 1. */
export type Share = number;

/**
 * One entry of a `failsWith`: it holds when every listed domain is lost. A plain name is a list of one;
 * `{ allOf: [...] }` a list of several.
 */
export type FailCondition = readonly DomainIndex[];

/**
 * The linked inventory: every reference an integer, every unit parsed, every default applied. In all
 * entities `undefined` means "unknown or left out"; where *no* can be stated (`uses: []`, `data: none`)
 * it is a value of its own. Arrays are sorted by id (code units), so that load order never matters.
 * Planned locations and what stands only on them are not in here.
 */
export interface Model {
  /** Locations and domains together: everything that `failsWith` can name. */
  readonly domains: readonly FailureDomain[];
  readonly services: readonly Service[];
  /** By date, then place. */
  readonly drills: readonly Drill[];
  readonly scenarios: readonly Scenario[];
  readonly limitations: readonly Limitation[];
  readonly tiers: readonly Tier[];
  readonly plans: readonly Plan[];
  readonly suppliers: readonly Supplier[];
  /** People and teams; empty where the inventory keeps no list of them. */
  readonly contacts: readonly Contact[];
  /** In order of file and position: what was read, and when each was last held against what really runs. */
  readonly documents: readonly Document[];
  readonly domainById: ReadonlyMap<string, DomainIndex>;
  readonly serviceById: ReadonlyMap<string, ServiceIndex>;
  /** Where an effective value of a service was written. */
  origin(service: ServiceIndex, path: KeyPath): Origin;
  /** Where an entity was written; with a path, that field of it, or the entity's key when the field is absent. */
  place(entity: EntityRef, path?: KeyPath): Place;
}

export interface EntityRef {
  readonly type:
    'domain' | 'service' | 'drill' | 'scenario' | 'limitation' | 'tier' | 'plan' | 'supplier' | 'contact' | 'document';
  readonly index: number;
}

export interface Origin {
  /**
   * `absent`: nobody says; `built-in`: the format's own default. Then `place` is the service's key, or the
   * word `unknown` where that is what the nearest layer says.
   */
  readonly layer: 'service' | 'tier' | 'defaults' | 'built-in' | 'absent';
  readonly place: Place;
}

/** A place or a shared risk: anything that can be lost as one. */
export interface FailureDomain {
  readonly index: DomainIndex;
  readonly id: string;
  readonly section: 'locations' | 'domains';
  /** `datacenter` for a location that does not say; `unknown`, which no kind is called, for one that says so and for a domain without. */
  readonly kind: string;
  readonly name: string | undefined;
  /** The enclosing location. Only locations have one. */
  readonly parent: DomainIndex | undefined;
  readonly failsWith: readonly FailCondition[];
  readonly operator: string | undefined;
  /** [latitude, longitude] in degrees. */
  readonly coordinates: readonly [number, number] | undefined;
  /** In the unit of the services' `demand`. */
  readonly capacity: number | undefined;
  /** The longest loss to plan for; undefined: it does not come back. */
  readonly lasts: Seconds | undefined;
  /** `undefined`: a domain, or a location of which nothing is stated. */
  readonly facility: Facility | undefined;
}

export interface Tier {
  readonly index: number;
  readonly id: string;
  /** 1 is the most critical. */
  readonly rank: number | undefined;
}

export interface Contact {
  readonly index: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly reach: string | undefined;
}

export interface Document {
  readonly index: number;
  readonly file: string;
  /** ISO date. */
  readonly reviewed: string | undefined;
}

export type ServiceKind = 'service' | 'datastore' | 'tooling' | 'external';

/** What a service is there for in an outage. */
export type Purpose = 'monitoring' | 'alerting' | 'status-page';

export interface Service {
  readonly index: ServiceIndex;
  readonly id: string;
  readonly kind: ServiceKind;
  readonly purpose: Purpose | undefined;
  readonly name: string | undefined;
  readonly system: string | undefined;
  readonly owner: string | undefined;
  readonly tier: string | undefined;
  /** That of its tier: 1 is the most critical. External services have it too. */
  readonly rank: number | undefined;
  /** `undefined`: nothing said about a business impact analysis. */
  readonly bia: { readonly date: DateOrNever | undefined; readonly approvedBy: string | undefined } | undefined;
  readonly objectives: Objectives;
  readonly dependencies: readonly Dependency[];
  /** Stated: what it depends on is not known. Saying nothing is not that: a short inventory names what it needs. */
  readonly dependenciesUnknown: boolean;
  readonly replicas: readonly Replica[];
  readonly quorum: 'majority' | number | undefined;
  /** `undefined`: nothing said about backups; an empty list: none, stated. */
  readonly backups: readonly Backup[] | undefined;
  /** `none`: holds no data, stated. */
  readonly data: 'none' | { readonly size: Bytes | undefined } | undefined;
  readonly recovery: Recovery;
  readonly demand: number | undefined;
  readonly minCapacity: Share;
  /**
   * `undefined`: not stated, or all that it stands on (its replicas, or what it names here) is only planned;
   * an empty list: independent of everything, stated.
   */
  readonly failsWith: readonly FailCondition[] | undefined;
  /** Holds data: a datastore, or data, backups, a replication or lag, a primary or replica role; never with `data: none`. */
  readonly stateful: boolean;
}

/** Bytes, 0 or more. */
export type Bytes = number;

export interface Objectives {
  readonly rto: Seconds | undefined;
  readonly rpo: Seconds | undefined;
  readonly mtpd: Seconds | undefined;
  /** Most unplanned downtime in any twelve months. */
  readonly downtime: Seconds | undefined;
  /** Kinds of loss to survive, each once and with the targets in force for it: a list in the order written, a map sorted. */
  readonly survive: readonly SurvivedKind[];
}

export interface SurvivedKind {
  readonly kind: string;
  readonly rto: Seconds | undefined;
  readonly rpo: Seconds | undefined;
}

export interface Dependency {
  /** The key under `dependsOn`: a service id, or a free name in front of an `anyOf`. */
  readonly key: string;
  /** One that is unknown counts as hard. */
  readonly kind: 'hard' | 'soft' | 'startup';
  /** One entry for a plain dependency; of several, one is enough. Never empty. */
  readonly anyOf: readonly ServiceIndex[];
}

export type ReplicaRole = 'active' | 'primary' | 'standby' | 'replica' | 'witness';

export interface Replica {
  /** Position in the service's list as written (planned ones leave gaps). */
  readonly position: number;
  readonly name: string | undefined;
  /** Stretched over these places: lives while any does. `undefined`: place unknown. Never empty. */
  readonly at: readonly DomainIndex[] | undefined;
  readonly role: ReplicaRole;
  readonly replication: 'sync' | 'semi-sync' | 'async' | 'none' | undefined;
  /** Worst case. */
  readonly lag: Seconds | undefined;
  readonly readiness: 'hot' | 'warm' | 'cold' | undefined;
  readonly startup: Seconds | undefined;
  readonly capacity: Share | undefined;
  readonly votes: number | undefined;
  readonly promotable: boolean | undefined;
  readonly failsWith: readonly FailCondition[];
}

export interface Backup {
  readonly id: string;
  /** Each place holds a copy. `undefined`: unknown. Never empty. */
  readonly at: readonly DomainIndex[] | undefined;
  readonly every: Seconds | undefined;
  readonly takes: Seconds | undefined;
  readonly retention: Seconds | undefined;
  readonly immutable: boolean | undefined;
  readonly offline: boolean | undefined;
  readonly failsWith: readonly FailCondition[];
  /** The service that must be ready before this backup can be read. */
  readonly key: ServiceIndex | undefined;
  readonly restore: {
    /** Empty: only to places that are planned. */
    readonly to: readonly DomainIndex[] | undefined;
    /** Bytes per second. */
    readonly rate: number | undefined;
    readonly time: Seconds | undefined;
    /** Until there is something to restore to, before the transfer; 0 if left out. */
    readonly prepare: Seconds;
  };
  readonly tested: 'never' | RestoreTest | undefined;
}

export interface RestoreTest {
  /** ISO date. */
  readonly date: string;
  readonly took: Seconds | undefined;
  readonly result: 'passed' | 'failed' | 'partial' | undefined;
  readonly evidence: string | undefined;
}

export interface Recovery {
  readonly mode: 'automatic' | 'manual' | undefined;
  readonly detect: Seconds | undefined;
  readonly decide: Seconds | undefined;
  readonly execute: Seconds | undefined;
  readonly redirect: Seconds | undefined;
  readonly verify: Seconds | undefined;
  /** `undefined`: nobody wrote down what the recovery needs; an empty list: nothing, stated. */
  readonly uses: readonly ServiceIndex[] | undefined;
  /** `undefined`: no rebuild is planned. `to` is empty where it names only planned places. */
  readonly rebuild:
    { readonly to: readonly DomainIndex[] | undefined; readonly takes: Seconds | undefined } | undefined;
  /** Once its place is back. `undefined`: it runs as soon as its place does; `takes` undefined: stated without a figure. */
  readonly restart: { readonly takes: Seconds | undefined } | undefined;
  readonly runbook:
    | {
        readonly url: string | undefined;
        readonly hostedOn: Targets | undefined;
        readonly reviewed: string | undefined;
      }
    | undefined;
  /** Who is called; `undefined`: nothing said, an empty list: nobody, stated. */
  readonly contacts: readonly string[] | undefined;
}

export interface Scenario {
  readonly index: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly lose: Targets;
  readonly corrupt: readonly ServiceIndex[];
  /** Of everything that is lost; `undefined` where nobody says, and where parts of it return at times of their own. */
  readonly lasts: Seconds | undefined;
  /** Seconds until each is back, Infinity for never; only where the scenario tells them apart. */
  readonly ends: ScenarioEnds | undefined;
  readonly destroys: boolean;
}

export interface ScenarioEnds {
  readonly domains: ReadonlyMap<DomainIndex, Seconds>;
  readonly services: ReadonlyMap<ServiceIndex, Seconds>;
}

/** What is known of the real system and cannot be said in the format. It changes no result. */
export interface Limitation {
  readonly index: number;
  readonly id: string;
  readonly about: Targets;
  readonly note: string;
}
