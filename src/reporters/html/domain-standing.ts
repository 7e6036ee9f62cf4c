import type { RankedLoss } from '../../report/simulation.js';

/** What the loss of one failure domain does to objectives. */
export type Standing = 'broken' | 'unknown' | 'kept' | 'unpromised';

/**
 * `broken`: a promise for a loss of its kind is surely missed; `unknown`: one may be; `unpromised`: none is, but services
 * miss objectives that they do not promise for it, or may; `kept`: nothing of that.
 */
export function standingOf({ breakingPromises, beyondRto, beyondRpo }: RankedLoss): Standing {
  if (breakingPromises.best > 0) return 'broken';
  if (breakingPromises.worst > 0) return 'unknown';
  return beyondRto.worst + beyondRpo.worst > 0 ? 'unpromised' : 'kept';
}
