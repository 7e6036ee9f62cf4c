import type { Severity } from '../finding.js';

/** A finding as it was when the baseline was made. */
export interface KnownFinding {
  readonly fingerprint: string;
  readonly rule: string;
  /** Id of what it is about. */
  readonly subject: string;
  readonly severity: Severity;
  /** Absent: its rule does not measure; null: without limit. */
  readonly magnitude?: number | null;
  readonly hurts: readonly string[];
  readonly also: readonly string[];
}

/** A promise that did not hold when the baseline was made, or of which nobody could know. */
export interface KnownPromise {
  readonly service: string;
  readonly kind: string;
  readonly objective: 'rto' | 'rpo';
  readonly verdict: 'broken' | 'unknown';
}

/** The findings that were there when somebody began to count. */
export interface Baseline {
  readonly path: string;
  readonly sha256: string;
  readonly findings: readonly KnownFinding[];
  /** Absent: made before these were noted, so that promises are not compared. */
  readonly promises?: readonly KnownPromise[];
}

/** What a baseline looks at of a finding. */
export interface Comparable {
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: { readonly id: string };
  readonly magnitude?: number | null;
  readonly hurts: readonly string[];
  readonly also: readonly string[];
}
