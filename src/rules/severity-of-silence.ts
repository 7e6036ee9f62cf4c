import type { Severity } from '../finding.js';
import type { Facts } from './facts.js';

type Promises = Pick<Facts, 'promises'>;

/** How many promises can be judged, and of how many nobody knows. */
interface Known {
  readonly judged: number;
  readonly open: number;
}

const memory = new WeakMap<Facts['promises'], Known>();

/**
 * How bad it is that something is not written down: an inventory of which most promises cannot be judged must not pass
 * for one in which nothing is wrong.
 */
export function severityOfSilence(facts: Promises): Severity {
  const { judged, open } = countKnown(facts);
  return open > judged ? 'high' : 'medium';
}

/** Whether there is a promise of which somebody can say that it holds, or that it does not. */
export function isJudged(facts: Promises): boolean {
  return countKnown(facts).judged > 0;
}

function countKnown({ promises }: Promises): Known {
  const before = memory.get(promises);
  if (before !== undefined) return before;
  const known = {
    judged: promises.filter(({ verdict }) => verdict === 'kept' || verdict === 'broken').length,
    open: promises.filter(({ verdict }) => verdict === 'unknown').length,
  };
  memory.set(promises, known);
  return known;
}
