import type { Seconds } from '../model/model.js';
import type { Range } from './outcome.js';

export type Verdict = 'kept' | 'broken' | 'unknown' | 'not-applicable';

/** What an answer means for a target. */
export function judge(range: Range, target: Seconds | undefined): Verdict {
  if (target === undefined) return 'not-applicable';
  if (range.worst <= target) return 'kept';
  return range.best > target ? 'broken' : 'unknown';
}
