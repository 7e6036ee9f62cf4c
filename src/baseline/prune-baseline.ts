import { atLeast } from '../finding.js';
import type { Baseline, Comparable, KnownFinding } from './baseline.js';
import { knownFrom } from './baseline-text.js';
import type { Comparison } from './compare-baseline.js';

/**
 * The baseline without what is fixed, and with what has got better since as it is now, so that it cannot slip back unseen.
 * Never adds, and never takes in anything that got worse.
 */
export function prunedBaseline<Finding extends Comparable>(
  { findings }: Pick<Baseline, 'findings'>,
  { entries, fixed, standings }: Comparison<Finding>,
): readonly KnownFinding[] {
  const gone = new Set(fixed);
  return findings
    .filter((entry) => !gone.has(entry))
    .map((entry) => {
      const finding = entries.get(entry);
      return finding === undefined || standings.get(finding) !== 'known' ? entry : knownFrom(finding);
    });
}

/** Whether an entry says other than another about the same finding. */
export function isTightened(before: KnownFinding, after: KnownFinding): boolean {
  return (
    !atLeast(after.severity, before.severity) ||
    before.magnitude !== after.magnitude ||
    before.hurts.length !== after.hurts.length ||
    before.also.length !== after.also.length
  );
}
