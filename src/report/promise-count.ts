export type Verdict = 'kept' | 'broken' | 'unknown' | 'not-applicable';

/** How many promises there are of each verdict that can be counted. */
export interface PromiseCount {
  readonly total: number;
  readonly kept: number;
  readonly broken: number;
  readonly unknown: number;
  /** Of the kept: those that a recent drill or incident has measured. */
  readonly proven: number;
}
