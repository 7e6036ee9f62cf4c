import type { ReportFinding, ReportPromise } from '../../report/report.js';
import type { Group } from '../../rules/rule.js';

/** A finding taken apart: how it comes about, what it rests on, what would end it, who is hurt. */
export interface FindingExplanation {
  readonly schemaVersion: '1.0';
  readonly finding: ReportFinding;
  readonly rule: {
    readonly id: string;
    readonly group: Group;
    readonly summary: string;
    readonly why: string;
    readonly controls: readonly string[];
  };
  /** Sums and chains, a line each. */
  readonly arithmetic: readonly string[];
  /** Written in the inventory. */
  readonly facts: readonly WrittenFact[];
  /** What the format takes for granted where the inventory says nothing. */
  readonly assumptions: readonly { readonly subject: string; readonly field: string; readonly value: string }[];
  /** Left out, and nothing is taken for granted: every answer is worked out at its best and at its worst. */
  readonly unknown: readonly UnknownField[];
  /** The smallest changes that would settle it, a sentence each. */
  readonly flip: readonly string[];
  /** Worst first. */
  readonly hurts: readonly HurtService[];
}

export interface WrittenFact {
  /** Of whom; undefined: a line that the finding points at. */
  readonly subject?: string;
  /** The field, or what is to be seen in the line. */
  readonly field: string;
  readonly value: string;
  readonly path: string;
  readonly line: number;
  /** Where it was inherited from, when it was. */
  readonly layer?: 'tier' | 'defaults';
}

export interface UnknownField {
  readonly subject: string;
  readonly field: string;
  /** Whether a promise of the subject, or of those that the finding is about, hangs on it. */
  readonly decides: boolean;
}

export interface HurtService {
  readonly id: string;
  readonly owner?: string;
  readonly tier?: string;
  /** Its promises that do not surely hold. */
  readonly promises: readonly Pick<ReportPromise, 'kind' | 'objective' | 'target' | 'verdict' | 'worst'>[];
}
