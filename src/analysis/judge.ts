import type { Seconds } from '../model/model.js';
import type { Range } from './outcome.js';

export type Verdict = 'kept' | 'broken' | 'unknown' | 'not-applicable';

/** What an answer means for a target. `sure`: the range really holds all that may happen. */
export function judge(range: Range, target: Seconds | undefined, sure: boolean): Verdict {
  if (target === undefined) return 'not-applicable';
  if (range.worst <= target) return sure ? 'kept' : 'unknown';
  return range.best > target ? 'broken' : 'unknown';
}
