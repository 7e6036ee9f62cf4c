import type { DomainBlast } from '../analysis/blast-radius.js';
import type { CrowdedSite } from '../analysis/crowded-sites.js';
import type { Miss } from '../analysis/missed-promises.js';
import type { Derivation, MissingField, Range, Via } from '../analysis/outcome.js';
import type { PromiseResult } from '../analysis/promises.js';
import type { Measurement } from '../analysis/proof.js';
import type { RootCause } from '../analysis/root-causes.js';
import type { JudgedWaiver } from '../waivers/judge-waivers.js';
import type { SharedSites } from './shared-sites.js';
import type { OutdatedProof } from './outdated-proofs.js';
import type { Interval } from '../units/interval.js';
import type { Backup, Dependency, DomainIndex, Drill, Model, Seconds, Service, ServiceIndex } from '../model/model.js';

/** How old evidence may be and still count. */
export interface MaxAge {
  readonly drill: Interval;
  readonly restoreTest: Interval;
  readonly review: Interval;
  /** How long each of them, and what rules say of their own, may be overdue: it still counts, and a note says so. */
  readonly grace: Interval;
}

export interface Return {
  readonly ready: Range;
  readonly missing: readonly MissingField[];
}

export interface WayBack {
  readonly via: Via;
  /** Infinity: closed, or it waits in vain. */
  readonly time: Seconds;
  /** Data lost, as time; Infinity: everything. */
  readonly loss: Seconds;
}

