import type { Baseline, KnownFinding } from '../baseline/baseline.js';
import type { Selector } from '../selection/selector.js';
import type { DigestedFile } from '../source/source-file.js';
import type { Waivers } from '../waivers/waiver.js';
import type { FormerVerdicts } from './worse-promises.js';

/** What somebody has decided about findings. It changes which of them count, and no result. */
export interface Policy {
  readonly waivers?: Waivers | undefined;
  readonly baseline?: Baseline | undefined;
  /** With a former state to compare with: what was found there, which promises held, and whether anything asks for less now. */
  readonly since?:
    | { readonly findings: readonly KnownFinding[]; readonly verdicts: FormerVerdicts; readonly weakened: boolean }
    | undefined;
  /** Where settings, waivers and baseline were taken from, if not from the files as they lie there. */
  readonly from?: { readonly ref: string; readonly commit: string } | undefined;
  /** Files of a team's own rules. */
  readonly ownRules?: { readonly files: readonly Pick<DigestedFile, 'path' | 'sha256'>[] } | undefined;
  /** Other severities for some services, whose selections are held against the inventory. */
  readonly overrides?: readonly { readonly select: Selector }[] | undefined;
  /** Report only what concerns these services. */
  readonly select?: Selection | undefined;
}

/** Services that are selected by every one of these. */
export interface Selection {
  readonly selectors: readonly Selector[];
  /** As it was asked for. */
  readonly text: string;
}
