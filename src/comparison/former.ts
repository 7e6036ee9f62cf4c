import type { ReportCommit } from '../report/report-change.js';
import type { SourceFile } from '../source/source-file.js';
import type { PolicyTerms } from './policy-terms.js';

/** A former state of the inventory, and of what the repository asked of an audit then and asks now. */
export interface Former extends ReportCommit {
  /** The state that is audited; undefined: the files as they lie there. */
  readonly head: ReportCommit | undefined;
  /** Undefined: it has no inventory where one is looked for. */
  readonly files: readonly SourceFile[] | undefined;
  /** Undefined: what was asked then cannot be read any more. */
  readonly asked: { readonly before: PolicyTerms; readonly now: PolicyTerms } | undefined;
}
