import { severities } from '../finding.js';
import type { Baseline, Comparable, KnownFinding } from './baseline.js';
import { isWorse } from './is-worse.js';

export type BaselineStanding = 'known' | 'worsened' | 'new';

/** A baseline held against the findings that there are. */
export interface Comparison<Finding extends Comparable> {
  readonly standings: ReadonlyMap<Finding, BaselineStanding>;
  /** The entry behind each finding that is not new. */
  readonly entries: ReadonlyMap<KnownFinding, Finding>;
  /** Entries whose finding is not there any more, of rules that ran: of others nobody can say. */
  readonly fixed: readonly KnownFinding[];
}

/**
 * Finds each finding in the baseline by its fingerprint. Findings that share one are matched worst with worst, each entry
 * once, so that one entry never covers two findings.
 */
export function compareBaseline<Finding extends Comparable>(
  { findings: known }: Pick<Baseline, 'findings'>,
  findings: readonly Finding[],
  ran: ReadonlySet<string>,
): Comparison<Finding> {
  const waiting = new Map<string, KnownFinding[]>();
  for (const entry of known.toSorted(bySeverity)) {
    const list = waiting.get(entry.fingerprint);
    if (list) list.push(entry);
    else waiting.set(entry.fingerprint, [entry]);
  }
  const standings = new Map<Finding, BaselineStanding>();
  const entries = new Map<KnownFinding, Finding>();
  for (const finding of findings.toSorted(bySeverity)) {
    const entry = waiting.get(finding.fingerprint)?.shift();
    if (entry !== undefined) entries.set(entry, finding);
    standings.set(finding, entry === undefined ? 'new' : isWorse(finding, entry) ? 'worsened' : 'known');
  }
  const fixed = known.filter((entry) => !entries.has(entry) && ran.has(entry.rule));
  return { standings, entries, fixed };
}

function bySeverity(a: Pick<Comparable, 'severity'>, b: Pick<Comparable, 'severity'>): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}
