import type { Backup, DomainIndex, ServiceIndex } from '../model/model.js';
import type { KeyPath } from '../place.js';

/** Two answers to one question: with every unknown at its best, and at its worst. `best <= worst`. */
export interface Range {
  readonly best: number;
  readonly worst: number;
}

export type State = 'up' | 'degraded' | 'down';

/** What happens to one service in one loss event. */
export interface ServiceOutcome {
  readonly service: ServiceIndex;
  /** At once, before anybody does anything. */
  readonly state: { readonly best: State; readonly worst: State };
  /** Seconds until ready, hard dependencies included; 0: never stopped; Infinity: never. */
  readonly recovery: Range;
  /** Seconds of data lost, hard dependencies included; Infinity: everything. */
  readonly loss: Range;
  /** How each bound came about. */
  readonly best: Derivation;
  readonly worst: Derivation;
}

/** The recovery option taken; `none`: nothing to recover; `never`: no option ever finishes. */
export type Via = 'none' | 'failover' | 'restore' | 'rebuild' | 'wait' | 'never';

export type Phase =
  | 'detect'
  | 'decide'
  | 'wait-for' // until `service` is ready: it stands where detect + decide would, when it is later
  | 'execute'
  | 'startup'
  | 'rebuild'
  | 'prepare' // until there is something to restore to
  | 'transfer'
  | 'outage' // the loss itself, in `wait`
  | 'restart' // once the place is back, in `wait`
  | 'redirect'
  | 'verify';

/** One summand of a recovery time. */
export interface Term {
  readonly phase: Phase;
  readonly seconds: number;
  /** In `wait-for`: who is waited for. */
  readonly service: ServiceIndex | undefined;
  /** The inventory does not say: 0 in the best answer, Infinity in the worst. */
  readonly unknown: boolean;
}

/** Edges along which one service waits for another. */
export type WaitKind = 'hard' | 'startup' | 'uses' | 'key';

/** The summands add up to the service's own recovery; `waitsFor` is what makes it ready later than that. */
export interface Derivation {
  readonly via: Via;
  /** In a `restore`: what is restored. */
  readonly backup: Backup | undefined;
  /** In the order they happen; their sum is `own`. Empty for `none` and `never`. */
  readonly terms: readonly Term[];
  /** Seconds of own recovery, without hard dependencies. */
  readonly own: number;
  /** The other ways back that finish, none of them sooner. */
  readonly slower: readonly { readonly via: Via; readonly backup: Backup | undefined; readonly own: number }[];
  /** The dependency that decides the time: a hard one that is ready later than `own`, or, for `never`, what is waited for in vain. */
  readonly waitsFor: { readonly service: ServiceIndex; readonly by: WaitKind; readonly seconds: number } | undefined;
  /** In the worst answer: it needs something that nobody wrote down, which then never comes. */
  readonly openNeeds: boolean;
  /** For `never` by a circle of waits: the services in it, in order, each waiting for the next, starting at the least index. */
  readonly cycle: readonly ServiceIndex[] | undefined;
  /** For `never`: why each option is closed. */
  readonly obstacles: readonly Obstacle[];
  /** Where the data loss comes from: the service itself or a hard dependency. */
  readonly lossFrom: ServiceIndex;
  /** Fields of this or other services that are left out and on which this bound rests, of the time or of the loss. */
  readonly missing: readonly MissingField[];
  /** Those of them on which the time rests. */
  readonly missingForTime: readonly MissingField[];
  /** Those of them on which the data loss rests. */
  readonly missingForLoss: readonly MissingField[];
}

/** Why one recovery option is closed. */
export interface Obstacle {
  readonly option: 'failover' | 'restore' | 'rebuild' | 'wait';
  readonly reason:
    | 'none-declared' // no standby, no backup, no rebuild, no end of the loss
    | 'lost-too' // what the option needs is lost in the same event
    | 'no-data' // the survivors hold no data
    | 'no-votes'
    | 'no-capacity'
    | 'site-full' // a place's declared capacity is exceeded by what would fail over into it
    | 'destroyed'
    | 'never-enough' // even with everything back
    | 'corrupted'
    | 'may-be-displaced' // a failover or rebuild that may finish comes first, and nobody knows when
    | 'waits-in-vain' // for `service`
    | 'unknown'; // a field left out, see `missing`
  readonly service: ServiceIndex | undefined;
  readonly domain: DomainIndex | undefined;
}

/** A field whose value would sharpen an answer. */
export interface MissingField {
  readonly owner: { readonly type: 'service' | 'domain'; readonly index: number };
  readonly path: KeyPath;
}
