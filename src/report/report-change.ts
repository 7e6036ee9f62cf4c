import type { Severity } from '../finding.js';
import type { PromiseCount, Verdict } from './promise-count.js';
import type { ReportLocation } from './report-location.js';

/** What is different from a former state of the same inventory, audited by the same rules and settings. */
export interface ReportChange {
  readonly base: ChangeBase;
  /** The state that was audited; absent: the files as they lie there. */
  readonly head?: ReportCommit;
  /** Findings that were there and are no worse: the gate does not count them. */
  readonly known: number;
  readonly worsened: number;
  readonly new: number;
  /** Findings that are not there any more, of rules that ran; worst first. */
  readonly fixed: readonly FixedInChange[];
  /** Rules, waivers, promises and declarations that ask for less, or say less, than before. */
  readonly weakened: readonly Weakening[];
  /** Promises whose verdict is another one, or that were not there; by service, kind and objective. */
  readonly promises: readonly PromiseChange[];
  /** Failure domains whose loss takes other services beyond their RTO than before; the most new ones first. */
  readonly blastRadius: readonly BlastChange[];
}

export interface ReportCommit {
  /** As it was asked for. */
  readonly ref: string;
  /** Its whole name in hex. */
  readonly commit: string;
}

export interface ChangeBase {
  /** As it was asked for. */
  readonly ref: string;
  /** Whole name, in hex, of the commit at which the branch left it. */
  readonly commit: string;
  /**
   * `absent`: it has no inventory at these paths; `unaudited`: its inventory could not be read. Then every finding counts
   * as new, as there is nothing to compare it with.
   */
  readonly state: 'audited' | 'absent' | 'unaudited';
  /** Whether its settings, waivers and baseline could be read; if not, nobody can say what of them is weaker now. */
  readonly policy: 'compared' | 'unreadable';
  /** Absent unless `audited`. */
  readonly promises?: PromiseCount;
}

export interface FixedInChange {
  readonly fingerprint: string;
  readonly rule: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly message: string;
}

export interface Weakening {
  /** `policy`: what the audit asks; `promises`: what services promise; `declarations`: what the inventory says there is. */
  readonly area: 'policy' | 'promises' | 'declarations';
  /** One sentence without a full stop: what was and what is. */
  readonly message: string;
  /** Ids of the services and places concerned, by id; empty where it is about all. */
  readonly subjects: readonly string[];
  /** Where it is written now; absent where it is gone. */
  readonly location?: ReportLocation;
}

/** Absent: there was, or is, no such promise. */
export interface PromiseChange {
  readonly service: string;
  readonly kind: string;
  readonly objective: 'rto' | 'rpo';
  readonly before?: Verdict;
  readonly after?: Verdict;
}

/** A loss, and whom it takes beyond the RTO that they have for it. Ids of services, sorted. */
export interface BlastChange {
  readonly domain: string;
  readonly kind: string;
  /** Surely beyond now, and not surely before. */
  readonly added: readonly string[];
  /** Surely beyond before, and not now, not even possibly. */
  readonly removed: readonly string[];
  /** Nobody can say now; before, they were surely back in time. */
  readonly unsure: readonly string[];
}
