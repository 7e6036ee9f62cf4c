import type { DateOrNever, Seconds, Targets } from './targets.js';

/** Somebody outside who stands behind services or places. It changes no result. */
export interface Supplier {
  readonly index: number;
  readonly id: string;
  readonly name: string | undefined;
  readonly behind: Targets | undefined;
  readonly owner: string | undefined;
  readonly agreement:
    | {
        readonly rto: Seconds | undefined;
        readonly rpo: Seconds | undefined;
        readonly auditRight: boolean | undefined;
        /** ISO date. */
        readonly until: string | undefined;
      }
    | undefined;
  readonly continuityEvidence: DateOrNever | undefined;
  readonly tested: DateOrNever | undefined;
  readonly exitPlan: DateOrNever | undefined;
  readonly exitTakes: Seconds | undefined;
}
