import type { Report, ReportFinding, ReportPromise } from '../../report/report.js';

export const languages = ['en', 'ko'] as const;
export type Language = (typeof languages)[number];

/** What a document says besides the report: who it is for, where it comes from and how to make it again. */
export interface DocumentOptions {
  readonly lang: Language;
  /** Whose readiness it is. */
  readonly organisation?: string | undefined;
  /** The commit that was checked out where the inventory was read. */
  readonly commit?: string | undefined;
  /** What to type to get the same bytes again. */
  readonly command?: string | undefined;
  readonly since?: Since | undefined;
}

/** A former report and what is different since. */
export interface Since {
  readonly path: string;
  readonly former: Pick<Report, 'run' | 'summary' | 'gate'>;
  readonly fresh: readonly ReportFinding[];
  readonly worsened: readonly ReportFinding[];
  readonly fixed: readonly Pick<ReportFinding, 'rule' | 'severity' | 'message' | 'fingerprint'>[];
  readonly promises: readonly ChangedPromise[];
}

export interface ChangedPromise extends Pick<ReportPromise, 'service' | 'kind' | 'objective'> {
  readonly before?: ReportPromise['verdict'];
  readonly after?: ReportPromise['verdict'];
}
