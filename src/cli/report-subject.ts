import type { Report } from '../report/report.js';
import type { Surroundings } from './write-reports.js';

/** A report, and what goes with it for those who read it. */
export interface ReportSubject {
  readonly report: Report;
  readonly surroundings: Surroundings;
  /** Absolute paths of what it was made from. */
  readonly files: readonly string[];
  readonly now: string | undefined;
  readonly commit: string | undefined;
}
