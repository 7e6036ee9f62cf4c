import type { Severity } from '../finding.js';
import type { Facts } from './facts.js';

type Promises = Pick<Facts, 'promises'>;

const judged = new WeakMap<Facts['promises'], boolean>();

/**
 * How bad it is that something is not written down: an inventory of which not one promise can be judged must not pass
 * for one in which nothing is wrong.
 */
export function severityOfSilence(facts: Promises): Severity {
  return !isJudged(facts) && facts.promises.some(({ verdict }) => verdict === 'unknown') ? 'high' : 'medium';
}

/** Whether there is a promise of which somebody can say that it holds, or that it does not. */
export function isJudged({ promises }: Promises): boolean {
  const known = judged.get(promises);
  if (known !== undefined) return known;
  const any = promises.some(({ verdict }) => verdict === 'kept' || verdict === 'broken');
  judged.set(promises, any);
  return any;
}
