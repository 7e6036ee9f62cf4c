import type { ReportLocation } from './report-location.js';

/** The waiver behind an accepted finding. */
export interface Acceptance {
  /** Id of the waiver, or what it says it is about. */
  readonly id: string;
  readonly owner: string;
  /** ISO date, the last day on which it holds. */
  readonly expires: string;
  /** Days after today on which it still holds; 0: the last day is today. */
  readonly daysLeft: number;
  readonly reason: string;
  readonly approvedBy?: string;
  readonly ticket?: string;
}

/** Why a waiver does not hold for a finding that it names. */
export interface Lapse {
  readonly id: string;
  readonly owner: string;
  readonly expires: string;
  /** `worsened`: the finding is more severe than what was accepted. */
  readonly why: 'expired' | 'not-yet' | 'worsened';
  /** In words: "expired 3 days ago". */
  readonly note: string;
}

/** One waiver and how it stands. */
export interface ReportWaiver {
  readonly id: string;
  readonly rule: string;
  readonly owner: string;
  readonly expires: string;
  /** Negative: so many days ago. */
  readonly daysLeft: number;
  readonly reason: string;
  readonly approvedBy?: string;
  readonly ticket?: string;
  /** `expiring` is in force and ends within the days to warn in; `not-yet` begins later. */
  readonly state: 'in-force' | 'expiring' | 'expired' | 'not-yet';
  /** Fingerprints of the findings that it names, whether it holds for them or not. */
  readonly names: readonly string[];
  readonly location: ReportLocation;
}

/** The baseline compared to this audit. */
export interface ReportBaseline {
  readonly path: string;
  /** Its entries. */
  readonly entries: number;
  readonly known: number;
  readonly worsened: number;
  readonly new: number;
  /** Entries, of rules that ran, whose finding is not there any more; they wait for `baseline prune`. */
  readonly fixed: readonly FixedFinding[];
}

export interface FixedFinding {
  readonly fingerprint: string;
  readonly rule: string;
  readonly subject: string;
}
