import type { FixedInChange, PromiseChange, PromiseCount, ReportFinding, Weakening } from '../../report/report.js';

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

/** A former state and what is different since. */
export interface Since {
  /** The file of a former report, or the commit. */
  readonly name: string;
  /** ISO date by which it was judged, where it is another one. */
  readonly date?: string;
  /** Absent: it could not be audited, or there was no inventory. */
  readonly counts?: PromiseCount;
  readonly fresh: readonly ReportFinding[];
  readonly worsened: readonly ReportFinding[];
  readonly fixed: readonly FixedInChange[];
  readonly promises: readonly PromiseChange[];
  /** What asks for less than before; known only of a commit. */
  readonly weakened: readonly Weakening[];
}