/** Everything a rule may look at. Rules judge; what is worked out over the whole inventory is worked out here, once. */
export interface Facts {
  readonly model: Model;
  /** ISO date that ages are judged by. */
  readonly now: string;
  readonly maxAge: MaxAge;
  /** One for each service, kind of loss to survive and target, in that order. */
  readonly promises: readonly PromiseResult[];
  readonly promisesOf: (service: ServiceIndex) => readonly PromiseResult[];
  /** The promises for which this domain is the worst loss of its kind. */
  readonly promisesByWorst: (domain: DomainIndex) => readonly PromiseResult[];
  /** How the bound that decides a promise came about: at best where it is broken, at worst otherwise. */
  readonly derivationOf: (promise: PromiseResult) => Derivation | undefined;
  /** The fields left out on which the worst answer for a promise that is not known rests. Asked for by worst loss, each is solved once. */
  readonly missingOf: (promise: PromiseResult) => readonly MissingField[];
  /** The broken promises of a service, by whomever they are broken; without those that only wait in vain for another. */
  readonly missesOf: (service: ServiceIndex) => readonly Miss[];
  /** The broken promises that a service's own recovery or data breaks: its own, and those of services that wait for it. */
  readonly missesBy: (culprit: ServiceIndex) => readonly Miss[];
  /** The broken promises for which this domain is the worst loss, with whoever breaks them. */
  readonly missesIn: (domain: DomainIndex) => readonly Miss[];
  readonly sharedSites: SharedSites;
  /** The losses after which a place would have to hold more than it can. */
  readonly crowdingAt: (site: DomainIndex) => readonly CrowdedSite[];
  /** Services with a copy in this location, or inside it, that could be promoted there; in order. */
  readonly standbysIn: (site: DomainIndex) => readonly ServiceIndex[];
  /**
   * When a service is ready again after the loss of a domain, in seconds (0: it never stopped, Infinity: never), and the
   * fields that would narrow it down. Costs a solution for each change of domain: ask for all services of one together.
   */
  readonly returnAfter: (domain: DomainIndex, service: ServiceIndex) => Return;
  /** The same without the fields, which cost more than the times. */
  readonly readyAfter: (domain: DomainIndex, service: ServiceIndex) => Range;
  /** For a broken RPO: the ways back after its worst loss, each by itself, with everything unknown at its best. */
  readonly waysBack: (promise: PromiseResult) => readonly WayBack[];
  /**
   * What a recent drill or incident measured for a promise, and whether it still holds. `own`: passing over what was not
   * kept in the loss of something wider.
   */
  readonly measurementOf: (promise: PromiseResult, misses?: 'any' | 'own') => Measurement | undefined;
  /** Of a service whose latest drill tested something else than what would recover today. */
  readonly outdatedProofOf: (service: ServiceIndex) => OutdatedProof | undefined;
  /** The services whose proof is outdated because of changes in this one. */
  readonly outdatedBecauseOf: (service: ServiceIndex) => readonly ServiceIndex[];
  /** Services that never come back by themselves in some loss they should survive, and whom they hold up. */
  readonly rootCauses: readonly RootCause[];
  readonly rootCausesOf: (service: ServiceIndex) => readonly RootCause[];
  /** The circles of waits whose first member is this service. */
  readonly circlesFrom: (service: ServiceIndex) => readonly RootCause[];
  /** Who depends on a service, in order. */
  readonly dependents: (
    service: ServiceIndex,
  ) => readonly { readonly service: ServiceIndex; readonly dependency: Dependency }[];
  /** In order. */
  readonly servicesOfTier: (tier: string) => readonly ServiceIndex[];
  /** Whether a service that has this objective cannot run or be recovered without this one. */
  readonly isReliedOn: (service: ServiceIndex, objective: 'rto' | 'rpo') => boolean;
  /** Whether some backup cannot be read without this service. */
  readonly holdsKey: (service: ServiceIndex) => boolean;
  /** Whether the loss of a domain surely takes nothing of the service, nor of what it cannot run without. */
  readonly isClearOf: (service: ServiceIndex, loss: DomainIndex) => boolean;
  /** The domains whose loss alone takes this place or domain with it, itself included, nearest first. */
  readonly domainsTaking: (domain: DomainIndex) => readonly DomainIndex[];
  /** The domains whose loss alone takes every copy of the service; `undefined` where a place is unknown. */
  readonly sharedFate: (service: ServiceIndex) => readonly DomainIndex[] | undefined;
  /** Whether any location says where on Earth it is. */
  readonly hasCoordinates: boolean;
  /** The kinds of failure domain that are known to take this place, alone or together with others. */
  readonly kindsAround: (domain: DomainIndex) => ReadonlySet<string>;
  /** Whether locations of the first kind lie, anywhere in the inventory, in one of the second: a zone in a region. */
  readonly liesWithin: (kind: string, wide: string) => boolean;
  /** The kind that one was probably meant to be, where it looks like a slip of the pen. */
  readonly meantKind: (kind: string) => string | undefined;
  /** The accounts on which a service, and one of its backups, are known to stand. */
  readonly accountsOf: (
    service: Service,
    backup: Backup,
  ) => { readonly own: ReadonlySet<DomainIndex>; readonly theirs: ReadonlySet<DomainIndex> };
  /** Services of which this domain takes a copy, and that promise to be back from such a loss within a time; in order. */
  readonly promisedIn: (domain: DomainIndex) => readonly ServiceIndex[];
  /** Services with a replica at this place, inside it, or at a place that is lost with this domain; in order. */
  readonly standingWithin: (domain: DomainIndex) => readonly ServiceIndex[];
  /** Services with a replica at exactly this place, in order. */
  readonly standingOn: (domain: DomainIndex) => readonly ServiceIndex[];
  /** Drills and incidents up to today, by date. */
  readonly drills: readonly Drill[];
  /** Those of them that measured this service, by date. */
  readonly drillsMeasuring: (service: ServiceIndex) => readonly Drill[];
  /** Everything that was lost in a drill or incident: the closure of what was named. */
  readonly lostInDrill: (drill: number) => ReadonlySet<DomainIndex>;
  /** The services that what was lost in a drill or incident stops, or may stop. Costs a solution for each drill asked about. */
  readonly stoppedInDrill: (drill: number) => ReadonlySet<ServiceIndex>;
  /** Of every failure domain, whom its loss takes beyond their RTO. Solves each again that was not noted. */
  readonly blastRadii: () => readonly DomainBlast[];
  /** Every waiver held against the findings; empty until those are known. */
  readonly waivers: readonly JudgedWaiver[];
}
