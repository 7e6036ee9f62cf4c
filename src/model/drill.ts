import type { Seconds, ServiceIndex, Targets } from './targets.js';

export interface Drill {
  readonly index: number;
  /** ISO date. */
  readonly date: string;
  readonly kind: string | undefined;
  /** A tabletop: nothing is taken away, so that nothing can be measured. */
  readonly isTalk: boolean;
  readonly lose: Targets;
  /** Who took part; `undefined`: not stated. */
  readonly services: readonly ServiceIndex[] | undefined;
  readonly result: 'recovered' | 'partial' | 'failed' | undefined;
  readonly measured: ReadonlyMap<
    ServiceIndex,
    { readonly rto: Seconds | undefined; readonly rpo: Seconds | undefined }
  >;
  /** Digests of what was tested, as written; empty: none recorded. */
  readonly digests: ReadonlyMap<ServiceIndex, string>;
  readonly evidence: string | undefined;
  /** What it brought to light; `undefined`: not stated, an empty list: nothing, stated. */
  readonly findings: readonly DrillFinding[] | undefined;
}

export interface DrillFinding {
  readonly what: string;
  readonly owner: string | undefined;
  /** ISO dates. */
  readonly due: string | undefined;
  readonly closed: string | undefined;
}
