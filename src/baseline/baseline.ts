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

/** The findings that were there when somebody began to count. */
export interface Baseline {
  readonly path: string;
  readonly sha256: string;
  readonly findings: readonly KnownFinding[];
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
